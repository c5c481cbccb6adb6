import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { chance } from "./figures.js";
import type { LoadOrder, LoadResult } from "./loadGenerator.js";
import { loadAverage, pin, processorSeconds, residentMegabytes } from "./processorTime.js";
import type { Contender } from "./servers.js";

const SEQUENCE = 10_000;

/** One slice: one server under one question for some seconds. Processor time in microseconds of a request. */
export interface Slice extends LoadResult {
  question: string;
  server: string;
  round: number;
  perSecond: number;
  serverMicroseconds: number;
  databaseMicroseconds: number;
  residentMegabytes: number;
  loadAverage: number;
}

/** The process that puts the load, on its own core. */
export interface Generator {
  run(order: LoadOrder): Promise<LoadResult>;
  stop(): void;
}

export function startGenerator(core: number): Generator {
  const child: ChildProcess = fork(fileURLToPath(new URL("./loadGenerator.js", import.meta.url)), { execArgv: [] });
  pin(child.pid as number, core);
  return {
    run: async (order) => {
      child.send(order);
      return (await once(child, "message"))[0] as LoadResult;
    },
    stop: () => child.disconnect(),
  };
}

/** The order in which requests are sent in a round: drawn by the seed, the same for every server. */
export function sequenceOf(requests: number, seed: number): number[] {
  const next = chance(seed);
  return Array.from({ length: SEQUENCE }, () => Math.floor(next() * requests));
}

/** Measures one slice; the processor time of the database is that of all its processes. */
export async function measure(
  generator: Generator,
  server: Contender,
  postgres: number,
  question: string,
  round: number,
  order: Omit<LoadOrder, "port">,
): Promise<Slice> {
  const before = [processorSeconds(server.pid), processorSeconds(postgres)] as const;
  const result = await generator.run({ ...order, port: server.port });
  const after = [processorSeconds(server.pid), processorSeconds(postgres)] as const;
  const each = (index: 0 | 1) => Math.round(((after[index] - before[index]) * 1e6) / Math.max(1, result.done));
  return {
    question,
    server: server.name,
    round,
    ...result,
    perSecond: Math.round((result.done / result.seconds) * 10) / 10,
    serverMicroseconds: each(0),
    databaseMicroseconds: each(1),
    residentMegabytes: residentMegabytes(server.pid),
    loadAverage: loadAverage(),
  };
}
