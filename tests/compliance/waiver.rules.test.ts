import { expect, test } from "@jest/globals";
import { judgeSubject } from "../../schema/compliance/evaluation.rules.js";
import { standingOf, type Waiver, whyNotWaive } from "../../schema/compliance/waiver.rules.js";
import { PARAMETERS } from "./outcomes.js";

const subject = { kind: "EMPLOYER", id: 7 } as const;
const facts = {
  ruleGroup: "ENTERPRISE",
  coverage: "OWN",
  employeeCount: 300,
  positions: [],
  asOf: "2025-12-31",
} as const;
const [found] = judgeSubject(subject, facts, PARAMETERS, new Set(["R41"]));
const finding = found as NonNullable<typeof found>;
const waiver: Waiver = {
  rule: "R41",
  code: "FULLTIME_OFFICER_REQUIRED",
  subject,
  reason: "编制批复中",
  documentNo: "绍市总工〔2025〕9号",
  grantedBy: "越城区总工会",
  validFrom: "2025-07-01",
  validThrough: "2025-12-31",
};
const stateOn = (day: string, waivers: Waiver[] = [waiver]) => standingOf(finding, waivers, day).state;

test("a waived finding stays what it is; it is open before the waiver, set aside through its last day, and open again after", () => {
  const before = structuredClone(finding);
  expect(stateOn("2025-06-30")).toBe("OPEN");
  expect(stateOn("2025-07-01")).toBe("WAIVED");
  expect(stateOn("2025-12-31")).toBe("WAIVED");
  expect(standingOf(finding, [waiver], "2026-01-01")).toMatchObject({ state: "REOPENED", reopenedOn: "2026-01-01" });
  expect(finding).toEqual(before);
  expect(finding.outcome).toBe("VIOLATION");
});

test("a waiver taken back reopens on that day, and a later waiver sets the finding aside again", () => {
  const revoked = { ...waiver, revokedOn: "2025-09-01" };
  expect(stateOn("2025-08-31", [revoked])).toBe("WAIVED");
  expect(stateOn("2025-09-01", [revoked])).toBe("REOPENED");
  const renewed = { ...waiver, validFrom: "2025-10-01", validThrough: "2026-06-30" };
  expect(stateOn("2025-09-15", [revoked, renewed])).toBe("REOPENED");
  expect(stateOn("2026-01-01", [revoked, renewed])).toBe("WAIVED");
  expect(stateOn("2025-08-01", [{ ...waiver, revokedOn: "2025-07-01" }])).toBe("OPEN");
});

test("a waiver speaks of its rule, code, subject and item only", () => {
  expect(stateOn("2025-08-01", [{ ...waiver, rule: "R42" }])).toBe("OPEN");
  expect(stateOn("2025-08-01", [{ ...waiver, code: "FULLTIME_STAFF_REQUIRED" }])).toBe("OPEN");
  expect(stateOn("2025-08-01", [{ ...waiver, subject: { kind: "EMPLOYER", id: 8 } }])).toBe("OPEN");
  expect(stateOn("2025-08-01", [{ ...waiver, item: "OTHER" }])).toBe("OPEN");
  expect(stateOn("2025-08-01", [])).toBe("OPEN");
});

test("a pass, missing data and what only informs cannot be open, waived or not", () => {
  for (const outcome of ["PASS", "NOT_APPLICABLE", "INSUFFICIENT_DATA", "INFO"] as const)
    expect(standingOf({ ...finding, outcome }, [waiver], "2025-08-01")).toEqual({ state: "NOT_OPEN" });
});

test("a waiver needs a reason, a paper, an author and days in order, and something to waive", () => {
  expect(whyNotWaive(waiver, finding)).toBeUndefined();
  expect(whyNotWaive({ ...waiver, reason: " " }, finding)).toMatchObject({ code: "REQUIRED", path: ["reason"] });
  expect(whyNotWaive({ ...waiver, documentNo: "" }, finding)).toMatchObject({ code: "REQUIRED", path: ["documentNo"] });
  expect(whyNotWaive({ ...waiver, grantedBy: "" }, finding)).toMatchObject({ code: "REQUIRED", path: ["grantedBy"] });
  expect(whyNotWaive({ ...waiver, validThrough: "2025-06-30" }, finding)).toMatchObject({ code: "OUT_OF_RANGE" });
  expect(whyNotWaive({ ...waiver, rule: "R42" }, finding)).toMatchObject({ code: "REFERENCE_UNKNOWN" });
  expect(whyNotWaive(waiver, { ...finding, outcome: "PASS" })).toMatchObject({ code: "ILLEGAL_TRANSITION" });
});
