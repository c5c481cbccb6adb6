import { expect, test } from "@jest/globals";
import { type GraphQLObjectType, isNonNullType } from "graphql";
import { DESKS } from "../../api/desks.js";
import { buildContract } from "../../api/schema.js";
import { deedPermissions } from "../../api/shared/deeds.js";
import { may, NOUNS, PERMISSIONS, ROLES } from "../../schema/access/permissions.rules.js";
import { type RowRule, VISIBILITY } from "../../schema/access/visibility.rules.js";
import { RECORDS } from "../../schema/records.js";
import { recordMarks } from "../../schema/shared/register.js";
import { publicOperations } from "./publicOperations.js";
import { code, textOf } from "./tree.js";

const contract = buildContract();
const fieldsOf = (type: GraphQLObjectType | null | undefined) => Object.keys(type?.getFields() ?? {});
const queries = fieldsOf(contract.getQueryType());
const mutations = fieldsOf(contract.getMutationType());
const permissions = new Set<string>(PERMISSIONS);

test("every mutation asks for a permission or is public for a reason", () => {
  expect(DESKS.length).toBeGreaterThan(Object.keys(RECORDS).length);
  expect(mutations.filter((name) => !deedPermissions.has(name) && !(name in publicOperations))).toEqual([]);
  expect([...deedPermissions.keys()].filter((name) => !mutations.includes(name))).toEqual([]);
});

test("every query reads a record with a row rule or is public for a reason", () => {
  const reading = new Set(Object.values(RECORDS).flatMap(({ one, many }) => [one, many] as string[]));
  expect(queries.filter((name) => !reading.has(name) && !(name in publicOperations))).toEqual([]);
  expect(Object.keys(VISIBILITY).sort()).toEqual(Object.keys(RECORDS).sort());
});

test("the list of public operations holds nothing that is gone or guarded", () => {
  expect(
    Object.keys(publicOperations).filter(
      (name) => ![...queries, ...mutations].includes(name) || deedPermissions.has(name),
    ),
  ).toEqual([]);
  expect(Object.values(publicOperations).filter((reason) => reason.length < 20)).toEqual([]);
});

const heldBy = (rule: RowRule): string[] => {
  if (typeof rule === "string") return [];
  if ("holding" in rule) return [rule.holding, ...heldBy(rule.and)];
  return "any" in rule ? rule.any.flatMap(heldBy) : [];
};

const guards = [...recordMarks().values()].flatMap(({ name, fields }) =>
  [...fields.values()].flatMap((field) =>
    field.guard ? [{ at: `${name}.${field.name}`, name, field: field.name, guard: field.guard }] : [],
  ),
);

test("every permission named in marks, row rules, deeds and code stands in the table", () => {
  const inCode = code()
    .filter((path) => /^(api|admin|schema)\//.test(path) && !path.endsWith("permissions.rules.ts"))
    .flatMap((path) =>
      [
        ...textOf(path).matchAll(
          /(?:must|mustSomewhere|may|holds|guard:|holding:|permission[:=]|can)\W[^;\n]*?"([a-z]+:[a-z]+(?:-[a-z]+)*)"/g,
        ),
      ].map(([, found = ""]) => found),
    )
    .filter((found) => !found.startsWith("node:"));
  const named = [
    ...guards.map(({ guard }) => guard),
    ...Object.values(VISIBILITY).flatMap(heldBy),
    ...deedPermissions.values(),
    ...inCode,
  ];
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((permission) => !permissions.has(permission))).toEqual([]);
});

test("every record can be named in a permission", () => {
  const nouns = Object.keys(RECORDS).map((name) => name.replace(/(?<=.)[A-Z]/g, "-$&").toLowerCase());
  expect(nouns.filter((noun) => !(NOUNS as string[]).includes(noun))).toEqual([]);
});

test("every permission is held by some role, and none by every role but reading", () => {
  expect(PERMISSIONS.filter((permission) => !ROLES.some((role) => may(role, permission)))).toEqual([]);
  const byAll = PERMISSIONS.filter((permission) => ROLES.every((role) => may(role, permission)));
  expect(byAll.filter((permission) => !/^(read|download):/.test(permission))).toEqual([]);
});

test("a guarded field is nullable, as those without the permission get null", () => {
  expect(guards.length).toBeGreaterThan(0);
  const never = guards.filter(({ name, field }) => {
    const found = (contract.getType(name) as GraphQLObjectType).getFields()[field];
    return found === undefined || isNonNullType(found.type);
  });
  expect(never).toEqual([]);
});

test("every action that changes a record asks where it may", () => {
  const silent = code()
    .filter((path) => /^api\/[^/]+\/.+\.actions\.ts$/.test(path))
    .flatMap((path) =>
      textOf(path)
        .split(/\n(?=export )/)
        .map((part) => ({ path, part })),
    )
    .filter(
      ({ part }) =>
        /^export (?:async )?(?:function|const) \w+\W+(?:async )?\(?act: Act\b/.test(part) && !/\bmust\w*\(/.test(part),
    )
    .map(({ path, part }) => `${path}: ${part.split("\n")[0]}`);
  expect(silent).toEqual([]);
});
