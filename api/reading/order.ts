import { orderFields, orderName } from "../../schema/shared/lists.js";
import type { RecordMark } from "../../schema/shared/register.js";

/** One key of a total order; the id is always the last. */
export interface Term {
  column: string;
  descending: boolean;
  nullable: boolean;
  collation: string;
  type: string;
}

/** The SQL type that a parameter compared with a column has. */
export const SQL_TYPES = {
  text: "text",
  integer: "integer",
  boolean: "boolean",
  date: "date",
  instant: "timestamptz",
  fen: "bigint",
  enum: "text",
} as const;

const byId = (descending: boolean): Term => ({
  column: "id",
  descending,
  nullable: false,
  collation: "",
  type: "integer",
});

/** The order asked for, or the record's own, ended by the id so that it is total. */
export function terms(mark: RecordMark, orderBy: readonly string[] | null | undefined): Term[] {
  const asked = orderBy?.length ? orderBy.map((name) => named(mark, name)) : ownOrder(mark);
  const atId = asked.findIndex((term) => term.column === "id");
  return atId === -1 ? [...asked, byId(false)] : asked.slice(0, atId + 1);
}

function named(mark: RecordMark, name: string): Term {
  if (name === "ID_ASC" || name === "ID_DESC") return byId(name === "ID_DESC");
  const field = orderFields(mark).find(
    (each) => orderName(each.name, "ASC") === name || orderName(each.name, "DESC") === name,
  );
  if (field?.mark !== "column") throw new Error(`${mark.name} is not ordered by ${name}`);
  return {
    column: field.column,
    descending: name === orderName(field.name, "DESC"),
    nullable: field.nullable,
    collation: field.pinyin ? " collate zh_pinyin" : "",
    type: SQL_TYPES[field.kind],
  };
}

function ownOrder(mark: RecordMark): Term[] {
  return mark.order.split(",").map((part) => {
    const [column = "id", direction] = part.trim().split(" ");
    const field = [...mark.fields.values()].find((each) => "column" in each && each.column === column);
    const descending = direction === "desc";
    if (field?.mark !== "column") return { ...byId(descending), column };
    return {
      column,
      descending,
      nullable: field.nullable,
      collation: field.pinyin ? " collate zh_pinyin" : "",
      type: SQL_TYPES[field.kind],
    };
  });
}

export const orderSql = (order: Term[], row: string, backwards: boolean) =>
  order
    .map(
      ({ column, collation, descending }) => `${row}.${column}${collation}${descending !== backwards ? " desc" : ""}`,
    )
    .join(", ");
