import pg from "pg";
import { APP_ROLE, ROOT_ROLE } from "../../schema/access/policies.js";
import { behind, signed, tablesSeen } from "../access/wallProbes.js";
import { Dice } from "../drill/dice.js";
import { counted, type Promised } from "./promise.js";
import { type WallBench, within, withWalls } from "./wallBench.js";

/** What injected SQL might try; each is the whole text of a statement run for a reader of 1.10. */
const INJECTED = [
  "select set_config('gonghui.scope', '1.|FEDERATION_ADMINISTRATOR|1|9999999999|' || pg_backend_pid() || '|00', true) || (select json_agg(u.path)::text from trade_union u)",
  "select set_config('role', 'none', true) || query_to_xml('select path from trade_union', false, false, '')::text",
  `select set_config('role', '${ROOT_ROLE}', true) || query_to_xml('select path from trade_union', false, false, '')::text`,
  "select sign_scope('1.', 'SYSTEM_ADMINISTRATOR', 1)",
  "select encode(key, 'hex') from wall_key",
  "select query_to_xml('set role none', false, false, '')::text",
  "select token_hash::text from session",
  "select 1; select path from trade_union",
  "alter table trade_union disable row level security",
];
const REFUSED = ["42501", "42601", "0A000", "25006"];

async function answered({ reads, viewer }: WallBench): Promise<string[]> {
  const found: string[] = [];
  for (const text of INJECTED) {
    const answer = await reads
      .query(text, [], "", viewer("1.10."))
      .catch(({ code }: { code: string }) => `refused ${code}`);
    if (!REFUSED.some((code) => answer === `refused ${code}`)) found.push(`${text}: ${String(answer).slice(0, 80)}`);
  }
  return found;
}

/** Claims that nobody signed for this connection, this scope and this minute. */
async function forgeries({ client, database }: WallBench, dice: Dice, count: number): Promise<Record<string, string>> {
  const other = new pg.Client({ ...database.address, ssl: false });
  await other.connect();
  const elsewhere = await signed(other, "1.");
  await other.end();
  const own = await signed(client, "1.10.");
  const { rows } = await client.query(
    "select pg_backend_pid() as pid, extract(epoch from clock_timestamp())::bigint as now",
  );
  const digest = own.split("|")[5] as string;
  const wholly = `1.|FEDERATION_ADMINISTRATOR|1|${Number(rows[0].now) + 60}|${rows[0].pid}`;
  const late = await client.query(
    "select c || '|' || encode(hmac(convert_to(c, 'UTF8'), key, 'sha256'), 'hex') as claim from wall_key, (select '1.|CLERK|1|1|' || pg_backend_pid() as c) s",
  );
  const claims: Record<string, string> = {
    "signed for another connection": elsewhere,
    "signed long ago": late.rows[0].claim as string,
    "of another scope": own.replace("1.10.", "1."),
    "with a foreign digest": `${wholly}|${digest}`,
    "with no digest": wholly,
    "with an empty digest": `${wholly}|`,
    "with zeros": `${wholly}|${"0".repeat(64)}`,
    "too long": `${own}|1.`,
    "with a sign between": own.replace("|", "||"),
  };
  for (let each = 0; each < count; each++) {
    const at = Math.floor(dice.next() * own.length);
    const sign = dice.one([..."0123456789abcdef.|"]);
    if (own[at] !== sign) claims[`with ${sign} at ${at}`] = own.slice(0, at) + sign + own.slice(at + 1);
  }
  return claims;
}

/** Forged claims that open anything, tried by a role that may set what it likes: the digest alone stands in the way. */
async function opened(bench: WallBench, claims: Record<string, string>): Promise<string[]> {
  const { client } = bench;
  const found: string[] = [];
  for (const [how, claim] of Object.entries(claims)) {
    const seen = await behind(client, claim, APP_ROLE, () => client.query("select 1 from trade_union limit 1"));
    if (seen.rowCount) found.push(`a claim ${how} opens unions`);
  }
  for (const how of ["of another scope", "with zeros"])
    for (const table of await tablesSeen(client, claims[how] as string)) found.push(`a claim ${how} opens ${table}`);
  if ((await tablesSeen(client, await signed(client, "1."))).length < 20) throw new Error("a true claim opens nothing");
  return found;
}

export const injection: Promised = {
  words: "SQL injected as the app role reads nothing outside the signed subtree, whatever scope it sets",
  check: (trial) =>
    withWalls(trial, (bench) =>
      within(bench.client, async () => {
        const claims = await forgeries(bench, new Dice(trial.seed), counted(trial, 1_000));
        return [...(await answered(bench)), ...(await opened(bench, claims))];
      }),
    ),
  mutants: {
    "the signature check returns its input": {
      sql: `create or replace function app_scope() returns text language sql stable as $$ select split_part(current_setting('gonghui.scope', true), '|', 1) $$`,
    },
    "the digest is not bound to the connection": {
      sql: without("split_part(claim, '|', 5) <> pg_backend_pid()::text or"),
    },
    "the end of a claim is not looked at": {
      sql: without("or split_part(claim, '|', 4)::bigint < extract(epoch from clock_timestamp())"),
    },
    "settings may be changed inside a query": {
      sql: "grant execute on function pg_catalog.set_config(text, text, boolean) to public",
    },
    "anybody signs": {
      sql: "grant execute on function sign_scope(text, text, integer) to public; alter function sign_scope(text, text, integer) security definer",
    },
  },
};

/** app_scope() with a part of its conditions taken out. */
function without(condition: string): string {
  const part = condition.replaceAll("'", "''");
  return `do $$ declare old text := pg_get_functiondef('app_scope()'::regprocedure); begin
    if strpos(old, '${part}') = 0 then raise exception 'no such condition'; end if;
    execute replace(old, '${part}', ''); end $$`;
}
