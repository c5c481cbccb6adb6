import { openWorld, type World } from "../shared/world.js";
import type { Trial } from "./promise.js";

/** Opens the small world, with the mutant's statements run in it, and closes it after the work. */
export async function withWorld<T>({ mutant }: Pick<Trial, "mutant">, work: (world: World) => Promise<T>): Promise<T> {
  const world = await openWorld();
  try {
    if (mutant?.sql) await world.sql(mutant.sql);
    return await work(world);
  } finally {
    await world.end();
  }
}

export const median = (times: readonly number[]) =>
  [...times].sort((one, other) => one - other)[times.length >> 1] ?? 0;
export const share = (times: readonly number[], part: number) =>
  [...times].sort((one, other) => one - other)[Math.floor((times.length - 1) * part)] ?? 0;
export const pause = (milliseconds: number) => new Promise((resume) => setTimeout(resume, milliseconds));
