import { withConnection } from "../../api/shared/databaseConnection.js";
import { dataOf } from "./ask.js";
import { type Generator, sequenceOf } from "./measure.js";
import type { Contender } from "./servers.js";
import type { World } from "./world.js";

/** How long each is asked; another day of the whole nation is counted union by union and takes seconds itself. */
const SECONDS = { usual: 2, counted: 12 };

/** Milliseconds of one request at a time: opening a node of the tree, and totals of a subtree today and on a day. */
export interface SmallFigure {
  name: string;
  unions: number;
  p50: number;
  p99: number;
  done: number;
  errors: number;
}

const CHILDREN =
  "query Open($at: ID!) { tradeUnion(id: $at) { children(first: 200) { nodes { id code name type childCount } } } }";
const TOTALS = "query Totals($at: ID!) { tradeUnion(id: $at) { rollup { unionCount memberCount employeeCount } } }";
const TOTALS_ON = 'query TotalsOn($at: ID!) { tradeUnion(id: $at, asOf: "2021-01-01") { rollup { unionCount } } }';

/** Asks one connection at a time, so that the figures are times of the server and not of a queue. */
export async function smallFigures(
  server: Contender,
  { address }: World,
  generator: Generator,
): Promise<SmallFigure[]> {
  const places = await withConnection(address, async (client) => {
    const { rows } = await client.query<{ name: string; ids: number[] }>(
      `select name, array(select u.id from trade_union u where u.type = k.type and length(u.path) - length(replace(u.path, '.', '')) = k.depth order by u.id * 7919::bigint % 10007 limit 50) as ids
       from (values ('nation', 'MUNICIPAL_FEDERATION', 1), ('province', 'MUNICIPAL_FEDERATION', 2), ('city', 'MUNICIPAL_FEDERATION', 3), ('county', 'COUNTY_FEDERATION', 4), ('township', 'TOWNSHIP_FEDERATION', 5)) k(name, type, depth)`,
    );
    return rows;
  });
  const figures: SmallFigure[] = [];
  for (const { name, ids } of places) {
    figures.push(await figure(`children of a ${name}`, CHILDREN, ids));
    if (name === "nation" || name === "city") {
      figures.push(await figure(`Q5 totals of a ${name}`, TOTALS, ids));
      figures.push(await figure(`Q5 totals of a ${name} on 2021-01-01`, TOTALS_ON, ids));
    }
  }
  return figures;

  async function figure(name: string, query: string, ids: number[]): Promise<SmallFigure> {
    const requests = ids.map((id) =>
      server.request({ name, about: "", gonghui: query, postgraphile: "", raw: "" }, `tradeUnion-${id}`),
    );
    const rows = await dataOf(server, requests[0] as string).then(
      (data) => rowsOf(data),
      () => 0,
    );
    const { p50, p99, done, errors } = await generator.run({
      port: server.port,
      requests,
      sequence: sequenceOf(requests.length, 1),
      connections: 1,
      seconds: name.startsWith("Q5 totals of a nation on") ? SECONDS.counted : SECONDS.usual,
    });
    return { name, unions: rows, p50, p99, done, errors };
  }
}

function rowsOf(data: unknown): number {
  const { tradeUnion } = data as { tradeUnion: { children?: { nodes: unknown[] }; rollup?: { unionCount: number } } };
  return tradeUnion.children?.nodes.length ?? tradeUnion.rollup?.unionCount ?? 0;
}

export function smallLines(figures: readonly SmallFigure[]): string[] {
  const line = ({ name, unions, p50, p99, done, errors }: SmallFigure) =>
    `${name.padEnd(40)}${String(unions).padEnd(10)}${p50.toFixed(2).padEnd(10)}${p99.toFixed(2).padEnd(10)}${String(done).padEnd(8)}${errors}`;
  return [
    "",
    `${"one request at a time".padEnd(40)}${"unions".padEnd(10)}${"p50 ms".padEnd(10)}${"p99 ms".padEnd(10)}${"done".padEnd(8)}errors`,
    ...figures.map(line),
  ];
}
