import { expect, test } from "@jest/globals";
import { measuresOf } from "../../schema/assessments/indicators.rules.js";
import { LIUHAO_2026 } from "../../schema/assessments/liuhao2026.rules.js";
import { indicatorsOf } from "../../schema/assessments/scheme.rules.js";
import { sheetLines } from "../../schema/assessments/sheetLines.rules.js";
import type { TownshipFacts } from "../../schema/assessments/townshipFacts.rules.js";
import { type Parameters, parametersOn } from "../../schema/compliance/parameters.rules.js";

const FACTS: TownshipFacts = {
  cutoffOn: "2025-12-31",
  townshipForm: "FEDERATION",
  chair: { employmentMode: "FULL_TIME", isPartyCommitteeMember: false, treatmentRank: "TOWNSHIP_DEPUTY_ADMIN" },
  fullTimeViceChairRanks: [],
  chairVacantDays: 0,
  enterpriseCount: 120,
  secondaryTertiaryEmployees: 9000,
  dueEmployers: 190,
  unionisedEmployers: 171,
  employees: 13500,
  members: 11475,
  listedPlaces: 30,
  coveredPlaces: 27,
  unionsWithTerm: 168,
  unionsWithinTerm: 160,
  unions: 170,
  unionsWithBothOrgans: 156,
  registeredUnions: 155,
  largeUnions: 88,
  registeredLargeUnions: 88,
  largeUnits: 14,
  compliantLargeUnits: 13,
  smallUnits: 156,
  compliantSmallUnits: 120,
  newChairs: 18,
  newChairsTrained: 17,
  cadres: 340,
  cadresTrained: 262,
  nonPublicChairs: 120,
  directlyElectedChairs: 48,
};
const parameters = parametersOn("2025-12-31") as Parameters;
const measures = (more: Partial<TownshipFacts> = {}) => measuresOf(LIUHAO_2026, { ...FACTS, ...more }, parameters);
const met = (key: string, more: Partial<TownshipFacts>) => {
  const measure = measures(more)[key];
  return measure?.kind === "condition" ? measure.met : measure;
};

test("the records alone answer A3 A4 B1 to B7 D2 D3 D4 and nothing else", () => {
  const answered = indicatorsOf(LIUHAO_2026).filter(({ parts }) => parts.every(({ key }) => measures()[key]));
  expect(answered.map(({ code }) => code)).toEqual([
    "A3",
    "A4",
    "B1",
    "B2",
    "B3",
    "B4",
    "B5",
    "B6",
    "B7",
    "D2",
    "D3",
    "D4",
  ]);
});

test("A3: 90 days without a chair are allowed, 91 are not", () => {
  expect(met("A3", { chairVacantDays: 90 })).toBe(true);
  expect(met("A3", { chairVacantDays: 91 })).toBe(false);
  expect(met("A3", { chairVacantDays: null })).toBeUndefined();
});

test("A3: the post is filled as R45 and R46 ask", () => {
  const ofParty = { employmentMode: "PART_TIME", isPartyCommitteeMember: true } as const;
  expect(met("A3", { chair: null })).toBe(false);
  expect(met("A3", { chair: ofParty })).toBe(false);
  expect(met("A3", { chair: ofParty, fullTimeViceChairRanks: [null] })).toBe(true);
  expect(met("A3", { chair: { employmentMode: "PART_TIME", isPartyCommitteeMember: false } })).toBe(false);
  expect(met("A3", { chair: { employmentMode: "PART_TIME" } })).toBeUndefined();
});

test("A4: every rank required on the day is set, none required is met", () => {
  const ofParty = { employmentMode: "PART_TIME", isPartyCommitteeMember: true } as const;
  expect(met("A4", {})).toBe(true);
  expect(met("A4", { chair: { employmentMode: "FULL_TIME", treatmentRank: null } })).toBe(false);
  expect(met("A4", { chair: ofParty, fullTimeViceChairRanks: ["TOWNSHIP_MIDDLE_FULL"] })).toBe(true);
  expect(met("A4", { chair: ofParty, fullTimeViceChairRanks: ["TOWNSHIP_MIDDLE_FULL", null] })).toBe(false);
  expect(met("A4", { chair: ofParty, fullTimeViceChairRanks: ["TOWNSHIP_DEPUTY_ADMIN"] })).toBe(false);
  expect(met("A4", { chair: null })).toBe(true);
});

test("B1: a federation that is due and missing scores nothing, one that is not due scores in full", () => {
  expect(met("B1", { townshipForm: "COMMITTEE" })).toBe(false);
  expect(met("B1", { townshipForm: "COMMITTEE", enterpriseCount: 49 })).toBe(true);
  expect(met("B1", { townshipForm: "COMMITTEE", enterpriseCount: null })).toBeUndefined();
});

test("B7: one larger union without registration caps the points", () => {
  expect(measures().B7).not.toHaveProperty("capped");
  expect(measures({ registeredLargeUnions: 87 }).B7).toMatchObject({ capped: true });
  expect(measures({ largeUnions: null }).B7).toBeUndefined();
});

test("a count that was never kept is missing, not 0", () => {
  expect(measures({ dueEmployers: null }).B2).toBeUndefined();
  expect(measures({ members: undefined }).B3).toBeUndefined();
  expect(measures({ newChairs: 0, newChairsTrained: 0 }).D3a).toMatchObject({ denominator: 0 });
});

test("the sheet prints figures, formula, clause and points, and no total while a record is missing", () => {
  const sheet = sheetLines(FACTS);
  const b2 = sheet.dimensions[1]?.indicators[1];
  expect(sheet).toMatchObject({ complete: false, computedCount: 12, indicatorCount: 34 });
  expect(sheet).not.toHaveProperty("total");
  expect(sheet).not.toHaveProperty("grade");
  expect(b2).toMatchObject({ code: "B2", points: "4.3", clause: "二(一)", outcome: "SCORED" });
  expect(b2?.parts[0]).toMatchObject({ numerator: 171, denominator: 190, share: "6/7", effectivePoints: "5.0" });
  expect(b2?.parts[0]?.formula).toBe("60% 及以下不得分，95% 及以上得满分，其间按比例计分");
  expect(sheet.dimensions[1]).toMatchObject({ points: "18.5", computedPoints: "18.5", computedNominalPoints: "22.0" });
});

test("an indicator short of records names what is missing and the clause it rests on", () => {
  const a1 = sheetLines(FACTS).dimensions[0]?.indicators[0];
  expect(a1).toMatchObject({ outcome: "INSUFFICIENT_DATA", reason: "缺少：党建带工建考核结果。", clause: "三(一)" });
  expect(a1).not.toHaveProperty("points");
});

test("without any facts every line lacks its record", () => {
  expect(sheetLines(null)).toMatchObject({ complete: false, computedCount: 0, indicatorCount: 34 });
});
