import { expect, test } from "@jest/globals";
import { judgeDualLeadership } from "../../schema/compliance/dualLeadership.rules.js";
import { judgeLeadingUnion } from "../../schema/compliance/leadingUnion.rules.js";
import { judgeSixGoods } from "../../schema/compliance/sixGoods.rules.js";
import { judgeTownshipFederation } from "../../schema/compliance/townshipFederation.rules.js";
import { formOn, judgeTownshipUnion } from "../../schema/compliance/townshipUnion.rules.js";
import { lettersOf, PARAMETERS, withValues } from "./outcomes.js";

test.each([
  ["affiliation ended yesterday, no new one", "GRASSROOTS_INDEPENDENT", false, undefined, "W"],
  [
    "affiliated to an industry federation of the county, lying in a township",
    "GRASSROOTS_INDEPENDENT",
    true,
    true,
    "P",
  ],
  ["affiliated to its township", "GRASSROOTS_JOINT", true, false, "P"],
  ["affiliation unknown", "GRASSROOTS_JOINT", undefined, undefined, "D"],
  ["the city's federation, whose superior is outside the records", "MUNICIPAL_FEDERATION", false, undefined, "N"],
] as const)("R12 二(二): %s", (_, unionType, hasSuperior, isLedFromOutside, outcome) => {
  expect(lettersOf(judgeLeadingUnion({ unionType, hasSuperior, isLedFromOutside }, PARAMETERS))).toBe(outcome);
});

test("R12 二(二): a union led from outside its territory is in order and told apart", () => {
  const facts = { unionType: "GRASSROOTS_INDEPENDENT", hasSuperior: true } as const;
  const outside = judgeLeadingUnion({ ...facts, isLedFromOutside: true }, PARAMETERS);
  expect(outside.reason.en).toMatch(/outside its territory/);
});

test.each([
  [true, true, "P"],
  [false, true, "W"],
  [true, false, "W"],
  [false, undefined, "W"],
  [true, undefined, "D"],
  [undefined, undefined, "D"],
] as const)("R13 二(二): party committee %s, superior %s gives %s", (hasPartyCommittee, hasSuperior, outcome) => {
  expect(lettersOf(judgeDualLeadership({ hasPartyCommittee, hasSuperior }, PARAMETERS))).toBe(outcome);
});

test.each([
  ["NONE", "W"],
  ["COMMITTEE", "P"],
  ["WORK_COMMITTEE", "P"],
  ["FEDERATION", "P"],
  [undefined, "D"],
] as const)("R14 二(二): form %s gives %s", (townshipForm, outcome) => {
  expect(lettersOf(judgeTownshipUnion({ townshipForm }, PARAMETERS))).toBe(outcome);
});

test("R14 二(二): a work committee up to 30 June and a federation from 1 July leave no day without a form and none with two", () => {
  const forms = [
    { form: "WORK_COMMITTEE", validFrom: "2014-01-01", validTo: "2025-07-01" },
    { form: "FEDERATION", validFrom: "2025-07-01" },
  ] as const;
  expect(formOn(forms, "2025-06-30")).toBe("WORK_COMMITTEE");
  expect(formOn(forms, "2025-07-01")).toBe("FEDERATION");
  expect(formOn(forms, "2013-12-31")).toBe("NONE");
  const clashing = [...forms, { form: "COMMITTEE", validFrom: "2025-01-01" } as const];
  expect(lettersOf(judgeTownshipUnion({ townshipForm: formOn(clashing, "2025-07-01") }, PARAMETERS))).toBe("D");
});

test.each([
  [50, 2000, "COMMITTEE", "V"],
  [50, 2000, "FEDERATION", "P"],
  [49, 2000, "COMMITTEE", "I"],
  [50, 1999, "WORK_COMMITTEE", "I"],
  [49, 1999, "COMMITTEE", "P"],
  [49, undefined, "COMMITTEE", "P"],
  [50, undefined, "COMMITTEE", "D"],
  [undefined, 1999, "COMMITTEE", "P"],
  [undefined, undefined, "COMMITTEE", "D"],
  [undefined, undefined, "FEDERATION", "P"],
  [50, 2000, "NONE", "V"],
  [50, 2000, undefined, "D"],
] as const)(
  "R15 二(二): %s enterprises, %s workers, form %s gives %s",
  (enterpriseCount, secondaryTertiaryEmployees, townshipForm, outcome) => {
    const facts = { townshipForm, enterpriseCount, secondaryTertiaryEmployees };
    expect(lettersOf(judgeTownshipFederation(facts, PARAMETERS))).toBe(outcome);
  },
);

test("R15 二(二): read as alternatives, one criterion suffices", () => {
  const either = withValues({ federationCombination: "OR" });
  const outcome = (enterpriseCount: number, secondaryTertiaryEmployees?: number) =>
    lettersOf(
      judgeTownshipFederation({ townshipForm: "COMMITTEE", enterpriseCount, secondaryTertiaryEmployees }, either),
    );
  expect(outcome(50)).toBe("V");
  expect(outcome(49, 1999)).toBe("P");
  expect(outcome(49)).toBe("D");
});

const closed = { year: 2025, isAssessmentClosed: true, wasInForceAtYearEnd: true } as const;

test.each([
  ["graded", { ...closed, assessmentResult: "GRADED" }, "P"],
  ["vetoed, hence ungraded", { ...closed, assessmentResult: "UNGRADED_BY_VETO" }, "P"],
  ["not assessed", { ...closed, assessmentResult: "NOT_ASSESSED" }, "V"],
  ["a dimension that cannot be computed", { ...closed, assessmentResult: "NOT_COMPUTABLE" }, "J"],
  ["year not closed", { ...closed, isAssessmentClosed: false }, "N"],
  ["not in force on 31 December", { ...closed, wasInForceAtYearEnd: false }, "N"],
  ["no record of the workflow", {}, "D"],
  ["closed, result unknown", closed, "D"],
] as const)("R16 二(二): %s", (_, facts, outcome) => {
  expect(lettersOf(judgeSixGoods(facts, PARAMETERS))).toBe(outcome);
});
