import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** A living process as the operating system knows it. `startedAt` tells two bearers of one number apart; it is opaque. */
export interface LivingProcess {
  pid: number;
  startedAt: string;
  command: string;
}

// The postmaster shows its path and options, its children a title such as "postgres: checkpointer".
const SERVER = /(^|\/)postgres(:| -D )/;

/** The process with this number, or undefined when there is none. A zombie counts as gone: nobody runs in it any more. */
export function livingProcess(pid: number): LivingProcess | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return process.platform === "linux" ? fromProc(pid) : fromPs(pid);
}

/** True while the very process that was seen earlier still lives. */
export function stillLives(seen: { pid: number; startedAt: string }): boolean {
  return livingProcess(seen.pid)?.startedAt === seen.startedAt;
}

function fromProc(pid: number): LivingProcess | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The second field, the name in brackets, may itself hold blanks and brackets.
    const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return undefined;
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    return { pid, startedAt: `${boot()}:${fields[19]}`, command };
  } catch {
    return undefined;
  }
}

function fromPs(pid: number): LivingProcess | undefined {
  try {
    const line = execFileSync("ps", ["-o", "stat=,lstart=,command=", "-p", String(pid)], {
      encoding: "utf8",
      env: { PATH: process.env.PATH, LC_ALL: "C" },
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
    const [, state, startedAt, command] = /^(\S+)\s+(\w+\s+\w+\s+\d+\s+\S+\s+\d+)\s+(.*)$/.exec(line) ?? [];
    if (!state || !startedAt || state.startsWith("Z")) return undefined;
    return { pid, startedAt, command: command ?? "" };
  } catch {
    return undefined;
  }
}

function boot(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
}

/** Living PostgreSQL processes of a cluster: they all sit in its folder, as may an operator's shell, which is no concern of ours. */
export function serverProcesses(cluster: string): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => workingFolder(pid) === cluster && SERVER.test(livingProcess(pid)?.command ?? ""));
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** Sends a signal; false when the process is already gone. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** Looks every `everyMilliseconds` until `isSo`, at most `milliseconds`; tells whether it came true. */
export async function waitUntil(isSo: () => boolean, milliseconds: number, everyMilliseconds = 20): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (!isSo()) {
    if (Date.now() >= end) return false;
    await new Promise((resolve) => setTimeout(resolve, everyMilliseconds));
  }
  return true;
}
