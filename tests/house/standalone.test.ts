import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "@jest/globals";
import { ROOT, sources, textOf } from "./tree.js";

const BINARY = /\.(otf|ttf|woff2?|png|jpe?g|ico|gz|br|pdf|xlsx)$/;
const TOP = [
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "README.md",
  "NOTICE",
  ".npmrc",
  ".ci/run",
  ".biome.json",
  ".gitignore",
];
const texts = [...sources(), ...TOP].filter(
  (path) => !BINARY.test(path) && path !== "tests/house/standalone.test.ts" && existsSync(join(ROOT, path)),
);

/** Things that belong to one machine or one person, and a text that shows each. */
const SINS: Record<string, [RegExp, string]> = {
  "a folder outside the project": [
    /\.\.\/shared\/(design|domain|seed|data|fonts)\b/,
    'readFileSync("../shared/seed/policy.txt")',
  ],
  "a path of one machine": [/(?<![\w.~$}/-])\/(work|root|home|Users|mnt)\/[\w.-]+/, 'const folder = "/home/somebody/dist"'],
  "a folder for temporary files by name": [/(?<![\w.~$}/-])\/tmp\/[\w.-]+/, 'writeFileSync("/tmp/plan/out")'],
  "a registry": [/registry\.npm|npmmirror|registry=http/, "registry=https://registry.npmmirror.com"],
  "a private key": [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, "-----BEGIN RSA PRIVATE KEY-----"],
  "a token": [/\b(ghp_|github_pat_|npm_|sk-|AKIA)[A-Za-z0-9_]{16,}/, "npm_0123456789abcdefghij"],
  "a password in an address": [
    /\b(postgres(ql)?|https?|redis):\/\/[^\s:/"'`<>${}]+:(?!(PASSWORD|password|密码|secret|wrong|pw|pass|p)(?=@))[^\s@"'`<>${}]+@(?!(127\.0\.0\.1|localhost|example|\[))/,
    "postgres://gonghui:hunter2@db.city.cn/gonghui",
  ],
  "talk of a tool that wrote it": [
    /\b(Claude|Anthropic|ChatGPT|OpenAI|Copilot|language model|AI assistant|subagent)\b/i,
    "// written by ChatGPT",
  ],
  "unfinished work": [/\b(TODO|FIXME|XXX|HACK)\b/, "// TODO: later"],
};

for (const [sin, [pattern, example]] of Object.entries(SINS))
  test(`no source holds ${sin}`, () => {
    expect(example).toMatch(pattern);
    const found = texts.flatMap((path) =>
      textOf(path)
        .split("\n")
        .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
    );
    expect(found).toEqual([]);
  });

/** Addresses that are names of standards, licences or documentation, and are never fetched. */
const NAMED_ONLY = [
  "www.w3.org",
  "reactjs.org",
  "react.dev",
  "mui.com",
  "v6.mui.com",
  "v5.mui.com",
  "github.com",
  "fb.me",
  "tools.ietf.org",
  "datatracker.ietf.org",
  "reactrouter.com",
  "marmelab.com",
  "emotion.sh",
  "schema.org",
  "www.ecma-international.org",
  "spec.graphql.org",
  "graphql.org",
  "json-schema.org",
  "echarts.apache.org",
  "developer.mozilla.org",
  "localhost",
  "127.0.0.1",
  "www.apache.org",
  "opensource.org",
  "tc39.es",
  "www.unicode.org",
  "bit.ly",
  "goo.gl",
  "radix-ui.com",
  "www.radix-ui.com",
  "tanstack.com",
  "microsoft.github.io",
  "json.schemastore.org",
  "www.graphql-scalars.dev",
  "the-guild.dev",
  "base-ui.com",
  "code.visualstudio.com",
  "commonmark.org",
  "en.wikipedia.org",
  "yarnpkg.com",
  "microsoft.com",
  "prettier.io",
];

/** react-admin reports its use from production builds unless told not to; its code stays in the bundle either way. */
const TELEMETRY = "react-admin-telemetry.marmelab.com";

test("the console reports its use to nobody", () => {
  const told = sources().filter((path) => path.startsWith("admin/") && /<Admin\b/.test(textOf(path)));
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter((path) => !textOf(path).includes("disableTelemetry"))).toEqual([]);
});

test("the built console fetches nothing from another host", () => {
  const folder = join(ROOT, "dist", "admin");
  expect(existsSync(folder)).toBe(true);
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter((path) =>
    /\.(html|js|css|json|webmanifest)$/.test(path),
  );
  expect(files.length).toBeGreaterThan(0);
  const remote = new Set<string>();
  for (const file of files) {
    const text = readFileSync(join(folder, file), "utf8");
    for (const [, host = ""] of text.matchAll(/(?:https?:|wss?:)\/\/([a-z0-9.-]+\.[a-z]{2,})/gi))
      if (host !== TELEMETRY && !NAMED_ONLY.includes(host.toLowerCase())) remote.add(`${basename(file)}: ${host}`);
    for (const [whole = ""] of text.matchAll(
      /(?:\b(?:src|href)=["']|url\(["']?|@import\s+["']|import\(["'])(?:https?:)?\/\/[^"')]+/gi,
    ))
      remote.add(`${basename(file)}: ${whole}`);
  }
  expect([...remote].sort()).toEqual([]);
});
