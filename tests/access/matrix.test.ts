import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { extendSchema, parse } from "graphql";
import { Actor } from "../../api/shared/actor.js";
import { markOf } from "../../schema/shared/register.js";
import { type MatrixHouse, type Measured, measureMatrix, openMatrixHouse, type Part, untriedIn } from "./matrix.js";
import { elementsOf } from "./matrixElements.js";
import { differences, linesOf, type Matrix, readTable } from "./matrixTable.js";

const PATIENCE = 300_000;
const table = readTable();
let house: MatrixHouse;
let measured: Measured;

beforeAll(async () => {
  const begun = performance.now();
  house = await openMatrixHouse();
  measured = await measureMatrix(house);
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
  console.info(`${measured.matrix.size} elements, ${measured.calls} calls, ${seconds} s`);
}, PATIENCE);
afterAll(() => house?.close());

/** The whole matrix with a part of it measured anew, compared with the table. */
async function differencesOf(part: Part): Promise<string[]> {
  const again: Matrix = new Map([...measured.matrix].map(([element, letters]) => [element, new Map(letters)]));
  for (const [element, letters] of (await measureMatrix(house, part)).matrix)
    if (part.element?.(element)) for (const [column, letter] of letters) again.get(element)?.set(column, letter);
  return differences(table, linesOf(again));
}

test("every element of the contract has a line in the table, and has been tried", () => {
  expect(elementsOf(house.schema).filter((element) => !table.has(element))).toEqual([]);
  expect(untriedIn(house.schema, measured.matrix)).toEqual([]);
});

test("what every reader is answered, denied and allowed to do is what the table says", () => {
  expect(differences(table, linesOf(measured.matrix))).toEqual([]);
});

test("plain execution answers and denies the same", () => {
  expect(measured.disagreements).toEqual([]);
});

test("nothing failed, and nothing told of hidden rows", () => {
  const wrong = [...measured.matrix].filter(([, letters]) =>
    [...letters.values()].some((letter) => "!m".includes(letter)),
  );
  expect(wrong.map(([element]) => element)).toEqual([]);
});

/** Elements that nobody is answered here: a code that must be right, a total of an unfinished sheet, the links of one's own row to what it already has. */
const NEVER_TOLD = [
  "Attachment.assessment",
  "ConfirmSecondFactorPayload.recoveryCodes",
  "Mutation.affiliateTradeUnion(input.superiorId:)",
  "Mutation.confirmSecondFactor",
  "Mutation.confirmSecondFactor(input:)",
  "Mutation.coverEmployer(input.tradeUnionId:)",
  "Mutation.createAward(input.collectiveId:)",
  "Mutation.createEnrolment(input.personId:)",
  "Mutation.createFederationMembership(input.federationId:)",
  "Mutation.createFederationMembership(input.tradeUnionId:)",
  "OwnGrant.validThrough",
  "OwnSession.address",
  "OwnSession.agent",
  "ScoreSheet.grade",
  "ScoreSheet.total",
  "UserError.clause",
  "UserError.quote",
];

test("every element is answered to somebody, so that an empty answer means one that was withheld", () => {
  const silent = [...measured.matrix].filter(
    ([, letters]) => ![...letters.values()].some((letter) => "ro".includes(letter)),
  );
  expect(silent.map(([element]) => element).sort()).toEqual(NEVER_TOLD);
});

test("a guard that is taken off one field is noticed, and the field named", async () => {
  const field = markOf("Person").fields.get("birthOn") as { guard?: string };
  const { guard } = field;
  expect(guard).toBeDefined();
  delete field.guard;
  try {
    const found = await differencesOf({ element: (element) => element === "Person.birthOn", salt: "unguarded" });
    expect(found).toEqual([expect.stringMatching(/^Person\.birthOn: .*nnn.* -> /)]);
  } finally {
    field.guard = guard as string;
  }
});

test("a new field and a new argument without a line are noticed, and named", () => {
  const extended = extendSchema(house.schema, parse("extend type Person { nickname(old: Boolean): String }"));
  const unknown = ["Person.nickname", "Person.nickname(old:)"];
  expect(elementsOf(extended).filter((element) => !table.has(element))).toEqual(unknown);
  expect(untriedIn(extended, measured.matrix)).toEqual(unknown);
});

test("a change that more roles may make than before is noticed, and named", async () => {
  const { whyNotSomewhere } = Actor.prototype;
  Actor.prototype.whyNotSomewhere = function (permission) {
    return permission === "dissolve:trade-union" ? undefined : whyNotSomewhere.call(this, permission);
  };
  try {
    const found = await differencesOf({
      columns: ["CLERK"],
      element: (element) => element.startsWith("Mutation.dissolveTradeUnion"),
    });
    expect(found.map((each) => each.split(": ")[0])).toEqual([
      "Mutation.dissolveTradeUnion",
      "Mutation.dissolveTradeUnion(input:)",
    ]);
    expect(found[0]).toContain("rxx");
  } finally {
    Actor.prototype.whyNotSomewhere = whyNotSomewhere;
  }
});
