import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { DatabaseAddress } from "../../api/shared/database.js";
import type { asker } from "../shared/ask.js";

type Asking = ReturnType<typeof asker>;
type Answer = Awaited<ReturnType<Asking>>;

/** What is sent to the second process, and what it sends back. */
export type Errand = { open: DatabaseAddress } | { number: number; ask: Parameters<Asking> } | { number: number };
export type Reply = "open" | { number: number; answer?: Answer; verifications: number; broken?: string };

/** A second process that serves the same database. */
export interface Elsewhere {
  ask: Asking;
  /** Passwords it has looked at since it began. */
  verifications(): Promise<number>;
  end(): Promise<void>;
}

const PROCESS = fileURLToPath(new URL("./elsewhereProcess.js", import.meta.url));

/** Starts the process; one of a mutant has the same fault in it. */
export async function openElsewhere(address: DatabaseAddress): Promise<Elsewhere> {
  const other = fork(PROCESS, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const waiting = new Map<number, { resolve(reply: Exclude<Reply, "open">): void; reject(error: Error): void }>();
  let asked = 0;
  other.send({ open: address } satisfies Errand);
  await once(other, "message");
  other.on("message", (reply: Exclude<Reply, "open">) => {
    const { resolve, reject } = waiting.get(reply.number) ?? {};
    waiting.delete(reply.number);
    if (reply.broken === undefined) resolve?.(reply);
    else reject?.(new Error(reply.broken));
  });
  const send = (errand: { ask?: Parameters<Asking> }) =>
    new Promise<Exclude<Reply, "open">>((resolve, reject) => {
      const number = asked++;
      waiting.set(number, { resolve, reject });
      other.send({ number, ...errand });
    });
  return {
    ask: async (...ask) => (await send({ ask })).answer as Answer,
    verifications: async () => (await send({})).verifications,
    end: async () => {
      other.disconnect();
      if (other.exitCode === null) await once(other, "exit");
    },
  };
}
