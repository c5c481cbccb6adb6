import { markOf, type FieldMark, type RecordMark } from "../../schema/shared/register.js";
import type { Parameters } from "./parameters.js";
import { alias, numberOf, source, type Moment } from "./predicates.js";

const OPERATORS = { eq: "=", gt: ">", gte: ">=", lt: "<", lte: "<=" } as const;
const TYPES = { text: "text", integer: "integer", boolean: "boolean", date: "date", instant: "timestamptz", fen: "bigint", enum: "text" } as const;

/** What the reader is not told, nobody may filter or order by. */
export type Readable = (field: FieldMark) => boolean;

export interface FilterPlace {
  mark: RecordMark;
  row: string;
  slot: number;
  parameters: Parameters;
  moment: Moment;
  readable: Readable;
}

/** The condition that a filter object makes; its values stay parameters, only its shape becomes SQL. */
export function filterCondition(filter: Record<string, unknown>, place: FilterPlace, way: (string | number)[] = ["filter"]): string {
  const parts = Object.entries(filter).flatMap(([name, value]) => {
    if (value === null || value === undefined) return [];
    const here = [...way, name];
    if (name === "and" || name === "or") {
      const each = (value as Record<string, unknown>[]).map((inner, index) => filterCondition(inner, place, [...here, index]));
      if (each.length === 0) return [name === "and" ? "true" : "false"];
      return [`(${each.join(` ${name} `)})`];
    }
    if (name === "not") return [`not coalesce(${filterCondition(value as Record<string, unknown>, place, here)}, false)`];
    if (name === "search") return [searchCondition(place, here)];
    if (name === "within") return [withinCondition(place, here)];
    return [fieldCondition(place.mark.fields.get(name) as FieldMark, value as Record<string, unknown>, place, here)];
  });
  return parts.length ? `(${parts.join(" and ")})` : "true";
}

const asPattern = (value: unknown) => String(value).normalize("NFKC").toLowerCase().trim().replace(/[\\%_]/g, "\\$&");

function searchCondition({ row, slot, parameters }: FilterPlace, way: (string | number)[]): string {
  return `${row}.search_text like ${parameters.argument(slot, way, "text", (value) => `%${asPattern(value)}%`)}`;
}

function withinCondition({ mark, row, slot, parameters, moment }: FilterPlace, way: (string | number)[]): string {
  const unions = markOf("TradeUnion");
  const top = alias();
  const limit = (expression: string) => `(select ${expression} from ${source(unions, moment)} ${top} where ${top}.id = ${parameters.argument(slot, way, "integer", (value) => numberOf("TradeUnion", value))})`;
  const range = (it: string) => `${it}.path >= ${limit(`${top}.path`)} and ${it}.path < ${limit(`subtree_end(${top}.path)`)}`;
  const link = mark.within === "path" ? undefined : mark.fields.get(mark.within as string);
  if (!link || link.mark !== "one") return range(row);
  const it = alias();
  return `exists (select from ${source(unions, moment)} ${it} where ${it}.id = ${row}.${link.column} and ${range(it)})`;
}

function fieldCondition(field: FieldMark, filter: Record<string, unknown>, { row, slot, parameters, readable }: FilterPlace, way: (string | number)[]): string {
  if (!readable(field)) return "false";
  const isLink = field.mark === "one";
  if (!isLink && field.mark !== "column") return "true";
  const column = `${row}.${field.column}`;
  const type = isLink ? "integer" : TYPES[field.kind];
  const turn = isLink ? (value: unknown) => numberOf(markOf(field.target()).name, value) : (value: unknown) => value;
  const parts = Object.entries(filter).flatMap(([operator, value]) => {
    if (value === undefined || (value === null && operator !== "eq")) return [];
    const here = [...way, operator];
    if (operator === "isNull") return [value ? `${column} is null` : `${column} is not null`];
    if (operator === "in") return [`${column} = any (${parameters.argument(slot, here, `${type}[]`, (list) => (list as unknown[]).map(turn))})`];
    if (operator === "contains") return [`lower(${column}) like ${parameters.argument(slot, here, "text", (text) => `%${asPattern(text)}%`)}`];
    if (operator === "startsWith") return [`lower(${column}) like ${parameters.argument(slot, here, "text", (text) => `${asPattern(text)}%`)}`];
    if (value === null) return [`${column} is null`];
    return [`${column} ${OPERATORS[operator as keyof typeof OPERATORS]} ${parameters.argument(slot, here, type, turn)}`];
  });
  return parts.length ? `(${parts.join(" and ")})` : "true";
}
