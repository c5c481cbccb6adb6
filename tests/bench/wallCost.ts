import "reflect-metadata";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type DocumentNode, parse } from "graphql";
import type { Context } from "../../api/context.js";
import { createExecutor, type Executor } from "../../api/executor.js";
import type { Viewer } from "../../api/reading/viewer.js";
import { buildContract } from "../../api/schema.js";
import type { DatabaseAddress } from "../../api/shared/databaseAddress.js";
import { ReadPool } from "../../api/shared/readPool.js";
import type { Role } from "../../schema/access/permissions.rules.js";

/** One operation as a reader of some scope asks it, with the second wall up and down. */
export interface Cost {
  operation: string;
  scope: string;
  /** milliseconds on the clock, medians of the same number of interleaved runs */
  on: number;
  off: number;
  /** milliseconds of processor, server and database together, medians; a busy machine lengthens the clock, hardly these */
  workOn: number;
  workOff: number;
}

export interface Reader {
  scope: string;
  role: Role;
  /** absent for the whole installation */
  path?: string;
  /** number of the union the questions are about */
  at: number;
}

/** The timed questions of the bench as a city asks them, and what the console asks most. */
const OPERATIONS: Record<string, string> = {
  Q2: `query($at: ID!) { tradeUnions(filter: { within: $at, type: { in: [GRASSROOTS_INDEPENDENT, GRASSROOTS_JOINT, VILLAGE_UNION] } }, orderBy: [MEMBER_COUNT_DESC], first: 50) {
    nodes { id name memberCount parent { name } positions { totalCount nodes { role person { name } } } awards { totalCount } } } }`,
  Q3: `query($at: ID!) { tradeUnion(id: $at) { id name children(first: 20) { nodes { id name children(first: 20) { nodes { id name memberCount
    positions(filter: { role: { eq: CHAIR } }, first: 1) { nodes { person { name } } } } } } } } }`,
  Q4: `query($at: ID!) { tradeUnions(filter: { within: $at }, orderBy: [ID_ASC], first: 500) { nodes { id code name type state memberCount employeeCount establishedOn legalPersonStatus
    version approvedOn approvalDocNo uscc address phone } } }`,
  tree: `query($at: ID!) { tradeUnion(id: $at) { id name rollup { unionCount memberCount employeeCount } children(first: 50) { nodes { id name rollup { unionCount memberCount employeeCount } } } } }`,
  history: `query($at: ID!) { tradeUnion(id: $at, asOf: "2024-06-30") { id name children(first: 50) { nodes { id name memberCount } } } }`,
  persons: `query($at: ID!) { persons(filter: { within: $at }, first: 25) { totalCount nodes { id name keeper { name } positions { nodes { role } } } } }`,
  search: `{ persons(filter: { search: "王建国" }, first: 25) { nodes { id name } } }`,
  members: `query($at: ID!) { memberships(filter: { within: $at }, first: 100) { nodes { id status person { name } tradeUnion { name } } } }`,
};

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** A reader's way of asking, on one connection, with the processor time of both ends. */
class Side {
  readonly clock: number[] = [];
  readonly work: number[] = [];
  private process = 0;

  constructor(
    private readonly reads: ReadPool,
    private readonly run: Executor,
  ) {}

  async ask(document: DocumentNode, hash: string, at: number, viewer: Viewer): Promise<string> {
    this.process ||= (await this.reads.pool.query("select pg_backend_pid() as pid")).rows[0].pid as number;
    const [begun, before, own] = [performance.now(), worked(this.process), process.cpuUsage()];
    const answer = await this.run({
      document,
      variables: { at: `tradeUnion-${at}` },
      hash,
      context: { house: { reads: this.reads }, visit: { language: "zh" }, viewer } as unknown as Context,
    });
    const { user, system } = process.cpuUsage(own);
    this.clock.push(performance.now() - begun);
    this.work.push((user + system) / 1_000 + worked(this.process) - before);
    return JSON.stringify(answer);
  }

  forget(): void {
    this.clock.length = 0;
    this.work.length = 0;
  }
}

/** Milliseconds a process has spent on a processor, where the system tells. */
function worked(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
  } catch {
    return 0;
  }
}

export interface CostOptions {
  rounds?: number;
  /** operations to run; absent: all */
  only?: readonly string[] | undefined;
}

/** Runs each operation for each reader by turns with the wall up and down. @throws Error if the two ever answer differently */
export async function wallCost(
  address: DatabaseAddress,
  readers: readonly Reader[],
  { rounds = 60, only }: CostOptions = {},
): Promise<Cost[]> {
  const run = createExecutor(buildContract());
  const pools = [new ReadPool(address, 1), new ReadPool(address, 1, { secondWall: false })] as const;
  const sides = [new Side(pools[0], run), new Side(pools[1], run)] as const;
  try {
    const today = (await pools[0].pool.query("select today_in_shaoxing()::text as today")).rows[0].today as string;
    const costs: Cost[] = [];
    for (const { scope, role, path, at } of readers)
      for (const [operation, query] of Object.entries(OPERATIONS).filter(([name]) => !only || only.includes(name)))
        costs.push({
          operation,
          scope,
          ...(await costOf(sides, query, at, { accountId: 1, role, today, ...(path ? { path } : {}) }, rounds)),
        });
    return costs;
  } finally {
    await Promise.all(pools.map((pool) => pool.end()));
  }
}

async function costOf(sides: readonly [Side, Side], query: string, at: number, viewer: Viewer, rounds: number) {
  const document = parse(query);
  const hash = createHash("sha256").update(query).digest("hex");
  const [on, off] = sides;
  for (let warm = 0; warm < 5; warm++) {
    const [behind, before] = [await on.ask(document, hash, at, viewer), await off.ask(document, hash, at, viewer)];
    if (behind !== before)
      throw new Error(
        `answered differently behind the wall: ${query}\n${behind.slice(0, 300)}\n${before.slice(0, 300)}`,
      );
  }
  for (const side of sides) side.forget();
  for (let round = 0; round < rounds; round++)
    for (const side of round % 2 ? [on, off] : [off, on]) await side.ask(document, hash, at, viewer);
  return { on: median(on.clock), off: median(off.clock), workOn: median(on.work), workOff: median(off.work) };
}

const share = (on: number, off: number) => `${((on / off - 1) * 100).toFixed(0)} %`.padStart(7);

export const wallLines = (costs: readonly Cost[]): string[] => [
  "",
  "second wall: without → with",
  ...costs.map(
    ({ operation, scope, on, off, workOn, workOff }) =>
      `${operation.padEnd(9)}${scope.padEnd(14)}clock ${off.toFixed(2).padStart(8)} → ${on.toFixed(2).padStart(8)} ms${share(on, off)}   processor ${workOff.toFixed(2).padStart(8)} → ${workOn.toFixed(2).padStart(8)} ms${share(workOn, workOff)}`,
  ),
];
