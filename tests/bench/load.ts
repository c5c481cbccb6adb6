import type { Client } from "pg";
import { wrongScopeKeys } from "../../schema/access/scopeKeys.js";
import { FILL, PREPARE } from "./formulas.js";
import { type Nation, ROOT } from "./nation.js";

const ROWS_AT_ONCE = 50_000;
const TABLES = [
  "division",
  "division_version",
  "division_parent",
  "trade_union",
  "trade_union_version",
  "affiliation",
  "trade_union_path",
  "person",
  "position",
  "course",
  "enrolment",
  "award",
];

/** Loads every division as a union and the records around them, set-based and by fixed formulas. */
export async function loadNation(client: Client, nation: Nation): Promise<void> {
  await client.query("set session_replication_role = replica"); // no trigger and no check of references: the formulas keep them
  await client.query("set gonghui.loading = 'on'");
  await client.query("set maintenance_work_mem = '1GB'");
  await client.query("set work_mem = '256MB'");
  await client.query("set synchronous_commit = off");
  const later = await setIndexesAside(client);
  await client.query(PREPARE);
  for (let from = 0; from < nation.ids.length; from += ROWS_AT_ONCE) {
    const part = <Value>(column: Value[]) => column.slice(from, from + ROWS_AT_ONCE);
    const { ids, parents, codes, names, levels, divisionTypes, unionTypes, unionNames, staffed } = nation;
    await client.query(
      "insert into nation select * from unnest($1::integer[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::boolean[])",
      [
        part(ids),
        part(parents),
        part(codes),
        part(names),
        part(levels),
        part(divisionTypes),
        part(unionTypes),
        part(unionNames),
        part(staffed),
      ],
    );
  }
  for (const statement of FILL(ROOT)) await client.query(statement);
  const { rows } = await client.query<{ wrong: number }>(wrongScopeKeys());
  if (rows[0]?.wrong) throw new Error(`${rows[0].wrong} rows carry no key or a wrong one for the second wall`);
  for (const statement of later) await client.query(statement);
  for (const table of TABLES)
    await client
      .query(`select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`)
      .catch(() => undefined);
  await client.query("set session_replication_role = origin");
  await client.query("reset gonghui.loading");
  await client.query("select rebuild_rollups()");
  await client.query("vacuum (analyze)");
}

/** Drops every index that is no primary key, and gives the statements that make them anew: filling them row by row takes minutes. */
async function setIndexesAside(client: Client): Promise<string[]> {
  const constraints = await client.query<{ drop: string; add: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop, format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
     from pg_constraint where contype in ('x', 'u') and conrelid = any ($1::regclass[])`,
    [TABLES],
  );
  const indexes = await client.query<{ drop: string; add: string }>(
    `select format('drop index %s', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as add
     from pg_index i where i.indrelid = any ($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [TABLES],
  );
  const found = [...constraints.rows, ...indexes.rows];
  for (const { drop } of found) await client.query(drop);
  return found.map(({ add }) => add);
}
