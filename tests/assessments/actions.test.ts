import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Asking, asker } from "../shared/ask.js";
import { openWorld, UNION, type World } from "../shared/world.js";

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
const OPEN = `mutation($input: CreateAssessmentInput!) { createAssessment(input: $input) { assessment { id version state cutoffOn tradeUnion { code } } ${ERRORS} } }`;
const AMEND = `mutation($input: UpdateAssessmentInput!) { updateAssessment(input: $input) { assessment { version state note } ${ERRORS} } }`;

test("an assessment is opened for a township union, once a year", async () => {
  const input = { tradeUnionId: `tradeUnion-${UNION.fushan}`, schemeId: "scheme-1", year: 2025 };
  expect((await ask("yuecheng", OPEN, { input })).data.createAssessment).toMatchObject({
    assessment: { state: "OPEN", cutoffOn: "2025-12-31", tradeUnion: { code: "330602002" } },
    userErrors: [],
  });
  expect(codes((await ask("yuecheng", OPEN, { input })).data.createAssessment.userErrors)).toEqual(["year NOT_UNIQUE"]);
  expect(
    codes(
      (await ask("yuecheng", OPEN, { input: { ...input, tradeUnionId: `tradeUnion-${UNION.factory}`, year: 2020 } }))
        .data.createAssessment.userErrors,
    ),
  ).toEqual(["tradeUnionId OUT_OF_RANGE", "year OUT_OF_RANGE"]);
});

test("it is amended while open, handed in, and then no more", async () => {
  const input = { id: "assessment-1", version: 1 };
  expect(
    (await ask("clerk", AMEND, { input: { ...input, note: "附佐证材料三份" } })).data.updateAssessment,
  ).toMatchObject({ assessment: { note: "附佐证材料三份", version: 2 }, userErrors: [] });
  expect(
    codes(
      (await ask("clerk", AMEND, { input: { ...input, version: 2, state: "PUBLISHED" } })).data.updateAssessment
        .userErrors,
    ),
  ).toEqual(["state ILLEGAL_TRANSITION"]);
  expect(
    (await ask("clerk", AMEND, { input: { ...input, version: 2, state: "SELF_ASSESSED" } })).data.updateAssessment,
  ).toMatchObject({ assessment: { state: "SELF_ASSESSED" }, userErrors: [] });
  expect(
    codes(
      (await ask("clerk", AMEND, { input: { ...input, version: 3, note: "再改" } })).data.updateAssessment.userErrors,
    ),
  ).toEqual([" ILLEGAL_TRANSITION"]);
});

test("neither who scores nor the system administrator edits what is scored", async () => {
  for (const role of ["assessor", "reviewer", "admin"])
    expect(
      (await ask(role, AMEND, { input: { id: "assessment-1", version: 3, note: "某" } })).errors?.[0]?.extensions,
    ).toMatchObject({ code: "FORBIDDEN", permission: "amend:assessment" });
});
