import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseAccount } from "./databaseAccount.js";
import { bareEnvironment, type DatabaseBinaries } from "./databaseBinaries.js";
import { clearOrphan } from "./databaseLock.js";
import { waitUntil } from "./databaseProcess.js";
import { DatabaseRefusal } from "./databaseRefusal.js";

/** What is needed to run the server of one cluster. `host` is a socket folder or 127.0.0.1. */
export interface ServerPlan {
  binaries: DatabaseBinaries;
  account: DatabaseAccount;
  cluster: string;
  /** file the server writes its own messages to */
  journal: string;
  host: string;
  port: number;
  /** false only in tests: then a power cut may lose data */
  durable: boolean;
}

export interface DatabaseExit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** The server ended by itself; `restarted` comes true when it answers again, false when it was stopped before. It never rejects. */
export type DatabaseExitListener = (exit: DatabaseExit & { restarted: Promise<boolean> }) => void;

export interface RunningServer {
  pid: number;
  exited: Promise<DatabaseExit>;
  /** ends sessions, writes everything down, and waits; after 30 s without a checkpoint (recovered at the next start) */
  stop(): Promise<void>;
}

const ATTEMPTS = 10;
const PAUSE_MILLISECONDS = 300;
const STOP_MILLISECONDS = 30_000;
const JOURNAL_BYTES = 5_000_000;

/**
 * Starts the server and waits until it takes connections. After a hard kill the memory of the old server may be held for
 * a moment longer, so a start that fails is tried again.
 * @throws DatabaseRefusal `DATABASE_START_FAILED` with the last words of the server
 */
export async function startServer(plan: ServerPlan): Promise<RunningServer> {
  for (let attempt = 1; ; attempt++) {
    await clearOrphan(plan.cluster);
    const since = journalLength(plan.journal);
    const server = launch(plan);
    if (await isReady(plan, server)) return { pid: server.pid, exited: server.exited, stop: () => stop(server) };
    if (attempt >= ATTEMPTS) {
      const words = readFileSync(plan.journal, "utf8").slice(since).trim().split("\n").slice(-5).join("\n");
      throw new DatabaseRefusal(
        "DATABASE_START_FAILED",
        `内置 PostgreSQL 启动失败（详见 ${plan.journal}）：${server.failure?.message ?? words}`,
        `The embedded PostgreSQL did not start; see ${plan.journal}.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}

interface Launched {
  pid: number;
  child: ChildProcess;
  exited: Promise<DatabaseExit>;
  hasExited: boolean;
  failure?: Error;
}

function launch(plan: ServerPlan): Launched {
  if (journalLength(plan.journal) > JOURNAL_BYTES) renameSync(plan.journal, `${plan.journal}.1`);
  const journal = openSync(plan.journal, "a", 0o600);
  const [program = "", ...words] = [...plan.account.prefix, join(plan.binaries.folder, "postgres"), ...settings(plan)];
  try {
    const child = spawn(program, words, {
      ...plan.account.identity,
      cwd: "/",
      env: bareEnvironment(),
      stdio: ["ignore", journal, journal],
      // A group of its own: Ctrl-C in the terminal must reach us first, not cut off requests under way.
      detached: true,
    });
    const launched: Launched = {
      pid: child.pid ?? 0,
      child,
      hasExited: false,
      exited: Promise.resolve({ code: null, signal: null }),
    };
    launched.exited = new Promise((resolve) => {
      const ended = (code: number | null, signal: NodeJS.Signals | null) => {
        launched.hasExited = true;
        resolve({ code, signal });
      };
      child.once("error", (error) => {
        launched.failure = error;
        if (child.pid === undefined) ended(null, null);
      });
      child.once("exit", ended);
    });
    if (!plan.account.tied && child.pid) watch(child.pid, launched.exited);
    return launched;
  } finally {
    closeSync(journal);
  }
}

function settings(plan: ServerPlan): string[] {
  const bySocket = plan.host.startsWith("/");
  const chosen: Record<string, string | number> = {
    listen_addresses: bySocket ? "" : plan.host,
    port: plan.port,
    unix_socket_directories: bySocket ? `"${plan.host.replaceAll('"', '""')}"` : "",
    unix_socket_permissions: "0700",
    max_connections: 60,
    shared_buffers: "128MB",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    // Statements and key values hold personal data: they belong neither in the server's log nor in its errors there.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_parameter_max_length: 0,
    ...(plan.durable ? {} : { fsync: "off", full_page_writes: "off" }),
  };
  return ["-D", plan.cluster, ...Object.entries(chosen).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

// Where the kernel cannot tie the server to us, a small shell does: its input ends when this process is gone, however it went.
function watch(pid: number, exited: Promise<DatabaseExit>): void {
  const script = `cat >/dev/null; kill -INT ${pid}`;
  const watcher = spawn("sh", ["-c", script], { cwd: "/", detached: true, stdio: ["pipe", "ignore", "ignore"] });
  watcher.once("error", () => undefined);
  watcher.stdin.once("error", () => undefined);
  watcher.unref();
  (watcher.stdin as unknown as { unref?(): void }).unref?.();
  void exited.then(() => {
    if (watcher.pid) process.kill(-watcher.pid, "SIGKILL");
  });
}

async function isReady(plan: ServerPlan, server: Launched): Promise<boolean> {
  const lock = join(plan.cluster, "postmaster.pid");
  let ready = false;
  // Recovery after a crash may take long; as long as the server lives, it is waited for.
  await waitUntil(() => {
    ready = hasReported(lock, server.pid);
    return ready || server.hasExited;
  }, 600_000);
  if (!ready && !server.hasExited) await stop(server);
  return ready && !server.hasExited;
}

function hasReported(lock: string, pid: number): boolean {
  try {
    const lines = readFileSync(lock, "utf8").split("\n");
    return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
  } catch {
    return false;
  }
}

async function stop(server: Launched): Promise<void> {
  if (server.hasExited) return;
  server.child.kill("SIGINT");
  const impatient = setTimeout(() => server.child.kill("SIGQUIT"), STOP_MILLISECONDS);
  await server.exited;
  clearTimeout(impatient);
}

function journalLength(journal: string): number {
  return statSync(journal, { throwIfNoEntry: false })?.size ?? 0;
}
