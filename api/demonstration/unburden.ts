import type pg from "pg";

interface Burden {
  take: string;
  give: string;
}

const FOREIGN_KEYS_AND_EXCLUSIONS = `
  select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as take,
    format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as give
  from pg_constraint c join pg_namespace n on n.oid = c.connamespace
  where n.nspname = current_schema() and c.contype in ('f', 'x')
  order by c.contype desc, c.conrelid::regclass::text, c.conname`;

const PLAIN_INDEXES = `
  select format('drop index %s', i.indexrelid::regclass) as take, pg_get_indexdef(i.indexrelid) as give
  from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = current_schema() and not i.indisunique
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
  order by i.indexrelid::regclass::text`;

const TRIGGERS = `
  select distinct format('alter table %s disable trigger user', t.tgrelid::regclass) as take, format('alter table %s enable trigger user', t.tgrelid::regclass) as give
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = current_schema() and not t.tgisinternal and c.relname <> 'audit_entry'
  order by 1`;

/**
 * Takes off triggers, links, exclusions and plain indexes while an empty database is filled, and gives them back afterwards:
 * links and indexes are then checked or built over all rows at once, several times faster than row by row. It all happens in the caller's
 * transaction, so that nobody ever sees the database without them, and a row that breaks one of them undoes the load.
 */
export async function unburdened(client: pg.ClientBase, fill: () => Promise<void>): Promise<void> {
  const constraints = (await client.query<Burden>(FOREIGN_KEYS_AND_EXCLUSIONS)).rows;
  const indexes = (await client.query<Burden>(PLAIN_INDEXES)).rows;
  const triggers = (await client.query<Burden>(TRIGGERS)).rows;
  const all = [...triggers, ...constraints, ...indexes];
  await client.query(all.map(({ take }) => take).join("; "));
  await fill();
  const links = constraints.filter(({ give }) => isLink(give));
  const exclusions = constraints.filter(({ give }) => !isLink(give));
  for (const { give } of [...indexes, ...exclusions, ...links, ...triggers]) await client.query(give);
}

const isLink = (definition: string) => definition.includes(" FOREIGN KEY ");
