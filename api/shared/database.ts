import { mkdirSync, realpathSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { chooseAccount } from "./databaseAccount.js";
import { type DatabaseAddress, parseDatabaseUrl } from "./databaseAddress.js";
import { findBinaries } from "./databaseBinaries.js";
import {
  CLUSTER_DATABASE,
  CLUSTER_USER,
  clusterFolder,
  clusterVersion,
  createCluster,
  readPassword,
} from "./databaseCluster.js";
import { createDatabase, greet } from "./databaseConnection.js";
import { claim, type DatabaseOwner, hasGuests, livingOwner, publish, release, signIn } from "./databaseLock.js";
import { waitUntil } from "./databaseProcess.js";
import { DatabaseRefusal } from "./databaseRefusal.js";
import type { DatabaseExitListener, ServerPlan } from "./databaseServer.js";
import { supervise } from "./databaseSupervisor.js";

export type { DatabaseAddress } from "./databaseAddress.js";
export type { DatabaseExitListener } from "./databaseServer.js";

export interface RunningDatabase {
  address: DatabaseAddress;
  /** true when `DATABASE_URL` names a server that is not ours */
  external: boolean;
  /** stops what was started here; a database that was only joined goes on */
  stop(): Promise<void>;
  /** process of the server, when this process runs it */
  readonly pid?: number;
  onExit(listener: DatabaseExitListener): void;
}

export interface DatabaseOptions {
  dataFolder: string;
  databaseUrl?: string;
  /** `serve`: alone on the folder. `command`: beside a living owner, or alone for as long as the command lasts. */
  purpose: "serve" | "command";
  /** address of our HTTP server, shown to whoever is refused */
  address?: string;
  /** false in tests only */
  durable?: boolean;
  log?: (text: string) => void;
}

// sun_path holds 107 bytes and the end mark; the server adds "/.s.PGSQL.5432".
const LONGEST_SOCKET_FOLDER = 107 - "/.s.PGSQL.5432".length;
const SOCKET_PORT = 5432;
const PATIENCE_MILLISECONDS = 60_000;

/**
 * Opens the database: the external one of `databaseUrl`, or the embedded one below `dataFolder`, made at the first start,
 * watched, and restarted when it dies. Call it on the main thread: the server is tied to the thread that starts it.
 * @throws DatabaseRefusal with a code and what to do, in Chinese and English
 */
export async function openDatabase(options: DatabaseOptions): Promise<RunningDatabase> {
  const log = options.log ?? (() => undefined);
  if (options.databaseUrl !== undefined) return openExternal(parseDatabaseUrl(options.databaseUrl), log);
  const dataFolder = createFolder(options.dataFolder);
  const end = Date.now() + PATIENCE_MILLISECONDS;
  while (Date.now() < end) {
    const claimed = claim(dataFolder, options.purpose, options.address);
    if (claimed) return startOwn(dataFolder, claimed, options.durable ?? true, log);
    const owner = livingOwner(dataFolder);
    // A command ends soon and a stopping server sooner: those are waited for.
    const stays = owner?.purpose === "serve" && owner.state !== "stopping";
    if (stays && options.purpose === "serve") throw owned(dataFolder, owner);
    const joined = options.purpose === "command" ? joinOwner(dataFolder) : undefined;
    if (joined) return joined;
    await new Promise((resume) => setTimeout(resume, 50));
  }
  throw owned(dataFolder, livingOwner(dataFolder));
}

async function openExternal(address: DatabaseAddress, log: (text: string) => void): Promise<RunningDatabase> {
  await greet(address, log);
  return { address, external: true, stop: async () => undefined, onExit: () => undefined };
}

async function startOwn(
  dataFolder: string,
  owner: DatabaseOwner,
  durable: boolean,
  log: (text: string) => void,
): Promise<RunningDatabase> {
  try {
    const cluster = clusterFolder(dataFolder);
    const binaries = findBinaries(clusterVersion(cluster));
    const account = chooseAccount(binaries, dataFolder, cluster);
    createCluster(binaries, account, dataFolder, durable);
    const listen = await listeningPlace(cluster);
    const journal = join(dataFolder, "postgres.log");
    const plan: ServerPlan = { binaries, account, cluster, journal, durable, ...listen };
    const address = ownAddress(dataFolder, listen);
    const supervised = await supervise(plan, () => createDatabase(address), log);
    const running: DatabaseOwner = { ...owner, state: "running", ...listen };
    publish(dataFolder, running);
    const stop = async () => {
      publish(dataFolder, { ...running, state: "stopping" });
      // Another command may have joined ours; it finishes first.
      if (owner.purpose === "command") await waitUntil(() => !hasGuests(dataFolder), Number.POSITIVE_INFINITY);
      await supervised.stop();
      release(dataFolder, owner);
    };
    let stopped: Promise<void> | undefined;
    return {
      address,
      external: false,
      get pid() {
        return supervised.pid();
      },
      onExit: supervised.onExit,
      stop: () => (stopped ??= stop()),
    };
  } catch (error) {
    release(dataFolder, owner);
    throw error;
  }
}

function joinOwner(dataFolder: string): RunningDatabase | undefined {
  const signOut = signIn(dataFolder);
  // Signed in first, looked second: an owner about to stop either sees us or is seen stopping.
  const owner = livingOwner(dataFolder);
  if (owner?.state !== "running" || !owner.host || !owner.port) {
    signOut();
    return undefined;
  }
  const address = ownAddress(dataFolder, { host: owner.host, port: owner.port });
  return { address, external: false, stop: async () => signOut(), onExit: () => undefined };
}

function ownAddress(dataFolder: string, listen: { host: string; port: number }): DatabaseAddress {
  return { ...listen, user: CLUSTER_USER, password: readPassword(dataFolder), database: CLUSTER_DATABASE };
}

async function listeningPlace(cluster: string): Promise<{ host: string; port: number }> {
  if (process.platform !== "win32" && Buffer.byteLength(cluster) <= LONGEST_SOCKET_FOLDER)
    return { host: cluster, port: SOCKET_PORT };
  const probe = createServer();
  await new Promise<void>((resume, reject) => probe.once("error", reject).listen(0, "127.0.0.1", resume));
  const { port } = probe.address() as { port: number };
  await new Promise((resume) => probe.close(resume));
  return { host: "127.0.0.1", port };
}

/** Only the leaf is created: a mistyped path must not grow a tree of folders. */
function createFolder(path: string): string {
  const wanted = resolve(path);
  try {
    if (!statSync(wanted, { throwIfNoEntry: false })) mkdirSync(wanted, { mode: 0o700 });
    if (statSync(wanted).isDirectory()) return realpathSync(wanted);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return realpathSync(wanted);
    throw unusable(
      wanted,
      `上级目录 ${dirname(wanted)} 不存在或不可写`,
      `its parent ${dirname(wanted)} is missing or closed`,
      error,
    );
  }
  throw unusable(wanted, "它不是目录", "it is not a folder");
}

function unusable(folder: string, chinese: string, english: string, cause?: unknown): DatabaseRefusal {
  return new DatabaseRefusal(
    "DATABASE_FOLDER",
    `数据目录 ${folder} 无法使用：${chinese}。`,
    `The data folder ${folder} cannot be used: ${english}.`,
    cause,
  );
}

function owned(dataFolder: string, owner: DatabaseOwner | undefined): DatabaseRefusal {
  const number = owner?.pid ?? "?";
  const place = owner?.address ?? (owner?.purpose === "command" ? "npm run gonghui" : "?");
  return new DatabaseRefusal(
    "DATABASE_OWNED",
    `数据目录 ${dataFolder} 正由另一个工会系统进程使用（进程号 ${number}，${place}），不能同时再启动一个。请直接使用它，或先停止它，或用 GONGHUI_DATA 指定另一个目录。`,
    `The data folder ${dataFolder} is in use by another Gonghui (process ${number}, ${place}). Use that one, stop it first, or set GONGHUI_DATA to another folder.`,
  );
}
