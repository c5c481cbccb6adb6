import pg from "pg";
import type { DatabaseAddress } from "./databaseAddress.js";
import { DatabaseRefusal } from "./databaseRefusal.js";

const OLDEST = 15;
const PATIENCE_MILLISECONDS = 30_000;
/** Failures that pass by themselves: not yet listening, name not yet known, starting up, stopping, too many sessions. */
const PASSING = [
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EAI_AGAIN",
  "ENOTFOUND",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "57P03",
  "57P01",
  "53300",
];

/** Runs `work` on one connection of its own and closes it. */
export async function withConnection<Result>(
  address: DatabaseAddress,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    ...address,
    ssl: address.ssl ?? false,
    connectionTimeoutMillis: 10_000,
    application_name: "gonghui",
  });
  // A server that stops meanwhile also reports on the idle connection; the query under way carries the error to the caller.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Creates our database in the embedded cluster if it is missing. */
export async function createDatabase(address: DatabaseAddress): Promise<void> {
  await withConnection({ ...address, database: "postgres" }, async (client) => {
    const found = await client.query("select 1 from pg_database where datname = $1", [address.database]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(address.database)}`);
  });
}

/**
 * Waits for an external server, asking again with growing pauses for half a minute, and looks at its version.
 * @throws DatabaseRefusal `DATABASE_UNREACHABLE` or `DATABASE_VERSION`
 */
export async function greet(
  address: DatabaseAddress,
  log: (text: string) => void,
  patienceMilliseconds = PATIENCE_MILLISECONDS,
): Promise<void> {
  const end = Date.now() + patienceMilliseconds;
  for (let pause = 200; ; pause = Math.min(pause * 2, 5_000)) {
    try {
      const version = await withConnection(address, async (client) => {
        const answer = await client.query<{ server_version_num: string }>("show server_version_num");
        return Number(answer.rows[0]?.server_version_num);
      });
      if (version < OLDEST * 10_000) throw tooOld(Math.floor(version / 10_000));
      return;
    } catch (error) {
      if (error instanceof DatabaseRefusal) throw error;
      const code = (error as { code?: string }).code ?? "";
      const passing = PASSING.includes(code) || (error as Error).message.includes("timeout");
      if (!passing || Date.now() + pause > end) throw unreachable(address, error as Error);
      log(
        `数据库 ${address.host}:${address.port} 暂不可用（${code}），${pause} 毫秒后重试 / not reachable yet, trying again`,
      );
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

function tooOld(version: number): DatabaseRefusal {
  return new DatabaseRefusal(
    "DATABASE_VERSION",
    `DATABASE_URL 指向 PostgreSQL ${version}，本系统需要 ${OLDEST} 或更高版本。`,
    `DATABASE_URL names a PostgreSQL ${version}; ${OLDEST} or later is needed.`,
  );
}

function unreachable(address: DatabaseAddress, error: Error): DatabaseRefusal {
  const place = `${address.user}@${address.host}:${address.port}/${address.database}`;
  const reason = error.message || (error as { code?: string }).code || error.name;
  return new DatabaseRefusal(
    "DATABASE_UNREACHABLE",
    `连接不上 DATABASE_URL 指定的数据库 ${place}：${reason}`,
    `Cannot connect to the database of DATABASE_URL, ${place}: ${reason}`,
    error,
  );
}
