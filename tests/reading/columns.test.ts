import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type GraphQLObjectType, getNullableType, isNonNullType } from "graphql";
import { terms } from "../../api/reading/order.js";
import { buildContract } from "../../api/schema.js";
import { VISIBILITY } from "../../schema/access/visibility.rules.js";
import { levelOf, UNION_TYPES } from "../../schema/hierarchy/unionType.rules.js";
import { RECORDS } from "../../schema/records.js";
import { type FieldMark, type RecordMark, recordMarks } from "../../schema/shared/register.js";
import { type FreshDatabase, freshDatabase } from "../shared/freshDatabase.js";
import { plainPool, Rows } from "./plainRows.js";
import { READING_WORLD } from "./world.js";

type ColumnMark = Extract<FieldMark, { mark: "column" }>;

const schema = buildContract();
let database: FreshDatabase;
let rows: Rows;
let close: () => Promise<void>;

beforeAll(async () => {
  database = await freshDatabase({ template: READING_WORLD });
  const pool = plainPool(database.address as never);
  rows = new Rows(pool);
  close = () => pool.end();
});
afterAll(async () => {
  await close?.();
  await database?.drop();
});

const marks = () => [...recordMarks().values()];
const columnsOf = (mark: RecordMark) => [...mark.fields.values()].filter((field) => field.mark === "column");
const isNonNull = (mark: RecordMark, field: FieldMark) =>
  isNonNullType((schema.getType(mark.name) as GraphQLObjectType).getFields()[field.name]?.type);

/** Columns that a trigger fills as soon as a record has its first version, so that they cannot be declared not null. */
const FILLED = ["trade_union.code", "trade_union.name", "trade_union.type", "division.code", "division.name"];

/** Whether each column of the database may be empty, by `table.column`. */
async function emptiable(): Promise<Map<string, boolean>> {
  const found = await rows.sql(
    "select table_name || '.' || column_name as name, is_nullable = 'YES' as emptiable from information_schema.columns where table_schema = 'public'",
  );
  return new Map(found.map(({ name, emptiable: may }) => [name as string, may as boolean]));
}

test("a field that is never null has a column that is never empty", async () => {
  const columns = await emptiable();
  const broken = marks().flatMap((mark) =>
    columnsOf(mark)
      .filter((field) => isNonNull(mark, field))
      .map(({ column }) => `${mark.table}.${column}`)
      .filter((name) => columns.get(name) !== false && !FILLED.includes(name)),
  );
  expect(broken).toEqual([]);
  expect(columns.size).toBeGreaterThan(300);
});

test("the mark says the same about emptiness as the column", async () => {
  const columns = await emptiable();
  const broken = marks().flatMap((mark) =>
    columnsOf(mark)
      .filter(
        (field) =>
          columns.get(`${mark.table}.${field.column}`) !== field.nullable &&
          !FILLED.includes(`${mark.table}.${field.column}`),
      )
      .map(({ column }) => `${mark.table}.${column}`),
  );
  expect(broken).toEqual([]);
});

test("columns that a trigger fills are full", async () => {
  for (const name of FILLED) {
    const [table, column] = name.split(".");
    expect({ name, empty: await rows.sql(`select id from ${table} where ${column} is null`) }).toEqual({
      name,
      empty: [],
    });
  }
});

test("a link is nullable, as its record may be hidden from the reader, and so is a guarded field", () => {
  const broken = marks().flatMap((mark) =>
    [...mark.fields.values()]
      .filter((field) => (field.mark === "one" || field.guard) && isNonNull(mark, field))
      .map((field) => `${mark.name}.${field.name}`),
  );
  expect(broken).toEqual([]);
});

test("a column of names holds exactly the names of its enumeration", async () => {
  const checks = await rows.sql(
    "select (select relname from pg_class c where c.oid = conrelid) as table, pg_get_constraintdef(oid) as text from pg_constraint where contype = 'c' and cardinality(conkey) = 1",
  );
  const named = (table: string, column: string) => {
    const found = checks.filter(
      ({ table: of, text }) => of === table && new RegExp(`\\(\\(?"?${column}"? (= ANY|<@)`).test(text as string),
    );
    return found.flatMap(({ text }) => [...String(text).matchAll(/'([A-Z0-9_]+)'/g)].map(([, name]) => name)).sort();
  };
  const enums = marks().flatMap((mark) =>
    columnsOf(mark).flatMap((field) => (field.kind === "enum" ? [[mark, field] as [RecordMark, ColumnMark]] : [])),
  );
  expect(enums.length).toBeGreaterThan(30);
  for (const [mark, field] of enums)
    expect({ field: `${mark.name}.${field.name}`, names: named(mark.table, field.column) }).toEqual({
      field: `${mark.name}.${field.name}`,
      names: Object.keys(field.graphql() as object).sort(),
    });
});

test("every record has a visibility rule, whose links exist", () => {
  expect(Object.keys(VISIBILITY).sort()).toEqual(Object.keys(RECORDS).sort());
  expect(
    marks()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys(RECORDS).sort());
});

test("a list's own order stands on columns that exist, and only marked ones may be empty", async () => {
  const columns = await emptiable();
  for (const mark of marks())
    for (const { column, nullable } of terms(mark, undefined)) {
      const name = `${mark.table}.${column}`;
      expect({ name, known: columns.has(name) }).toEqual({ name, known: true });
      if (!nullable && !FILLED.includes(name))
        expect({ name, emptiable: columns.get(name) }).toEqual({ name, emptiable: false });
    }
});

test("every type of union has a level, as the field is never null", () => {
  expect(UNION_TYPES.filter((type) => !levelOf(type))).toEqual([]);
});

test("the kind of a column is the kind PostgreSQL keeps", async () => {
  const kept = new Map(
    (
      await rows.sql(
        "select table_name || '.' || column_name as name, udt_name as type from information_schema.columns where table_schema = 'public'",
      )
    ).map(({ name, type }) => [name, type]),
  );
  const types = {
    text: "text",
    integer: "int4",
    boolean: "bool",
    date: "date",
    instant: "timestamptz",
    fen: "int8",
    enum: "text",
  } as const;
  const broken = marks().flatMap((mark) =>
    columnsOf(mark)
      .filter((field) => kept.get(`${mark.table}.${field.column}`) !== (field.list ? "_text" : types[field.kind]))
      .map((field) => `${mark.name}.${field.name}`),
  );
  expect(broken).toEqual([]);
});

test("a non-null list of names is never empty of itself", () => {
  const lists = marks().flatMap((mark) =>
    columnsOf(mark)
      .filter((field) => field.list)
      .map((field) =>
        getNullableType((schema.getType(mark.name) as GraphQLObjectType).getFields()[field.name]?.type)?.toString(),
      ),
  );
  expect(lists.every((type) => /^\[\w+!\]$/.test(String(type)))).toBe(true);
});
