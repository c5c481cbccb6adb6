import { RECORDS, type RecordName } from "../records.js";
import { linkOf, markOf, type RecordMark } from "../shared/register.js";
import { type RowRule, VISIBILITY } from "./visibility.rules.js";

/** Who reads a table that is no record: rows of a visible record, rows whose path lies in the scope, any reader, or only the owner of the database. */
export type SideRule = { through: RecordName; column: string } | "own path" | "everyone" | "nobody";

/** Tables beside the records, which nobody but the owner and the triggers writes. A table that stands neither here nor among the records is closed. */
export const SIDE_TABLES: Readonly<Record<string, SideRule>> = {
  rollup_total: "own path",
  rollup_change: "own path",
  trade_union_path: { through: "TradeUnion", column: "trade_union_id" },
  division_version: "everyone",
  division_parent: "everyone",
  division_succession: "everyone",
  account_password: "nobody",
  sign_in_link: "nobody",
  session: "nobody",
  api_token_use: { through: "ApiToken", column: "api_token_id" },
  known_device: "nobody",
  second_factor: "nobody",
  recovery_code: "nobody",
  login_attempt: "nobody",
  cost_budget: "nobody",
  verification: "nobody",
  installation: "nobody",
  wall_key: "nobody",
};

/**
 * Today's path of the union that a row belongs to, carried in the row itself, so that the second wall compares it in place and
 * asks no other table. Triggers keep it (foundation.scopeKeys.ts); no class, contract or log knows of it. The first wall never
 * reads it and goes by the links: were a key wrong, the two walls would differ, and the narrower one holds.
 */
export interface ScopeKey {
  table: string;
  /** The link to the union. */
  link: string;
  /** The path of that union today; null where the link is. */
  column: string;
  /** Whether corrected rows stay behind in the table: they carry the key too. */
  superseded: boolean;
}

/** Records that are only added to: their rows never follow a union that moves, so their wall asks by the link. */
const ONLY_ADDED_TO: readonly RecordName[] = ["AuditEntry"];

const key = (table: string, link: string, superseded: boolean): ScopeKey => ({
  table,
  link,
  column: link.replace(/_id$/, "_scope"),
  superseded,
});

/** The links by which a rule leads straight to a union, as columns. */
function linksToUnions(rule: RowRule, mark: RecordMark): string[] {
  if (typeof rule === "string" || "some" in rule) return [];
  if ("any" in rule) return rule.any.flatMap((each) => linksToUnions(each, mark));
  if ("holding" in rule) return linksToUnions(rule.and, mark);
  const { column, target } = linkOf(mark, rule.through);
  return markOf(target()).name === "TradeUnion" ? [column] : [];
}

/** Every key there is, by the declarations of both walls. */
export function scopeKeys(): ScopeKey[] {
  const names = (Object.keys(RECORDS) as RecordName[]).filter((name) => !ONLY_ADDED_TO.includes(name));
  const ofRecords = names.flatMap((name) => {
    const mark = markOf(name);
    return linksToUnions(VISIBILITY[name], mark).map((link) => key(mark.table, link, mark.superseded));
  });
  const ofSideTables = Object.entries(SIDE_TABLES).flatMap(([table, rule]) =>
    typeof rule === "object" && rule.through === "TradeUnion" ? [key(table, rule.column, false)] : [],
  );
  return [...ofRecords, ...ofSideTables];
}

export const scopeKeysOf = (table: string): ScopeKey[] => scopeKeys().filter((each) => each.table === table);

/** SQL of the rows, one number each, whose key is not today's path of their union. */
export const wrongScopeKeys = (): string =>
  `select coalesce(sum(wrong), 0)::integer as wrong from (${scopeKeys()
    .map(
      ({ table, link, column }) =>
        `select count(*) as wrong from ${table} t left join trade_union u on u.id = t.${link} where t.${column} is distinct from u.path`,
    )
    .join(" union all ")}) counted`;
