import { type GraphQLInputType, parse, parseValue, valueFromAST } from "graphql";
import { Chance } from "../../api/demonstration/chance.js";
import type { Viewer } from "../../api/reading/viewer.js";
import { buildContract } from "../../api/schema.js";
import type { DatabaseAddress } from "../../api/shared/database.js";
import { ReadPool } from "../../api/shared/readPool.js";
import { ROLES } from "../../schema/access/permissions.rules.js";
import { RECORDS } from "../../schema/records.js";
import { recordMarks } from "../../schema/shared/register.js";
import { Comparison } from "./comparison.js";
import { Draw, gatherPools, literal, type Pools } from "./generatorValues.js";
import { listKey, orderOf } from "./plainLists.js";
import { plainPool, Rows, type Values } from "./plainRows.js";

/** Everything a test of reading needs: the schema, both ways of reading, and what to ask. */
export interface ReadingHouse {
  comparison: Comparison;
  reads: ReadPool;
  rows: Rows;
  pools: Pools;
  viewers: Viewer[];
  today: string;
  close(): Promise<void>;
}

/** Scopes: the installation, none, both trees, prefix siblings, a township, a leaf, one dissolved, one not yet founded. */
const SCOPES = [
  undefined,
  "",
  "1.",
  "900.",
  "1.10.",
  "1.105.",
  "1.2.",
  "1.2.12.",
  "1.2.13.",
  "1.2.12.30.",
  "1.2.12.70.",
  "1.2.12.74.",
  "1.21.",
];

const schema = buildContract();

export async function openReadingHouse(address: DatabaseAddress, walls = { secondWall: true }): Promise<ReadingHouse> {
  const reads = new ReadPool(address, 2, walls);
  silenceLog(reads);
  const pool = plainPool(address as never);
  const rows = new Rows(pool);
  const comparison = new Comparison(schema, reads, rows);
  const [{ today } = { today: "" }] = (await rows.sql("select today_in_shaoxing()::text as today")) as [
    { today: string },
  ];
  const viewers = ROLES.flatMap((role) =>
    SCOPES.map((path): Viewer => ({ accountId: 1, role, ...(path === undefined ? {} : { path }), today })),
  );
  const pools = await gatherPools(rows);
  const house = {
    comparison,
    reads,
    rows,
    pools,
    viewers,
    today,
    close: async () => void (await Promise.all([reads.end(), pool.end()])),
  };
  await gatherCursors(house);
  return house;
}

/** Two ways of reading can be compared only while neither changes what is read: here the log is not told who read what. */
function silenceLog({ pool }: ReadPool): void {
  const query = pool.query.bind(pool) as (...given: unknown[]) => unknown;
  pool.query = ((...given: unknown[]) =>
    String(given[0]).includes("insert into audit_entry") ? Promise.resolve({ rows: [] }) : query(...given)) as never;
}

/** Asks for the cursors of some lists, so that pages after and before them can be asked for. */
async function gatherCursors({ comparison, pools, today }: ReadingHouse): Promise<void> {
  const draw = new Draw(new Chance("cursors"), pools);
  const viewer: Viewer = { accountId: 1, role: "SYSTEM_ADMINISTRATOR", today };
  for (const { name } of recordMarks().values()) {
    const [filterType, orderType] = [schema.getType(`${name}Filter`), schema.getType(`${name}Order`)] as never as [
      Parameters<Draw["filter"]>[1],
      { getValues(): { name: string }[] },
    ];
    const recipes = Array.from(
      { length: 10 },
      (_, at): Values => ({
        ...(at % 3
          ? {
              orderBy: Array.from(
                { length: draw.chance.whole(1, 3) },
                () => draw.chance.pick(orderType.getValues()).name,
              ),
            }
          : {}),
        ...(at % 4 === 3 ? { filter: draw.filter(name, filterType) } : {}),
      }),
    );
    pools.recipes[name] = [];
    for (const args of recipes) {
      const field = schema.getQueryType()?.getFields()[RECORDS[name].many];
      const typeOf = (key: string) => field?.args.find((each) => each.name === key)?.type as GraphQLInputType;
      const given = Object.entries({ ...args, first: 40, history: true }).map(
        ([key, value]) => `${key}: ${literal(value, typeOf(key))}`,
      );
      if (args["filter"])
        args["filter"] = valueFromAST(parseValue(literal(args["filter"], typeOf("filter"))), typeOf("filter"));
      const text = `{ list: ${RECORDS[name].many}(${given.join(", ")}) { edges { cursor } } }`;
      const { answer } = await comparison.compiled(parse(text), { text, variables: {} }, viewer, true);
      const edges = ((answer.data as { list?: { edges: { cursor: string }[] } })?.list?.edges ?? []).map(
        ({ cursor }) => cursor,
      );
      for (const cursor of edges)
        comparison.cursors.set(cursor, {
          list: listKey(name, args),
          values: valuesAt(cursor, orderOf(name, args["orderBy"] as string[])),
        });
      pools.recipes[name]?.push({ args, cursors: edges });
    }
  }
}

/** The values of the order's columns that a cursor holds. */
function valuesAt(cursor: string, order: string): Values {
  const [, ...values] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as unknown[];
  return Object.fromEntries(order.split(", ").map((part, at) => [part.split(" ")[0], values[at]]));
}
