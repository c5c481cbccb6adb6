import "reflect-metadata";
import { MikroORM } from "@mikro-orm/core";
import { ReflectMetadataProvider } from "@mikro-orm/decorators/legacy";
import { Migrator } from "@mikro-orm/migrations";
import { PostgreSqlDriver } from "@mikro-orm/postgresql";
import { migrationsList } from "../schema/migrations/index.js";
import { ENTITIES } from "../schema/register.js";
import type { DatabaseAddress } from "./shared/database.js";

/** The object-relational mapper: it serves writes and migrations; reads are compiled (see reading/). */
export function createOrm(address: DatabaseAddress, { pool = 8 } = {}): Promise<MikroORM<PostgreSqlDriver>> {
  const { host, port, user, password, database } = address;
  return MikroORM.init({
    driver: PostgreSqlDriver,
    entities: ENTITIES, metadataProvider: ReflectMetadataProvider,
    dbName: database, host, port, user, password,
    pool: { min: 0, max: pool },
    extensions: [Migrator],
    migrations: { migrationsList, transactional: true, snapshot: false, emit: "ts" },
    forceUtcTimezone: true,
  });
}

/** Brings a database to the newest schema. */
export async function migrate(address: DatabaseAddress): Promise<void> {
  const orm = await createOrm(address, { pool: 1 });
  try {
    await orm.migrator.up();
  } finally {
    await orm.close(true);
  }
}
