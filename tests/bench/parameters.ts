import type { DatabaseAddress } from "../../api/shared/database.js";
import { withConnection } from "../../api/shared/databaseConnection.js";
import { dataOf } from "./ask.js";
import { chance, draw } from "./figures.js";
import type { Profile } from "./profile.js";
import { QUESTIONS } from "./queries.js";
import type { Contender } from "./servers.js";

const PAGE = 500;

/** Unions and counties that the questions are asked about, the same for all servers. */
export interface Parameters {
  unions: number[];
  counties: number[];
  /** path of the first of these counties */
  countyPath: string;
  /** pages of Q4 */
  pages: number;
}

/** 400 unions and up to 200 counties of the staffed provinces that hold at least 50 villages, drawn by the seed. */
export async function chooseParameters(address: DatabaseAddress, { seed, fullCounty }: Profile): Promise<Parameters> {
  const next = chance(seed);
  return withConnection(address, async (client) => {
    const { rows } = await client.query<{ unions: number; staffed: number[] }>(
      `select (select count(*)::integer from trade_union) as unions, array(
         select c.id from trade_union c where c.type = 'COUNTY_FEDERATION' and $1 <= (
           select count(*) from trade_union v join position p on p.trade_union_id = v.id and p.role = 'CHAIR'
           where v.path >= c.path and v.path < subtree_end(c.path) and v.type = 'VILLAGE_UNION') order by c.id) as staffed`,
      [fullCounty],
    );
    const { unions, staffed } = rows[0] as { unions: number; staffed: number[] };
    const all = Array.from({ length: unions }, (_, index) => index + 1);
    const [chosen, counties] = [draw(all, 400, next), draw(staffed, 200, next)];
    const path = await client.query<{ path: string }>("select path from trade_union where id = $1", [counties[0]]);
    return {
      unions: chosen,
      counties,
      countyPath: path.rows[0]?.path as string,
      pages: Math.min(200, Math.floor(unions / PAGE) - 1),
    };
  });
}

/** The requests of a server for each question. The pages of Q4 begin at cursors that the server itself gave. */
export async function requestsOf(
  server: Contender,
  { unions, counties, pages }: Parameters,
  only?: readonly string[],
): Promise<Map<string, string[]>> {
  const requests = new Map<string, string[]>();
  for (const question of QUESTIONS.filter(({ name }) => !only || only.includes(name))) {
    const places: (string | number)[] =
      question.name === "Q1" ? unions : question.name === "Q4" ? await pageStarts(server, pages) : counties;
    const asId = (at: string | number) =>
      server.name === "gonghui" && question.name !== "Q4" ? `tradeUnion-${at}` : at;
    requests.set(
      question.name,
      places.map((at) => server.request(question, asId(at))),
    );
  }
  return requests;
}

/** Where each page of 500 unions ends: an id for the raw server, cursors for the others. */
async function pageStarts(server: Contender, pages: number): Promise<(string | number)[]> {
  if (server.name === "raw") return Array.from({ length: pages }, (_, page) => (page + 1) * PAGE);
  const order = server.name === "gonghui" ? "ID_ASC" : "PRIMARY_KEY_ASC";
  const type = server.name === "gonghui" ? "String" : "Cursor";
  const walk = `query Walk($at: ${type}) { tradeUnions(orderBy: [${order}], first: ${PAGE}, after: $at) { pageInfo { endCursor } } }`;
  const found: string[] = [];
  for (let at: string | null = null; found.length < pages; found.push(at as string)) {
    const data = (await dataOf(
      server,
      server.request({ name: "walk", about: "", gonghui: walk, postgraphile: walk, raw: "" }, at as unknown as string),
    )) as { tradeUnions: { pageInfo: { endCursor: string } } };
    at = data.tradeUnions.pageInfo.endCursor;
  }
  return found;
}
