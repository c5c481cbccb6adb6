import { createHash } from "node:crypto";
import { orderFields, orderName } from "../../schema/shared/lists.js";
import type { RecordMark } from "../../schema/shared/register.js";
import { TopLevel } from "../shared/topLevel.js";
import type { Parameters } from "./parameters.js";

/** One key of a total order; the id is always the last. */
export interface Term {
  column: string;
  descending: boolean;
  nullable: boolean;
  collation: string;
  type: string;
}

const TYPES = { text: "text", integer: "integer", boolean: "boolean", date: "date", instant: "timestamptz", fen: "bigint", enum: "text" } as const;

/** The order asked for, or the record's own, ended by the id so that it is total. */
export function terms(mark: RecordMark, orderBy: readonly string[] | undefined): Term[] {
  const fields = new Map<string, { field: { name: string }; descending: boolean }>();
  for (const field of orderFields(mark)) {
    fields.set(orderName(field.name, "ASC"), { field, descending: false });
    fields.set(orderName(field.name, "DESC"), { field, descending: true });
  }
  const asked = orderBy?.length ? orderBy.map((name) => termOf(mark, name, fields)) : ownOrder(mark);
  const last = asked.findIndex((term) => term.column === "id");
  const kept = last === -1 ? asked : asked.slice(0, last + 1);
  return last === -1 ? [...kept, { column: "id", descending: false, nullable: false, collation: "", type: "integer" }] : kept;
}

function termOf(mark: RecordMark, name: string, fields: Map<string, { field: { name: string }; descending: boolean }>): Term {
  if (name === "ID_ASC" || name === "ID_DESC") return { column: "id", descending: name === "ID_DESC", nullable: false, collation: "", type: "integer" };
  const { field, descending } = fields.get(name) as { field: { name: string }; descending: boolean };
  return column(mark, field.name, descending);
}

function column(mark: RecordMark, name: string, descending: boolean): Term {
  const field = mark.fields.get(name);
  if (field?.mark !== "column") throw new Error(`${mark.name}.${name} is no column`);
  return { column: field.column, descending, nullable: field.nullable, collation: field.pinyin ? " collate zh_pinyin" : "", type: TYPES[field.kind] };
}

function ownOrder(mark: RecordMark): Term[] {
  return mark.order.split(",").map((part) => {
    const [name = "id", direction] = part.trim().split(" ");
    const field = [...mark.fields.values()].find((each) => "column" in each && each.column === name);
    const pinyin = field?.mark === "column" && field.pinyin;
    return { column: name, descending: direction === "desc", nullable: field?.nullable === true && field.mark === "column", collation: pinyin ? " collate zh_pinyin" : "", type: field?.mark === "column" ? TYPES[field.kind] : "integer" };
  });
}

export const orderSql = (order: Term[], row: string, backwards: boolean) =>
  order.map(({ column: name, collation, descending }) => `${row}.${name}${collation}${descending !== backwards ? " desc" : ""}`).join(", ");

const signature = (order: Term[], filter: unknown) =>
  createHash("sha256").update(JSON.stringify([order.map(({ column: name, descending }) => [name, descending]), filter ?? null])).digest("base64url").slice(0, 12);

/** SQL of a row's cursor: which list it belongs to and the values of its order keys. */
export function cursorSql(order: Term[], row: string, slot: number, parameters: Parameters): string {
  const mine = parameters.add(`${slot} list`, "text", ({ slots }) => signature(order, slots[slot]?.filter));
  const values = order.map(({ column: name, type }) => (type === "timestamptz" || type === "date" ? `${row}.${name}::text` : `${row}.${name}`)).join(", ");
  return `translate(encode(convert_to(json_build_array(${mine}, ${values})::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
}

function readCursor(text: unknown, order: Term[], filter: unknown): unknown[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(String(text), "base64url").toString("utf8"));
  } catch {
    parsed = undefined;
  }
  if (!Array.isArray(parsed) || parsed.length !== order.length + 1 || !parsed.slice(1).every((value) => value === null || typeof value !== "object"))
    throw new TopLevel("BAD_USER_INPUT", { zh: "游标无效，请使用列表返回的游标。", en: "The cursor is not one that a list gave." });
  if (parsed[0] !== signature(order, filter))
    throw new TopLevel("CURSOR_MISMATCH", { zh: "游标属于另一筛选或排序，请从首页重新取。", en: "The cursor belongs to another filter or order; start again from the first page." });
  return parsed.slice(1);
}

/** Rows strictly after (or before) a cursor in the list's total order. */
export function keyset(order: Term[], row: string, slot: number, argument: "after" | "before", parameters: Parameters): string {
  const value = (index: number) => parameters.add(`${slot} ${argument} ${index}`, order[index]?.type ?? "text", ({ slots }) => readCursor(slots[slot]?.[argument], order, slots[slot]?.filter)[index]);
  const before = argument === "before";
  if (order.every((term) => !term.nullable && term.descending === order[0]?.descending && !term.collation))
    return `(${order.map((term) => `${row}.${term.column}`).join(", ")}) ${order[0]?.descending !== before ? "<" : ">"} (${order.map((_, index) => value(index)).join(", ")})`;
  return `(${order.map((_, last) => `(${order.slice(0, last + 1).map((term, index) => (index === last ? beyond(term, `${row}.${term.column}`, value(index), before) : `${row}.${term.column} is not distinct from ${value(index)}`)).join(" and ")})`).join(" or ")})`;
}

function beyond({ descending, nullable, collation }: Term, column: string, value: string, before: boolean): string {
  const down = descending !== before;
  const compared = `${column}${collation} ${down ? "<" : ">"} ${value}`;
  if (!nullable) return compared;
  return down ? `(${compared} or (${column} is not null and ${value} is null))` : `(${compared} or (${column} is null and ${value} is not null))`;
}
