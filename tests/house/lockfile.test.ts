import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { ROOT, textOf } from "./tree.js";

interface Locked {
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
  version?: string;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  link?: boolean;
  inBundle?: boolean;
}
const lock = JSON.parse(textOf("package-lock.json")) as { packages: Record<string, Locked> };
const manifest = JSON.parse(textOf("package.json")) as Record<
  "dependencies" | "devDependencies" | "optionalDependencies",
  Record<string, string>
> & {
  allowScripts?: Record<string, boolean>;
};
const installed = Object.entries(lock.packages).filter(([path]) => path !== "");
const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
const named = (pattern: RegExp) => installed.filter(([path]) => pattern.test(nameOf(path)));

test("the lockfile names no host: a mirror serves as well as the registry", () => {
  expect(installed.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
  expect(textOf(".npmrc")).toContain("omit-lockfile-registry-resolved=true");
  expect(textOf(".npmrc")).not.toMatch(/registry\s*=\s*http|_auth|token/i);
});

test("every package is held by its integrity and is not a link", () => {
  const loose = installed.filter(([, { integrity, inBundle }]) => !integrity && !inBundle);
  // What another platform needs is named by completeLock.mjs, unseen; on a server, x64 Linux with glibc, nothing is.
  const isElsewhere = ({ optional, os = [], cpu = [], libc = [] }: Locked) =>
    optional &&
    os.length > 0 &&
    cpu.length > 0 &&
    !(os.includes("linux") && cpu.includes("x64") && !libc.includes("musl"));
  expect(loose.filter(([, each]) => !isElsewhere(each)).map(([path]) => path)).toEqual([]);
  expect(installed.filter(([, { link }]) => link)).toEqual([]);
});

test("every optional package that a package asks for is named, or npm ci refuses the lockfile (npm run fix:lock)", async () => {
  const { missingOptional } = (await import(join(ROOT, "tests", "house", "completeLock.mjs"))) as {
    missingOptional(packages: Record<string, Locked>): { name: string }[];
  };
  expect(missingOptional(lock.packages)).toEqual([]);
  const torn = Object.fromEntries(
    Object.entries(lock.packages).filter(([path]) => path !== "node_modules/@swc/core-darwin-arm64"),
  );
  expect(missingOptional(torn).map(({ name }) => name)).toEqual(["@swc/core-darwin-arm64"]);
});

test("there is one copy of graphql, and MikroORM is of one version", () => {
  expect(named(/^graphql$/).map(([path]) => path)).toEqual(["node_modules/graphql"]);
  expect([...new Set(named(/^@mikro-orm\//).map(([, { version }]) => version))]).toHaveLength(1);
  expect(named(/^react$/)).toHaveLength(1);
});

test("dependencies are pinned exactly, and the lockfile agrees", () => {
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  expect(Object.entries(wanted).filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))).toEqual([]);
  expect(
    Object.entries(wanted).filter(([name, range]) => lock.packages[`node_modules/${name}`]?.version !== range),
  ).toEqual([]);
});

test("only install scripts that were decided upon run", () => {
  const scripted = [
    ...new Set(installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path))),
  ];
  const decided = manifest.allowScripts ?? {};
  expect(scripted.filter((name) => !(name in decided))).toEqual([]);
  expect(Object.keys(decided).filter((name) => !scripted.includes(name))).toEqual([]);
});
