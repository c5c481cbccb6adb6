import "reflect-metadata";
import { createHash } from "node:crypto";
import { parse } from "graphql";
import type { Context } from "../../api/context.js";
import { createExecutor } from "../../api/executor.js";
import type { Viewer } from "../../api/reading/viewer.js";
import { buildContract } from "../../api/schema.js";
import type { DatabaseAddress } from "../../api/shared/databaseAddress.js";
import { ReadPool } from "../../api/shared/readPool.js";
import type { Role } from "../../schema/access/permissions.rules.js";

/** One operation as a reader of some scope asks it, with the second wall up and down. */
export interface Cost {
  operation: string;
  scope: string;
  /** milliseconds, medians of the same number of interleaved runs */
  on: number;
  off: number;
  /** share of the time without the wall by which it takes longer */
  loss: number;
}

/** The timed questions of the bench as a city asks them, and what the console does most. */
export const OPERATIONS: Record<string, string> = {
  Q2: `query($at: ID!) { tradeUnions(filter: { within: $at, type: { in: [GRASSROOTS_INDEPENDENT, GRASSROOTS_JOINT, VILLAGE_UNION] } }, orderBy: [MEMBER_COUNT_DESC], first: 50) {
    totalCount nodes { id name memberCount parent { name } positions { totalCount nodes { role person { name } } } awards { totalCount } } } }`,
  Q3: `query($at: ID!) { tradeUnion(id: $at) { id name children(first: 20) { nodes { id name children(first: 20) { nodes { id name memberCount
    positions(filter: { role: { eq: CHAIR } }, first: 1) { nodes { person { name } } } } } } } } }`,
  Q4: `query($at: ID!) { tradeUnions(filter: { within: $at }, orderBy: [ID_ASC], first: 500) { nodes { id code name type state memberCount employeeCount establishedOn legalPersonStatus
    version approvedOn approvalDocNo uscc address phone } } }`,
  tree: `query($at: ID!) { tradeUnion(id: $at) { id name rollup { unionCount memberCount employeeCount } children(first: 50) { nodes { id name rollup { unionCount memberCount employeeCount } } } } }`,
  history: `query($at: ID!) { tradeUnion(id: $at, asOf: "2024-06-30") { id name children(first: 50) { nodes { id name memberCount } } } }`,
  persons: `query($at: ID!) { persons(filter: { within: $at }, first: 25) { totalCount nodes { id name keeper { name } positions { nodes { role } } } } }`,
  search: `{ persons(filter: { search: "王建国" }, first: 25) { nodes { id name } } }`,
  members: `query($at: ID!) { memberships(filter: { within: $at }, first: 100) { nodes { id status person { name } tradeUnion { name } } } }`,
  training: `query($at: ID!) { enrolments(filter: { within: $at }, first: 100) { nodes { id result person { name } course { name } } } }`,
};

export interface Reader {
  scope: string;
  role: Role;
  /** absent for the whole installation */
  path?: string;
  /** number of the union the questions are about */
  at: number;
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Runs each operation for each reader by turns with the wall up and down. @throws Error if the two ever answer differently */
export async function wallCost(
  address: DatabaseAddress,
  readers: readonly Reader[],
  { rounds = 60, only }: { rounds?: number; only?: readonly string[] | undefined } = {},
): Promise<Cost[]> {
  const run = createExecutor(buildContract());
  const up = new ReadPool(address, 1);
  const down = new ReadPool(address, 1, { secondWall: false });
  const costs: Cost[] = [];
  try {
    const { rows } = await up.pool.query("select today_in_shaoxing()::text as today");
    for (const { scope, role, path, at } of readers) {
      const viewer: Viewer = { accountId: 1, role, today: rows[0].today as string, ...(path ? { path } : {}) };
      for (const [operation, query] of Object.entries(OPERATIONS).filter(([name]) => !only || only.includes(name))) {
        const document = parse(query);
        const hash = createHash("sha256").update(query).digest("hex");
        const ask = async (reads: ReadPool) => {
          const begun = performance.now();
          const answer = await run({
            document,
            variables: { at: `tradeUnion-${at}` },
            hash,
            context: { house: { reads }, viewer } as unknown as Context,
          });
          return { time: performance.now() - begun, answer };
        };
        for (let warm = 0; warm < 8; warm++) {
          const [first, second] = [await ask(up), await ask(down)];
          if (JSON.stringify(first.answer) !== JSON.stringify(second.answer))
            throw new Error(
              `${operation} for ${scope} is answered differently behind the wall: ${JSON.stringify([first.answer, second.answer].map((each) => JSON.stringify(each).slice(0, 200)))}`,
            );
        }
        const [on, off]: [number[], number[]] = [[], []];
        for (let round = 0; round < rounds; round++)
          for (const [reads, times] of round % 2
            ? ([
                [up, on],
                [down, off],
              ] as const)
            : ([
                [down, off],
                [up, on],
              ] as const))
            times.push((await ask(reads)).time);
        costs.push({ operation, scope, on: median(on), off: median(off), loss: median(on) / median(off) - 1 });
      }
    }
    return costs;
  } finally {
    await Promise.all([up.end(), down.end()]);
  }
}
