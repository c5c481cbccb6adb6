import { randomInt } from "node:crypto";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";

/** What a file of drills exports: a long run of chances that draws all of them from `seed`; it throws when something broke. */
export type Drill = (plan: { seed: number; scale: number }) => Promise<void> | void;

const SEED = whole("SEED", randomInt(2 ** 31));
const SCALE = whole("SCALE", 1);

/** An order for the command line: unset means the given value. */
function whole(name: string, otherwise: number): number {
  const text = process.env[name];
  if (text === undefined || text === "") return otherwise;
  if (/^\d{1,10}$/.test(text) && Number(text) < 2 ** 31) return Number(text);
  console.error(`${name} 应为 0 至 2147483647 的整数。${name} is a whole number from 0 to 2147483647.`);
  process.exit(2);
}

const asked = process.argv.slice(2);
const found = readdirSync(fileURLToPath(new URL(".", import.meta.url)))
  .filter((name) => name.endsWith(".js") && name !== "main.js")
  .map((name) => name.slice(0, -".js".length))
  .sort();
const unknown = asked.filter((name) => !found.includes(name));
if (unknown.length > 0) {
  console.error(`没有此演练 · No such drill: ${unknown.join(", ")}（${found.join(", ")}）`);
  process.exit(2);
}

console.log(`SEED=${SEED} SCALE=${SCALE}`);
// The drills stand on the same worlds as the tests, so they need the tests' PostgreSQL.
const { default: startDatabase, endDatabase } = await import("../shared/database.mjs");
await startDatabase();
const failed: string[] = [];
let held = 0;
for (const name of asked.length > 0 ? asked : found) {
  const { drill } = (await import(`./${name}.js`)) as { drill?: Drill };
  if (!drill) continue;
  const begun = Date.now();
  try {
    await drill({ seed: SEED, scale: SCALE });
    held += 1;
    console.log(`ok      ${name}  ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  } catch (error) {
    failed.push(name);
    console.error(`FAILED  ${name}  ${((Date.now() - begun) / 1000).toFixed(1)} s\n${inspect(error)}`);
  }
}
await endDatabase();
console.log(`SEED=${SEED}`);
console.log(`${held} held, ${failed.length} failed${failed.length > 0 ? `: ${failed.join(", ")}` : ""}`);
process.exit(failed.length > 0 ? 1 : 0);
