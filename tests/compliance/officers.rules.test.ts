import { expect, test } from "@jest/globals";
import { judgeEnterpriseRanks } from "../../schema/compliance/enterpriseRank.rules.js";
import { judgeFullTimeOfficer } from "../../schema/compliance/fullTimeOfficer.rules.js";
import type { PostHolderFacts } from "../../schema/compliance/fullTimePosts.rules.js";
import { judgeFullTimeStaff } from "../../schema/compliance/fullTimeStaff.rules.js";
import { judgeManagementOpinions } from "../../schema/compliance/managementOpinion.rules.js";
import { judgeNeedForPartyChair } from "../../schema/compliance/needForPartyChair.rules.js";
import { judgeTownshipChair } from "../../schema/compliance/townshipChair.rules.js";
import { judgeTownshipChairRank } from "../../schema/compliance/townshipChairRank.rules.js";
import { judgeTownshipStaff } from "../../schema/compliance/townshipStaff.rules.js";
import { judgeTownshipViceChair } from "../../schema/compliance/townshipViceChair.rules.js";
import { judgeTownshipViceRank } from "../../schema/compliance/townshipViceRank.rules.js";
import { judgeTransferConsent, judgeTransferConsents } from "../../schema/compliance/transferConsent.rules.js";
import { lettersOf, PARAMETERS, withValues } from "./outcomes.js";

const asOf = "2025-12-31";
const seat = (
  role: PostHolderFacts["role"],
  endedOn?: string,
  employmentMode: PostHolderFacts["employmentMode"] = "FULL_TIME",
) => [{ role, employmentMode, startOn: "2022-01-01", endedOn }] satisfies PostHolderFacts[];
const unit = { ruleGroup: "ENTERPRISE", coverage: "OWN", asOf } as const;

test.each([
  [199, [], "N", "W"],
  [199, seat("STAFF"), "N", "P"],
  [199, seat("STAFF", undefined, "PART_TIME"), "N", "W"],
  [199, seat("VICE_CHAIR"), "N", "P"],
  [200, [], "V", "N"],
  [200, seat("STAFF"), "V", "N"],
  [200, seat("VICE_CHAIR"), "P", "N"],
  [200, seat("EXECUTIVE_VICE_CHAIR"), "P", "N"],
  [200, seat("CHAIR", undefined, "PART_TIME"), "V", "N"],
  [201, seat("CHAIR", "2025-12-30"), "V", "N"],
  [201, seat("CHAIR", "2025-12-31"), "P", "N"],
  [201, [{ role: "CHAIR", startOn: "2022-01-01" }], "D", "N"],
  [199, null, "N", "D"],
  [201, null, "D", "N"],
  [undefined, [], "D", "D"],
] as const)("R41, R42 三(二): %s employees with %j gives %s and %s", (employeeCount, positions, officer, staff) => {
  const facts = { ...unit, employeeCount, positions };
  expect(lettersOf(judgeFullTimeOfficer(facts, PARAMETERS))).toBe(officer);
  expect(lettersOf(judgeFullTimeStaff(facts, PARAMETERS))).toBe(staff);
});

test.each([
  ["a state organ, however large", { ruleGroup: "STATE_ORGAN" }, "N", "N"],
  ["a unit that has closed", { closedOn: asOf }, "N", "N"],
  ["a unit without a union", { coverage: "NONE" }, "N", "N"],
  ["a large unit in a joint union", { coverage: "JOINT" }, "V", "N"],
  ["a unit of unknown kind", { ruleGroup: null }, "D", "D"],
  ["a unit of unknown coverage", { coverage: null }, "D", "N"],
] as const)("R41, R42 三(二): %s", (_, more, officer, staff) => {
  const facts = { ...unit, employeeCount: 500, positions: [], ...more };
  expect(lettersOf(judgeFullTimeOfficer(facts, PARAMETERS))).toBe(officer);
  expect(lettersOf(judgeFullTimeStaff(facts, PARAMETERS))).toBe(staff);
});

test("R42 三(二): small units of a joint union are not asked one by one", () => {
  const facts = { ...unit, coverage: "JOINT", employeeCount: 30, positions: [] } as const;
  expect(lettersOf(judgeFullTimeStaff(facts, PARAMETERS))).toBe("N");
});

test("R41 三(二): dispatched workers count unless the configuration says otherwise", () => {
  const facts = { ...unit, employeeCount: 210, dispatchedCount: 11, positions: [] };
  const without = withValues({ countDispatched: false });
  expect(lettersOf(judgeFullTimeOfficer(facts, PARAMETERS))).toBe("V");
  expect(lettersOf(judgeFullTimeOfficer(facts, without))).toBe("N");
  expect(lettersOf(judgeFullTimeOfficer({ ...facts, dispatchedCount: undefined }, without))).toBe("D");
});

test("R41 三(二): the law, which is milder, is shown beside the clause", () => {
  const finding = judgeFullTimeOfficer({ ...unit, employeeCount: 200, positions: [] }, PARAMETERS);
  expect(finding.law).toMatchObject({ clause: "工会法第十四条", quote: "可以设专职工会主席" });
});

test("R42 三(二): severity and the smallest unit tested are configuration", () => {
  const facts = { ...unit, employeeCount: 24, positions: [] };
  expect(lettersOf(judgeFullTimeStaff(facts, withValues({ fullTimeStaffSeverity: "VIOLATION" })))).toBe("V");
  expect(lettersOf(judgeFullTimeStaff(facts, withValues({ fullTimeStaffEmployees: 25 })))).toBe("N");
});

const post = { id: 1, role: "CHAIR", employmentMode: "FULL_TIME", startOn: "2022-01-01" } as const;
const vice = { ...post, role: "VICE_CHAIR" } as const;
const firm = { asOf, unionType: "GRASSROOTS_INDEPENDENT", ruleGroup: "ENTERPRISE" } as const;

test.each([
  ["a chair as deputy head", { ...post, treatmentRank: "ENTERPRISE_DEPUTY_ADMIN" }, "P"],
  ["a chair without a rank", { ...post, treatmentRank: null }, "W"],
  ["a chair with the vice chair's rank", { ...post, treatmentRank: "ENTERPRISE_MIDDLE_FULL" }, "W"],
  ["a vice chair with that rank", { ...vice, treatmentRank: "ENTERPRISE_MIDDLE_FULL" }, "P"],
  ["a vice chair with the chair's rank", { ...vice, treatmentRank: "ENTERPRISE_DEPUTY_ADMIN" }, "W"],
  ["a part-time chair without a rank", { ...post, employmentMode: "PART_TIME" }, "N"],
  ["a chair who has left", { ...post, endedOn: "2025-12-30" }, "N"],
  ["a chair on the last day", { ...post, endedOn: asOf }, "W"],
  ["full-time staff", { ...post, role: "STAFF" }, "N"],
  ["a chair of unknown mode", { ...post, employmentMode: null }, "D"],
] as const)("R43 三(二): %s", (_, position, outcome) => {
  expect(lettersOf(judgeEnterpriseRanks({ ...firm, positions: [position] }, PARAMETERS))).toBe(outcome);
});

test("R43 三(二): a state organ is not meant, and unknown posts are data missing", () => {
  const facts = { ...firm, positions: [post] };
  expect(lettersOf(judgeEnterpriseRanks({ ...facts, ruleGroup: "STATE_ORGAN" }, PARAMETERS))).toBe("N");
  expect(lettersOf(judgeEnterpriseRanks({ ...facts, ruleGroup: null }, PARAMETERS))).toBe("D");
  expect(lettersOf(judgeEnterpriseRanks({ ...facts, positions: null }, PARAMETERS))).toBe("D");
  expect(
    lettersOf(judgeEnterpriseRanks({ ...facts, unionType: "GRASSROOTS_JOINT", ruleGroup: null }, PARAMETERS)),
  ).toBe("W");
});

const fullTime = { hasChair: true, chairEmploymentMode: "FULL_TIME" } as const;
const ofParty = { hasChair: true, chairEmploymentMode: "PART_TIME", isChairOfPartyCommittee: true } as const;
const notOfParty = { ...ofParty, isChairOfPartyCommittee: false } as const;

test.each([
  ["full time", fullTime, 0, "P", "N"],
  ["part time, of the party committee, with a full-time vice chair", ofParty, 1, "P", "P"],
  ["part time, of the party committee, without one", ofParty, 0, "P", "V"],
  ["part time, not of the party committee, with one", notOfParty, 1, "W", "N"],
  ["part time, not of the party committee, without one", notOfParty, 0, "W", "N"],
  ["vacant", { hasChair: false }, 1, "W", "N"],
  ["vacant, vice chairs unknown", { hasChair: false }, null, "W", "N"],
  ["seconded, of the party committee, without one", { ...ofParty, chairEmploymentMode: "SECONDED" }, 0, "P", "V"],
  ["part time, membership not recorded", { hasChair: true, chairEmploymentMode: "PART_TIME" }, 0, "D", "D"],
  ["of the party committee, mode not recorded", { hasChair: true, isChairOfPartyCommittee: true }, 1, "D", "D"],
  ["part time, of the party committee, vice chairs not recorded", ofParty, null, "P", "D"],
  ["not on record", {}, 0, "D", "D"],
] as const)("R45, R46 三(二): a chair %s", (_, chair, fullTimeViceChairs, r45, r46) => {
  const facts = { ...chair, fullTimeViceChairs };
  expect(lettersOf(judgeTownshipChair(facts, PARAMETERS))).toBe(r45);
  expect(lettersOf(judgeTownshipViceChair(facts, PARAMETERS))).toBe(r46);
});

test("R45 三(二): another exception with a recorded reason is shown and no longer warned of", () => {
  const facts = { ...notOfParty, chairExceptionReason: "编制冻结", fullTimeViceChairs: 0 };
  expect(lettersOf(judgeTownshipChair(facts, PARAMETERS))).toBe("I");
});

test("R46 三(二): a chair from the party committee needs a recorded reason, else a judgement is added", () => {
  expect(lettersOf(judgeNeedForPartyChair(ofParty, PARAMETERS))).toBe("J");
  expect(judgeNeedForPartyChair({ ...ofParty, chairExceptionReason: "工作需要" }, PARAMETERS)).toEqual([]);
  expect(judgeNeedForPartyChair(fullTime, PARAMETERS)).toEqual([]);
});

test.each([
  ["R45", "a chair as deputy head", { ...post, treatmentRank: "TOWNSHIP_DEPUTY_ADMIN" }, fullTime, "P", "N"],
  ["R45", "a chair without a rank", post, fullTime, "W", "N"],
  [
    "R46",
    "a vice chair beside a chair from the party committee",
    { ...vice, treatmentRank: "TOWNSHIP_MIDDLE_FULL" },
    ofParty,
    "N",
    "P",
  ],
  ["R46", "such a vice chair without a rank", vice, ofParty, "N", "W"],
  ["R46", "such an executive vice chair without a rank", { ...vice, role: "EXECUTIVE_VICE_CHAIR" }, ofParty, "N", "W"],
  ["R46", "a vice chair beside a full-time chair", vice, fullTime, "N", "N"],
  ["R46", "a vice chair beside a chair of unknown standing", vice, {}, "N", "D"],
] as const)("%s 三(二): rank of %s", (_, __, position, chair, r45, r46) => {
  const facts = { asOf, positions: [position], ...chair };
  expect(lettersOf(judgeTownshipChairRank(facts, PARAMETERS))).toBe(r45);
  expect(lettersOf(judgeTownshipViceRank(facts, PARAMETERS))).toBe(r46);
});

test.each([
  [true, true, "P"],
  [true, false, "W"],
  [false, true, "W"],
  [false, null, "W"],
  [true, null, "D"],
] as const)(
  "R47 三(二): opinion of the party committee %s, of the superior %s gives %s",
  (hasPartyOpinion, hasSuperiorOpinion, outcome) => {
    const nominations = [{ id: "1", hasPartyOpinion, hasSuperiorOpinion }];
    expect(lettersOf(judgeManagementOpinions({ nominations }, PARAMETERS))).toBe(outcome);
    expect(lettersOf(judgeManagementOpinions({ nominations: [] }, PARAMETERS))).toBe("N");
    expect(lettersOf(judgeManagementOpinions({}, PARAMETERS))).toBe("D");
  },
);

const own = { body: "OWN_COMMITTEE", decision: "AGREED", decidedOn: "2026-02-20" } as const;
const above = (decidedOn: string, superiorId = 7) =>
  ({ body: "SUPERIOR_UNION", decision: "AGREED", decidedOn, superiorId }) as const;
const transfer = { id: 9, role: "CHAIR", endReason: "MID_TERM_TRANSFER", superiorId: 7 } as const;

test.each([
  ["2027-05-31", "2026-03-01", [own, above("2026-03-01")], "P"],
  ["2027-05-31", "2026-03-01", [own, above("2026-03-02")], "V"],
  ["2027-05-31", "2026-03-01", [own], "V"],
  ["2027-05-31", "2027-05-31", [], "V"],
  ["2027-05-31", "2027-06-01", [], "N"],
  ["2027-05-31", "2026-03-01", [own, above("2026-01-20", 8)], "V"],
  [undefined, "2026-03-01", [], "D"],
  ["2027-05-31", "2026-03-01", null, "D"],
  ["2027-05-31", null, [own, above("2026-03-01")], "D"],
  ["2027-05-31", "2026-03-01", [own, { ...above("2026-03-01"), decision: null }], "D"],
  ["2027-05-31", "2026-03-01", [own, { ...above("2026-03-01"), decidedOn: null }], "D"],
  ["2027-05-31", "2026-03-01", [own, { ...above("2026-03-01"), superiorId: null }], "D"],
  ["2027-05-31", "2026-03-01", [own, above("2026-02-25"), { ...above("2026-02-27"), decision: "REFUSED" }], "V"],
  ["2027-05-31", "2026-03-01", [own, { ...above("2026-02-25"), decision: "REFUSED" }, above("2026-02-27")], "P"],
] as const)("R48 三(二): term to %s, transfer on %s with %j gives %s", (termEndOn, transferOn, consents, outcome) => {
  expect(lettersOf(judgeTransferConsent({ ...transfer, termEndOn, transferOn, consents }, PARAMETERS))).toBe(outcome);
});

test("R48 三(二): resignation and staff are not meant; the records of a union without transfers are no pass", () => {
  const facts = { ...transfer, termEndOn: "2027-05-31", transferOn: "2026-03-01", consents: [] } as const;
  expect(lettersOf(judgeTransferConsent({ ...facts, endReason: "RESIGNED" }, PARAMETERS))).toBe("N");
  expect(lettersOf(judgeTransferConsent({ ...facts, role: "STAFF" }, PARAMETERS))).toBe("N");
  expect(lettersOf(judgeTransferConsents({ transfers: [facts, facts] }, PARAMETERS))).toBe("VV");
  expect(lettersOf(judgeTransferConsents({ transfers: [] }, PARAMETERS))).toBe("N");
  expect(lettersOf(judgeTransferConsents({}, PARAMETERS))).toBe("D");
});

test.each([
  [0, 3, "V"],
  [1, 3, "J"],
  [3, 3, "P"],
  [0, null, "V"],
  [2, null, "J"],
  [null, 3, "D"],
] as const)("R49 三(二): %s full-time staff on %s planned posts gives %s", (fullTimeStaff, plannedPosts, outcome) => {
  expect(lettersOf(judgeTownshipStaff({ fullTimeStaff, plannedPosts }, PARAMETERS))).toBe(outcome);
});
