import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { FLOORS, ROOT, runTool } from "./tree.js";

interface Cruise {
  summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] };
}

function cruise(root: string): Cruise {
  const answer = runTool(
    "dependency-cruiser/bin/dependency-cruiser.mjs",
    ["--config", join(ROOT, "tests", "house", "boundaries.cjs"), "--output-type", "json", ...FLOORS],
    root,
  );
  if (!answer.stdout) throw new Error(answer.stderr);
  return JSON.parse(answer.stdout) as Cruise;
}

/** One file that sins against each wall; what it imports is made too, unless it begins with a hash. */
const SINS: Record<string, [from: string, imports: string]> = {
  "schema-stands-alone": ["schema/people/person.entity.ts", "api/people/roll.ts"],
  "schema-takes-few-packages": ["schema/people/reach.ts", "#fastify"],
  "register-imports-nothing": ["schema/records.ts", "schema/shared/words.ts"],
  "rules-are-pure": ["schema/people/age.rules.ts", "#graphql"],
  "reports-only-draw": ["reports/awards/roll.report.ts", "schema/awards/award.entity.ts"],
  "console-sees-only-law": ["admin/people/PersonList.tsx", "schema/people/name.entity.ts"],
  "console-runs-in-a-browser": ["admin/shared/open.ts", "#node:fs"],
  "rooms-meet-through-actions": ["api/awards/awards.actions.ts", "api/people/people.resolver.ts"],
  "paper-has-one-door": ["api/awards/paper.ts", "reports/print.ts"],
  "api-knows-no-screens": ["api/shared/screen.ts", "admin/App.tsx"],
  "nothing-leans-on-proof": ["api/shared/world.ts", "tests/shared/world.ts"],
  "no-package-by-accident": ["api/shared/stray.ts", "#react"],
  "product-runs-without-tools": ["api/shared/tool.ts", "#jest"],
  "everything-imported-exists": ["api/shared/lost.ts", "#./nowhere.js"],
  "only-entities-form-circles": ["api/shared/one.ts", "api/shared/other.ts"],
};

function plant(root: string) {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: "a" });
  };
  const towards = (from: string, to: string) =>
    `${"../".repeat(from.split("/").length - 1)}${to.replace(/\.tsx?$/, ".js")}`;
  for (const [from, to] of Object.values(SINS)) {
    write(from, `import "${to.startsWith("#") ? to.slice(1) : `./${towards(from, to)}`}";\nexport {};\n`);
    if (!to.startsWith("#")) write(to, "export {};\n");
  }
  write("api/shared/other.ts", 'import "./one.js";\n');
  write("package.json", JSON.stringify({ name: "sinner", type: "module", devDependencies: { jest: "*" } }));
  for (const name of ["jest", "react"]) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
    write(`node_modules/${name}/index.js`, "module.exports = {};\n");
  }
}

test("no module imports across a wall of the house", () => {
  const { summary } = cruise(ROOT);
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  expect(summary.totalCruised).toBeGreaterThan(50);
});

test("every wall catches the sin planted against it", () => {
  const root = mkdtempSync(join(tmpdir(), "gonghui-sins-"));
  try {
    plant(root);
    const caught = cruise(root).summary.violations;
    for (const [wall, [from]] of Object.entries(SINS))
      expect(caught.filter(({ rule }) => rule.name === wall).map((violation) => violation.from)).toContain(from);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test("every wall has its planted sin", async () => {
  const { default: boundaries } = (await import(join(ROOT, "tests", "house", "boundaries.cjs"))) as {
    default: { forbidden: { name: string }[] };
  };
  expect(boundaries.forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(SINS).sort());
});
