import { expect, test } from "@jest/globals";
import { judgeTownshipChair } from "../../schema/compliance/townshipChair.rules.js";
import { judgeNeedForPartyChair, judgeTownshipViceChair } from "../../schema/compliance/townshipViceChair.rules.js";
import { judgeTransferConsent } from "../../schema/compliance/transferConsent.rules.js";
import { judgeTreatmentRank } from "../../schema/compliance/treatmentRank.rules.js";
import type { ConsentFacts } from "../../schema/positions/transfer.rules.js";

const fullTime = { employmentMode: "FULL_TIME" } as const;
const ofParty = { employmentMode: "PART_TIME", isPartyCommitteeMember: true } as const;
const notOfParty = { employmentMode: "PART_TIME", isPartyCommitteeMember: false } as const;

test.each([
  ["full time", fullTime, 0, "PASS", "NOT_APPLICABLE"],
  ["part time, of the party committee, with a full-time vice chair", ofParty, 1, "PASS", "PASS"],
  ["part time, of the party committee, without one", ofParty, 0, "PASS", "VIOLATION"],
  ["part time, not of the party committee, with one", notOfParty, 1, "WARNING", "NOT_APPLICABLE"],
  ["part time, not of the party committee, without one", notOfParty, 0, "WARNING", "NOT_APPLICABLE"],
  ["vacant", undefined, 1, "WARNING", "NOT_APPLICABLE"],
  ["seconded, of the party committee, without one", { ...ofParty, employmentMode: "SECONDED" }, 0, "PASS", "VIOLATION"],
  ["part time, membership not recorded", { employmentMode: "PART_TIME" }, 0, "INSUFFICIENT_DATA", "INSUFFICIENT_DATA"],
] as const)("R45, R46: a chair %s", (_, chair, fullTimeViceChairs, r45, r46) => {
  const facts = { ...(chair && { chair }), fullTimeViceChairs };
  expect(judgeTownshipChair(facts).outcome).toBe(r45);
  expect(judgeTownshipViceChair(facts).outcome).toBe(r46);
});

test("R45: another exception with a recorded reason is shown and no longer warned of", () => {
  const chair = { ...notOfParty, exceptionReason: "编制冻结" };
  expect(judgeTownshipChair({ chair, fullTimeViceChairs: 0 }).outcome).toBe("INFO");
});

test("R46: a chair from the party committee needs a recorded reason, else it is left to judgement", () => {
  expect(judgeNeedForPartyChair({ chair: ofParty, fullTimeViceChairs: 1 }).outcome).toBe("NEEDS_JUDGEMENT");
  const withReason = { ...ofParty, exceptionReason: "工作需要" };
  expect(judgeNeedForPartyChair({ chair: withReason, fullTimeViceChairs: 1 }).outcome).toBe("PASS");
  expect(judgeNeedForPartyChair({ chair: fullTime, fullTimeViceChairs: 1 }).outcome).toBe("NOT_APPLICABLE");
});

const officer = {
  level: "GRASSROOTS",
  inEnterpriseOrInstitution: true,
  role: "CHAIR",
  employmentMode: "FULL_TIME",
  chairFromPartyCommittee: false,
  startOn: "2022-01-01",
  asOf: "2025-12-31",
} as const;
const vice = { ...officer, role: "VICE_CHAIR" } as const;
const township = { ...officer, level: "TOWNSHIP", inEnterpriseOrInstitution: false } as const;
const townshipVice = { ...township, role: "EXECUTIVE_VICE_CHAIR", chairFromPartyCommittee: true } as const;

test.each([
  ["R43: an enterprise chair as deputy head", { ...officer, treatmentRank: "ENTERPRISE_DEPUTY_ADMIN" }, "PASS"],
  ["R43: an enterprise chair without a rank", { ...officer, treatmentRank: null }, "WARNING"],
  [
    "R43: an enterprise chair with the vice chair's rank",
    { ...officer, treatmentRank: "ENTERPRISE_MIDDLE_FULL" },
    "WARNING",
  ],
  ["R43: an enterprise vice chair with that rank", { ...vice, treatmentRank: "ENTERPRISE_MIDDLE_FULL" }, "PASS"],
  [
    "R43: a part-time chair without a rank",
    { ...officer, employmentMode: "PART_TIME", treatmentRank: null },
    "NOT_APPLICABLE",
  ],
  ["R43: a chair who has left", { ...officer, endedOn: "2025-12-30" }, "NOT_APPLICABLE"],
  ["R43: full-time staff", { ...officer, role: "STAFF" }, "NOT_APPLICABLE"],
  ["R43: a chair in a state organ", { ...officer, inEnterpriseOrInstitution: false }, "NOT_APPLICABLE"],
  ["R45: a township chair as deputy head", { ...township, treatmentRank: "TOWNSHIP_DEPUTY_ADMIN" }, "PASS"],
  ["R45: a township chair without a rank", township, "WARNING"],
  [
    "R46: a vice chair beside a chair from the party committee",
    { ...townshipVice, treatmentRank: "TOWNSHIP_MIDDLE_FULL" },
    "PASS",
  ],
  ["R46: such a vice chair without a rank", townshipVice, "WARNING"],
  ["R46: a vice chair beside a full-time chair", { ...townshipVice, chairFromPartyCommittee: false }, "NOT_APPLICABLE"],
] as const)("%s", (title, facts, outcome) => {
  const finding = judgeTreatmentRank(facts);
  expect(finding.outcome).toBe(outcome);
  if (outcome !== "NOT_APPLICABLE") expect(finding.rule).toBe(title.slice(0, 3));
});

const own: ConsentFacts = { body: "OWN_COMMITTEE", decision: "AGREED", decidedOn: "2026-02-20" };
const above = (decidedOn: string, superiorId = 7): ConsentFacts => ({
  body: "SUPERIOR_UNION",
  decision: "AGREED",
  decidedOn,
  superiorId,
});
const transfer = { role: "CHAIR", endReason: "MID_TERM_TRANSFER", superiorId: 7 } as const;

test.each([
  ["2027-05-31", "2026-03-01", [own, above("2026-03-01")], "PASS"],
  ["2027-05-31", "2026-03-01", [own, above("2026-03-02")], "VIOLATION"],
  ["2027-05-31", "2026-03-01", [own], "VIOLATION"],
  ["2027-05-31", "2027-05-31", [], "VIOLATION"],
  ["2027-05-31", "2027-06-01", [], "NOT_APPLICABLE"],
  ["2027-05-31", "2026-03-01", [own, above("2026-01-20", 8)], "VIOLATION"],
  [undefined, "2026-03-01", [], "INSUFFICIENT_DATA"],
] as const)("R48: term to %s, transfer on %s with %j gives %s", (termEndOn, transferOn, consents, outcome) => {
  expect(judgeTransferConsent({ ...transfer, termEndOn, transferOn, consents }).outcome).toBe(outcome);
});

test("R48: resignation and staff are not meant", () => {
  const facts = { ...transfer, termEndOn: "2027-05-31", transferOn: "2026-03-01", consents: [] } as const;
  expect(judgeTransferConsent({ ...facts, endReason: "RESIGNED" }).outcome).toBe("NOT_APPLICABLE");
  expect(judgeTransferConsent({ ...facts, role: "STAFF" }).outcome).toBe("NOT_APPLICABLE");
});
