import { constants, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach } from "@jest/globals";
import { type DatabaseAddress, openDatabase, type RunningDatabase } from "../../api/shared/database.js";
import { withConnection } from "../../api/shared/databaseConnection.js";
import { serverProcesses, waitUntil } from "../../api/shared/databaseProcess.js";
import { type OwnerProcess, ownerProcess } from "./ownerProcess.js";

/** A folder for each test, with whatever runs in it; called once at the top of a test file, it cleans up by itself. */
export function supervisedFolder() {
  const opened: (RunningDatabase | OwnerProcess)[] = [];
  let prepared = "";
  const place = {
    folder: "",
    dataFolder: "",
    /** a finished cluster in the data folder: making one anew takes a second */
    copyPrepared: () => cpSync(prepared, place.dataFolder, { recursive: true, mode: constants.COPYFILE_FICLONE }),
    /** opens the database in this process */
    async start(purpose: "serve" | "command" = "serve"): Promise<RunningDatabase> {
      const database = await openDatabase({ dataFolder: place.dataFolder, purpose, durable: false });
      opened.push(database);
      return database;
    },
    /** opens the database in another process */
    async startElsewhere(...[words, options]: Parameters<typeof ownerProcess>): Promise<OwnerProcess> {
      const owner = await ownerProcess([place.dataFolder, ...words], options);
      opened.push(owner);
      return owner;
    },
    cluster: () => join(place.dataFolder, "postgres"),
    /** true as soon as no server process is left in the folder, false when some remain after 3 s */
    isGone: () => waitUntil(() => serverProcesses(place.cluster()).length === 0, 3_000),
  };
  beforeAll(async () => {
    prepared = mkdtempSync(join(tmpdir(), "gonghui-prepared-"));
    await (await openDatabase({ dataFolder: prepared, purpose: "serve", durable: false })).stop();
  });
  afterAll(() => rmSync(prepared, { recursive: true, force: true }));
  beforeEach(() => {
    place.folder = mkdtempSync(join(tmpdir(), "gonghui-supervisor-"));
    place.dataFolder = join(place.folder, "data");
  });
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await ("stop" in one ? one.stop() : one.end("SIGTERM"));
    rmSync(place.folder, { recursive: true, force: true });
  });
  return place;
}

export function addressOf(owner: OwnerProcess): DatabaseAddress {
  if (!owner.answer.address) throw new Error(owner.answer.message);
  return owner.answer.address;
}

export async function remember(address: DatabaseAddress, word: string): Promise<void> {
  await withConnection(address, async (client) => {
    await client.query("create table if not exists memory (word text)");
    await client.query("insert into memory values ($1)", [word]);
  });
}

export async function recall(address: DatabaseAddress): Promise<string[]> {
  const answer = await withConnection(address, (client) =>
    client.query<{ word: string }>("select word from memory order by 1"),
  );
  return answer.rows.map((row) => row.word);
}

export async function settingOf(address: DatabaseAddress, name: string): Promise<string> {
  const answer = await withConnection(address, (client) =>
    client.query<{ value: string }>("select current_setting($1) as value", [name]),
  );
  return answer.rows[0]?.value ?? "";
}
