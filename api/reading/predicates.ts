import { type RowRule, VISIBILITY } from "../../schema/access/visibility.rules.js";
import { RECORDS, type RecordName } from "../../schema/records.js";
import { linkOf, markOf, type RecordMark } from "../../schema/shared/register.js";
import type { Parameters } from "./parameters.js";
import { holds, isNarrow, subtreeEnd, type Viewer } from "./viewer.js";

/** Where and when a statement reads: the day of the question, as SQL, and whether rows must be shown as of that day. */
export interface Moment {
  day: string;
  dated: boolean;
}

/** The visible row by which another was reached: one whose link leads here, or the owner that rows of a list point at. */
export type Reached = { linkOf: RecordName; field: string } | { ownedBy: RecordName; field: string };

/** The table of a record, or the function that shows it on another day. */
export function source(mark: RecordMark, moment: Moment): string {
  return moment.dated && mark.asOf ? `${mark.asOf}(${moment.day})` : mark.table;
}

export const isDated = (mark: RecordMark, moment: Moment) => moment.dated && mark.asOf !== undefined;

/** Rows in force on the day; every row that was ever believed and corrected stays out. */
export function inForce(mark: RecordMark, row: string, moment: Moment, history: boolean): string[] {
  const conditions: string[] = mark.superseded ? [`${row}.known_to is null`] : [];
  if (history) return conditions;
  if (mark.asOf) return moment.dated ? conditions : [...conditions, `${row}.standing`];
  if (mark.existence) {
    const { from, to } = mark.existence;
    conditions.push(
      `(${row}.${from} is null or ${row}.${from} <= ${moment.day})`,
      `(${row}.${to} is null or ${row}.${to} > ${moment.day})`,
    );
  }
  if (!mark.period) return conditions;
  const { from, to, inclusive } = mark.period;
  return [
    ...conditions,
    `${row}.${from} <= ${moment.day}`,
    `(${row}.${to} is null or ${row}.${to} ${inclusive ? ">=" : ">"} ${moment.day})`,
  ];
}

interface Asking {
  viewer: Viewer;
  parameters: Parameters;
  /** Whether the row is shown as of another day; permission still follows today's tree. */
  dated?: boolean | undefined;
  /** How the row was reached, when that alone may prove it visible. */
  reached?: Reached | undefined;
  /** Whether the scope is a way to the row: not where its owner or its order finds it, or where the scope is the whole tree. */
  isWay?: boolean | undefined;
}

/**
 * The rows of a record that the reader sees, as a condition on `row`; undefined when all are. Links are followed to the union itself;
 * the keys that rows carry for the second wall (schema/access/scopeKeys.ts) are never read here, so that the walls do not fall together.
 */
export function visible(
  record: RecordName,
  row: string,
  viewer: Viewer,
  parameters: Parameters,
  how: Pick<Asking, "dated" | "reached" | "isWay"> = {},
): string | undefined {
  return condition(VISIBILITY[record], markOf(record), row, { viewer, parameters, ...how });
}

function condition(rule: RowRule, mark: RecordMark, row: string, asking: Asking): string | undefined {
  const { viewer, reached } = asking;
  if (viewer.path === "") return "false"; // a scope that is empty is none, for what is everyone's too
  if (rule === "everyone") return undefined;
  if (typeof rule === "object" && "holding" in rule)
    return holds(viewer, rule.holding) ? condition(rule.and, mark, row, asking) : "false";
  if (viewer.path === undefined) return undefined;
  if (rule === "own path") return ownPath(mark, row, asking);
  if ("through" in rule) {
    const { column, target } = linkOf(mark, rule.through);
    const other = markOf(target());
    if (reached && "ownedBy" in reached && reached.ownedBy === other.name && reached.field === rule.through)
      return undefined;
    const ways = VISIBILITY[other.name];
    if (isGathered(asking) && typeof ways === "object" && "any" in ways)
      return gathered(ways.any, other, `${row}.${column}`, asking);
    return someRow(other, (it) => `${it}.id = ${row}.${column}`, asking);
  }
  if ("some" in rule) {
    const other = markOf(rule.some);
    if (reached && "linkOf" in reached && reached.linkOf === rule.some && reached.field === rule.by) return undefined;
    return someRow(other, (it) => `${it}.${linkOf(other, rule.by).column} = ${row}.id`, asking);
  }
  if (isGathered(asking)) return gathered(rule.any, mark, `${row}.id`, asking);
  const alternatives = rule.any.map((each) => condition(each, mark, row, asking));
  return alternatives.some((each) => each === undefined) ? undefined : `(${alternatives.join(" or ")})`;
}

function someRow(mark: RecordMark, link: (alias: string) => string, { viewer, parameters, isWay }: Asking): string {
  const it = parameters.alias();
  const inner = condition(VISIBILITY[mark.name], mark, it, { viewer, parameters, isWay });
  return `exists (select from ${mark.table} ${it} where ${[link(it), ...(mark.superseded ? [`${it}.known_to is null`] : []), ...(inner ? [inner] : [])].join(" and ")})`;
}

/** In a narrow scope, rows that are seen by one of several ways are found by their keys, gathered once; else each row is asked about. */
const isGathered = ({ isWay, viewer, reached }: Asking) => isWay === true && isNarrow(viewer) && !reached;

const gathered = (ways: readonly RowRule[], mark: RecordMark, key: string, asking: Asking) =>
  `${key} = any (array(${ways.map((way) => keysBy(way, mark, asking)).join(" union ")}))`;

function keysBy(way: RowRule, mark: RecordMark, asking: Asking): string {
  const isLed = typeof way === "object" && "some" in way;
  const from = isLed ? markOf(way.some) : mark;
  const it = asking.parameters.alias();
  const seen = condition(isLed ? VISIBILITY[way.some] : way, from, it, asking);
  const conditions = [...(from.superseded ? [`${it}.known_to is null`] : []), ...(seen ? [seen] : [])];
  const key = isLed ? linkOf(from, way.by).column : "id";
  return `select ${it}.${key} from ${from.table} ${it}${conditions.length ? ` where ${conditions.join(" and ")}` : ""}`;
}

/** Whether the reader may do something in the union of a path: in SQL what the door asks of the actor of a change. */
export function mayAt(
  { permission, path, anywhere }: { permission: string; path: string; anywhere?: string | undefined },
  viewer: Viewer,
  parameters: Parameters,
): string {
  if (!holds(viewer, permission)) return "false";
  if (viewer.path === undefined) return "true";
  const { lower, upper } = scopeOf(parameters);
  const here = `(select p.path >= ${lower} and p.path < ${upper} from (select ${path} as path) p)`;
  return `coalesce(${anywhere ? `${anywhere} or ` : ""}${here}, false)`;
}

const scopeOf = (parameters: Parameters) => ({
  lower: parameters.add("scope", "text", (given) => given.viewer.path ?? null),
  upper: parameters.add("scope end", "text", (given) => (given.viewer.path ? subtreeEnd(given.viewer.path) : null)),
});

/** A scope is a range of texts: a missing scope finds nothing, unlike a tree operator that finds everything. */
function ownPath(mark: RecordMark, row: string, { viewer, parameters, dated, isWay = false }: Asking): string {
  if (viewer.path === undefined) return "false";
  const { lower, upper } = scopeOf(parameters);
  const within = (it: string) => `${it}.path >= ${lower} and ${it}.path < ${upper}`;
  // A plan does not know how much of the tree a scope is and takes it for little; a truth test keeps it from gathering the scope first.
  if (!dated) return isWay && isNarrow(viewer) ? within(row) : `(${within(row)}) is true`;
  const today = parameters.alias();
  return `exists (select from ${mark.table} ${today} where ${today}.id = ${row}.id and ${within(today)})`;
}

/** What the reader knows of the record that a link leads to, as a condition; undefined when it is surely visible. */
export function linkVisible(
  mark: RecordMark,
  link: string,
  row: string,
  viewer: Viewer,
  parameters: Parameters,
): string | undefined {
  const rule = VISIBILITY[mark.name];
  if (typeof rule === "object" && "through" in rule && rule.through === link) return undefined; // the row itself would be hidden
  const { column, target } = linkOf(mark, link);
  const other = markOf(target());
  const it = parameters.alias();
  const seen = visible(other.name, it, viewer, parameters, { reached: { linkOf: mark.name, field: link } });
  return seen && `exists (select from ${other.table} ${it} where ${it}.id = ${row}.${column} and ${seen})`;
}

/** The number in an id of this record; -1, which no row has, for anything else. */
export function numberOf(record: RecordName, id: unknown): number {
  const text = String(id);
  const start = `${RECORDS[record].one}-`;
  const number = text.startsWith(start) ? text.slice(start.length) : "";
  return /^[1-9]\d{0,9}$/.test(number) && Number(number) <= 2_147_483_647 ? Number(number) : -1;
}
