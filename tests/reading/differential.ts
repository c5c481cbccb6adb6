import { Chance } from "../../api/demonstration/chance.js";
import { type Viewer } from "../../api/reading/viewer.js";
import { idsIn } from "./comparison.js";
import { Generator, type Made } from "./generator.js";
import type { ReadingHouse } from "./house.js";
import { shrink } from "./shrinking.js";

export interface Tally {
  operations: number;
  lane: number;
  refused: number;
  failures: Failure[];
}
export interface Failure {
  seed: string;
  viewer: Viewer;
  made: Made;
  compiled: string;
  plain: string;
}

/** Ids that a reader was sent and must not see, if any; asked with SQL of its own. */
export type LeakCheck = (viewer: Viewer, ids: ReadonlySet<string>) => Promise<string[]>;

/** Compares so many random operations for random readers. Each has a seed of its own, by which it can be made again. */
export async function compareMany(
  house: ReadingHouse,
  seed: string,
  count: number,
  leaks: LeakCheck,
  mostFailures = 3,
): Promise<Tally> {
  const tally: Tally = { operations: 0, lane: 0, refused: 0, failures: [] };
  for (let number = 0; tally.operations < count && tally.failures.length < mostFailures; number++)
    await compareOne(house, `${seed}/${number}`, tally, leaks);
  return tally;
}

async function compareOne(
  { comparison, pools, viewers }: ReadingHouse,
  seed: string,
  tally: Tally,
  leaks: LeakCheck,
): Promise<void> {
  const made = new Generator(comparison.schema, pools, seed).operation();
  const document = comparison.isValid(made);
  if (!document) return;
  const chance = new Chance(`viewer ${seed}`);
  const viewer = chance.holds(35)
    ? chance.pick(viewers.filter(({ path }) => path === undefined || path === "1."))
    : chance.pick(viewers);
  // Another reader of the same plan, as a scope must never be part of it.
  const second = chance.holds(15)
    ? viewers.filter(({ role, path }) => role === viewer.role && (path === undefined) === (viewer.path === undefined))
    : [];
  for (const reader of [viewer, ...(second.length ? [chance.pick(second)] : [])]) {
    const { tookLane, difference, answer } = await comparison.compare(document, made, reader);
    tally.operations++;
    if (tookLane) tally.lane++;
    if (answer.errors && answer.data === undefined) tally.refused++;
    const leaked = difference ? [] : await leaks(reader, idsIn(answer.data));
    if (!difference && leaked.length === 0) continue;
    const smallest = await shrink(
      made,
      (each) => comparison.isValid(each),
      async (smaller, each) => {
        const compared = await comparison.compare(smaller, each, reader);
        return difference
          ? compared.difference !== undefined
          : (await leaks(reader, idsIn(compared.answer.data))).length > 0;
      },
    );
    const last = await comparison
      .compare(comparison.isValid(smallest) ?? document, smallest, reader)
      .catch(() => undefined);
    tally.failures.push({
      seed,
      viewer: reader,
      made: smallest,
      compiled: (last?.difference ?? difference)?.compiled ?? "",
      plain: (last?.difference ?? difference)?.plain ?? `leaked ${leaked.join(", ")}`,
    });
  }
}

/** A failure in words that let anyone repeat it. */
export function told({ seed, viewer, made, compiled, plain }: Failure): string {
  const at = [...compiled].findIndex((letter, place) => letter !== [...plain][place]);
  const near = (text: string) => (text.length > 600 ? `…${text.slice(Math.max(0, at - 200), at + 400)}…` : text);
  return [
    `seed ${seed}`,
    `viewer ${JSON.stringify(viewer)}`,
    made.text,
    `variables ${JSON.stringify(made.variables)}`,
    `compiled ${near(compiled)}`,
    `plain    ${near(plain)}`,
  ].join("\n");
}
