import type { RecordName } from "../../schema/records.js";
import { markOf, type RecordMark } from "../../schema/shared/register.js";
import { meetsFilter } from "./plainFilter.js";
import type { Found, Rows, Values } from "./plainRows.js";
import type { Sight } from "./plainSight.js";

/** Cursors that lists have given in this run: of which list, and the values of the row at which they stand. */
export interface KnownCursor {
  list: string;
  values: Values;
}
export type Cursors = Map<string, KnownCursor>;

export interface Page {
  kind: "page";
  record: RecordName;
  rows: Found[];
  total: number;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

/** The keys of an order as SQL, and a name for it that two equal orders share. */
export function orderOf(record: RecordName, orderBy: readonly string[] | null | undefined): string {
  const mark = markOf(record);
  const parts = orderBy?.length ? orderBy.map((name) => orderPart(mark, name)) : ownOrder(mark);
  const atId = parts.findIndex((part) => /^id\b/.test(part));
  return (atId < 0 ? [...parts, "id asc"] : parts.slice(0, atId + 1)).join(", ");
}

function orderPart(mark: RecordMark, name: string): string {
  const [, snake = "", direction = ""] = /^(.*)_(ASC|DESC)$/.exec(name) ?? [];
  if (snake === "ID") return `id ${direction.toLowerCase()}`;
  const column = [...mark.fields.values()].find(
    (field) => field.mark === "column" && field.column.toUpperCase() === snake,
  );
  if (column?.mark !== "column") throw new Error(`${mark.name} is not ordered by ${name}`);
  return `${column.column}${column.pinyin ? " collate zh_pinyin" : ""} ${direction.toLowerCase()}`;
}

function ownOrder(mark: RecordMark): string[] {
  return mark.order.split(/,\s*/).map((part) => {
    const [column = "", direction = "asc"] = part.split(" ");
    const isPinyin = [...mark.fields.values()].some(
      (field) => field.mark === "column" && field.column === column && field.pinyin,
    );
    return `${column}${isPinyin ? " collate zh_pinyin" : ""} ${direction}`;
  });
}

/** Names the list that a cursor belongs to. */
export const listKey = (record: RecordName, args: Values) =>
  `${record} ${orderOf(record, args["orderBy"] as string[])} ${JSON.stringify(args["filter"] ?? null)}`;

/** Whether a row holds on the day, or is asked for nevertheless. */
export function isInForce(row: Found, today: string, history: boolean): boolean {
  const mark = markOf(row.$type);
  if (mark.superseded && row.values["known_to"] !== null) return false;
  if (history) return true;
  if (mark.asOf) return row.day !== undefined || row.values["standing"] === true;
  if (mark.existence) {
    const [opened, closed] = [mark.existence.from, mark.existence.to].map((name) => row.values[name] as string | null);
    const day = row.day ?? today;
    if ((opened && opened > day) || (closed && closed <= day)) return false;
  }
  if (!mark.period) return true;
  const day = row.day ?? today;
  const [from, to] = [row.values[mark.period.from] as string, row.values[mark.period.to] as string | null];
  return from <= day && (to === null || day < to || (mark.period.inclusive && day === to));
}

export interface List {
  record: RecordName;
  ids: number[];
  day: string | undefined;
  args: Values;
}

/** One page of a list: every row looked at by itself, then sorted by its place and cut. */
export async function pageOf(
  { record, ids, day, args }: List,
  rows: Rows,
  sight: Sight,
  cursors: Cursors,
): Promise<Page> {
  const found: Found[] = [];
  for (const id of new Set(ids)) {
    const row = await rows.row(record, id, day);
    if (!row || !isInForce(row, sight.viewer.today, args["history"] === true) || !(await sight.sees(record, id)))
      continue;
    if (args["filter"] && !(await meetsFilter(args["filter"] as Values, row, rows, sight))) continue;
    found.push(row);
  }
  const places = await rows.places(record, orderOf(record, args["orderBy"] as string[]), day);
  const place = (id: number) => places.get(id) as number;
  found.sort((one, other) => place(one.id) - place(other.id));

  const beside = async (side: "after" | "before") =>
    args[side] == null
      ? undefined
      : rows.beside(
          record,
          orderOf(record, args["orderBy"] as string[]),
          day,
          side,
          (cursors.get(args[side] as string) as KnownCursor).values,
        );
  const [after, before] = [await beside("after"), await beside("before")];
  const between = found.filter(({ id }) => (!after || after.has(id)) && (!before || before.has(id)));
  const backwards = args["last"] != null || (before !== undefined && args["first"] == null && after === undefined);
  const size = (args["last"] ?? args["first"] ?? 50) as number;
  const skip = (args["offset"] ?? 0) as number;
  const from = backwards ? Math.max(0, between.length - skip - size) : skip;
  const through = backwards ? Math.max(0, between.length - skip) : skip + size;
  const beyond = between.length > skip + size;
  return {
    kind: "page",
    record,
    rows: between.slice(from, through),
    total: found.length,
    hasNextPage: backwards ? before !== undefined || skip > 0 : beyond,
    hasPreviousPage: backwards ? beyond : after !== undefined || skip > 0,
  };
}
