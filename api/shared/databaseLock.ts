import { existsSync, linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { livingProcess, serverProcesses, signal, stillLives, waitUntil } from "./databaseProcess.js";
import { DatabaseRefusal } from "./databaseRefusal.js";

/** Who runs the database of a data folder: written beside the data, so that a second process can join, wait or decline. */
export interface DatabaseOwner {
  pid: number;
  startedAt: string;
  purpose: "serve" | "command";
  state: "starting" | "running" | "stopping";
  /** address of our HTTP server, for people */
  address?: string;
  /** where the database listens, once running */
  host?: string;
  port?: number;
}

const FILE = "postgres-owner.json";
const GUEST = /^postgres-guest-(\d+)\.json$/;

/** The living owner of the folder, if there is one. */
export function livingOwner(dataFolder: string): DatabaseOwner | undefined {
  const owner = read(join(dataFolder, FILE));
  return owner && stillLives(owner) ? owner : undefined;
}

/** Takes the folder for this process; undefined when another living process holds it. A dead owner's claim is set aside. */
export function claim(
  dataFolder: string,
  purpose: DatabaseOwner["purpose"],
  address?: string,
): DatabaseOwner | undefined {
  const path = join(dataFolder, FILE);
  const owner: DatabaseOwner = { ...myself(), purpose, state: "starting", ...(address && { address }) };
  const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  for (let attempt = 0; attempt < 20; attempt++) {
    const earlier = existsSync(path) ? readFileSync(path, "utf8") : undefined;
    if (earlier !== undefined) {
      if (livingOwner(dataFolder)) return undefined;
      setAside(path, earlier);
    }
    writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 });
    try {
      // A hard link appears with its content or not at all, and never over another's claim.
      linkSync(draft, path);
      return owner;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }
  return undefined;
}

/** Publishes a later state of our own claim. */
export function publish(dataFolder: string, owner: DatabaseOwner): void {
  const path = join(dataFolder, FILE);
  writeFileSync(`${path}.${process.pid}`, JSON.stringify(owner), { mode: 0o600 });
  renameSync(`${path}.${process.pid}`, path);
}

/** Gives the folder up, if it is still ours. */
export function release(dataFolder: string, owner: DatabaseOwner): void {
  const path = join(dataFolder, FILE);
  const current = read(path);
  if (current?.pid === owner.pid && current.startedAt === owner.startedAt) rmSync(path, { force: true });
}

/** Signs this process in as a guest of another's database; returns the way to sign out. */
export function signIn(dataFolder: string): () => void {
  const path = join(dataFolder, `postgres-guest-${process.pid}.json`);
  writeFileSync(path, JSON.stringify(myself()), { mode: 0o600 });
  return () => rmSync(path, { force: true });
}

/** True while another living process works on our database. */
export function hasGuests(dataFolder: string): boolean {
  return readdirSync(dataFolder)
    .filter((name) => GUEST.test(name))
    .some((name) => {
      const guest = read(join(dataFolder, name));
      if (guest && stillLives(guest)) return guest.pid !== process.pid;
      rmSync(join(dataFolder, name), { force: true });
      return false;
    });
}

/**
 * Makes sure no server of a dead owner still works on the cluster: interrupts it and waits. The lock of a living server is
 * never removed; the lock of a vanished one is, when its number now belongs to a stranger or to a zombie.
 * @throws DatabaseRefusal `DATABASE_START_FAILED` when the orphan does not go
 */
export async function clearOrphan(cluster: string): Promise<void> {
  const lock = join(cluster, "postmaster.pid");
  const pid = readLock(lock);
  const orphan = pid === undefined ? undefined : livingProcess(pid);
  const remains = `${orphan?.command} `.includes(` -D ${cluster} `) && orphan ? [orphan.pid] : [];
  const everyone = () => [...remains.filter((one) => livingProcess(one) !== undefined), ...serverProcesses(cluster)];
  for (const [name, milliseconds] of [
    ["SIGINT", 15_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 3_000],
  ] as const) {
    if (everyone().length === 0) break;
    for (const one of new Set(everyone())) signal(one, name);
    await waitUntil(() => everyone().length === 0, milliseconds);
  }
  if (everyone().length > 0)
    throw new DatabaseRefusal(
      "DATABASE_START_FAILED",
      `上次遗留的 PostgreSQL（进程号 ${everyone().join("、")}）无法停止，请先结束它。`,
      `A PostgreSQL left over from before (process ${everyone().join(", ")}) does not stop; end it first.`,
    );
  if (pid !== undefined && readLock(lock) === pid) rmSync(lock, { force: true });
}

function myself(): { pid: number; startedAt: string } {
  return { pid: process.pid, startedAt: livingProcess(process.pid)?.startedAt ?? "" };
}

function setAside(path: string, dead: string): void {
  const aside = `${path}.dead.${process.pid}`;
  try {
    renameSync(path, aside);
    // Somebody quicker may have claimed the folder between our look and the renaming: then it goes back.
    if (readFileSync(aside, "utf8") !== dead) linkSync(aside, path);
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function read(path: string): DatabaseOwner | undefined {
  try {
    const owner = JSON.parse(readFileSync(path, "utf8")) as DatabaseOwner;
    return typeof owner.pid === "number" && typeof owner.startedAt === "string" ? owner : undefined;
  } catch {
    return undefined;
  }
}

function readLock(lock: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(lock, "utf8"), 10) || undefined;
  } catch {
    return undefined;
  }
}
