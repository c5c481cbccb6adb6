import { expect, test } from "@jest/globals";
import type { GraphQLObjectType } from "graphql";
import type { Viewer } from "../../api/reading/viewer.js";
import { may, type Permission, ROLES } from "../../schema/access/permissions.rules.js";
import { RECORDS, type RecordName } from "../../schema/records.js";
import { type FieldMark, markOf, recordMarks } from "../../schema/shared/register.js";
import { asking, type Listed } from "./asking.js";

const { at, data, house } = asking();

/** Every guarded field, and every field by which another record leads to its record. */
const guarded = () =>
  [...recordMarks().values()].flatMap((mark) =>
    [...mark.fields.values()].flatMap((field) =>
      field.guard ? [{ record: mark.name, field: field as FieldMark & { guard: string } }] : [],
    ),
  );

/** The selections that reach a field: from the root, from nodes, and through every link and list that leads to its record. */
function waysTo(record: RecordName, field: string): string[] {
  const { one, many } = RECORDS[record];
  const roots = [
    `a: ${many}(first: 500) { nodes { ${field} } }`,
    `a: ${many}(first: 500) { edges { node { x: ${field} } } }`,
    `a: ${one}(id: "${one}-1") { ${field} }`,
    `a: node(id: "${one}-1") { ... on ${record} { ${field} } }`,
    `a: nodes(ids: ["${one}-1", "${one}-2"]) { ... on ${record} { y: ${field} } }`,
  ];
  const steps = [...recordMarks().values()].flatMap((mark) =>
    [...mark.fields.values()].flatMap((step) => {
      const type = house().comparison.schema.getType(mark.name) as GraphQLObjectType;
      const target = type
        .getFields()
        [step.name]?.type.toString()
        .replace(/[[\]!]/g, "");
      if (target === record)
        return [`a: ${RECORDS[mark.name].many}(first: 500) { nodes { ${step.name} { ${field} } } }`];
      return target === `${record}Connection`
        ? [`a: ${RECORDS[mark.name].many}(first: 90) { nodes { ${step.name} { nodes { ${field} } } } }`]
        : [];
    }),
  );
  return [...roots, ...steps];
}

const valuesIn = (value: unknown): unknown[] =>
  (value !== null && typeof value === "object" ? Object.values(value).flatMap(valuesIn) : [value]).filter(
    (each) => each !== null,
  );

test("there are some, and each is guarded by a permission that some role lacks", () => {
  expect(guarded().length).toBeGreaterThan(0);
  for (const { field } of guarded())
    expect(ROLES.filter((role) => !may(role, field.guard as Permission)).length).toBeGreaterThan(0);
});

test.each(ROLES)("a guarded field is told to %s only with its permission, along every way to it", async (role) => {
  for (const { record, field } of guarded()) {
    const ways = waysTo(record, field.name);
    expect(ways.length).toBeGreaterThan(8);
    const told = await Promise.all(
      ways.map(async (way) => valuesIn(await data(`{ ${way} }`, {}, { ...at(), role })).length),
    );
    if (may(role, field.guard as Permission)) expect(Math.max(...told)).toBeGreaterThan(0);
    else expect(ways.filter((_, index) => told[index] !== 0)).toEqual([]);
  }
});

test.each(ROLES)("a filter tells %s nothing of a guarded field that the field itself does not tell", async (role) => {
  for (const { record, field } of guarded()) {
    if (may(role, field.guard as Permission) || field.mark !== "column") continue;
    const list = async (filter: string) =>
      (
        await data<{ list: Listed }>(
          `{ list: ${RECORDS[record].many}(filter: ${filter}, first: 500) { totalCount nodes { id } } }`,
          {},
          { ...at(), role },
        )
      ).list;
    const known = await house().rows.sql(
      `select distinct ${field.column}::text as value from ${markOf(record).table} where ${field.column} is not null`,
    );
    const whole = await list("{}");
    const isBare = field.kind === "enum" || field.kind === "boolean";
    const written = (value: unknown) => (isBare ? String(value) : JSON.stringify(value));
    for (const condition of [
      "isNull: true",
      "isNull: false",
      ...known.map(({ value }) => `eq: ${written(value)}`),
      ...(field.kind === "date" ? known.map(({ value }) => `lte: ${written(value)}`) : []),
    ]) {
      expect([condition, (await list(`{ ${field.name}: { ${condition} } }`)).totalCount]).toEqual([condition, 0]);
      expect([condition, await list(`{ not: { ${field.name}: { ${condition} } } }`)]).toEqual([condition, whole]);
    }
  }
});

test("no order is made by a guarded field, for nobody", () => {
  for (const { record, field } of guarded()) {
    const order = house().comparison.schema.getType(`${record}Order`) as unknown as {
      getValues(): { name: string }[];
    };
    expect(
      order.getValues().filter(({ name }) => name.replaceAll("_", "").startsWith(field.name.toUpperCase())),
    ).toEqual([]);
  }
});

test("the log does not tell what the record does not tell", async () => {
  const text = "{ auditEntries(first: 500) { nodes { id before after } } }";
  const told = async (role: Viewer["role"]) => JSON.stringify(await data(text, {}, { ...at(), role }));
  for (const role of ["SYSTEM_ADMINISTRATOR", "AUDITOR"] as const) {
    expect(may(role, "read:personal-data")).toBe(false);
    expect(await told(role)).toContain("ethnicity");
    expect(await told(role)).not.toContain("birth_on");
  }
});
