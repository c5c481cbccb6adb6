import { type FieldMark, markOf, type RecordMark, type SealedMark } from "../../schema/shared/register.js";
import { SQL_TYPES } from "./order.js";
import type { Parameters } from "./parameters.js";
import { linkVisible, type Moment, numberOf, source, visible } from "./predicates.js";
import type { Price } from "./price.js";
import { holds, type Viewer } from "./viewer.js";

const OPERATORS = { eq: "=", gt: ">", gte: ">=", lt: "<", lte: "<=" } as const;

/** A list that is filtered. What the reader is not told, nobody may filter by: such a condition holds for no row. */
export interface FilterPlace {
  mark: RecordMark;
  row: string;
  slot: number;
  parameters: Parameters;
  moment: Moment;
  viewer: Viewer;
  readable: (field: FieldMark) => boolean;
  price: Price;
}
type Way = (string | number)[];
type Filter = Record<string, unknown>;

/** The condition that a filter object makes; its values stay parameters, only its shape becomes SQL. */
export function filterCondition(filter: Filter, place: FilterPlace, way: Way = ["filter"]): string {
  const parts = Object.entries(filter).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [part(name, value, place, [...way, name])],
  );
  return parts.length ? `(${parts.join(" and ")})` : "true";
}

function part(name: string, value: unknown, place: FilterPlace, way: Way): string {
  if (name === "and" || name === "or") {
    const each = (value as Filter[]).map((inner, at) => filterCondition(inner, place, [...way, at]));
    return each.length ? `(${each.join(` ${name} `)})` : String(name === "and");
  }
  if (name === "not") return `not coalesce(${filterCondition(value as Filter, place, way)}, false)`; // unknown is not met, so its contrary is
  if (name === "search") return searchCondition(place, way);
  if (name === "within") return withinCondition(place, way);
  const sealed = place.mark.sealed.get(name);
  if (sealed) return holds(place.viewer, sealed.guard) ? sealedCondition(sealed, value as Filter, place, way) : "false";
  const field = place.mark.fields.get(name) as FieldMark;
  if (!place.readable(field)) return "false";
  return field.mark === "one"
    ? linkCondition(field, value as Filter, place, way)
    : field.mark === "column"
      ? columnCondition(field, value as Filter, place, way)
      : "true";
}

const escaped = (value: unknown) => String(value).replace(/[\\%_]/g, "\\$&");
const searched = (value: unknown) => `%${escaped(String(value).normalize("NFKC").toLowerCase().trim())}%`;

function searchCondition({ row, slot, parameters }: FilterPlace, way: Way): string {
  return `${row}.search_text like ${parameters.argument(slot, way, "text", searched)}`;
}

/** At or below a union on the day. A union that the reader does not see has nothing below it. */
function withinCondition({ mark, row, slot, parameters, moment, viewer }: FilterPlace, way: Way): string {
  const unions = markOf("TradeUnion");
  const from = source(unions, moment);
  const seen = (it: string) => visible("TradeUnion", it, viewer, parameters, { dated: moment.dated });
  const top = parameters.alias();
  const number = parameters.argument(slot, way, "integer", (value) => numberOf("TradeUnion", value));
  const limit = (expression: string) =>
    `(select ${expression} from ${from} ${top} where ${[`${top}.id = ${number}`, seen(top)].filter(Boolean).join(" and ")})`;
  const range = (it: string) =>
    `${it}.path >= ${limit(`${top}.path`)} and ${it}.path < ${limit(`subtree_end(${top}.path)`)}`;
  const link = mark.within === "path" ? undefined : mark.fields.get(mark.within as string);
  if (link?.mark !== "one") return range(row);
  const it = parameters.alias();
  return `exists (select from ${from} ${it} where ${[`${it}.id = ${row}.${link.column}`, range(it), moment.dated ? seen(it) : undefined].filter(Boolean).join(" and ")})`;
}

/** A filter sees what the reader sees: a link to a hidden record is no link. */
function linkCondition(
  field: Extract<FieldMark, { mark: "one" }>,
  filter: Filter,
  { mark, row, slot, parameters, viewer }: FilterPlace,
  way: Way,
): string {
  const column = `${row}.${field.column}`;
  const seen = linkVisible(mark, field.name, row, viewer, parameters);
  const target = markOf(field.target()).name;
  const turn = (value: unknown) => numberOf(target, value);
  const absent = seen ? `not ${seen}` : `${column} is null`;
  const present = seen ?? `${column} is not null`;
  return all(filter, (operator, value) => {
    if (operator === "isNull" || value === null) return operator !== "isNull" || value ? absent : present;
    const same =
      operator === "in"
        ? `= any (${parameters.argument(slot, [...way, operator], "integer[]", (list) => (list as unknown[]).map(turn))})`
        : `= ${parameters.argument(slot, [...way, operator], "integer", turn)}`;
    return [`${column} ${same}`, ...(seen ? [seen] : [])].join(" and ");
  });
}

function columnCondition(
  field: Extract<FieldMark, { mark: "column" }>,
  filter: Filter,
  { row, slot, parameters, price }: FilterPlace,
  way: Way,
): string {
  const column = `${row}.${field.column}`;
  const type = SQL_TYPES[field.kind];
  const like = (operator: string, pattern: (text: string) => string) => {
    price.text();
    return `lower(${column}) like lower(${parameters.argument(slot, [...way, operator], "text", (text) => pattern(escaped(text)))})`;
  };
  return all(filter, (operator, value) => {
    if (operator === "isNull" || value === null)
      return `${column} is ${operator !== "isNull" || value ? "" : "not "}null`;
    const among = field.among && (operator === "eq" || operator === "in") ? `${row}.${field.among}` : undefined;
    if (operator === "in") {
      const list = parameters.argument(slot, [...way, operator], `${type}[]`);
      return among ? `(${column} = any (${list}) or ${among} && ${list})` : `${column} = any (${list})`;
    }
    if (operator === "contains") return like(operator, (text) => `%${text}%`);
    if (operator === "startsWith") return like(operator, (text) => `${text}%`);
    const given = parameters.argument(slot, [...way, operator], type);
    const same = `${column} ${OPERATORS[operator as keyof typeof OPERATORS]} ${given}`;
    return among ? `(${same} or ${among} @> array[${given}])` : same;
  });
}

/** A sealed value is found by its blind index: the value itself never goes to the database. */
function sealedCondition(
  { column }: SealedMark,
  filter: Filter,
  { mark, row, slot, parameters }: FilterPlace,
  way: Way,
): string {
  return all(filter, (operator, value) => {
    if (value === null) return `${row}.${column}_bidx is null`;
    const indexes = parameters.add(`${slot}.${[...way, operator].join(".")}`, "bytea[]", (given) => {
      const wanted = [...way, operator].reduce<unknown>(
        (found, step) => (found as Record<string | number, unknown>)?.[step],
        given.slots[slot],
      );
      return given.indexes?.(mark.table, column, String(wanted)) ?? [];
    });
    return `${row}.${column}_bidx = any (${indexes})`;
  });
}

/** Every operator of a condition; null asks for nothing, except that `eq: null` asks for absence. */
function all(filter: Filter, sql: (operator: string, value: unknown) => string): string {
  const parts = Object.entries(filter).flatMap(([operator, value]) =>
    value === undefined || (value === null && operator !== "eq") ? [] : [sql(operator, value)],
  );
  return parts.length ? `(${parts.join(" and ")})` : "true";
}
