import { may } from "../../schema/access/permissions.rules.js";
import { SEALED_PLACES } from "../../schema/people/personalFields.rules.js";
import { RECORD_OF_ID, type RecordName } from "../../schema/records.js";
import { type FieldMark, markOf } from "../../schema/shared/register.js";
import { testSealing } from "../shared/testSealing.js";
import { type Found, globalId, type Rows, type Values } from "./plainRows.js";
import type { Sight } from "./plainSight.js";

type Filter = Record<string, unknown>;

/** Whether a row meets a filter, decided in JavaScript. What is unknown is not met, also beneath `not`. */
export async function meetsFilter(filter: Filter, row: Found, rows: Rows, sight: Sight): Promise<boolean> {
  for (const [name, value] of Object.entries(filter))
    if (value !== null && value !== undefined && !(await meetsPart(name, value, row, rows, sight))) return false;
  return true;
}

async function meetsPart(name: string, value: unknown, row: Found, rows: Rows, sight: Sight): Promise<boolean> {
  if (name === "not") return !(await meetsFilter(value as Filter, row, rows, sight));
  if (name === "and" || name === "or") {
    const each = await Promise.all((value as Filter[]).map((inner) => meetsFilter(inner, row, rows, sight)));
    return name === "and" ? each.every(Boolean) : each.some(Boolean);
  }
  if (name === "search")
    return String(row.values["search_text"]).includes(String(value).normalize("NFKC").toLowerCase().trim());
  if (name === "within") return isWithin(row, String(value), rows, sight);
  const sealed = markOf(row.$type).sealed.get(name);
  if (sealed) return may(sight.viewer.role, sealed.guard as never) && isSealed(value as Filter, row, sealed.column);
  const field = markOf(row.$type).fields.get(name) as FieldMark;
  if (field.guard && !may(sight.viewer.role, field.guard as never)) return false;
  const many = field.mark === "column" && field.among ? (row.values[field.among] as unknown[] | null) : null;
  return everyOperator(value as Filter, await shown(field, row, sight), field, many ?? []);
}

/** Opened and compared: no index is asked. */
function isSealed({ eq }: Filter, { values, id }: Found, column: string): boolean {
  const sealed = values[`${column}_sealed`] as Uint8Array | null;
  if (eq === undefined || eq === null) return eq === undefined || sealed === null;
  const place = Object.values(SEALED_PLACES).find((each) => each.column === column);
  return (
    sealed !== null &&
    place !== undefined &&
    place.normalise(testSealing.open(place, id, sealed)) === place.normalise(String(eq))
  );
}

/** A filter sees what the reader sees: a link to a hidden record is no link. */
async function shown(field: FieldMark, row: Found, sight: Sight): Promise<unknown> {
  if (field.mark === "column") {
    const value = row.values[field.column];
    return value instanceof Date ? value.toISOString() : value;
  }
  if (field.mark !== "one") throw new Error(field.name);
  const id = row.values[field.column];
  const target = markOf(field.target()).name;
  return (await sight.sees(target, id)) ? globalId({ $type: target, id: id as number }) : null;
}

function everyOperator(filter: Filter, value: unknown, field: FieldMark, many: unknown[]): boolean {
  const isMoney = field.mark === "column" && field.kind === "fen";
  const same = (wanted: unknown) =>
    many.includes(wanted) ||
    (value !== null && (isMoney ? BigInt(value as string) === BigInt(wanted as string) : value === wanted));
  const order = (wanted: unknown) => {
    const [left, right] = isMoney
      ? [BigInt(value as string), BigInt(wanted as string)]
      : [value as string, wanted as string];
    return left < right ? -1 : left > right ? 1 : 0;
  };
  const text = (wanted: unknown) => [String(value).toLowerCase(), String(wanted).toLowerCase()] as const;
  return Object.entries(filter).every(([operator, wanted]) => {
    if (operator === "eq") return wanted === null ? value === null : wanted === undefined || same(wanted);
    if (wanted === null || wanted === undefined) return true;
    if (operator === "isNull") return (value === null) === wanted;
    if (value === null) return false;
    if (operator === "in") return (wanted as unknown[]).some(same);
    if (operator === "contains") return text(wanted)[0].includes(text(wanted)[1]);
    if (operator === "startsWith") return text(wanted)[0].startsWith(text(wanted)[1]);
    if (operator === "gt") return order(wanted) > 0;
    if (operator === "gte") return order(wanted) >= 0;
    if (operator === "lt") return order(wanted) < 0;
    if (operator === "lte") return order(wanted) <= 0;
    throw new Error(operator);
  });
}

async function isWithin(row: Found, top: string, rows: Rows, sight: Sight): Promise<boolean> {
  const mark = markOf(row.$type);
  const link = mark.fields.get(mark.within as string);
  const above = await seenUnion(numberIn(top, "TradeUnion"), row.day, rows, sight);
  const own = link?.mark === "one" ? await seenUnion(row.values[link.column], row.day, rows, sight) : row;
  const path = (of: { values: Values } | undefined) => of?.values["path"] as string | null | undefined;
  return Boolean(path(above) && path(own)?.startsWith(path(above) as string));
}

async function seenUnion(
  number: unknown,
  day: string | undefined,
  rows: Rows,
  sight: Sight,
): Promise<Found | undefined> {
  return (await sight.sees("TradeUnion", number)) ? rows.row("TradeUnion", number, day) : undefined;
}

/** The number in a global id of this record. */
export function numberIn(id: string, record: RecordName): number | undefined {
  const [word = "", number = "", ...more] = id.split("-");
  if (more.length || RECORD_OF_ID.get(word) !== record || String(Number(number)) !== number) return undefined;
  return Number.isInteger(Number(number)) && Number(number) > 0 && Number(number) < 2 ** 31
    ? Number(number)
    : undefined;
}
