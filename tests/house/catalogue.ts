import type { DatabaseAddress } from "../../api/shared/database.js";
import { withConnection } from "../../api/shared/databaseConnection.js";

const OURS = "n.nspname = 'public' and not exists (select from pg_depend d where d.objid = o.oid and d.deptype = 'e')";
const LEDGER = "mikro_orm_migrations";

/** What a schema is made of, each kind as lines of text in a fixed order; nothing that extensions bring. */
const PARTS: Record<string, string> = {
  columns: `select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
      || coalesce(' collate ' || k.collname, '') || case a.attidentity when '' then '' else ' identity ' || a.attidentity::text end
      || case when a.attgenerated <> '' then ' generated' else '' end || coalesce(' default ' || pg_get_expr(e.adbin, e.adrelid), '')
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_class o on o.oid = c.oid join pg_namespace n on n.oid = c.relnamespace
      left join pg_attrdef e on e.adrelid = c.oid and e.adnum = a.attnum left join pg_collation k on k.oid = a.attcollation and k.collname <> 'default'
    where ${OURS} and c.relkind in ('r', 'v', 'm', 'p') and a.attnum > 0 and not a.attisdropped and c.relname <> '${LEDGER}'`,
  constraints: `select coalesce(c.relname, '') || '.' || o.conname || ' ' || pg_get_constraintdef(o.oid)
    from pg_constraint o join pg_namespace n on n.oid = o.connamespace left join pg_class c on c.oid = o.conrelid where ${OURS} and c.relname is distinct from '${LEDGER}'`,
  indexes: `select pg_get_indexdef(o.oid) from pg_class o join pg_namespace n on n.oid = o.relnamespace join pg_index i on i.indexrelid = o.oid join pg_class c on c.oid = i.indrelid
    where ${OURS} and c.relname <> '${LEDGER}'`,
  functions: `select pg_get_functiondef(o.oid) from pg_proc o join pg_namespace n on n.oid = o.pronamespace where ${OURS} and o.prokind in ('f', 'p')`,
  aggregates: `select o.oid::regprocedure::text from pg_proc o join pg_namespace n on n.oid = o.pronamespace where ${OURS} and o.prokind = 'a'`,
  triggers: `select pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text from pg_trigger t join pg_class o on o.oid = t.tgrelid join pg_namespace n on n.oid = o.relnamespace where ${OURS} and not t.tgisinternal`,
  views: `select o.relname || ' ' || pg_get_viewdef(o.oid) from pg_class o join pg_namespace n on n.oid = o.relnamespace where ${OURS} and o.relkind in ('v', 'm')`,
  policies:
    "select tablename || '.' || policyname || ' ' || cmd || ' ' || coalesce(qual, '') || ' ' || coalesce(with_check, '') from pg_policies where schemaname = 'public'",
  types: `select o.typname || ' ' || o.typtype::text || coalesce(' ' || (select string_agg(enumlabel, ',' order by enumsortorder) from pg_enum where enumtypid = o.oid), '')
    from pg_type o join pg_namespace n on n.oid = o.typnamespace where ${OURS} and o.typtype in ('e', 'd', 'r') and o.typname not like '${LEDGER}%'`,
  collations: `select o.collname || ' ' || o.collprovider::text from pg_collation o join pg_namespace n on n.oid = o.collnamespace where ${OURS}`,
  sequences: `select o.relname from pg_class o join pg_namespace n on n.oid = o.relnamespace where ${OURS} and o.relkind = 'S' and o.relname not like '${LEDGER}%'`,
};

export type Catalogue = Record<string, string[]>;

/** The catalogue of a database, to be compared with that of another. */
export function catalogue(address: DatabaseAddress): Promise<Catalogue> {
  return withConnection(address, async (client) => {
    const found: Catalogue = {};
    for (const [part, query] of Object.entries(PARTS)) {
      const { rows } = await client.query<{ line: string }>(
        `select line from (${query}) as o(line) order by line collate "C"`,
      );
      found[part] = rows.map(({ line }) => line);
    }
    return found;
  });
}

export interface StoredColumn {
  type: string;
  nullable: boolean;
  suppliedByDatabase: boolean;
}

/** Tables and their columns, by name. */
export function storedColumns(address: DatabaseAddress): Promise<Map<string, Map<string, StoredColumn>>> {
  return withConnection(address, async (client) => {
    const { rows } = await client.query<StoredColumn & { table: string; column: string }>(`
      select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
        (a.atthasdef or a.attidentity <> '' or a.attgenerated <> '') as "suppliedByDatabase"
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`);
    const tables = new Map<string, Map<string, StoredColumn>>();
    for (const { table, column, ...rest } of rows)
      tables.set(table, (tables.get(table) ?? new Map()).set(column, rest));
    return tables;
  });
}
