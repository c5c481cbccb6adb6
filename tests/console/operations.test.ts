import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import {
  buildSchema,
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  isNonNullType,
  parse,
  validate,
} from "graphql";
import {
  CREATE_ACCOUNT,
  CREATE_TOKEN,
  DISABLE_ACCOUNT,
  GRANT_ROLE,
  REVOKE_GRANT,
  REVOKE_TOKEN,
  SET_PASSWORD,
} from "../../admin/access/account.deeds.js";
import { COVER_EMPLOYER, END_COVERAGE, SET_EMPLOYER_YEAR } from "../../admin/employers/employer.deeds.js";
import { BY_TYPE, SCOPE, WHOLE } from "../../admin/hierarchy/dashboard.operations.js";
import { ANCESTOR_FIELDS, NODE_FIELDS, PANEL_FIELDS } from "../../admin/hierarchy/tree.js";
import {
  AFFILIATE_UNION,
  DISSOLVE_UNION,
  JOIN_FEDERATION,
  LEAVE_FEDERATION,
} from "../../admin/hierarchy/union.deeds.js";
import { type Description, factOf, fieldsOf, writtenFacts } from "../../admin/shared/description.js";
import { DESCRIPTIONS } from "../../admin/shared/descriptions.js";
import { EXAMPLES } from "../../admin/shared/exampleQueries.js";
import { type Fact, inputName, orderName } from "../../admin/shared/facts.js";
import * as operations from "../../admin/shared/operations.js";
import { QUICK_SEARCH } from "../../admin/shared/quickSearch.operation.js";
import { searchFor } from "../../admin/shared/search.js";
import { RECORDS } from "../../schema/records.js";

const printed = fileURLToPath(new URL("../../../schema/schema.graphql", import.meta.url));
const schema = buildSchema(readFileSync(printed, "utf8"));
const faults = (document: string) => validate(schema, parse(document)).map(({ message }) => message);
const input = (name: string) => schema.getType(name) as GraphQLInputObjectType | undefined;
const filter = (record: string) => input(`${record}Filter`)?.getFields() ?? {};
const DEEDS = [
  AFFILIATE_UNION,
  DISSOLVE_UNION,
  JOIN_FEDERATION,
  LEAVE_FEDERATION,
  COVER_EMPLOYER,
  END_COVERAGE,
  SET_EMPLOYER_YEAR,
  CREATE_ACCOUNT,
  DISABLE_ACCOUNT,
  SET_PASSWORD,
  GRANT_ROLE,
  REVOKE_GRANT,
  CREATE_TOKEN,
  REVOKE_TOKEN,
];

describe.each(DESCRIPTIONS.map((one) => [one.record, one] as const))("%s in the console", (record, description) => {
  test("is read by documents the contract accepts", () => {
    for (const selection of ["list", "show", "naming"] as const) {
      const fields = fieldsOf(description, selection);
      expect(faults(operations.listOperation(record, fields))).toEqual([]);
      expect(faults(operations.oneOperation(record, fields))).toEqual([]);
      expect(faults(operations.nodesOperation(record, fields))).toEqual([]);
    }
  });

  test("orders by columns the server orders by", () => {
    const known = (schema.getType(`${record}Order`) as GraphQLEnumType).getValues().map(({ name }) => name);
    const sorted = description.facts
      .filter(({ sortable, readable }) => sortable && readable)
      .map(({ source }) => source);
    expect(
      [...sorted, description.order.field]
        .map((source) => orderName(source, "ASC"))
        .filter((name) => !known.includes(name)),
    ).toEqual([]);
  });

  test("filters by conditions of the contract", () => {
    const known = filter(record);
    expect(description.filters.filter((name) => !(name in known))).toEqual([]);
  });

  test("shows every fact it has under one heading, and no other", () => {
    if (description.sections.length === 0) return;
    const shown = description.sections.flatMap(({ facts }) => facts);
    expect([...shown].sort()).toEqual(description.facts.map(({ source }) => source).sort());
    for (const source of [...description.columns, ...description.hidden])
      expect(factOf(description, source)).toBeDefined();
  });

  test("is written by inputs the contract has, and asks for all it requires", () => writes(description));
});

function writes(description: Description) {
  const { record } = description;
  for (const [verb, when] of [
    ["create", "create"],
    ["update", "amend"],
  ] as const) {
    const name = `${verb}${record}`;
    const known = input(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input`)?.getFields();
    const asDeed = DEEDS.some(({ mutation }) => mutation === name);
    expect(description.writes[verb] || asDeed).toBe(Boolean(known));
    if (!known || asDeed) continue;
    expect(faults(operations.changeOperation(verb, record, fieldsOf(description, "show")))).toEqual([]);
    const facts = writtenFacts(description, when);
    expect(facts.map(inputName).filter((one) => !(one in known))).toEqual([]);
    const asked = ["id", "version", ...facts.filter(({ required }) => required).map(inputName)];
    expect(Object.values(known).filter(({ type, name: one }) => isNonNullType(type) && !asked.includes(one))).toEqual(
      [],
    );
  }
}

test("every record of the contract is described", () => {
  expect(DESCRIPTIONS.map(({ record }) => record).sort()).toEqual(Object.keys(RECORDS).sort());
});

test.each(DEEDS.map((deed) => [deed.mutation, deed] as const))(
  "%s is a document the contract accepts, with its input",
  (mutation, deed) => {
    expect(faults(operations.deedOperation(mutation, deed.record, deed.secret))).toEqual([]);
    const known = input(`${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`)?.getFields() ?? {};
    const sent = [
      ...deed.facts.map((one: Fact) => inputName(one)),
      ...Object.keys(deed.given({ id: "x-1", version: 1 })),
    ];
    expect(sent.filter((one) => !(one in known))).toEqual([]);
    expect(Object.values(known).filter(({ type, name }) => isNonNullType(type) && !sent.includes(name))).toEqual([]);
  },
);

test("sign-in, viewer, tree and dashboard ask what the contract answers", () => {
  for (const document of [QUICK_SEARCH, operations.LOGIN, operations.LOGOUT, operations.VIEWER, SCOPE, WHOLE, BY_TYPE])
    expect(faults(document)).toEqual([]);
  for (const fields of [NODE_FIELDS, PANEL_FIELDS, ANCESTOR_FIELDS]) {
    expect(faults(operations.listOperation("TradeUnion", fields))).toEqual([]);
    expect(faults(operations.oneOperation("TradeUnion", fields))).toEqual([]);
  }
});

test("the example queries of the explorer are valid", () => {
  for (const example of EXAMPLES) expect(faults(example)).toEqual([]);
});

test("what is typed into a picker becomes a condition of the contract", () => {
  const picked = new Set(DESCRIPTIONS.flatMap(({ facts }) => facts.flatMap(({ record }) => record ?? [])));
  const searched = [...picked].filter((record) => !["Assessment", "Award"].includes(record));
  for (const record of searched) {
    const condition = searchFor(record, "越城") as Record<string, unknown>;
    const names = "or" in condition ? (condition.or as object[]).flatMap(Object.keys) : Object.keys(condition);
    expect(names.filter((name) => !(name in filter(record)))).toEqual([]);
  }
});
