import { Provider } from "./access/provider.js";
import type { House } from "./context.js";
import { fileStoreIn } from "./documents/fileStore.js";
import { createOrm, migrate } from "./orm.js";
import type { Settings } from "./settings.js";
import { openDatabase, type RunningDatabase } from "./shared/database.js";
import { withConnection } from "./shared/databaseConnection.js";
import { createLog } from "./shared/logLines.js";
import { openSealing } from "./shared/openSealing.js";
import { ReadPool } from "./shared/readPool.js";

/** A house with its database open and migrated, and how to leave it. */
export interface OpenHouse extends House {
  database: RunningDatabase;
  settings: Settings;
  close(): Promise<void>;
}

/** Opens the database for serving or for one command, brings it to the newest schema, and connects. */
export async function openHouse(settings: Settings, purpose: "serve" | "command"): Promise<OpenHouse> {
  const log = createLog(settings.logLevel);
  const address = `http://${settings.host}:${settings.port}`;
  const database = await openDatabase({
    dataFolder: settings.dataFolder,
    ...(settings.databaseUrl ? { databaseUrl: settings.databaseUrl } : {}),
    purpose,
    address,
    log: (text) => log.info(text),
  });
  try {
    await migrate(database.address);
    const sealing = await withConnection(database.address, (client) => openSealing(client, settings.dataFolder));
    const orm = await createOrm(database.address, { pool: purpose === "serve" ? 8 : 2 });
    const reads = new ReadPool(database.address, purpose === "serve" ? 10 : 2);
    const { rows } = await reads.pool.query("select turn_the_day() as today, demonstration from installation");
    return {
      orm,
      reads,
      sealing,
      files: fileStoreIn(settings.dataFolder),
      ...(settings.oidc ? { provider: new Provider(settings.oidc, settings.url) } : {}),
      database,
      settings,
      log,
      publicUrl: settings.url,
      demonstration: rows[0]?.demonstration === true,
      close: async () => {
        await reads.end();
        await orm.close(true);
        await database.stop();
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}
