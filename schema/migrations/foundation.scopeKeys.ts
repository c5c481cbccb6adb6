import "../register.js";
import { APP_ROLE, ROOT_ROLE } from "../access/policies.js";
import { type ScopeKey, scopeKeys } from "../access/scopeKeys.js";

/** Tables whose rows make the paths, and the paths themselves: whoever writes them holds the lock of the tree, and moves come one after another. */
const OF_THE_TREE: readonly string[] = ["trade_union_version", "affiliation", "trade_union_path"];
const FIXED = "language plpgsql security definer set search_path = pg_catalog, public, pg_temp";

const columns = ({ table, link, column, superseded }: ScopeKey) => /* sql */ `
alter table ${table} add column ${column} text collate "C";${
  superseded
    ? `
create index ${table}_superseded on ${table} (${link}) where known_to is not null; -- corrected rows move along; few, and in no other index`
    : ""
}`;

/**
 * A row takes the path of its union when it is written. The union stays as it is until the row is committed: else one that
 * moved in between would leave the row behind, seen by its former superior.
 */
function carried(table: string, keys: readonly ScopeKey[]): string {
  const isOfTheTree = OF_THE_TREE.includes(table);
  const changed = keys.map(({ link }) => `old.${link} is distinct from new.${link}`).join(" or ");
  const written = keys.map(({ column }) => `old.${column} is distinct from new.${column}`).join(" or ");
  return /* sql */ `
create function carry_scope_of_${table}() returns trigger ${FIXED} as $$
begin
  ${isOfTheTree ? "perform pg_advisory_xact_lock(20130905);" : ""}
  ${keys.map(({ link, column }) => `select u.path into new.${column} from trade_union u where u.id = new.${link}${isOfTheTree ? "" : " for no key update"};`).join("\n  ")}
  return new;
end $$;
revoke execute on function carry_scope_of_${table}() from public;
create trigger carry_scope before insert on ${table} for each row execute function carry_scope_of_${table}();
-- What somebody writes into a key is put right; only the keeping of the keys itself writes them.
create trigger carry_scope_on_update before update of ${keys.flatMap(({ link, column }) => [link, column]).join(", ")} on ${table} for each row
  when (${changed} or (${written}) and (current_user in ('${APP_ROLE}', '${ROOT_ROLE}') or current_setting('gonghui.projecting', true) is distinct from 'on'))
  execute function carry_scope_of_${table}();`;
}

const following = ({ table, link, column, superseded }: ScopeKey) =>
  (superseded ? [" and t.known_to is null", " and t.known_to is not null"] : [""])
    .map(
      (some) =>
        `update ${table} t set ${column} = u.path from unnest(moved) m(id) join trade_union u on u.id = m.id where t.${link} = u.id${some} and t.${column} is distinct from u.path;`,
    )
    .join("\n  ");

/** Keys follow a union that moves. This is no change of any row: no version rises, no belief is superseded, nothing enters the log. */
const follow = (keys: readonly ScopeKey[]) => /* sql */ `
create function scopes_follow() returns trigger ${FIXED} as $$
declare
  moved integer[];
  before text := coalesce(current_setting('gonghui.projecting', true), '');
begin
  select array_agg(n.id) into moved from fresh n join stale o on o.id = n.id where n.path is distinct from o.path;
  if moved is null then return null; end if;
  perform set_config('gonghui.projecting', 'on', true);
  ${keys.map(following).join("\n  ")}
  perform set_config('gonghui.projecting', before, true);
  return null;
end $$;
revoke execute on function scopes_follow() from public;
create trigger scopes_follow after update on trade_union referencing new table as fresh old table as stale for each statement execute function scopes_follow();`;

/** Indexes that are read alone, without the table: they hold the key, which the wall looks at in every row. */
const indexes = /* sql */ `
-- Lists of offices, courses and awards print the name of a person and nothing else of the row.
create index person_name on person (id) include (name, keeper_scope);
-- The holders of a union's offices on a day, in their order.
create index position_union on position (trade_union_id, role, start_on, id) include (ended_on, person_id, trade_union_scope) where known_to is null;
`;

/** The keys of the second wall, made from the declarations of both walls. */
export function scopeKeySql(): string {
  const keys = scopeKeys();
  const tables = [...new Set(keys.map(({ table }) => table))];
  return [
    ...keys.map(columns),
    ...tables.map((table) =>
      carried(
        table,
        keys.filter((each) => each.table === table),
      ),
    ),
    follow(keys),
    indexes,
  ].join("\n");
}
