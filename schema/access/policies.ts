import { RECORDS, type RecordName } from "../records.js";
import { linkOf, markOf, type RecordMark } from "../shared/register.js";
import { may, ROLES } from "./permissions.rules.js";
import { SIDE_TABLES, type SideRule, scopeKeysOf } from "./scopeKeys.js";
import { type RowRule, VISIBILITY } from "./visibility.rules.js";

/** Database role of every reader with a subtree: owns nothing, is filtered always. */
export const APP_ROLE = "gonghui_app";
/** Database role of grants over the whole installation or its topmost union: the second wall has nothing to keep from them. */
export const ROOT_ROLE = "gonghui_root";

/** A record whose rows the door never writes: triggers and the owner do. */
const WRITTEN_BEHIND_THE_DOOR: readonly RecordName[] = ["AuditEntry"];

/** Signed at all: what belongs to no subtree is shown to whoever the server let in. */
const SIGNED = "(select app_scope()) is not null";

/**
 * A path lies in a scope that it begins with: both end in a dot, so that no sibling slips in, and app_scope gives nothing that does
 * not. It is said as a test and not as a range, and so that the planner takes it for likely: the ways to the rows are for the first
 * wall to choose, which has a range for the index; this one looks at what was found, by one comparison and one signature checked.
 */
export const inScope = (path: string) => `coalesce(starts_with(${path}, (select app_scope())), false)`;

/**
 * The rule of a record as a condition on its table. A row that carries the path of its union is compared in place; other links
 * ask for the other row, which stands behind a policy of its own. The first wall asks by links throughout (api/reading/predicates.ts):
 * the two rest on different columns, so that neither shares a fault of the other.
 */
function condition(rule: RowRule, mark: RecordMark): string {
  if (rule === "everyone") return SIGNED;
  if (rule === "own path") return inScope(`${mark.table}.path`);
  if ("holding" in rule) return `${held(rule)} and (${condition(rule.and, mark)})`;
  if ("any" in rule) return rule.any.map((each) => condition(each, mark)).join(" or ");
  if ("through" in rule) {
    const { column, target } = linkOf(mark, rule.through);
    return behind(markOf(target()), mark.table, column);
  }
  const other = markOf(rule.some);
  return some(
    other.table,
    `t.${linkOf(other, rule.by).column} = ${mark.table}.id${other.superseded ? " and t.known_to is null" : ""}`,
  );
}

/** Whether there is a row. Asked as a value, row by row: "exists" lets the planner gather a whole table of a nation first, for one county's page. */
const some = (table: string, where: string) => `coalesce((select true from ${table} t where ${where} limit 1), false)`;

/** What a link lets through: by the key that stands beside it, or by the other row; gathering all visible rows first costs more, and misleads the planner. */
function behind(target: RecordMark, table: string, column: string): string {
  const key = scopeKeysOf(table).find(({ link }) => link === column);
  if (key) return inScope(`${table}.${key.column}`);
  return some(target.table, `t.id = ${table}.${column}`);
}

/** The roles that hold the permission of a rule, as the signature names them. */
function held(rule: Extract<RowRule, { holding: unknown }>): string {
  return `(select app_role()) in (${ROLES.filter((role) => may(role, rule.holding))
    .map((role) => `'${role}'`)
    .join(", ")})`;
}

/** What the wall lets through, by database role: rows seen, and rows that may be written. */
interface Gate {
  table: string;
  seen: string;
  written: string;
  rootSeen: string;
}

function gateOf(name: RecordName): Gate {
  const mark = markOf(name);
  const rule = VISIBILITY[name];
  const seen = condition(rule, mark);
  const isHeld = typeof rule === "object" && "holding" in rule;
  return {
    table: mark.table,
    seen,
    written: WRITTEN_BEHIND_THE_DOOR.includes(name) ? "false" : seen,
    rootSeen: isHeld ? held(rule) : "true",
  };
}

function sideGate(table: string, rule: Exclude<SideRule, "nobody">): Gate {
  if (rule === "own path") return { table, seen: inScope(`${table}.path`), written: "false", rootSeen: "true" };
  const seen = rule === "everyone" ? SIGNED : behind(markOf(rule.through), table, rule.column);
  return { table, seen, written: "false", rootSeen: "true" };
}

const forced = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
drop policy if exists owner_all on ${table};
create policy owner_all on ${table} for all to current_user using (true) with check (true);`;

/** One permissive policy for each role and command: several would be joined by "or". */
function policies({ table, seen, written, rootSeen }: Gate): string {
  const rootWritten = written === "false" ? "false" : rootSeen;
  const each = (role: string, prefix: string, rows: string, writes: string) => `
drop policy if exists ${prefix}_select on ${table};
create policy ${prefix}_select on ${table} for select to ${role} using (${rows});
drop policy if exists ${prefix}_insert on ${table};
create policy ${prefix}_insert on ${table} for insert to ${role} with check (${writes});
drop policy if exists ${prefix}_update on ${table};
create policy ${prefix}_update on ${table} for update to ${role} using (${writes}) with check (${writes});`;
  return `${each(APP_ROLE, "app", seen, written)}${each(ROOT_ROLE, "root", rootSeen, rootWritten)}
grant select${written === "false" ? "" : ", insert, update"} on ${table} to ${APP_ROLE}, ${ROOT_ROLE};`;
}

/** The second wall of every table, from the same declarations as the first. May be run again after the declarations change. */
export function wallSql(): string {
  const records = (Object.keys(RECORDS) as RecordName[]).map(gateOf);
  const sides = Object.entries(SIDE_TABLES);
  const open = sides.flatMap(([table, rule]) => (rule === "nobody" ? [] : [sideGate(table, rule)]));
  return (
    [...records.map(({ table }) => table), ...sides.map(([table]) => table)].map(forced).join("") +
    [...records, ...open].map(policies).join("")
  );
}
