import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { PaperRound, PaperRoundResult } from "./paperWorker.js";

const WORKER = fileURLToPath(new URL("./paperWorker.js", import.meta.url));
const WARM_UP = 5;

/** CPU milliseconds of one annual paper, ours against the engine as it comes, on the same cores in turns. */
export interface PaperBench {
  rounds: number;
  papersPerRound: number;
  pages: number;
  fastCpu: number[];
  stockCpu: number[];
  fastMedian: number;
  stockMedian: number;
  /** Median of the rounds' ratios; must be at most 0.30. */
  ratio: number;
  fastBytes: number;
  stockBytes: number;
  fastMegabytes: number;
  stockMegabytes: number;
}

/** Prints `papersPerRound` different papers on each path, turn by turn, after a warm-up. */
export async function benchPaper(rounds = 7, papersPerRound = 10): Promise<PaperBench> {
  const [fast, stock] = [start([]), start(["--stock"])];
  try {
    for (const press of [fast, stock]) await run(press, { first: 0, papers: WARM_UP });
    const pairs: [PaperRoundResult, PaperRoundResult][] = [];
    for (let round = 0; round < rounds; round += 1) {
      const order = { first: WARM_UP + round * papersPerRound, papers: papersPerRound };
      const [ours, theirs] =
        round % 2 === 0
          ? [await run(fast, order), await run(stock, order)]
          : (await inTurn(stock, fast, order)).reverse();
      pairs.push([ours as PaperRoundResult, theirs as PaperRoundResult]);
    }
    return summary(pairs, papersPerRound);
  } finally {
    fast.disconnect();
    stock.disconnect();
  }
}

function start(options: string[]): ChildProcess {
  return fork(WORKER, options, { execArgv: [] });
}

async function run(press: ChildProcess, order: PaperRound): Promise<PaperRoundResult> {
  press.send(order);
  const [result] = await once(press, "message");
  return result as PaperRoundResult;
}

async function inTurn(first: ChildProcess, second: ChildProcess, order: PaperRound): Promise<PaperRoundResult[]> {
  return [await run(first, order), await run(second, order)];
}

function summary(pairs: readonly [PaperRoundResult, PaperRoundResult][], papersPerRound: number): PaperBench {
  const [ours, theirs] = [pairs.map(([own]) => own), pairs.map(([, other]) => other)];
  const tenth = (value: number) => Math.round(value * 10) / 10;
  const last = (results: PaperRoundResult[]) => results.at(-1) as PaperRoundResult;
  return {
    rounds: pairs.length,
    papersPerRound,
    pages: tenth(last(ours).pages),
    fastCpu: ours.map(({ cpu }) => tenth(cpu)),
    stockCpu: theirs.map(({ cpu }) => tenth(cpu)),
    fastMedian: tenth(median(ours.map(({ cpu }) => cpu))),
    stockMedian: tenth(median(theirs.map(({ cpu }) => cpu))),
    ratio: Math.round(median(pairs.map(([own, other]) => own.cpu / other.cpu)) * 1_000) / 1_000,
    fastBytes: last(ours).bytes,
    stockBytes: last(theirs).bytes,
    fastMegabytes: Math.round(last(ours).rss / 1e6),
    stockMegabytes: Math.round(last(theirs).rss / 1e6),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((first, second) => first - second);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** The figures as lines to print. */
export function paperLines(bench: PaperBench): string[] {
  return [
    `annual paper, ${bench.pages} pages, CPU ms each, ${bench.rounds} rounds of ${bench.papersPerRound} in turns`,
    `  ours   ${bench.fastMedian} (${bench.fastCpu.join(" ")}), ${bench.fastBytes} bytes, ${bench.fastMegabytes} MB`,
    `  stock  ${bench.stockMedian} (${bench.stockCpu.join(" ")}), ${bench.stockBytes} bytes, ${bench.stockMegabytes} MB`,
    `  ratio  ${bench.ratio} (must be at most 0.30)`,
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.stdout.write(`${paperLines(await benchPaper()).join("\n")}\n`);
