import type pg from "pg";
import { Parameters } from "../../api/reading/parameters.js";
import { visible } from "../../api/reading/predicates.js";
import type { Viewer } from "../../api/reading/viewer.js";
import { APP_ROLE, ROOT_ROLE } from "../../schema/access/policies.js";
import { SIDE_TABLES } from "../../schema/access/scopeKeys.js";
import { RECORDS, type RecordName } from "../../schema/records.js";
import { markOf } from "../../schema/shared/register.js";

export const RECORD_NAMES = Object.keys(RECORDS) as RecordName[];
/** The ledger of migrations belongs to the mapper, and nobody is granted anything on it. */
const LEDGER = "mikro_orm_migrations";

const TABLES = `
  select c.relname as table, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner,
    array(select r || ' ' || p from unnest(array['${APP_ROLE}', '${ROOT_ROLE}']) r, unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p where has_table_privilege(r, c.oid, p) or case when p in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') then has_any_column_privilege(r, c.oid, p) end) as granted,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attname in ('trade_union_id', 'person_id', 'keeper_id') and not exists (
      select from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum)) as unindexed
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p')`;
const POLICIES = `
  select c.relname as table, p.polcmd as command, p.polpermissive as permissive, p.polqual is not null as "using", p.polwithcheck is not null as "check",
    array(select rolname::text from pg_roles where oid = any (p.polroles)) as roles
  from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public'`;
const ROLES = `select rolname, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb from pg_roles where rolname in ('${APP_ROLE}', '${ROOT_ROLE}')`;
const DEFINERS = `
  select p.oid::regprocedure::text as name, coalesce(array_to_string(p.proconfig, ','), '') like '%search_path=pg_catalog, public, pg_temp%' as fixed,
    has_function_privilege('${APP_ROLE}', p.oid, 'execute') as open, p.prorettype = 'trigger'::regtype as trigger
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' and p.prosecdef`;

/** What runs with the owner's sight and may be called by anybody, each answering one narrow question. */
const OPEN_DEFINERS = [
  "app_scope()",
  "app_role()",
  "next_serial(integer[])",
  "holder_of_uscc(text,text,integer)",
  "holder_of_division_code(text)",
  "superior_face(integer)",
  "next_sealed_id(text)",
  "attached_bytes()",
  "holder_of_resident_id(bytea[],integer)",
  "enter_reveal(text,integer,integer,jsonb,integer)",
  "keep_password(integer,text,integer)",
  "leading_union_path(integer)",
  "municipal_path()",
  "township_facts(integer,date)",
];

interface Policy {
  table: string;
  command: string;
  permissive: boolean;
  using: boolean;
  check: boolean;
  roles: string[];
}
interface Table {
  table: string;
  enabled: boolean;
  forced: boolean;
  owner: string;
  granted: string[];
  unindexed: string[];
}

/** Everything about the second wall that is not as it must be, read from the catalogue of the database. */
export async function catalogueFaults(client: pg.ClientBase): Promise<string[]> {
  const ask = async <Row>(sql: string) => (await client.query(sql)).rows as Row[];
  const policies = await ask<Policy>(POLICIES);
  const tables = await ask<Table>(TABLES);
  const open = new Set([
    ...RECORD_NAMES.map((name) => markOf(name).table),
    ...Object.entries(SIDE_TABLES).flatMap(([table, rule]) => (rule === "nobody" ? [] : [table])),
  ]);
  const faults = tables.flatMap(({ table, enabled, forced, owner, granted, unindexed }) => {
    const say = (isWrong: boolean, text: string) => (isWrong ? [`${table}: ${text}`] : []);
    const rights = granted.map((right) => right.split(" ")[1]);
    if (table === LEDGER) return say(granted.length > 0, "granted");
    return [
      ...say(!enabled, "row-level security is off"),
      ...say(!forced, "not forced"),
      ...say([APP_ROLE, ROOT_ROLE].includes(owner), `owned by ${owner}`),
      ...say(!open.has(table) && !(table in SIDE_TABLES), "stands in no declaration"),
      ...say(!open.has(table) && granted.length > 0, "granted, though nobody reads it"),
      ...rights
        .filter((right) => !["SELECT", "INSERT", "UPDATE"].includes(right as string))
        .map((right) => `${table}: ${right} is granted`),
      ...(open.has(table)
        ? [APP_ROLE, ROOT_ROLE].flatMap((role) =>
            gaps(policies.filter((policy) => policy.table === table && policy.roles.includes(role))).map(
              (gap) => `${table}: ${role} ${gap}`,
            ),
          )
        : []),
      ...unindexed.map((column) => `${table}: no index begins with ${column}`),
    ];
  });
  const strangers = policies
    .filter(({ roles, permissive }) => !permissive || roles.length !== 1)
    .map(({ table }) => `${table}: a policy for several or for all, or a restrictive one`);
  const loud = (await ask<Record<string, boolean | string>>(ROLES)).flatMap(({ rolname, ...can }) =>
    Object.entries(can)
      .filter(([, is]) => is)
      .map(([what]) => `${rolname}: ${what}`),
  );
  const definers = (await ask<{ name: string; fixed: boolean; open: boolean; trigger: boolean }>(DEFINERS)).flatMap(
    ({ name, fixed, open: isOpen, trigger }) => [
      ...(fixed ? [] : [`${name}: its search path is not fixed`]),
      ...(isOpen && !trigger && !OPEN_DEFINERS.includes(name) ? [`${name}: anybody may call it`] : []),
    ],
  );
  return [...faults, ...strangers, ...loud, ...definers];
}

function gaps(policies: Policy[]): string[] {
  return (["r", "a", "w"] as const).flatMap((command) => {
    const found = policies.filter((policy) => policy.command === command || policy.command === "*");
    const [only] = found;
    if (found.length !== 1 || !only) return [`has ${found.length} policies for ${command}`];
    return [
      ...(command !== "a" && !only.using ? [`${command} without USING`] : []),
      ...(command !== "r" && !only.check ? [`${command} without WITH CHECK`] : []),
    ];
  });
}

/** Runs work behind the wall, in a savepoint that is undone, whatever was signed. */
export async function behind<T>(
  client: pg.ClientBase,
  claim: string | null,
  role: string,
  work: () => Promise<T>,
): Promise<T> {
  await client.query("savepoint wall");
  try {
    if (claim !== null) await client.query("select set_config('gonghui.scope', $1, true)", [claim]);
    await client.query(`set local role ${role}`);
    return await work();
  } finally {
    await client.query("rollback to savepoint wall");
  }
}

export const signed = async (
  client: pg.ClientBase,
  scope: string,
  role = "FEDERATION_ADMINISTRATOR",
): Promise<string> =>
  (await client.query("select sign_scope($1, $2, 1) as claim", [scope, role])).rows[0].claim as string;

/** Tables of which the app role sees any row behind a claim. */
export async function tablesSeen(client: pg.ClientBase, claim: string | null): Promise<string[]> {
  const tables = [...RECORD_NAMES.map((name) => markOf(name).table), ...Object.keys(SIDE_TABLES)];
  return behind(client, claim, APP_ROLE, async () => {
    const seen: string[] = [];
    for (const table of tables) {
      await client.query("savepoint look");
      const found = await client.query(`select 1 from ${table} limit 1`).catch(() => ({ rowCount: 0 })); // refused is as good as empty
      if (found.rowCount) seen.push(table);
      await client.query("rollback to savepoint look");
    }
    return seen;
  });
}

/** Ids that each wall alone shows of a record: the first by its predicate as the owner, the second by its policy alone. */
export async function eachWall(
  client: pg.ClientBase,
  record: RecordName,
  viewer: Viewer,
): Promise<{ first: number[]; second: number[] }> {
  const { table } = markOf(record);
  const parameters = new Parameters();
  const condition = visible(record, "r", viewer, parameters);
  const { sql, values } = parameters.settle(
    `select r.id from ${table} r${condition ? ` where ${condition}` : ""} order by r.id`,
  );
  const idsOf = ({ rows }: pg.QueryResult) => rows.map(({ id }) => Number(id));
  const first = idsOf(await client.query(sql, values({ slots: [], viewer })));
  const claim = await signed(client, viewer.path ?? "", viewer.role);
  const second = await behind(client, claim, viewer.path === undefined ? ROOT_ROLE : APP_ROLE, async () =>
    idsOf(await client.query(`select r.id from ${table} r order by r.id`)),
  );
  return { first, second };
}
