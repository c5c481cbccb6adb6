import type pg from "pg";
import { APP_ROLE } from "../../schema/access/policies.js";
import { behind, signed, tablesSeen } from "../access/wallProbes.js";
import type { Promised } from "./promise.js";
import { within, withWalls } from "./wallBench.js";

/** Claims that let nothing through: nothing signed, or signed over what is no scope. */
const NO_SCOPE = ["", ".", "%", "*", "x", "1", "1.10", "0.", "1.1.", "999.", "/", ":"];
/** Scopes whose siblings' paths begin alike. */
const SIBLINGS: [scope: string, alike: string][] = [
  ["1.10.", "1.105."],
  ["1.2.", "1.21."],
];

async function unscoped(client: pg.Client): Promise<string[]> {
  const tried: Record<string, string | null> = { "no setting": null, "an empty setting": "" };
  for (const scope of NO_SCOPE) {
    tried[`a setting of "${scope}"`] = scope;
    tried[`an unsigned claim of "${scope}"`] = `${scope}|CLERK|1|9999999999|1|00`;
  }
  const { rows } = await client.query("select sign_scope(null, 'CLERK', 1) as claim");
  tried["'' signed"] = await signed(client, "");
  tried["NULL signed"] = rows[0].claim as string;
  const found: string[] = [];
  for (const [how, claim] of Object.entries(tried))
    for (const table of await tablesSeen(client, claim)) found.push(`${how} sees ${table}`);
  return found;
}

async function pathsSeen(client: pg.Client, scope: string): Promise<string[]> {
  const { rows } = await behind(client, await signed(client, scope), APP_ROLE, () =>
    client.query("select path from trade_union").catch(() => ({ rows: [] })),
  );
  return rows.map(({ path }) => String(path));
}

/** Signed over what is no scope: no union is seen, whatever else is everyone's. */
async function nowhere(client: pg.Client): Promise<string[]> {
  const found: string[] = [];
  for (const scope of NO_SCOPE)
    for (const path of await pathsSeen(client, scope)) found.push(`"${scope}" signed sees the union ${path}`);
  return found;
}

async function astray(client: pg.Client): Promise<string[]> {
  const found: string[] = [];
  for (const [scope, alike] of SIBLINGS) {
    const seen = await pathsSeen(client, scope);
    const { rowCount } = await client.query("select 1 from trade_union where path like $1", [`${alike}%`]);
    if (!rowCount || !seen.some((path) => path.startsWith(scope)))
      throw new Error(`nothing lies in ${scope} or ${alike}`);
    found.push(...seen.filter((path) => !path.startsWith(scope)).map((path) => `${scope} sees ${path}`));
  }
  return found;
}

/** A scope by a tree operator, as it is often written; an empty tree path is above everything. */
const BY_TREE = `
  create extension if not exists ltree;
  drop policy app_select on trade_union;
  create policy app_select on trade_union for select to ${APP_ROLE}
    using (rtrim(path, '.')::ltree <@ rtrim(split_part(coalesce(current_setting('gonghui.scope', true), ''), '|', 1), '.')::ltree)`;
/** app_scope() with a part of it said otherwise. */
const otherwise = (part: string, instead: string) => {
  const [old, now] = [part, instead].map((text) => text.replaceAll("'", "''"));
  return `do $$ declare old text := pg_get_functiondef('app_scope()'::regprocedure); begin
    if strpos(old, '${old}') = 0 then raise exception 'no such part'; end if;
    execute replace(old, '${old}', '${now}'); end $$`;
};

export const scopes: Promised = {
  words:
    "after a committed scope, no scope, an empty one, NULL, what is no scope and a sibling that begins alike see nothing in any table",
  check: (trial) =>
    withWalls(trial, async ({ client }) => {
      await client.query("begin");
      await client.query("select set_config('gonghui.scope', sign_scope('1.', 'CLERK', 1), true)");
      await client.query("commit");
      return within(client, async () => [
        ...(await unscoped(client)),
        ...(await nowhere(client)),
        ...(await astray(client)),
      ]);
    }),
  mutants: {
    "a comparison of texts replaced by ltree": { sql: BY_TREE },
    "the scope loses its last dot": { sql: otherwise("nullif(told, '')", "rtrim(told, '.')") },
    "a scope may end anywhere": { sql: otherwise("right(told, 1) <> '.'", "told = ''") },
    "a prefix without its dot": {
      sql: `drop policy app_select on trade_union; create policy app_select on trade_union for select to ${APP_ROLE} using (path like rtrim(app_scope(), '.') || '%')`,
    },
  },
};
