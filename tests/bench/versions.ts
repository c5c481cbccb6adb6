import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseAddress } from "../../api/shared/database.js";
import { withConnection } from "../../api/shared/databaseConnection.js";
import { HOME } from "./world.js";

const SHOWN = [
  "shared_buffers",
  "work_mem",
  "jit",
  "max_parallel_workers_per_gather",
  "plan_cache_mode",
  "fsync",
  "synchronous_commit",
  "max_connections",
];

/** What ran: node, PostgreSQL with its settings, the libraries of each server. */
export async function versionsOf(address: DatabaseAddress): Promise<Record<string, unknown>> {
  const installed = (folder: string, name: string) =>
    (JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")) as { version: string })
      .version;
  const product = join(HOME, "..", "..");
  const peers = join(HOME, "peers");
  const database = await withConnection(address, async (client) => {
    const { rows } = await client.query<{ name: string; setting: string }>(
      "select name, setting from pg_settings where name = any ($1) or name = 'server_version' order by name",
      [SHOWN],
    );
    return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
  });
  return {
    node: process.version,
    database,
    product: Object.fromEntries(
      ["fastify", "@apollo/server", "graphql", "pg"].map((name) => [name, installed(product, name)]),
    ),
    postgraphile: Object.fromEntries(
      ["postgraphile", "@graphile/simplify-inflection", "grafast", "pg"].map((name) => [name, installed(peers, name)]),
    ),
  };
}
