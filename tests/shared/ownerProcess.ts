import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { DatabaseAddress } from "../../api/shared/database.js";

export interface OwnerAnswer {
  pid?: number;
  address?: DatabaseAddress;
  code?: string;
  message?: string;
}

export interface OwnerProcess {
  child: ChildProcess;
  answer: OwnerAnswer;
  /** ends it with a signal and waits */
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Starts `databaseOwner` as another process and waits for the line it says. */
export async function ownerProcess(words: string[], options: SpawnOptions = {}): Promise<OwnerProcess> {
  const script = fileURLToPath(new URL("./databaseOwner.js", import.meta.url));
  const child = spawn(process.execPath, [script, ...words], { stdio: ["ignore", "pipe", "inherit"], ...options });
  const ended = once(child, "exit");
  if (!child.stdout) throw new Error("no output to read");
  const line = await Promise.race([
    once(createInterface(child.stdout), "line").then(([text]) => String(text)),
    ended.then(([code]) => JSON.stringify({ code: "ENDED", message: `ended with ${code} before it said anything` })),
  ]);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return { child, answer: JSON.parse(line) as OwnerAnswer, end };
}

/** An environment in which the named programs refuse to run, as they do in some containers. */
export function without(programs: string[], folder: string): NodeJS.ProcessEnv {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  for (const program of programs) writeFileSync(join(folder, program), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  return { ...process.env, PATH: `${folder}:${process.env.PATH}` };
}
