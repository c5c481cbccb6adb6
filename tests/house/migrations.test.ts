import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createOrm, migrate } from "../../api/orm.js";
import { withConnection } from "../../api/shared/databaseConnection.js";
import { migrationsList } from "../../schema/migrations/index.js";
import { KINDS, recordMarks } from "../../schema/shared/register.js";
import { type FreshDatabase, freshDatabase } from "../shared/freshDatabase.js";
import { catalogue, type StoredColumn, storedColumns } from "./catalogue.js";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase({ template: "empty" });
  await migrate(database.address);
});
afterAll(() => database?.drop());

test("up, down and up again gives the same schema, and down leaves nothing", async () => {
  const first = await catalogue(database.address);
  const orm = await createOrm(database.address, { pool: 1 });
  try {
    await orm.migrator.down({ to: 0 });
    const emptied = await catalogue(database.address);
    expect(Object.entries(emptied).filter(([, lines]) => lines.length > 0)).toEqual([]);
    await orm.migrator.up();
  } finally {
    await orm.close(true);
  }
  const second = await catalogue(database.address);
  expect(second).toEqual(first);
  expect(first["columns"]?.length).toBeGreaterThan(100);
  expect(first["triggers"]?.length).toBeGreaterThan(5);
});

test("the catalogue sees a change of any kind", async () => {
  const before = await catalogue(database.address);
  for (const [part, change] of Object.entries({
    columns: "alter table person alter column name drop not null",
    constraints: "alter table person add constraint sin check (id > 0)",
    indexes: "create index sin on person (id)",
    functions: "create function sin() returns int language sql as 'select 1'",
    triggers:
      "create trigger sin before update on person for each row execute function suppress_redundant_updates_trigger()",
  })) {
    await withConnection(database.address, (client) => client.query(change));
    const after = await catalogue(database.address);
    expect([part, after[part]]).not.toEqual([part, before[part]]);
  }
  await database.drop();
  database = await freshDatabase({ template: "empty" });
  await migrate(database.address);
});

test("migrating twice changes nothing", async () => {
  const before = await catalogue(database.address);
  await migrate(database.address);
  expect(await catalogue(database.address)).toEqual(before);
  expect(new Set(migrationsList.map(({ name }) => name)).size).toBe(migrationsList.length);
});

/** What PostgreSQL calls the column types that the marks name. */
const STORED_AS: Record<string, string> = {
  "timestamptz(3)": "timestamp(3) with time zone",
  timestamptz: "timestamp with time zone",
  int: "integer",
  double: "double precision",
};

/** Columns that differ from their class on purpose, each with its reason. */
const PROJECTED = "filled by a trigger when the first dated row of the identity is written, in the same transaction";
const ON_PURPOSE: Record<string, string> = {
  "trade_union.code": PROJECTED,
  "trade_union.name": PROJECTED,
  "trade_union.type": PROJECTED,
  "division.code": PROJECTED,
  "division.name": PROJECTED,
  "audit_entry.id": "a log outgrows 2 147 483 647 entries; it is only read, by text",
};
const unexpected = (differences: string[]) =>
  differences.filter((difference) => !(difference.split(":")[0]! in ON_PURPOSE));

test("every column of every record exists in its table, of the same type and as nullable", async () => {
  const tables = await storedColumns(database.address);
  const orm = await createOrm(database.address, { pool: 1 });
  const differences: string[] = [];
  const marked = new Set<string>();
  try {
    for (const meta of orm.getMetadata().getAll().values()) {
      if (meta.abstract || !meta.tableName) continue;
      const table = tables.get(meta.tableName);
      if (!table) differences.push(`${meta.tableName}: no such table`);
      for (const property of Object.values(meta.properties))
        for (const [index, name] of (property.fieldNames ?? []).entries()) {
          if (property.persist === false) continue;
          marked.add(`${meta.tableName}.${name}`);
          differences.push(
            ...compare(
              `${meta.tableName}.${name}`,
              table?.get(name),
              property.columnTypes?.[index],
              property.nullable ?? false,
            ),
          );
        }
    }
  } finally {
    await orm.close(true);
  }
  expect(unexpected(differences)).toEqual([]);
  expect(
    Object.keys(ON_PURPOSE).filter((column) => !differences.some((difference) => difference.startsWith(`${column}:`))),
  ).toEqual([]);
  expect(marked.size).toBeGreaterThan(100);
});

function compare(
  where: string,
  stored: StoredColumn | undefined,
  type: string | undefined,
  nullable: boolean,
): string[] {
  if (!stored) return [`${where}: no such column`];
  const expected = STORED_AS[type ?? ""] ?? type;
  return [
    ...(stored.type === expected ? [] : [`${where}: ${stored.type} in the table, ${expected} in the class`]),
    ...(stored.nullable === nullable
      ? []
      : [
          `${where}: ${stored.nullable ? "nullable" : "not null"} in the table, ${nullable ? "nullable" : "not null"} in the class`,
        ]),
  ];
}

test("every marked field reads a column of its table, and a field that is never null reads one that is never null", async () => {
  const tables = await storedColumns(database.address);
  const wrong: string[] = [];
  for (const { table, fields } of recordMarks().values())
    for (const field of fields.values()) {
      if (field.mark !== "column" && field.mark !== "one") continue;
      const stored = tables.get(table)?.get(field.column);
      if (!stored) wrong.push(`${table}.${field.column}: no such column`);
      else if (stored.nullable && !field.nullable && field.mark === "column")
        wrong.push(`${table}.${field.column}: may be null`);
      else if (
        field.mark === "column" &&
        field.kind !== "enum" &&
        stored.type !== (STORED_AS[KINDS[field.kind].column] ?? KINDS[field.kind].column)
      )
        wrong.push(`${table}.${field.column}: is ${stored.type}`);
    }
  expect(unexpected(wrong)).toEqual([]);
});
