import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type GraphQLObjectType, getNamedType, isLeafType, parse, validate } from "graphql";
import type { Viewer } from "../../api/reading/viewer.js";
import { RECORDS } from "../../schema/records.js";
import { recordMarks } from "../../schema/shared/register.js";
import { type FreshDatabase, freshDatabase } from "../shared/freshDatabase.js";
import { openReadingHouse, type ReadingHouse } from "./house.js";
import { READING_WORLD } from "./world.js";

let database: FreshDatabase;
let house: ReadingHouse;
let viewer: Viewer;

beforeAll(async () => {
  database = await freshDatabase({ template: READING_WORLD });
  house = await openReadingHouse(database.address);
  viewer = { accountId: 1, role: "FEDERATION_ADMINISTRATOR", path: "1.", today: house.today };
});
afterAll(async () => {
  await house?.close();
  await database?.drop();
});

/** How many statements an operation took, by the lane and finished by graphql-js, and what it answered. */
async function asked(text: string, variables: Record<string, unknown> = {}) {
  const document = parse(text);
  expect(validate(house.comparison.schema, document)).toEqual([]);
  const count = async (lane: boolean) => {
    const before = house.reads.statements;
    const { answer, raw } = await house.comparison.compiled(document, { text, variables }, viewer, lane);
    return { statements: house.reads.statements - before, answer, raw };
  };
  const [lane, finish] = [await count(true), await count(false)];
  expect(lane.answer.errors).toBeUndefined();
  expect(JSON.stringify(lane.answer)).toBe(JSON.stringify(finish.answer));
  return {
    lane: lane.statements,
    finish: finish.statements,
    tookLane: lane.raw !== undefined,
    data: lane.answer.data as never,
  };
}

const SHAPES: Record<string, [text: string, variables?: Record<string, unknown>]> = {
  "one union by its code, ten fields": [
    '{ tradeUnion(code: "330602001") { id code name type level memberCount employeeCount establishedOn state version } }',
  ],
  "fifty unions of a county by members, with superior, holders of office and counts": [
    `query ($county: ID) { tradeUnions(filter: { within: $county, type: { in: [GRASSROOTS_INDEPENDENT, GRASSROOTS_JOINT] } }, orderBy: [MEMBER_COUNT_DESC], first: 50) {
      nodes { id name memberCount parent { name } positions { totalCount nodes { role person { name } } } awards { totalCount } } } }`,
    { county: "tradeUnion-2" },
  ],
  "a county, its townships and the first twenty unions of each with the chair": [
    `{ tradeUnion(code: "330602") { name children(first: 50) { nodes { name children(first: 20) { nodes { name positions(filter: { role: { eq: CHAIR } }, first: 1) { nodes { person { name } } } } } } } } }`,
  ],
  "five hundred unions after a cursor, fifteen fields": [
    `query ($after: String) { tradeUnions(first: 500, after: $after) { nodes { id code name type level state standing memberCount employeeCount establishedOn approvedOn legalPersonStatus uscc address version } pageInfo { hasNextPage endCursor } } }`,
  ],
  "roll-ups of a level of the tree, on another day": [
    `{ tradeUnion(code: "330600", asOf: "2013-10-17") { rollup { unionCount memberCount } children { totalCount nodes { name childCount rollup { unionCount } } } } }`,
  ],
  "several lists at once": [
    "{ persons(first: 5) { totalCount nodes { name } } employers(first: 5) { totalCount nodes { name employeeCount } } divisions(first: 5) { nodes { name parent { name } } } }",
  ],
};

test.each(Object.keys(SHAPES))("one statement answers %s", async (name) => {
  const [text, variables] = SHAPES[name] as [string, Record<string, unknown>?];
  const { lane, finish, tookLane } = await asked(text, variables);
  expect({ lane, finish, tookLane }).toEqual({ lane: 1, finish: 1, tookLane: true });
});

test("one statement answers nodes of any kind, beside a score sheet and the schema's own description", async () => {
  const { lane, finish, tookLane } = await asked(`{
    node(id: "tradeUnion-1") { id ... on TradeUnion { name } }
    nodes(ids: ["person-1", "assessment-1", "nothing-1"]) { __typename id ... on Person { name } ... on Assessment { sheet { indicatorCount } } }
    __schema { queryType { name } }
  }`);
  expect({ lane, finish, tookLane }).toEqual({ lane: 1, finish: 1, tookLane: false });
});

test("one statement answers each record and each list by every field it has", async () => {
  for (const { name } of recordMarks().values()) {
    const type = house.comparison.schema.getType(name) as GraphQLObjectType;
    const leaves = Object.values(type.getFields()).flatMap((field) =>
      isLeafType(getNamedType(field.type)) ? [field.name] : [],
    );
    const { one, many } = RECORDS[name];
    const { lane, finish } = await asked(
      `{ ${one}(id: "${one}-1") { ${leaves.join(" ")} } ${many}(first: 3) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ${leaves.join(" ")} } } } }`,
    );
    expect({ name, lane, finish }).toEqual({ name, lane: 1, finish: 1 });
  }
});

test("a refused operation takes no statement", async () => {
  const before = house.reads.statements;
  const text = "{ tradeUnions(first: 501) { nodes { id } } }";
  const { answer } = await house.comparison.compiled(parse(text), { text, variables: {} }, viewer, true);
  expect(answer.errors?.[0]?.code).toBe("BAD_USER_INPUT");
  expect(house.reads.statements).toBe(before);
});
