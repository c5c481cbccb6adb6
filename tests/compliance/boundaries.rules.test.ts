import { expect, test } from "@jest/globals";
import { judgeEstablishment } from "../../schema/compliance/establishment.rules.js";
import type { FindingOutcome } from "../../schema/compliance/finding.rules.js";
import type { PostHolderFacts } from "../../schema/compliance/fullTimeOfficer.rules.js";
import { judgeFullTimeOfficer } from "../../schema/compliance/fullTimeOfficer.rules.js";
import { judgeFullTimeStaff } from "../../schema/compliance/fullTimeStaff.rules.js";
import { type Parameters, parametersOn } from "../../schema/compliance/parameters.rules.js";
import { judgeTownshipFederation } from "../../schema/compliance/townshipFederation.rules.js";

const parameters = parametersOn("2025-01-01") as Parameters;
const OUTCOMES: Record<string, FindingOutcome> = {
  P: "PASS",
  V: "VIOLATION",
  W: "WARNING",
  I: "INFO",
  D: "INSUFFICIENT_DATA",
  N: "NOT_APPLICABLE",
};
const of = (letter: string) => OUTCOMES[letter] as FindingOutcome;

test.each([
  ["2024-03-15", undefined, "2025-03-15", "I"],
  ["2024-03-15", undefined, "2025-03-16", "V"],
  ["2024-03-15", "2025-03-15", "2025-06-01", "P"],
  ["2024-03-15", "2025-03-16", "2025-06-01", "P"],
  ["2024-02-29", undefined, "2025-03-01", "V"],
  ["2024-02-29", undefined, "2025-02-28", "I"],
  ["2023-02-28", undefined, "2024-02-29", "V"],
  ["2024-03-15", undefined, "2024-12-15", "I"],
  ["2024-03-15", undefined, "2024-12-14", "N"],
  ["2024-03-15", "2025-06-02", "2025-06-01", "V"],
  [undefined, undefined, "2026-01-01", "D"],
] as const)("R02: opened %s, founded %s, as of %s gives %s", (openedOn, establishedOn, asOf, outcome) => {
  const finding = judgeEstablishment({ ruleGroup: "ENTERPRISE", openedOn, establishedOn, asOf }, parameters);
  expect(finding.outcome).toBe(of(outcome));
  expect(finding).toMatchObject({ rule: "R02", code: "UNION_NOT_ESTABLISHED_IN_TIME", clause: "二(一)" });
});

test("R02: a union founded after the deadline passes and is kept as late", () => {
  const facts = { ruleGroup: "ENTERPRISE", openedOn: "2024-03-15", asOf: "2025-06-01" } as const;
  const late = judgeEstablishment({ ...facts, establishedOn: "2025-03-16" }, parameters);
  expect(late.wasLate).toBe(true);
  expect(judgeEstablishment({ ...facts, establishedOn: "2025-03-15" }, parameters).wasLate).toBeUndefined();
});

test("R02: overdue days are counted from the day after the deadline, and the deadline is given", () => {
  const facts = { ruleGroup: "ENTERPRISE", openedOn: "2024-03-15", asOf: "2025-03-16" } as const;
  const finding = judgeEstablishment(facts, parameters);
  expect(finding.dueOn).toBe("2025-03-15");
  expect(finding.reason.zh).toContain("逾期 1 天");
});

test("R02: state organs, social organizations and closed employers are not meant", () => {
  const facts = { openedOn: "2024-03-15", asOf: "2026-01-01" } as const;
  const outcome = (more: object) =>
    judgeEstablishment({ ruleGroup: "ENTERPRISE", ...facts, ...more }, parameters).outcome;
  expect(outcome({ ruleGroup: "STATE_ORGAN" })).toBe("NOT_APPLICABLE");
  expect(outcome({ ruleGroup: "STATE_ORGAN", openedOn: undefined })).toBe("NOT_APPLICABLE");
  expect(outcome({ ruleGroup: "SOCIAL_ORGANIZATION" })).toBe("NOT_APPLICABLE");
  expect(outcome({ closedOn: "2026-01-01" })).toBe("NOT_APPLICABLE");
  expect(outcome({ closedOn: "2026-01-02" })).toBe("VIOLATION");
  expect(outcome({ ruleGroup: "PUBLIC_INSTITUTION" })).toBe("VIOLATION");
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
] as const)("R15: %s enterprises, %s workers, form %s gives %s", (enterprises, workers, townshipForm, outcome) => {
  const facts = { townshipForm, enterpriseCount: enterprises, secondaryTertiaryEmployees: workers };
  expect(judgeTownshipFederation(facts, parameters).outcome).toBe(of(outcome));
});

test("R15: read as alternatives, one criterion suffices", () => {
  const either = { ...parameters, federationCombination: "OR" } as const;
  const outcome = (enterpriseCount: number, secondaryTertiaryEmployees?: number) =>
    judgeTownshipFederation({ townshipForm: "COMMITTEE", enterpriseCount, secondaryTertiaryEmployees }, either).outcome;
  expect(outcome(50)).toBe("VIOLATION");
  expect(outcome(49, 1999)).toBe("PASS");
  expect(outcome(49)).toBe("INSUFFICIENT_DATA");
});

const asOf = "2025-12-31";
const seat = (
  role: PostHolderFacts["role"],
  endedOn?: string,
  employmentMode: PostHolderFacts["employmentMode"] = "FULL_TIME",
) => [{ role, employmentMode, startOn: "2022-01-01", endedOn }] satisfies PostHolderFacts[];

test.each([
  [199, [], "N", "W"],
  [199, seat("STAFF"), "N", "P"],
  [199, seat("STAFF", undefined, "PART_TIME"), "N", "W"],
  [199, seat("VICE_CHAIR"), "N", "P"],
  [200, seat("STAFF"), "V", "N"],
  [200, seat("VICE_CHAIR"), "P", "N"],
  [200, seat("EXECUTIVE_VICE_CHAIR"), "P", "N"],
  [200, seat("CHAIR", undefined, "PART_TIME"), "V", "N"],
  [201, seat("CHAIR", "2025-12-30"), "V", "N"],
  [201, seat("CHAIR", "2025-12-31"), "P", "N"],
  [undefined, [], "D", "D"],
] as const)("R41, R42: %s employees with %j gives %s and %s", (employeeCount, positions, officer, staff) => {
  const facts = { ruleGroup: "ENTERPRISE", employeeCount, positions, asOf } as const;
  expect(judgeFullTimeOfficer(facts, parameters).outcome).toBe(of(officer));
  expect(judgeFullTimeStaff(facts, parameters).outcome).toBe(of(staff));
});

test("R41, R42: a state organ is not meant, however large", () => {
  const facts = { ruleGroup: "STATE_ORGAN", employeeCount: 500, positions: [], asOf } as const;
  expect(judgeFullTimeOfficer(facts, parameters).outcome).toBe("NOT_APPLICABLE");
  expect(judgeFullTimeStaff(facts, parameters).outcome).toBe("NOT_APPLICABLE");
});

test("R41: dispatched workers count unless the configuration says otherwise", () => {
  const facts = { ruleGroup: "ENTERPRISE", employeeCount: 210, dispatchedCount: 11, positions: [], asOf } as const;
  const without = { ...parameters, countDispatched: false };
  expect(judgeFullTimeOfficer(facts, parameters).outcome).toBe("VIOLATION");
  expect(judgeFullTimeOfficer(facts, without).outcome).toBe("NOT_APPLICABLE");
  expect(judgeFullTimeOfficer({ ...facts, dispatchedCount: undefined }, without).outcome).toBe("INSUFFICIENT_DATA");
});

test("R42: severity and the smallest unit tested are configuration", () => {
  const facts = { ruleGroup: "ENTERPRISE", employeeCount: 24, positions: [], asOf } as const;
  expect(judgeFullTimeStaff(facts, { ...parameters, fullTimeStaffSeverity: "VIOLATION" }).outcome).toBe("VIOLATION");
  expect(judgeFullTimeStaff(facts, { ...parameters, fullTimeStaffEmployees: 25 }).outcome).toBe("NOT_APPLICABLE");
});
