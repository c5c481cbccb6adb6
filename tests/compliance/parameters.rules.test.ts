import { expect, test } from "@jest/globals";
import { judgeSubject, type SubjectFinding } from "../../schema/compliance/evaluation.rules.js";
import { PARAMETER_ROWS, type ParameterRow } from "../../schema/compliance/parameterRows.rules.js";
import { type Parameters, parametersOn, supposing } from "../../schema/compliance/parameters.rules.js";
import { PARAMETER_TITLES } from "../../schema/compliance/parameterTitles.rules.js";
import { words } from "../../schema/shared/bilingual.rules.js";
import { overlap } from "../../schema/shared/period.rules.js";

test("the first version of the rule set is in force from the date of the policy text", () => {
  expect(parametersOn("2013-09-04")).toBeUndefined();
  expect(parametersOn("2013-09-05")).toMatchObject({
    ruleSet: "2013-09-05",
    establishmentYears: 1,
    separateUnionMembers: 25,
    federationEnterprises: 50,
    federationWorkers: 2000,
    feeRatePercent: "2.00",
    fullTimeOfficerEmployees: 200,
  });
});

test("a change of law is a new version of the rule set", () => {
  expect(parametersOn("2021-12-23")?.ruleSet).toBe("2013-09-05");
  expect(parametersOn("2021-12-24")?.ruleSet).toBe("2021-12-24");
});

test("every value has a title and a source in both languages, and one row a day", () => {
  for (const row of PARAMETER_ROWS) {
    expect(row.source.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(row.source.en).toMatch(/^[A-Z][\x20-\x7e]+$/);
    expect(PARAMETER_TITLES[row.key].zh).toMatch(/[\u4e00-\u9fff]/);
    const others = PARAMETER_ROWS.filter((other) => other !== row && other.key === row.key);
    expect(others.filter((other) => overlap(row, other))).toEqual([]);
  }
  expect(new Set(PARAMETER_ROWS.map(({ key }) => key))).toEqual(new Set(Object.keys(PARAMETER_TITLES)));
});

const PAPER = words("绍市总工〔2026〕1号", "Paper 1 of 2026");
const START = "2027-01-01";
/** A planted second version: 150 employees, a growth target of 10 % and a fee of 1 % from 2027 on. */
const NEW_VALUES = { fullTimeOfficerEmployees: 150, growthTargetPercent: "10", feeRatePercent: "1.00" } as const;
const ROWS: readonly ParameterRow[] = [
  ...PARAMETER_ROWS.map((row) => (row.key in NEW_VALUES ? { ...row, validTo: START } : row)),
  ...Object.entries(NEW_VALUES).map(
    ([key, value]) => ({ key, value, source: PAPER, validFrom: START }) as ParameterRow,
  ),
];
const only = (findings: SubjectFinding[], rule: string) => findings.filter((finding) => finding.rule === rule);
const on = (day: string) => parametersOn(day, ROWS) as Parameters;

test("a new paper is a new dated row; a day before it is judged by the old value, with the old source", () => {
  const unit = { ruleGroup: "ENTERPRISE", coverage: "OWN", employeeCount: 180, positions: [] } as const;
  const [before] = only(
    judgeSubject({ kind: "EMPLOYER", id: 1 }, { ...unit, asOf: "2026-12-31" }, on("2026-12-31")),
    "R41",
  );
  const [after] = only(judgeSubject({ kind: "EMPLOYER", id: 1 }, { ...unit, asOf: START }, on(START)), "R41");
  expect(before).toMatchObject({ outcome: "NOT_APPLICABLE", ruleSet: "2021-12-24" });
  expect(before?.thresholds[0]).toMatchObject({ value: 200, validFrom: "2013-09-05" });
  expect(after).toMatchObject({ outcome: "VIOLATION", ruleSet: START });
  expect(after?.thresholds[0]).toMatchObject({ value: 150, source: PAPER, validFrom: START });
});

test("an old year keeps being judged by the values of its last day, however late it is asked", () => {
  const growth = {
    foundedInYear: 41,
    foundedYearBefore: 40,
    joinedInYear: 41,
    joinedYearBefore: 40,
    asOf: "2028-03-01",
  };
  const subject = { kind: "FEDERATION", id: 1 } as const;
  const outcomes = (year: number) =>
    only(judgeSubject(subject, { ...growth, year }, on("2028-03-01")), "R08").map(({ outcome, ruleSet }) => [
      outcome,
      ruleSet,
    ]);
  expect(outcomes(2026)).toEqual([
    ["NEEDS_JUDGEMENT", "2021-12-24"],
    ["NEEDS_JUDGEMENT", "2021-12-24"],
  ]);
  expect(outcomes(2027)).toEqual([
    ["WARNING", START],
    ["WARNING", START],
  ]);
  expect(outcomes(2012)).toEqual([]);
});

test("a rule that knows no year goes by the day asked for, also beside a past year", () => {
  const facts = { asOf: "2028-03-01", year: 2026, hasImplementationPlan: true, hasAnnualReport: true };
  const findings = judgeSubject({ kind: "FEDERATION", id: 1 }, facts, on("2028-03-01"), new Set(["R36", "R37"]));
  expect(findings.map(({ rule, ruleSet, asOf }) => [rule, ruleSet, asOf])).toEqual([
    ["R36", "2021-12-24", "2028-03-01"],
    ["R37", START, "2028-03-01"],
  ]);
});

test("each month pays by the rate of that month", () => {
  const month = { hadUnion: true, payrollBase: "10000", paid: "100" };
  const feeMonths = [
    { ...month, period: "2026-12" },
    { ...month, period: "2027-01" },
  ];
  const facts = { ruleGroup: "ENTERPRISE", asOf: "2027-03-01", feeMonths } as const;
  const findings = only(judgeSubject({ kind: "EMPLOYER", id: 1 }, facts, on("2027-03-01")), "R24");
  expect(findings.map(({ outcome, shortfall }) => [outcome, shortfall])).toEqual([
    ["VIOLATION", "100"],
    ["PASS", undefined],
  ]);
});

test("a supposed value is marked as supposed and changes the rule set of no other reader", () => {
  const parameters = parametersOn("2025-12-31") as Parameters;
  const supposed = supposing(parameters, { fullTimeOfficerEmployees: 150 });
  expect(supposed.fullTimeOfficerEmployees).toBe(150);
  expect(supposed.origins.fullTimeOfficerEmployees.source.zh).toBe("模拟取值");
  expect(supposed.at("2014-01-01")?.fullTimeOfficerEmployees).toBe(150);
  expect(supposed.at("2013-01-01")).toBeUndefined();
  expect(parametersOn("2025-12-31")?.fullTimeOfficerEmployees).toBe(200);
  expect(supposed.origins.feeRatePercent.source.zh).toBe("《实施意见》二(五)");
});
