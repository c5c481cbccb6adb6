import pg from "pg";
import type { Viewer } from "../../api/reading/viewer.js";
import { ReadPool } from "../../api/shared/readPool.js";
import { READING_WORLD } from "../reading/world.js";
import { type FreshDatabase, freshDatabase } from "../shared/freshDatabase.js";
import type { Trial } from "./promise.js";

/** A dense world behind its walls, looked at from both sides of them. */
export interface WallBench {
  database: FreshDatabase;
  /** The owner's connection. */
  client: pg.Client;
  /** What the server reads by. */
  reads: ReadPool;
  viewer(path: string | undefined, role?: Viewer["role"]): Viewer;
}

/** Opens the world, with the mutant's statements run in it, and closes it after the work. */
export async function withWalls<T>(
  { mutant }: Pick<Trial, "mutant">,
  work: (bench: WallBench) => Promise<T>,
): Promise<T> {
  const database = await freshDatabase({ template: READING_WORLD });
  const client = new pg.Client({ ...database.address, ssl: false });
  await client.connect();
  const reads = new ReadPool(database.address, 2);
  try {
    if (mutant?.sql) await client.query(mutant.sql);
    const { rows } = await client.query("select today_in_shaoxing()::text as today");
    const viewer: WallBench["viewer"] = (path, role = "FEDERATION_ADMINISTRATOR") => ({
      accountId: 1,
      role,
      today: rows[0].today as string,
      ...(path === undefined ? {} : { path }),
    });
    return await work({ database, client, reads, viewer });
  } finally {
    await client.end();
    await reads.end();
    await database.drop();
  }
}

/** Looks in a transaction that leaves nothing behind. */
export async function within<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query("begin");
  try {
    return await work();
  } finally {
    await client.query("rollback");
  }
}
