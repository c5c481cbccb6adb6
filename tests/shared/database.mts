import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, type RunningDatabase } from "../../api/shared/database.js";
import { livingProcess } from "../../api/shared/databaseProcess.js";

const PREFIX = "gonghui-tests-";

let running: { database: RunningDatabase; folder: string } | undefined;

/** Starts one PostgreSQL for the whole run, without fsync, and tells the test files where it is. */
export default async function startDatabase(): Promise<void> {
  sweep();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const database = await openDatabase({ dataFolder: folder, purpose: "serve", durable: false });
  running = { database, folder };
  process.env.TEST_DATABASE = JSON.stringify(database.address);
}

/** Stops it and removes its folder. */
export async function endDatabase(): Promise<void> {
  await running?.database.stop();
  if (running) rmSync(running.folder, { recursive: true, force: true });
}

/** A run that was killed leaves its folder; its server ended with it. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN;
    if (Number.isInteger(pid) && !livingProcess(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
