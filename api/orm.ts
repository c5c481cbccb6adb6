import "reflect-metadata";
import { MikroORM } from "@mikro-orm/core";
import { ReflectMetadataProvider } from "@mikro-orm/decorators/legacy";
import { Migrator } from "@mikro-orm/migrations";
import { PostgreSqlDriver } from "@mikro-orm/postgresql";
import { migrationsList } from "../schema/migrations/index.js";
import { ENTITIES } from "../schema/register.js";
import type { DatabaseAddress } from "./shared/database.js";
import { withConnection } from "./shared/databaseConnection.js";

/** The object-relational mapper: it serves writes and migrations; reads are compiled (see reading/). */
export function createOrm(address: DatabaseAddress, { pool = 8 } = {}): Promise<MikroORM<PostgreSqlDriver>> {
  const { host, port, user, password, database, ssl } = address;
  return MikroORM.init({
    driver: PostgreSqlDriver,
    entities: ENTITIES,
    metadataProvider: ReflectMetadataProvider,
    dbName: database,
    host,
    port,
    user,
    password,
    pool: { min: 0, max: pool },
    ...(ssl ? { driverOptions: { ssl } } : {}),
    extensions: [Migrator],
    logger: () => {},
    migrations: { migrationsList, transactional: true, snapshot: false, emit: "ts" },
    forceUtcTimezone: true,
  });
}

const MIGRATING = 20_131_008;

/** Brings a database to the newest schema. Two that come at once take turns. */
export async function migrate(address: DatabaseAddress): Promise<void> {
  await withConnection(address, async (client) => {
    await client.query("select pg_advisory_lock($1)", [MIGRATING]);
    const orm = await createOrm(address, { pool: 1 });
    try {
      await orm.migrator.up();
    } finally {
      await orm.close(true);
    }
  });
}
