import "reflect-metadata";
import { inspect } from "node:util";
import { brokenPromise, CASES, closingLine, mutantFound, ROWS } from "../trust/suite.js";
import type { Drill } from "./main.js";

/** Some promises only, by name: ROWS=6,20. */
const ASKED = process.env.ROWS?.split(",") ?? ROWS;

/** Every promise in its full counts, then every wrong build, which the checks must find out. */
export const drill: Drill = async ({ seed, scale }) => {
  const faults: string[] = [];
  const timed = async (what: string, look: () => Promise<string[]>, wanted: "nothing" | "something") => {
    const begun = performance.now();
    const found = await look().catch((error: unknown) => {
      faults.push(`${what}: ${inspect(error)}`);
      return undefined;
    });
    const isWell = found !== undefined && found.length > 0 === (wanted === "something");
    const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
    console.log(
      `        ${isWell ? "ok    " : "FAILED"} ${what} ${seconds} s${wanted === "something" ? `  ${(found?.[0] ?? "").slice(0, 120)}` : ""}`,
    );
    if (found && !isWell) faults.push(`${what}: ${found.slice(0, 10).join("\n") || "nobody noticed"}`);
    return isWell;
  };
  for (const row of ASKED) await timed(`promise ${row}`, () => brokenPromise(row, seed, scale), "nothing");
  let caught = 0;
  const cases = CASES.filter(({ row }) => ASKED.includes(row));
  for (const each of cases)
    if (await timed(`mutant of ${each.row}: ${each.name}`, () => mutantFound(each, seed), "something")) caught++;
  console.log(closingLine(caught, cases.length, seed));
  if (faults.length > 0) throw new Error(faults.join("\n\n"));
};
