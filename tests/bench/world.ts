import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { createToken } from "../../api/access/tokens.actions.js";
import { migrate } from "../../api/orm.js";
import { type DatabaseAddress, openDatabase } from "../../api/shared/database.js";
import { withConnection } from "../../api/shared/databaseConnection.js";
import { loadNation } from "./load.js";
import { ROOT, readNation } from "./nation.js";
import { PEER_INDEXES } from "./peerIndexes.js";
import type { Profile } from "./profile.js";

/** The folder of the bench in the sources; this file runs from dist/tests/bench. */
export const HOME = fileURLToPath(new URL("../../../tests/bench/", import.meta.url));
const NAME = "bench";

/** The database all servers share, and a token whose reader sees the whole nation through the ordinary row conditions. */
export interface World {
  address: DatabaseAddress;
  token: string;
  /** process of PostgreSQL, whose children are its sessions */
  postgres: number;
  /** seconds of the load; 0 when a kept database was found */
  loading: number;
  close(): Promise<void>;
}

/** Opens the bench's own PostgreSQL and loads it, unless a kept folder holds it already. */
export async function openWorld(profile: Profile, say: (text: string) => void): Promise<World> {
  const folder = profile.folder ? resolve(profile.folder) : mkdtempSync(join(tmpdir(), "gonghui-bench-"));
  const database = await openDatabase({ dataFolder: folder, purpose: "command", durable: false });
  const close = async () => {
    await database.stop();
    if (!profile.folder) rmSync(folder, { recursive: true, force: true });
  };
  try {
    const address = { ...database.address, database: `${NAME}_${profile.name}` };
    const loading = await loadOnce(address, profile, say);
    const token = await readerToken(address);
    return { address, token, postgres: database.pid as number, loading, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function loadOnce(address: DatabaseAddress, profile: Profile, say: (text: string) => void): Promise<number> {
  const draft = { ...address, database: `${address.database}_draft` };
  const begun = Date.now();
  const isThere = await withConnection({ ...address, database: "postgres" }, async (client) => {
    if ((await client.query("select from pg_database where datname = $1", [address.database])).rowCount) return true;
    await client.query(`drop database if exists ${draft.database} with (force)`);
    await client.query(`create database ${draft.database}`);
    return false;
  });
  if (isThere) return 0;
  await migrate(draft);
  const nation = readNation(
    join(HOME, profile.name === "full" ? "divisions-china.csv.gz" : "../../api/demonstration/divisions-shaoxing.csv"),
  );
  say(`loading ${nation.ids.length} divisions as unions`);
  await withConnection(draft, async (client) => {
    await loadNation(client, nation);
    for (const statement of PEER_INDEXES) await client.query(statement);
    // Every server reads under the settings of the product's read connections.
    await client.query(`alter database ${draft.database} set jit = off`);
    await client.query(`alter database ${draft.database} set max_parallel_workers_per_gather = 0`);
  });
  await withConnection({ ...address, database: "postgres" }, (client) =>
    client.query(`alter database ${draft.database} rename to ${address.database}`),
  );
  return (Date.now() - begun) / 1_000;
}

/** A token of an account with a grant at the root: it sees everything, but through every row condition. */
async function readerToken(address: DatabaseAddress): Promise<string> {
  const pool = new pg.Pool({ ...address, ssl: false, max: 1 });
  pool.on("error", () => undefined); // the server may stop before an ended session has gone
  try {
    const { token, prefix } = await createToken(pool, {
      name: "bench",
      role: "FEDERATION_ADMINISTRATOR",
      unionCode: ROOT.code,
      days: 1,
      reason: "bench",
    });
    // Without end, or the bench would measure refusals.
    await pool.query("insert into cost_budget (holder, hourly, available) values ($1, 2000000000, 2000000000)", [
      `token:${prefix}`,
    ]);
    return token;
  } finally {
    await pool.end();
  }
}
