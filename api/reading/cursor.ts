import { createHash } from "node:crypto";
import { isLocalDate } from "../../schema/shared/period.rules.js";
import type { RecordMark } from "../../schema/shared/register.js";
import { TopLevel } from "../shared/topLevel.js";
import { type Term, terms } from "./order.js";
import type { Parameters } from "./parameters.js";

/** A list as its cursors know it: its record, its total order and the place of its arguments. */
export interface Ordered {
  mark: RecordMark;
  order: Term[];
  slot: number;
}
type Arguments = Record<string, unknown> | undefined;

/** Names the list a cursor belongs to: another record, order or filter is another list. */
const signature = (mark: RecordMark, order: Term[], args: Arguments) =>
  createHash("sha256")
    .update(
      JSON.stringify([
        mark.name,
        order.map(({ column, descending }) => [column, descending]),
        args?.["filter"] ?? null,
      ]),
    )
    .digest("base64url")
    .slice(0, 12);

/** SQL of a row's cursor: which list it belongs to and the values of its order keys. Numbers beyond JSON's are kept as text. */
export function cursorSql({ mark, order, slot }: Ordered, row: string, parameters: Parameters): string {
  const mine = parameters.add(`${slot} list`, "text", ({ slots }) => signature(mark, order, slots[slot]));
  const values = order.map(({ column, type }) =>
    type === "timestamptz" || type === "date" || type === "bigint" ? `${row}.${column}::text` : `${row}.${column}`,
  );
  return `translate(encode(convert_to(json_build_array(${[mine, ...values].join(", ")})::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
}

const FITS: Record<string, (value: unknown) => boolean> = {
  text: (value) => typeof value === "string" && !value.includes("\0"),
  integer: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  boolean: (value) => typeof value === "boolean",
  bigint: (value) =>
    typeof value === "string" && /^-?\d{1,19}$/.test(value) && BigInt.asIntN(64, BigInt(value)) === BigInt(value),
  date: isLocalDate,
  timestamptz: (value) =>
    typeof value === "string" &&
    isLocalDate(value.slice(0, 10)) &&
    /^ ([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,3})?\+00$/.test(value.slice(10)),
};

/** The order keys in a cursor. @throws TopLevel when it is none, or belongs to another list */
export function readCursor(text: unknown, mark: RecordMark, order: Term[], args: Arguments): unknown[] {
  const [list, ...values] = decoded(text);
  if (typeof list !== "string" || !/^[\w-]{12}$/.test(list))
    throw new TopLevel("BAD_USER_INPUT", {
      zh: "游标无效，请使用列表返回的游标。",
      en: "The cursor is not one that a list gave.",
    });
  if (list !== signature(mark, order, args))
    throw new TopLevel("CURSOR_MISMATCH", {
      zh: "游标属于另一筛选或排序，请从首页重新取。",
      en: "The cursor belongs to another filter or order; start again from the first page.",
    });
  if (
    values.length !== order.length ||
    !order.every(({ type, nullable }, at) => (values[at] === null ? nullable : FITS[type]?.(values[at])))
  )
    throw new TopLevel("BAD_USER_INPUT", {
      zh: "游标无效，请使用列表返回的游标。",
      en: "The cursor is not one that a list gave.",
    });
  return values;
}

function decoded(text: unknown): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(String(text), "base64url").toString("utf8"));
    return Array.isArray(parsed) && parsed.length > 1 ? parsed : [];
  } catch {
    return [];
  }
}

/** Refuses cursors that do not belong to the list; called with the values of each run, before any SQL. */
export function checkCursors(mark: RecordMark, args: Record<string, unknown>): void {
  for (const name of ["after", "before"])
    if (args[name] != null) readCursor(args[name], mark, terms(mark, args["orderBy"] as string[] | undefined), args);
}

/** Rows strictly after (or before) a cursor in the list's total order. */
export function keyset(
  { mark, order, slot }: Ordered,
  row: string,
  argument: "after" | "before",
  parameters: Parameters,
): string {
  const value = (at: number) =>
    parameters.add(
      `${slot} ${argument} ${at}`,
      order[at]?.type ?? "text",
      ({ slots }) => readCursor(slots[slot]?.[argument], mark, order, slots[slot])[at],
    );
  const isBefore = argument === "before";
  if (order.every((term) => !term.nullable && term.descending === order[0]?.descending && !term.collation))
    return `(${order.map((term) => `${row}.${term.column}`).join(", ")}) ${order[0]?.descending !== isBefore ? "<" : ">"} (${order.map((_, at) => value(at)).join(", ")})`;
  const steps = order.map((_, last) =>
    order
      .slice(0, last + 1)
      .map((term, at) =>
        at === last
          ? beyond(term, `${row}.${term.column}`, value(at), isBefore)
          : `${row}.${term.column} is not distinct from ${value(at)}`,
      )
      .join(" and "),
  );
  return `(${steps.map((step) => `(${step})`).join(" or ")})`;
}

/** Nulls come last upwards and first downwards, as PostgreSQL sorts them. */
function beyond({ descending, nullable, collation }: Term, column: string, value: string, isBefore: boolean): string {
  const down = descending !== isBefore;
  const compared = `${column}${collation} ${down ? "<" : ">"} ${value}`;
  if (!nullable) return compared;
  return down
    ? `(${compared} or (${column} is not null and ${value} is null))`
    : `(${compared} or (${column} is null and ${value} is not null))`;
}
