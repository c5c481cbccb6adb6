import { expect, test } from "@jest/globals";
import { judgeEstablishment } from "../../schema/compliance/establishment.rules.js";
import { judgeGrowth, judgeSeries } from "../../schema/compliance/growth.rules.js";
import { judgeJointUnion, whyNotFoundJointUnion } from "../../schema/compliance/jointUnion.rules.js";
import { judgeKeyGroups } from "../../schema/compliance/keyGroup.rules.js";
import { judgeKeySectors } from "../../schema/compliance/keySector.rules.js";
import { judgeNetworkCoverage } from "../../schema/compliance/networkCoverage.rules.js";
import { type Parameters, parametersOn } from "../../schema/compliance/parameters.rules.js";
import { judgePresumedSeparateUnion } from "../../schema/compliance/presumedSeparateUnion.rules.js";
import { judgeSeparateUnion } from "../../schema/compliance/separateUnion.rules.js";
import { judgeStandardization } from "../../schema/compliance/standardization.rules.js";
import { lettersOf, PARAMETERS, withValues } from "./outcomes.js";

test.each([
  [true, 12, 12, 90, 90, "I"],
  [true, 12, 11, 90, 90, "J"],
  [false, 12, 12, 90, 90, "J"],
  [true, 12, 12, 90, 89, "J"],
  [true, undefined, 12, 90, 90, "D"],
  [undefined, 12, 12, 90, 90, "D"],
] as const)(
  "R01 二(一): township union %s, villages %s/%s, units %s/%s gives %s",
  (hasTownshipUnion, villages, unionisedVillages, dueEmployers, unionisedEmployers, outcome) => {
    const facts = { hasTownshipUnion, villages, unionisedVillages, dueEmployers, unionisedEmployers };
    expect(lettersOf(judgeNetworkCoverage(facts, PARAMETERS))).toBe(outcome);
  },
);

const firm = { ruleGroup: "ENTERPRISE", coverage: "NONE" } as const;

test.each([
  ["2024-03-15", undefined, "2025-03-15", "I"],
  ["2024-03-15", undefined, "2025-03-16", "V"],
  ["2024-03-15", "2025-03-15", "2025-06-01", "P"],
  ["2024-03-15", "2025-03-16", "2025-06-01", "P"],
  ["2024-02-29", undefined, "2025-03-01", "V"],
  ["2024-02-29", undefined, "2025-02-28", "I"],
  ["2023-02-28", undefined, "2024-02-29", "V"],
  ["2023-02-28", undefined, "2024-02-28", "I"],
  ["2024-03-15", undefined, "2024-12-15", "I"],
  ["2024-03-15", undefined, "2024-12-14", "N"],
  ["2024-03-15", "2025-06-02", "2025-06-01", "V"],
  [undefined, undefined, "2026-01-01", "D"],
] as const)("R02 二(一): opened %s, founded %s, as of %s gives %s", (openedOn, establishedOn, asOf, outcome) => {
  const finding = judgeEstablishment({ ...firm, openedOn, establishedOn, asOf }, PARAMETERS);
  expect(lettersOf(finding)).toBe(outcome);
  expect(finding).toMatchObject({ rule: "R02", code: "UNION_NOT_ESTABLISHED_IN_TIME", clause: "二(一)" });
});

test("R02 二(一): a union founded after the deadline passes and is kept as late", () => {
  const facts = { ...firm, coverage: "OWN", openedOn: "2024-03-15", asOf: "2025-06-01" } as const;
  const late = judgeEstablishment({ ...facts, establishedOn: "2025-03-16" }, PARAMETERS);
  expect(late.wasLate).toBe(true);
  expect(judgeEstablishment({ ...facts, establishedOn: "2025-03-15" }, PARAMETERS).wasLate).toBeUndefined();
});

test("R02 二(一): overdue days are counted from the day after the deadline, and the deadline is given", () => {
  const finding = judgeEstablishment({ ...firm, openedOn: "2024-03-15", asOf: "2025-03-16" }, PARAMETERS);
  expect(finding.dueOn).toBe("2025-03-15");
  expect(finding.reason.zh).toBe("应于2025年3月15日前（含当日）建会，已逾期 1 天。");
});

test("R02 二(一): state organs, social organizations and closed employers are not meant", () => {
  const facts = { ...firm, openedOn: "2024-03-15", asOf: "2026-01-01" } as const;
  const outcome = (more: object) => lettersOf(judgeEstablishment({ ...facts, ...more }, PARAMETERS));
  expect(outcome({ ruleGroup: "STATE_ORGAN" })).toBe("N");
  expect(outcome({ ruleGroup: "STATE_ORGAN", openedOn: undefined })).toBe("N");
  expect(outcome({ ruleGroup: "SOCIAL_ORGANIZATION" })).toBe("N");
  expect(outcome({ closedOn: "2026-01-01" })).toBe("N");
  expect(outcome({ closedOn: "2026-01-02" })).toBe("V");
  expect(outcome({ ruleGroup: "PUBLIC_INSTITUTION" })).toBe("V");
});

test("R02 二(一): whether a union covers the unit must be known, and an organizer is no union unless laid down", () => {
  const facts = { ...firm, openedOn: "2024-03-15", asOf: "2026-01-01" } as const;
  const outcome = (coverage: "OWN" | "ORGANIZER_ONLY" | null, parameters = PARAMETERS) =>
    lettersOf(judgeEstablishment({ ...facts, coverage }, parameters));
  expect(outcome(null)).toBe("D");
  expect(outcome("OWN")).toBe("D");
  expect(outcome("ORGANIZER_ONLY")).toBe("V");
  expect(outcome("ORGANIZER_ONLY", withValues({ organizerSatisfiesEstablishment: true }))).toBe("P");
});

test("R02 二(一): a deadline on a holiday moves only when the switch is on", () => {
  const facts = { ...firm, openedOn: "2024-10-01", asOf: "2025-10-02" } as const;
  const shifted = withValues({ deadlineHolidayShift: true, statutoryHolidays: ["2025-10-01", "2025-10-02"] });
  expect(judgeEstablishment(facts, PARAMETERS)).toMatchObject({ outcome: "VIOLATION", dueOn: "2025-10-01" });
  expect(judgeEstablishment(facts, shifted)).toMatchObject({ outcome: "INFO", dueOn: "2025-10-03" });
  const listed = withValues({ statutoryHolidays: ["2025-10-01", "2025-10-02"] });
  expect(judgeEstablishment(facts, listed).outcome).toBe("VIOLATION");
});

test.each([
  [24, "JOINT", "P"],
  [25, "JOINT", "V"],
  [26, "OWN", "P"],
  [undefined, "JOINT", "D"],
  [undefined, "OWN", "P"],
  [30, undefined, "D"],
  [25, "ORGANIZER_ONLY", "V"],
] as const)("R03 二(一): %s members of the unit, covered by %s gives %s", (members, coverage, outcome) => {
  const facts = { ruleGroup: "ENTERPRISE", members, coverage, asOf: "2025-12-31" } as const;
  expect(lettersOf(judgeSeparateUnion(facts, PARAMETERS))).toBe(outcome);
  expect(lettersOf(judgeSeparateUnion({ ...facts, ruleGroup: "STATE_ORGAN" }, PARAMETERS))).toBe(outcome);
});

test.each([
  [30, "NONE", "J"],
  [25, "NONE", "J"],
  [24, "NONE", "N"],
  [undefined, "NONE", "D"],
  [300, "JOINT", "N"],
  [300, undefined, "D"],
] as const)("R03 二(一): %s employees, covered by %s is presumed %s", (employeeCount, coverage, outcome) => {
  const facts = { ruleGroup: "ENTERPRISE", employeeCount, coverage, asOf: "2025-12-31" } as const;
  const finding = judgePresumedSeparateUnion(facts, PARAMETERS);
  expect(lettersOf(finding)).toBe(outcome);
  expect(finding.code).toBe("SEPARATE_UNION_PRESUMED");
});

test("R03 二(一): social organizations are meant from the Trade Union Law of 2021 on, which is then the source", () => {
  const facts = { ruleGroup: "SOCIAL_ORGANIZATION", members: 25, coverage: "JOINT" } as const;
  const on = (asOf: string) => judgeSeparateUnion({ ...facts, asOf }, parametersOn(asOf) as Parameters);
  expect(on("2021-12-23").outcome).toBe("NOT_APPLICABLE");
  expect(on("2021-12-24").outcome).toBe("VIOLATION");
  const groups = on("2021-12-24").thresholds.find(({ key }) => key === "separateUnionGroups");
  expect(groups).toMatchObject({ validFrom: "2021-12-24", source: { zh: "《中华人民共和国工会法》第十一条" } });
  expect(on("2021-12-24").law?.clause).toBe("工会法第十一条");
});

test("R03 二(一): the first day with that many members is told", () => {
  const facts = { ruleGroup: "ENTERPRISE", members: 31, membersReachedOn: "2025-05-06", coverage: "JOINT" } as const;
  expect(judgeSeparateUnion({ ...facts, asOf: "2025-12-31" }, PARAMETERS).since).toBe("2025-05-06");
});

test.each([
  ["GRASSROOTS_JOINT", 2, "P"],
  ["GRASSROOTS_JOINT", 1, "W"],
  ["GRASSROOTS_JOINT", 0, "W"],
  ["GRASSROOTS_JOINT", undefined, "D"],
  ["GRASSROOTS_INDEPENDENT", 1, "N"],
  [undefined, 1, "D"],
] as const)("R04 二(一): a %s over %s units gives %s", (unionType, coveredUnits, outcome) => {
  expect(lettersOf(judgeJointUnion({ unionType, coveredUnits }, PARAMETERS))).toBe(outcome);
});

test("R04 二(一): a joint union that covers nobody is to be dissolved, and one over a single unit is not founded", () => {
  const none = judgeJointUnion({ unionType: "GRASSROOTS_JOINT", coveredUnits: 0 }, PARAMETERS);
  expect(none.remedy?.en).toMatch(/^Dissolve/);
  expect(whyNotFoundJointUnion(1, PARAMETERS)).toMatchObject({ code: "OUT_OF_RANGE", clause: "二(一)" });
  expect(whyNotFoundJointUnion(2, PARAMETERS)).toBeUndefined();
});

test.each([
  ["STANDARDIZED", 0, "P"],
  ["STANDARDIZED", 1, "I"],
  ["IN_PROGRESS", undefined, "I"],
  ["NOT_STARTED", 12, "I"],
  ["STANDARDIZED", undefined, "D"],
  [undefined, 0, "D"],
] as const)("R05 二(一): %s with %s open points gives %s", (standardizationStatus, openStandards, outcome) => {
  expect(lettersOf(judgeStandardization({ standardizationStatus, openStandards }, PARAMETERS))).toBe(outcome);
});

test("R06 二(一): one line for each tag, never a sum, and tags without figures are data missing", () => {
  const keySectors = [
    { sector: "NON_PUBLIC", units: 80, unionised: 71 },
    { sector: "TAIWAN_INVESTED", units: 3, unionised: null },
  ] as const;
  const findings = judgeKeySectors({ keySectors }, PARAMETERS);
  expect(lettersOf(findings)).toBe("ID");
  expect(findings.map(({ item }) => item)).toEqual(["NON_PUBLIC", "TAIWAN_INVESTED"]);
  expect(findings[0]?.reason.zh).toBe("非公有制企业 80 家，已建会 71 家。");
  expect(lettersOf(judgeKeySectors({}, PARAMETERS))).toBe("D");
});

test("R07 二(一): one line for each group, with what counts as high in the rule set", () => {
  const findings = judgeKeyGroups({ keyGroups: [{ group: "HIGH_INCOME", workers: 40, members: 12 }] }, PARAMETERS);
  expect(lettersOf(findings)).toBe("I");
  expect(findings[0]?.thresholds).toContainEqual(expect.objectContaining({ key: "highIncomeMultiple", value: 3 }));
  expect(lettersOf(judgeKeyGroups({ keyGroups: null }, PARAMETERS))).toBe("D");
});

test.each([
  [40, 40, null, "W"],
  [40, 41, null, "J"],
  [40, 39, null, "W"],
  [0, 3, null, "J"],
  [0, 0, null, "W"],
  [40, 44, "10", "P"],
  [40, 43, "10", "W"],
  [0, 3, "10", "J"],
  [8, 9, "12.5", "P"],
  [undefined, 41, null, "D"],
  [40, undefined, "10", "D"],
] as const)(
  "R08 二(一): %s last year, %s this year, target %s %% gives %s",
  (before, now, growthTargetPercent, outcome) => {
    const facts = { year: 2025, asOf: "2025-12-31", item: "UNIONS", now, before };
    expect(lettersOf(judgeSeries(facts, withValues({ growthTargetPercent })))).toBe(outcome);
  },
);

test("R08 二(一): unions and workers are judged apart, by flow unless the stock is laid down, and only for a whole year", () => {
  const facts = {
    year: 2025,
    asOf: "2025-12-31",
    foundedInYear: 50,
    foundedYearBefore: 40,
    joinedInYear: 900,
    joinedYearBefore: 1000,
  };
  expect(lettersOf(judgeGrowth(facts, PARAMETERS))).toBe("JW");
  expect(lettersOf(judgeGrowth(facts, withValues({ growthBasis: "STOCK" })))).toBe("DD");
  expect(lettersOf(judgeGrowth({ ...facts, asOf: "2025-12-30" }, PARAMETERS))).toBe("DD");
});
