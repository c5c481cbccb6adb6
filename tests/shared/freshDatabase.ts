import { randomBytes } from "node:crypto";
import pg from "pg";
import type { DatabaseAddress } from "../../api/shared/database.js";
import { withConnection } from "../../api/shared/databaseConnection.js";

export interface FreshDatabase {
  address: DatabaseAddress;
  /** removes the database; sessions still open in it are ended */
  drop(): Promise<void>;
}

/** A database that is built once per run and then copied; `build` must close its connections before it returns. */
export interface Template {
  name: string;
  build(address: DatabaseAddress): Promise<void>;
}

const MIGRATED: Template = {
  name: "migrated",
  build: async (address) => {
    const { migrate } = (await import("../../api/orm.js")) as { migrate(address: DatabaseAddress): Promise<void> };
    await migrate(address);
  },
};

/** Gives a test file a database of its own: empty but migrated, or copied from a named template, or truly `"empty"`. */
export async function freshDatabase({
  template = "migrated",
}: {
  template?: "migrated" | "empty" | Template;
} = {}): Promise<FreshDatabase> {
  const server = testServer();
  const name = `test_${randomBytes(8).toString("hex")}`;
  const source = template === "migrated" ? MIGRATED : template;
  const copied = source === "empty" ? "template1" : await builtTemplate(server, source);
  await withConnection(server, (client) =>
    client.query(`create database ${name} template ${pg.escapeIdentifier(copied)} strategy file_copy`),
  );
  return {
    address: { ...server, database: name },
    drop: () =>
      withConnection(
        server,
        async (client) => void (await client.query(`drop database if exists ${name} with (force)`)),
      ),
  };
}

/** The PostgreSQL of this run; its user may do anything. */
export function testServer(): DatabaseAddress {
  const text = process.env.TEST_DATABASE;
  if (!text) throw new Error("no test database: run the tests by `npm test`, with tests/jest.json");
  return JSON.parse(text) as DatabaseAddress;
}

/** Builds the template if it is missing. The lock keeps test files that run side by side from building it twice. */
async function builtTemplate(server: DatabaseAddress, template: Template): Promise<string> {
  const name = `template_${template.name}`;
  const draft = `${name}_draft`;
  await withConnection(server, async (client) => {
    await client.query("select pg_advisory_lock(hashtext($1))", [name]);
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount) return;
    await client.query(`drop database if exists ${pg.escapeIdentifier(draft)} with (force)`);
    await client.query(`create database ${pg.escapeIdentifier(draft)}`);
    await template.build({ ...server, database: draft });
    await client.query(`alter database ${pg.escapeIdentifier(draft)} rename to ${pg.escapeIdentifier(name)}`);
  });
  return name;
}
