import { expect, test } from "@jest/globals";
import { judgeBudget } from "../../schema/compliance/budget.rules.js";
import { feeOf } from "../../schema/compliance/feeMonth.rules.js";
import { judgeFinalAccount } from "../../schema/compliance/finalAccount.rules.js";
import { judgeFinanceReview } from "../../schema/compliance/financeReview.rules.js";
import { judgeGovernmentSupport } from "../../schema/compliance/governmentSupport.rules.js";
import { judgeIndependentAccounting } from "../../schema/compliance/independentAccounting.rules.js";
import { feeTypeOf, judgePreparatoryFunds } from "../../schema/compliance/preparatoryFund.rules.js";
import { judgeRetentionPolicy } from "../../schema/compliance/retentionPolicy.rules.js";
import { judgeRetentionShortfall, retainedOf } from "../../schema/compliance/retentionShortfall.rules.js";
import { judgeSeparateAccount } from "../../schema/compliance/separateAccount.rules.js";
import { judgeSoleApproval, judgeSoleApprovals } from "../../schema/compliance/soleApprover.rules.js";
import { judgeUnionFees } from "../../schema/compliance/unionFee.rules.js";
import { lettersOf, PARAMETERS, withValues } from "./outcomes.js";

test.each([
  ["25", 1n],
  ["24", 0n],
  ["0", 0n],
  ["123456725", 2469135n],
  ["123456789", 2469136n],
  ["118000000", 2360000n],
] as const)("R24 二(五): 2 %% of %s fen is %s fen, half up", (base, accrued) => {
  expect(feeOf(base, PARAMETERS)).toBe(accrued);
});

const after = "2025-03-16";
const feeOn = (asOf: string, month: object, more: object = {}) => {
  const feeMonths = [{ period: "2025-02", hadUnion: true, ...month }];
  return judgeUnionFees({ ruleGroup: "ENTERPRISE", asOf, feeMonths, ...more }, PARAMETERS);
};

test.each([
  ["123456725", "2469134", after, "V"],
  ["123456725", "2469135", after, "P"],
  ["123456725", "2469134", "2025-03-15", "N"],
  ["123456725", null, after, "D"],
  [null, "2469135", after, "D"],
  ["0", null, after, "P"],
  ["24", "0", after, "P"],
  ["25", "0", after, "V"],
] as const)("R24 二(五): payroll %s, paid %s, as of %s gives %s", (payrollBase, paid, asOf, outcome) => {
  expect(lettersOf(feeOn(asOf, { payrollBase, paid }))).toBe(outcome);
});

test("R24 二(五): one fen short is told to the fen, with the month and its last day", () => {
  const [finding] = feeOn(after, { payrollBase: "123456725", paid: "2469134" });
  expect(finding).toMatchObject({ shortfall: "1", item: "2025-02", dueOn: "2025-03-15" });
  expect(finding?.reason.zh).toBe("2025-02 应缴 24,691.35 元，少缴 0.01 元。");
});

test("R24 二(五): state organs pay too, social organizations are not named, and nothing on record is no pass", () => {
  const month = { payrollBase: "25", paid: "0" };
  expect(lettersOf(feeOn(after, month, { ruleGroup: "STATE_ORGAN" }))).toBe("V");
  expect(lettersOf(feeOn(after, month, { ruleGroup: "SOCIAL_ORGANIZATION" }))).toBe("N");
  expect(lettersOf(feeOn(after, month, { feeMonths: null }))).toBe("D");
  expect(lettersOf(feeOn(after, { ...month, hadUnion: false }))).toBe("N");
  expect(lettersOf(feeOn(after, { ...month, hadUnion: null }))).toBe("D");
  expect(lettersOf(feeOn(after, { ...month, period: "2013-08" }))).toBe("N");
});

test.each([
  ["2025-02", undefined, undefined],
  ["2025-03", undefined, "PREPARATORY_FUND"],
  ["2025-05", "2025-05-31", "UNION_FEE"],
  ["2025-05", "2025-06-01", "PREPARATORY_FUND"],
] as const)("R26 二(五): opened 2024-03-15, %s, founded %s is paid as %s", (period, establishedOn, type) => {
  const end = period === "2025-05" ? "2025-05-31" : "2025-03-31";
  const hadUnion = establishedOn !== undefined && establishedOn <= end;
  expect(feeTypeOf(period, { hadUnion, openedOn: "2024-03-15" }, PARAMETERS)).toBe(type);
});

test.each([
  ["2025-02", { hadUnion: false, payrollBase: "25", paid: "0" }, "N"],
  ["2025-03", { hadUnion: false, payrollBase: "25", paid: "0" }, "V"],
  ["2025-03", { hadUnion: false, payrollBase: "25", paid: "1" }, "P"],
  ["2025-03", { hadUnion: false, payrollBase: null, paid: "1" }, "D"],
  ["2025-03", { hadUnion: false, payrollBase: "25", paid: null }, "D"],
  ["2025-03", { hadUnion: null, payrollBase: "25", paid: "1" }, "D"],
  ["2025-05", { hadUnion: true, payrollBase: "25", paid: "0" }, "N"],
] as const)("R26 二(五): month %s with %j gives %s", (period, month, outcome) => {
  const facts = {
    ruleGroup: "ENTERPRISE",
    openedOn: "2024-03-15",
    asOf: "2025-12-31",
    feeMonths: [{ period, ...month }],
  } as const;
  expect(lettersOf(judgePreparatoryFunds(facts, PARAMETERS))).toBe(outcome);
});

test("R26 二(五): a deadline on the last day of a month leaves that month without a fund", () => {
  const facts = { hadUnion: false, openedOn: "2024-03-31" };
  expect(feeTypeOf("2025-03", facts, PARAMETERS)).toBeUndefined();
  expect(feeTypeOf("2025-04", facts, PARAMETERS)).toBe("PREPARATORY_FUND");
});

test("R26 二(五): units without a deadline owe no fund; from opening on it is due only where so laid down", () => {
  const facts = {
    openedOn: "2024-03-15",
    asOf: "2025-12-31",
    feeMonths: [{ period: "2024-03", hadUnion: false, payrollBase: "25", paid: "0" }],
  };
  const outcome = (ruleGroup: "ENTERPRISE" | "STATE_ORGAN", parameters = PARAMETERS) =>
    lettersOf(judgePreparatoryFunds({ ...facts, ruleGroup }, parameters));
  expect(outcome("STATE_ORGAN")).toBe("N");
  expect(outcome("ENTERPRISE")).toBe("N");
  expect(outcome("ENTERPRISE", withValues({ preparatoryFundStart: "FROM_OPENING" }))).toBe("V");
});

test.each([
  ["2025-12-31", [{ validFrom: "2023-01-01", validThrough: "2025-12-31" }], "P"],
  ["2026-01-01", [{ validFrom: "2023-01-01", validThrough: "2025-12-31" }], "V"],
  ["2026-01-01", [{ validFrom: "2023-01-01", validThrough: null }], "P"],
  ["2026-01-01", [{ validFrom: null, validThrough: null }], "D"],
  ["2026-01-01", [], "V"],
  ["2026-01-01", null, "D"],
] as const)("R27 二(五): as of %s with policies %j gives %s", (asOf, retentionPolicies, outcome) => {
  expect(lettersOf(judgeRetentionPolicy({ level: "COUNTY", asOf, retentionPolicies }, PARAMETERS))).toBe(outcome);
  expect(lettersOf(judgeRetentionPolicy({ level: "MUNICIPAL", asOf, retentionPolicies }, PARAMETERS))).toBe("N");
});

test.each([
  ["159272", "P"],
  ["159271", "V"],
  [null, "D"],
] as const)("R27 二(五): 15.50 %% of 1 027 560 fen, credited %s fen gives %s", (retentionCredited, outcome) => {
  expect(retainedOf("1027560", "15.50")).toBe(159272n);
  const facts = { remittedTotal: "1027560", retentionPercent: "15.50", retentionCredited };
  const finding = judgeRetentionShortfall(facts, PARAMETERS);
  expect(lettersOf(finding)).toBe(outcome);
  expect(finding.shortfall).toBe(outcome === "V" ? "1" : undefined);
});

test.each([
  ["1", null, "J"],
  ["0", null, "I"],
  [null, null, "D"],
  ["500000", "500000", "P"],
  ["499999", "500000", "I"],
] as const)(
  "R28 二(五): government subsidy of %s fen, figure set %s gives %s",
  (governmentSubsidy, governmentSupportLeast, outcome) => {
    const finding = judgeGovernmentSupport({ year: 2025, governmentSubsidy }, withValues({ governmentSupportLeast }));
    expect(lettersOf(finding)).toBe(outcome);
    expect(finding.code).toBe("GOVERNMENT_SUPPORT_NONE");
  },
);

const asOf = "2025-12-31";

test.each([
  ["own account opened today", "GRASSROOTS_INDEPENDENT", [{ status: "OWN", openedOn: asOf }], "P"],
  ["own account opened tomorrow", "GRASSROOTS_INDEPENDENT", [{ status: "OWN", openedOn: "2026-01-01" }], "V"],
  ["closed yesterday", "GRASSROOTS_JOINT", [{ status: "OWN", openedOn: "2020-01-01", closedOn: "2025-12-30" }], "V"],
  ["held by the superior", "TOWNSHIP_COMMITTEE", [{ status: "ESCROWED", openedOn: "2020-01-01" }], "J"],
  ["none", "VILLAGE_UNION", [], "V"],
  ["a branch", "BRANCH", [], "N"],
  ["a group", "GROUP", null, "N"],
  ["not on record", "GRASSROOTS_JOINT", null, "D"],
  ["day of opening unknown", "GRASSROOTS_JOINT", [{ status: "OWN" }], "D"],
] as const)("R29 二(五): account: %s", (_, unionType, bankAccounts, outcome) => {
  expect(lettersOf(judgeSeparateAccount({ asOf, unionType, bankAccounts }, PARAMETERS))).toBe(outcome);
});

test.each([
  ["GRASSROOTS_INDEPENDENT", true, "P"],
  ["GRASSROOTS_INDEPENDENT", false, "V"],
  ["GRASSROOTS_INDEPENDENT", null, "D"],
  ["BRANCH", false, "N"],
] as const)(
  "R29 二(五): a %s with independent accounting %s gives %s",
  (unionType, hasIndependentAccounting, outcome) => {
    expect(lettersOf(judgeIndependentAccounting({ unionType, hasIndependentAccounting }, PARAMETERS))).toBe(outcome);
  },
);

test.each([
  ["budget", judgeBudget, "hasBudget", "2025-03-31"],
  ["final account", judgeFinalAccount, "hasFinalAccount", "2026-03-31"],
  ["finance review", judgeFinanceReview, "hasFinanceReview", "2026-06-30"],
] as const)(
  "R30 二(五): the %s of 2025 is asked from the day after its last day in time",
  (_, judge, member, dueOn) => {
    const on = (day: string, isHeld: boolean | null) =>
      lettersOf(judge({ asOf: day, year: 2025, unionType: "GRASSROOTS_INDEPENDENT", [member]: isHeld }, PARAMETERS));
    const nextDay = dueOn.endsWith("31") ? `${dueOn.slice(0, 5)}04-01` : `${dueOn.slice(0, 5)}07-01`;
    expect([on(dueOn, false), on(dueOn, true), on(dueOn, null)]).toEqual(["N", "P", "N"]);
    expect([on(nextDay, false), on(nextDay, true), on(nextDay, null)]).toEqual(["V", "P", "D"]);
    expect(lettersOf(judge({ asOf: nextDay, year: 2025, unionType: "GROUP", [member]: false }, PARAMETERS))).toBe("N");
  },
);

const approverOffices = [
  { holderId: 1, isActing: false, startOn: "2020-01-01", endedOn: "2025-06-30" },
  { holderId: 2, isActing: true, startOn: "2022-01-01", endedOn: null },
  { holderId: 3, isActing: false, startOn: "2025-10-01", endedOn: null },
];

test.each([
  ["by the chair on the last day of office", 1, "2025-06-30", "P"],
  ["by the chair on the day after", 1, "2025-07-01", "V"],
  ["by a vice chair while a chair sits", 2, "2025-06-30", "V"],
  ["by the acting chair during a vacancy", 2, "2025-07-01", "P"],
  ["by the acting chair once a chair sits again", 2, "2025-10-01", "V"],
  ["by nobody", "NONE", "2025-07-01", "V"],
  ["by someone not recorded", null, "2025-07-01", "D"],
  ["on a day not recorded", 1, null, "D"],
] as const)("R30 二(五): approved %s", (_, approverId, approvedOn, outcome) => {
  const facts = { approverOffices };
  expect(lettersOf(judgeSoleApproval(facts, { id: "1", approverId, approvedOn }, PARAMETERS))).toBe(outcome);
});

test("R30 二(五): only the expenditures that are not in order are told, and a union without records is no pass", () => {
  const unionType = "GRASSROOTS_INDEPENDENT";
  const good = { id: "a", approverId: 1, approvedOn: "2025-01-05" };
  const bad = { id: "b", approverId: 2, approvedOn: "2025-01-05" };
  const findings = judgeSoleApprovals({ unionType, approverOffices, expenditures: [good, bad] }, PARAMETERS);
  expect(findings.map(({ item, outcome }) => [item, outcome])).toEqual([["b", "VIOLATION"]]);
  expect(lettersOf(judgeSoleApprovals({ unionType, approverOffices, expenditures: [good] }, PARAMETERS))).toBe("P");
  expect(lettersOf(judgeSoleApprovals({ unionType, expenditures: [good] }, PARAMETERS))).toBe("D");
  expect(lettersOf(judgeSoleApprovals({ unionType }, PARAMETERS))).toBe("D");
});
