import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { Drill } from "../drill/main.js";
import { ROOT } from "./tree.js";

const SEED = Number(process.env.SEED ?? 20130905);
const names = readdirSync(join(ROOT, "tests", "drill"))
  .filter((name) => name.endsWith(".ts") && name !== "main.ts")
  .map((name) => name.slice(0, -".ts".length));
const drills = await Promise.all(
  names.map(async (name) => ({ name, ...((await import(`../drill/${name}.js`)) as { drill?: Drill }) })),
);

// The promises have a short form of their own, with a test for each.
test.each(drills.filter(({ name, drill }) => drill && name !== "trust"))(
  `a short drill of $name holds (SEED=${SEED})`,
  async ({ drill }) => {
    await expect(Promise.resolve(drill?.({ seed: SEED, scale: 0.05 }))).resolves.toBeUndefined();
  },
  120_000,
);
