import { expect, test } from "@jest/globals";
import { judgeAnnualReport } from "../../schema/compliance/annualReport.rules.js";
import { APPEAL_MECHANISMS, judgeAppealMechanisms } from "../../schema/compliance/appealMechanism.rules.js";
import { judgeImplementationPlan } from "../../schema/compliance/implementationPlan.rules.js";
import { judgeIncidentReports } from "../../schema/compliance/incidentReport.rules.js";
import { judgeJointConference } from "../../schema/compliance/jointConference.rules.js";
import { judgeLeadingGroup } from "../../schema/compliance/leadingGroup.rules.js";
import { judgePartyBuilding } from "../../schema/compliance/partyBuilding.rules.js";
import { judgePolicyConsultations } from "../../schema/compliance/policyConsultation.rules.js";
import { judgeTrainingGap } from "../../schema/compliance/trainingGap.rules.js";
import { lettersOf, PARAMETERS, withValues } from "./outcomes.js";

test.each([
  [true, true, "P"],
  [true, false, "V"],
  [true, null, "D"],
  [false, null, "N"],
  [null, true, "D"],
] as const)(
  "R32 三(一): year closed %s, result recorded %s gives %s",
  (isAssessmentClosed, hasPartyBuildingResult, outcome) => {
    const facts = { year: 2025, isAssessmentClosed, hasPartyBuildingResult };
    expect(lettersOf(judgePartyBuilding(facts, PARAMETERS))).toBe(outcome);
  },
);

test.each([
  ["MUNICIPAL", true, 1, "P"],
  ["MUNICIPAL", true, 0, "I"],
  ["MUNICIPAL", false, 0, "W"],
  ["MUNICIPAL", true, null, "D"],
  ["MUNICIPAL", null, null, "D"],
  ["COUNTY", false, 0, "N"],
] as const)(
  "R33 三(一): %s, leading group %s, %s meetings gives %s",
  (level, hasLeadingGroup, leadingGroupMeetings, outcome) => {
    const facts = { year: 2025, level, hasLeadingGroup, leadingGroupMeetings };
    expect(lettersOf(judgeLeadingGroup(facts, PARAMETERS))).toBe(outcome);
  },
);

test.each([
  ["2025-12-31", ["2025-12-31"], null, "P"],
  ["2026-01-01", ["2026-01-01"], null, "W"],
  ["2025-12-31", [], null, "N"],
  ["2026-01-01", [], null, "W"],
  ["2026-01-01", [], "机构改革", "I"],
  ["2026-01-01", ["2025-03-01", "2025-09-01"], null, "P"],
  ["2025-06-30", ["2025-12-31"], null, "N"],
  ["2025-12-31", null, null, "N"],
  ["2026-01-01", null, null, "D"],
] as const)(
  "R34 三(一): 2025 as of %s, held on %j, reason %s gives %s",
  (asOf, conferencesHeldOn, conferenceExceptionReason, outcome) => {
    const facts = { year: 2025, level: "COUNTY", asOf, conferencesHeldOn, conferenceExceptionReason } as const;
    expect(lettersOf(judgeJointConference(facts, PARAMETERS))).toBe(outcome);
  },
);

test("R34 三(一): townships hold one only where so laid down", () => {
  const facts = { year: 2025, level: "TOWNSHIP", asOf: "2026-01-01", conferencesHeldOn: [] } as const;
  expect(lettersOf(judgeJointConference(facts, PARAMETERS))).toBe("N");
  expect(lettersOf(judgeJointConference(facts, withValues({ jointConferenceLevels: ["TOWNSHIP"] })))).toBe("W");
});

test.each([
  ["WAGES", true, "P"],
  ["WAGES", false, "V"],
  ["EMPLOYMENT", false, "V"],
  ["SAFETY_AND_HEALTH", false, "V"],
  ["SOCIAL_INSURANCE", false, "V"],
  ["OTHER", false, "N"],
  ["WAGES", null, "D"],
  [null, true, "D"],
] as const)("R35 三(一): a policy on %s, union took part %s gives %s", (topic, unionTookPart, outcome) => {
  const consultedPolicies = [{ id: "1", topic, unionTookPart }];
  const [finding] = judgePolicyConsultations({ consultedPolicies }, PARAMETERS);
  expect(finding && lettersOf(finding)).toBe(outcome);
  expect(finding?.responsible).toBe("GOVERNMENT");
});

test("R35 三(一): the system cannot know of policies nobody recorded", () => {
  expect(lettersOf(judgePolicyConsultations({ consultedPolicies: [] }, PARAMETERS))).toBe("N");
  expect(lettersOf(judgePolicyConsultations({}, PARAMETERS))).toBe("D");
});

test.each([
  [true, "P"],
  [false, "J"],
  [null, "D"],
] as const)("R36 三(一): report of the year registered %s gives %s", (hasAnnualReport, outcome) => {
  expect(lettersOf(judgeAnnualReport({ year: 2025, hasAnnualReport }, PARAMETERS))).toBe(outcome);
});

test.each([
  [true, "P"],
  [false, "V"],
  [null, "D"],
] as const)("R37 三(一): plan in the register %s gives %s", (hasImplementationPlan, outcome) => {
  expect(lettersOf(judgeImplementationPlan({ hasImplementationPlan }, PARAMETERS))).toBe(outcome);
});

test.each([
  [[90, 40], null, "J"],
  [[90, 91], 90, "P"],
  [[90, 89], 90, "W"],
  [[90, null], 90, "D"],
  [[89, null], 90, "W"],
  [[], 90, "N"],
  [null, 90, "D"],
] as const)("R38 三(一): hours %j with %s required gives %s", (cadreHours, trainingHoursPerYear, outcome) => {
  const facts = { year: 2025, asOf: "2025-12-31", cadreHours };
  expect(lettersOf(judgeTrainingGap(facts, withValues({ trainingHoursPerYear })))).toBe(outcome);
});

test("R38 三(一): before the year is over nobody is short of hours", () => {
  const facts = { year: 2025, asOf: "2025-12-30", cadreHours: [10] };
  expect(lettersOf(judgeTrainingGap(facts, withValues({ trainingHoursPerYear: 90 })))).toBe("D");
});

const mechanisms = (count: number) =>
  (Object.keys(APPEAL_MECHANISMS) as (keyof typeof APPEAL_MECHANISMS)[])
    .slice(0, count)
    .map((kind) => ({ kind, adoptedOn: "2020-01-01" }));

test.each([
  [mechanisms(4), "P"],
  [mechanisms(3), "W"],
  [null, "D"],
] as const)("R53 三(三): mechanisms %j give %s", (appealMechanisms, outcome) => {
  expect(lettersOf(judgeAppealMechanisms({ asOf: "2025-12-31", appealMechanisms }, PARAMETERS))).toBe(outcome);
});

test.each([
  [[{ id: "1", hoursToReport: 30 }], null, "J"],
  [[{ id: "1", hoursToReport: 24 }], 24, "P"],
  [[{ id: "1", hoursToReport: 25 }], 24, "W"],
  [[{ id: "1" }], 24, "D"],
  [[], null, "N"],
  [null, null, "D"],
] as const)("R53 三(三): incidents %j with a limit of %s hours give %s", (incidents, incidentReportHours, outcome) => {
  expect(lettersOf(judgeIncidentReports({ incidents }, withValues({ incidentReportHours })))).toBe(outcome);
});
