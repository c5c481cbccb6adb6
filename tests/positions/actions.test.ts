import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Asking, asker } from "../shared/ask.js";
import { openWorld, PERSON, UNION, type World } from "../shared/world.js";

let world: World;
let ask: Asking;
beforeAll(async () => {
  world = await openWorld();
  ask = asker(world);
});
afterAll(() => world.end());

const codes = (errors: { path: string[]; code: string }[]) =>
  errors.map(({ path, code }) => `${path.join(".")} ${code}`);
const ERRORS = "userErrors { path code message clause quote }";
const CREATE = `mutation($input: CreatePositionInput!) { createPosition(input: $input) { position { id version role startOn actingChair person { name } } ${ERRORS} } }`;
const UPDATE = `mutation($input: UpdatePositionInput!) { updatePosition(input: $input) { position { version endedOn endReason treatmentRank } ${ERRORS} } }`;
const deputy = {
  tradeUnionId: `tradeUnion-${UNION.factory}`,
  personId: `person-${PERSON.deputy}`,
  role: "VICE_CHAIR",
  employmentMode: "PART_TIME",
  startOn: "2024-06-10",
  termEndOn: "2029-06-09",
};
const chair = { id: "position-1" };
const version = async () =>
  (await world.sql<{ version: number }>("select version from position where id = 1"))[0]?.version as number;

test("a vice chair is appointed; only a vice chair acts as chair", async () => {
  const staff = await ask("clerk", CREATE, { input: { ...deputy, role: "STAFF", actingChair: true } });
  expect(codes(staff.data.createPosition.userErrors)).toEqual(["actingChair OUT_OF_RANGE"]);
  const { data } = await ask("clerk", CREATE, { input: { ...deputy, actingChair: true } });
  expect(data.createPosition).toMatchObject({
    position: { role: "VICE_CHAIR", actingChair: true, person: { name: "李秀英" } },
    userErrors: [],
  });
});

test("a second chair on one day is refused, the sitting one named", async () => {
  const { data } = await ask("clerk", CREATE, { input: { ...deputy, role: "CHAIR", startOn: "2025-01-01" } });
  expect(data.createPosition.userErrors).toMatchObject([
    { path: ["startOn"], code: "TERM_OVERLAP", message: expect.stringContaining("张文华") },
  ]);
});

test("of chairs appointed at the same moment one comes to sit, the others are told", async () => {
  const input = { ...deputy, tradeUnionId: `tradeUnion-${UNION.joint}`, role: "CHAIR", startOn: "2025-01-01" };
  const answers = await Promise.all(
    [PERSON.chair, PERSON.deputy, PERSON.worker, PERSON.chair, PERSON.deputy, PERSON.worker].map((person) =>
      ask("tashan", CREATE, { input: { ...input, personId: `person-${person}` } }),
    ),
  );
  expect(answers.filter(({ data }) => data.createPosition.position).length).toBe(1);
  for (const { data, errors } of answers) {
    expect(errors).toBeUndefined();
    for (const { code } of data.createPosition.userErrors) expect(code).toBe("TERM_OVERLAP");
  }
});

test("nobody is in office before the union was there, nor leaves before arriving", async () => {
  expect(
    codes(
      (await ask("clerk", CREATE, { input: { ...deputy, role: "STAFF", startOn: "1999-01-01" } })).data.createPosition
        .userErrors,
    ),
  ).toEqual(["startOn OUT_OF_RANGE"]);
  expect(
    codes(
      (await ask("clerk", CREATE, { input: { ...deputy, role: "STAFF", endedOn: "2024-01-01" } })).data.createPosition
        .userErrors,
    ),
  ).toEqual(["endReason REQUIRED", "endedOn OUT_OF_RANGE"]);
});

test("a chair does not leave by transfer in mid-term without the procedure; the clause is quoted", async () => {
  const { data } = await ask("tashan", UPDATE, {
    input: { ...chair, version: await version(), endedOn: "2026-01-31", endReason: "MID_TERM_TRANSFER" },
  });
  expect(data.updatePosition).toMatchObject({
    position: null,
    userErrors: [
      { path: ["endReason"], code: "TERM_PROTECTED", clause: "三(二)", quote: expect.stringContaining("同意") },
    ],
  });
  expect(await world.sql("select ended_on from position where id = 1")).toEqual([{ ended_on: null }]);
});

test("a clerk amends an office but does not end it", async () => {
  const given = { ...chair, version: await version(), endedOn: "2025-12-31", endReason: "RETIRED" };
  expect((await ask("clerk", UPDATE, { input: given })).errors?.[0]?.extensions).toMatchObject({
    code: "FORBIDDEN",
    permission: "vacate:position",
  });
});

test("a chair retires with day and reason, and what was believed before stays on record", async () => {
  const { data } = await ask("tashan", UPDATE, {
    input: { ...chair, version: await version(), endedOn: "2025-12-31", endReason: "RETIRED", reason: "到龄退休" },
  });
  expect(data.updatePosition).toMatchObject({
    position: { version: 2, endedOn: "2025-12-31", endReason: "RETIRED" },
    userErrors: [],
  });
  expect(
    await world.sql("select record_id, ended_on from position where known_to is not null and record_id = 1"),
  ).toEqual([{ record_id: 1, ended_on: null }]);
  expect(
    await world.sql(
      "select action, reason, before ->> 'end_reason' as was, after ->> 'end_reason' as is from audit_entry where record = 'position' and record_id = 1 and action = 'updatePosition' and kind = 'CHANGE'",
    ),
  ).toEqual([{ action: "updatePosition", reason: "到龄退休", was: null, is: "RETIRED" }]);
});

test("offices outside the scope are not found, and readers are refused", async () => {
  expect(
    (await ask("keqiao", UPDATE, { input: { ...chair, version: 2, concurrentPost: "某" } })).errors?.[0]?.extensions?.[
      "code"
    ],
  ).toBe("NOT_FOUND");
  expect((await ask("official", CREATE, { input: deputy })).errors?.[0]?.extensions).toMatchObject({
    code: "FORBIDDEN",
    permission: "create:position",
  });
});

test("a term is recorded once, and its days keep their order", async () => {
  const create = `mutation($input: CreateTermInput!) { createTerm(input: $input) { term { id version termEndOn } ${ERRORS} } }`;
  const input = {
    tradeUnionId: `tradeUnion-${UNION.factory}`,
    termNumber: 5,
    startOn: "2024-06-10",
    termEndOn: "2029-06-09",
  };
  const { data } = await ask("clerk", create, { input });
  expect(data.createTerm.userErrors).toEqual([]);
  expect(codes((await ask("clerk", create, { input })).data.createTerm.userErrors)).toEqual(["termNumber NOT_UNIQUE"]);
  const { id, version: at } = data.createTerm.term;
  const amended = await ask(
    "clerk",
    `mutation($input: UpdateTermInput!) { updateTerm(input: $input) { term { version } ${ERRORS} } }`,
    { input: { id, version: at, termEndOn: "2020-01-01" } },
  );
  expect(codes(amended.data.updateTerm.userErrors)).toEqual(["termEndOn OUT_OF_RANGE"]);
});
