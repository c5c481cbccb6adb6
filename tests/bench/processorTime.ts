import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const TICKS = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

interface Stat {
  parent: number;
  /** own seconds, user and system */
  own: number;
  /** seconds of children that ended and were waited for */
  gone: number;
}

function stat(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [parent = 0, user = 0, system = 0, goneUser = 0, goneSystem = 0] = [
      fields[1],
      fields[11],
      fields[12],
      fields[13],
      fields[14],
    ];
    return { parent, own: (user + system) / TICKS, gone: (goneUser + goneSystem) / TICKS };
  } catch {
    return undefined; // it ended between the listing and the look
  }
}

/** Processes below one, itself included. */
export function family(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    const number = Number(name);
    const parent = number > 0 ? stat(number)?.parent : undefined;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), number]);
  }
  const found = [pid];
  for (const each of found) found.push(...(children.get(each) ?? []));
  return found;
}

/** Processor seconds of a process and everything below it, sessions that have ended included. */
export function processorSeconds(pid: number): number {
  return family(pid).reduce((sum, each) => {
    const { own = 0, gone = 0 } = stat(each) ?? {};
    return sum + own + gone;
  }, 0);
}

/** Resident memory of one process in megabytes. */
export function residentMegabytes(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[1]);
  return Math.round((pages * 4_096) / 1e6);
}

/** Keeps a process, and what it starts from now on, on one core. Returns whether that was possible. */
export function pin(pid: number, core: number): boolean {
  try {
    for (const each of family(pid))
      execFileSync("taskset", ["-a", "-c", "-p", String(core), String(each)], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** How busy the machine has been during the last minute. */
export const loadAverage = () => Number(readFileSync("/proc/loadavg", "latin1").split(" ")[0]);
