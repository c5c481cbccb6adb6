import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { CodeFault } from "./promise.js";

/** A wrong build of one promise. */
export interface Case {
  row: string;
  name: string;
}

const TRIAL = fileURLToPath(new URL("./trialProcess.js", import.meta.url));
const PLANT = new URL("./plant.js", import.meta.url).href;

/** What the process of a trial answers. */
export type TrialReply = { found: string[] } | { broken: string };

interface TrialApart extends Omit<Case, "name"> {
  /** Name of the mutant; none for the product as it is. */
  name?: string;
  seed: number;
  scale: number;
  fault?: CodeFault;
}

/** Runs the check of a promise in a process of its own, with a fault in its code or without. @throws when the check could not be run there */
export function tryApart({ row, name = "", seed, scale, fault }: TrialApart): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const trial = fork(TRIAL, [row, name, String(seed), String(scale)], {
      execArgv: ["--disable-warning=ExperimentalWarning", ...(fault ? ["--import", PLANT] : [])],
      env: { ...process.env, NODE_OPTIONS: "", ...(fault ? { PLANTED_FAULT: JSON.stringify(fault) } : {}) },
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let said = "";
    trial.stderr?.on("data", (chunk) => {
      said = `${said}${chunk}`.slice(-4_000);
    });
    trial.on("message", (reply: TrialReply) => {
      if ("found" in reply) resolve(reply.found);
      else reject(new Error(reply.broken));
    });
    trial.on("error", reject);
    trial.on("exit", (code) => reject(new Error(`the trial ended with ${code}: ${said}`)));
  });
}
