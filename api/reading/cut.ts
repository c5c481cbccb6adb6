import type { ListSource, Page } from "./connection.js";
import { keyset } from "./cursor.js";
import { filterCondition } from "./filter.js";
import { orderSql } from "./order.js";
import { inForce, isDated, source, visible } from "./predicates.js";
import type { Compiler } from "./statement.js";
import { isNarrow } from "./viewer.js";

/** What the index over the paths of unions holds (trade_union_path_standing): a subtree is read from it alone. */
const BESIDE_PATH = ["id", "code", "type", "path", "standing", "member_count", "employee_count"];

export const where = (list: readonly string[]) => (list.length ? ` where ${list.join(" and ")}` : "");

/** The conditions of a whole list: what ties it to its owner, the day, what the reader sees and what was asked. */
export function conditions(compiler: Compiler, list: ListSource, page: Page, row: string): string[] {
  const { base, asked } = conditionsApart(compiler, list, page, row);
  return [...base, ...asked];
}

function conditionsApart(
  { parameters, viewer, readable, price }: Compiler,
  list: ListSource,
  { mark, slot, args, moment }: Page,
  row: string,
): { base: string[]; asked: string[] } {
  const ties = list.conditions(row);
  const { within, ...filter } = (args["filter"] ?? {}) as Record<string, unknown>;
  const seen = visible(mark.name, row, viewer, parameters, {
    dated: isDated(mark, moment),
    reached: list.reached,
    isWay: ties.length === 0 && filter["search"] == null, // the index of searched words is the shorter way
  });
  const place = { mark, row, slot, parameters, moment, viewer, readable, price };
  return {
    base: [
      ...inForce(mark, row, moment, args["history"] === true),
      ...(seen ? [seen] : []),
      ...(within != null ? [filterCondition({ within }, place)] : []),
    ],
    asked: [...ties, ...(Object.keys(filter).length ? [filterCondition(filter, place)] : [])],
  };
}

/** The rows of a page, cut before anything is joined to them and of no more columns than `readers` read: most cuts then need only an index. */
export function cut(compiler: Compiler, list: ListSource, page: Page, readers: readonly string[]): string {
  const { mark, row, slot, args, moment, order, isBackwards, isCounted, limit } = page;
  const { parameters, viewer } = compiler;
  const bounds = (["after", "before"] as const)
    .filter((name) => args[name] != null)
    .map((name) => keyset(page, row, name, parameters));
  const offset = args["offset"] != null ? ` offset ${parameters.argument(slot, ["offset"], "integer")}` : "";
  const ordered = orderSql(order, row, isBackwards);
  const end = ` order by ${ordered} limit ${limit}${offset}`;
  const { base, asked } = conditionsApart(compiler, list, page, row);
  const late = [...asked, ...bounds];
  const read = columnsOf(row, [ordered, ...readers]);
  const columns = read.map((column) => `${row}.${column}`).join(", ");
  const count = isCounted ? ", count(*) over ()::integer as t" : "";
  const keys = columnsOf(row, [ordered, ...late]);
  const isSubtree = isNarrow(viewer) || (args["filter"] as { within?: unknown } | null | undefined)?.within != null;
  const isBesidePath = mark.within === "path" && !moment.dated && keys.every((key) => BESIDE_PATH.includes(key));
  if (!isSubtree || !isBesidePath)
    return `(select ${columns}${count} from ${source(mark, moment)} ${row}${where([...base, ...late])}${end}) ${row}`;
  // A subtree is read first and ordered then: guessing its size, the planner would rather walk the whole nation in the order asked for.
  const subtree = `(select ${keys.map((key) => `${row}.${key}`).join(", ")} from ${mark.table} ${row}${where(base)} offset 0) ${row}`;
  const kept = `(select ${row}.*${count} from ${subtree}${where(late)}${end})`;
  if (read.every((column) => keys.includes(column))) return `${kept} ${row}`;
  return `(select ${columns}${isCounted ? `, k.t` : ""} from ${kept} k join ${mark.table} ${row} on ${row}.id = k.id order by ${ordered}) ${row}`;
}

/** Columns of a row that some SQL reads, its key always among them; all of them where the row is used as a whole. */
function columnsOf(row: string, readers: readonly string[]): string[] {
  const found = new Set(["id"]);
  for (const sql of readers)
    for (const [, column] of sql.matchAll(new RegExp(`\\b${row}\\b(?:\\.(\\w+))?`, "g"))) {
      if (column === undefined) return ["*"];
      found.add(column);
    }
  return [...found];
}
