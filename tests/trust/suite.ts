import { Dice } from "../drill/dice.js";
import { type Case, tryApart } from "./apart.js";
import type { Mutant } from "./promise.js";
import { PROMISES } from "./promises.js";

/** Counts of the short form, as parts of the full ones; a mutant that is found out by a tenth is found out by all. */
export const SHORT = 0.1;

export const ROWS = Object.keys(PROMISES);
export const CASES: Case[] = ROWS.flatMap((row) =>
  Object.keys(PROMISES[row]?.mutants ?? {}).map((name) => ({ row, name })),
);

const promised = (row: string) => {
  const found = PROMISES[row];
  if (!found) throw new Error(`no promise is called ${row}`);
  return found;
};

/** What the check of a promise finds wrong with the product; nothing, if the promise is kept. */
export function brokenPromise(row: string, seed: number, scale: number): Promise<string[]> {
  const { check, isApart } = promised(row);
  return isApart ? tryApart({ row, seed, scale }) : check({ seed, scale });
}

/** What the same check finds wrong with a build that is wrong; nothing means that the check proves nothing. */
export function mutantFound(each: Case, seed: number): Promise<string[]> {
  const { check, mutants } = promised(each.row);
  const mutant = mutants[each.name] as Mutant;
  return mutant.code
    ? tryApart({ ...each, seed, scale: SHORT, fault: mutant.code })
    : check({ seed, scale: SHORT, mutant });
}

/** Some mutants of different promises, drawn by a seed. */
export function drawn(count: number, seed: number): Case[] {
  const dice = new Dice(seed);
  const rows = [...ROWS].filter((row) => CASES.some((each) => each.row === row));
  return Array.from({ length: count }, () => {
    const [row] = rows.splice(Math.floor(dice.next() * rows.length), 1);
    return dice.one(CASES.filter((each) => each.row === row));
  });
}

export const closingLine = (caught: number, tried: number, seed: number) =>
  `mutants caught: ${caught} of ${tried}${tried < CASES.length ? ` tried, of ${CASES.length}` : ""} (SEED=${seed})`;
