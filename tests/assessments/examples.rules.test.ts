import { expect, test } from "@jest/globals";
import type { Measure } from "../../schema/assessments/formula.rules.js";
import { gradingOf } from "../../schema/assessments/grading.rules.js";
import { LIUHAO_2026 } from "../../schema/assessments/liuhao2026.rules.js";
import { formatTenths } from "../../schema/assessments/points.rules.js";
import { type Measures, scoreSheet } from "../../schema/assessments/score.rules.js";
import { formatDecimal, formatFraction } from "../../schema/shared/fraction.rules.js";

const yes: Measure = { kind: "condition", met: true };
const no: Measure = { kind: "condition", met: false };
const rate = (numerator: number, denominator: number, capped = false): Measure => ({
  kind: "rate",
  numerator,
  denominator,
  capped,
});
const count = (value: number, target?: number): Measure => ({
  kind: "count",
  value,
  ...(target !== undefined && { target }),
});
const misses = (number: number): Measure => ({ kind: "misses", count: number });

/** 示例甲镇: no part that is not applicable, no bonus. */
const FIRST: Measures = {
  A1: yes,
  A2: count(2),
  A3: yes,
  A4: yes,
  A5: yes,
  A6: yes,
  B1: yes,
  B2: rate(171, 190),
  B3: rate(11475, 13500),
  B4: rate(27, 30),
  B5: rate(160, 168),
  B6: rate(156, 170),
  B7: rate(155, 170),
  C1a: rate(130, 170),
  C1b: rate(119, 170),
  C2: rate(132, 170),
  C3a: rate(140, 170),
  C3b: rate(133, 170),
  C4: count(3),
  C5: rate(860, 1020),
  C6: yes,
  D1a: count(12, 10),
  D1b: count(450, 500),
  D2a: rate(13, 14),
  D2b: rate(120, 156),
  D3a: rate(17, 18),
  D3b: rate(262, 340),
  D4: rate(48, 120),
  D5: misses(0),
  E1: rate(57, 60),
  E2: rate(84, 90),
  E3: rate(32, 40),
  E4a: yes,
  E4b: rate(7830, 13500),
  E5: rate(231, 250),
  F1: misses(1),
  F2: rate(4050, 13500),
  F3: yes,
  F4: rate(1785000000, 2100000000),
  F5a: yes,
  F5b: yes,
  F5c: yes,
  F5d: yes,
};

/** 示例乙街道: parts that are not applicable, bonus, cap. */
const SECOND: Measures = {
  A1: yes,
  A2: count(1),
  A3: no,
  A4: yes,
  A5: yes,
  A6: yes,
  B1: no,
  B2: rate(57, 60),
  B3: rate(2430, 2700),
  B4: rate(10, 10),
  B5: rate(57, 57),
  B6: rate(56, 57),
  B7: rate(55, 57, true),
  C1a: rate(50, 57),
  C1b: rate(48, 57),
  C2: rate(46, 57),
  C3a: rate(54, 57),
  C3b: rate(52, 57),
  C4: count(2),
  C5: rate(330, 342),
  C6: yes,
  D1a: count(4, 4),
  D1b: count(120, 100),
  D2a: rate(0, 0),
  D2b: rate(45, 57),
  D3a: rate(5, 5),
  D3b: rate(101, 114),
  D4: rate(20, 40),
  D5: misses(0),
  E1: rate(0, 0),
  E2: rate(19, 20),
  E3: rate(0, 0),
  E4a: yes,
  E4b: rate(2160, 2700),
  E5: rate(27, 30),
  F1: misses(0),
  F2: rate(1080, 2700),
  F3: yes,
  F4: rate(380000000, 400000000),
  F5a: yes,
  F5b: yes,
  F5c: yes,
  F5d: yes,
};

/** One line an indicator: shares of its parts, effective points, points before and after rounding. */
function printed(measures: Measures): string[] {
  return scoreSheet(LIUHAO_2026, measures).dimensions.flatMap(({ dimension, indicators, points }) => [
    ...indicators.map(({ indicator, outcome, parts, effective, raw, points: own }) => {
      const shares = parts.map(({ share }) => (share ? formatFraction(share) : "N/A"));
      const uniform = indicator.code === "F5" ? [...new Set(shares)] : shares;
      if (outcome === "NOT_APPLICABLE") return `${indicator.code} | ${uniform.join("; ")} | – | – | N/A`;
      const figures = [formatTenths(effective), raw ? formatDecimal(raw, 4) : "–", formatTenths(own ?? -1)];
      return [indicator.code, uniform.join("; "), ...figures].join(" | ");
    }),
    `${dimension.code} = ${formatTenths(points ?? -1)}`,
  ]);
}

test("worked example 1 comes out line by line", () => {
  expect(printed(FIRST)).toEqual([
    "A1 | 1 | 3.0 | 3 | 3.0",
    "A2 | 1 | 3.0 | 3 | 3.0",
    "A3 | 1 | 3.0 | 3 | 3.0",
    "A4 | 1 | 2.0 | 2 | 2.0",
    "A5 | 1 | 2.0 | 2 | 2.0",
    "A6 | 1 | 2.0 | 2 | 2.0",
    "A = 15.0",
    "B1 | 1 | 3.0 | 3 | 3.0",
    "B2 | 6/7 | 5.0 | 4.2857 | 4.3",
    "B3 | 5/6 | 4.0 | 3.3333 | 3.3",
    "B4 | 4/5 | 2.0 | 1.6 | 1.6",
    "B5 | 16/21 | 3.0 | 2.2857 | 2.3",
    "B6 | 2/3 | 3.0 | 2 | 2.0",
    "B7 | 1 | 2.0 | 2 | 2.0",
    "B = 18.5",
    "C1 | 15/17; 2/3 | 5.0 | 3.9804 | 4.0",
    "C2 | 3/4 | 4.0 | 3 | 3.0",
    "C3 | 55/68; 12/17 | 5.0 | 3.8382 | 3.8",
    "C4 | 1 | 2.0 | 2 | 2.0",
    "C5 | 31/51 | 2.0 | 1.2157 | 1.2",
    "C6 | 1 | 2.0 | 2 | 2.0",
    "C = 16.0",
    "D1 | 1; 9/10 | 4.0 | 3.8 | 3.8",
    "D2 | 13/14; 10/13 | 3.0 | 2.6264 | 2.6",
    "D3 | 22/27; 23/34 | 5.0 | 3.7974 | 3.8",
    "D4 | 4/5 | 1.0 | 0.8 | 0.8",
    "D5 | 1 | 2.0 | 2 | 2.0",
    "D = 13.0",
    "E1 | 3/4 | 3.0 | 2.25 | 2.3",
    "E2 | 14/15 | 3.0 | 2.8 | 2.8",
    "E3 | 1 | 3.0 | 3 | 3.0",
    "E4 | 1; 14/25 | 4.0 | 3.12 | 3.1",
    "E5 | 1 | 3.0 | 3 | 3.0",
    "E = 14.2",
    "F1 | 3/4 | 2.0 | 1.5 | 1.5",
    "F2 | 2/3 | 3.0 | 2 | 2.0",
    "F3 | 1 | 2.0 | 2 | 2.0",
    "F4 | 5/7 | 3.0 | 2.1429 | 2.1",
    "F5 | 1 | 2.0 | 2 | 2.0",
    "F = 9.6",
  ]);
});

test("worked example 1 has 86.3 points and is 达标", () => {
  const total = scoreSheet(LIUHAO_2026, FIRST).total as number;
  expect(formatTenths(total)).toBe("86.3");
  const grading = gradingOf(LIUHAO_2026, { total, bonus: 0, isCapped: false, isVetoed: false });
  expect(grading.grade).toBe("QUALIFIED");
});

test("worked example 2 comes out line by line", () => {
  expect(printed(SECOND)).toEqual([
    "A1 | 1 | 3.0 | 3 | 3.0",
    "A2 | 1/2 | 3.0 | 1.5 | 1.5",
    "A3 | 0 | 3.0 | 0 | 0.0",
    "A4 | 1 | 2.0 | 2 | 2.0",
    "A5 | 1 | 2.0 | 2 | 2.0",
    "A6 | 1 | 2.0 | 2 | 2.0",
    "A = 10.5",
    "B1 | 0 | 3.0 | 0 | 0.0",
    "B2 | 1 | 5.0 | 5 | 5.0",
    "B3 | 1 | 4.0 | 4 | 4.0",
    "B4 | 1 | 2.0 | 2 | 2.0",
    "B5 | 1 | 3.0 | 3 | 3.0",
    "B6 | 1 | 3.0 | 3 | 3.0",
    "B7 | 1/2 | 2.0 | 1 | 1.0",
    "B = 18.0",
    "C1 | 1; 1 | 5.0 | 5 | 5.0",
    "C2 | 1 | 4.0 | 4 | 4.0",
    "C3 | 1; 1 | 5.0 | 5 | 5.0",
    "C4 | 1 | 2.0 | 2 | 2.0",
    "C5 | 52/57 | 2.0 | 1.8246 | 1.8",
    "C6 | 1 | 2.0 | 2 | 2.0",
    "C = 19.8",
    "D1 | 1; 1 | 4.6 | 4.6 | 4.6",
    "D2 | N/A; 15/19 | 1.2 | 0.9474 | 0.9",
    "D3 | 1; 55/57 | 5.8 | 5.7193 | 5.7",
    "D4 | 1 | 1.1 | 1.1 | 1.1",
    "D5 | 1 | 2.3 | 2.3 | 2.3",
    "D = 14.6",
    "E1 | N/A | – | – | N/A",
    "E2 | 1 | 4.8 | 4.8 | 4.8",
    "E3 | N/A | – | – | N/A",
    "E4 | 1; 1 | 6.4 | 6.4 | 6.4",
    "E5 | 1 | 4.8 | 4.8 | 4.8",
    "E = 16.0",
    "F1 | 1 | 2.0 | 2 | 2.0",
    "F2 | 1 | 3.0 | 3 | 3.0",
    "F3 | 1 | 2.0 | 2 | 2.0",
    "F4 | 1 | 3.0 | 3 | 3.0",
    "F5 | 1 | 2.0 | 2 | 2.0",
    "F = 12.0",
  ]);
});

test("worked example 2 has 90.9 points, 93.9 with bonus, and is capped at 达标", () => {
  const total = scoreSheet(LIUHAO_2026, SECOND).total as number;
  expect(formatTenths(total)).toBe("90.9");
  const grading = gradingOf(LIUHAO_2026, { total, bonus: 30, isCapped: true, isVetoed: false });
  expect(grading).toEqual({ graded: 939, byPoints: "ADVANCED", grade: "QUALIFIED" });
});

test("worked example 2 with 29 valid votes loses E5: 86.1 points, 89.1 with bonus, 达标", () => {
  const total = scoreSheet(LIUHAO_2026, { ...SECOND, E5: rate(27, 29) }).total as number;
  expect(formatTenths(total)).toBe("86.1");
  const grading = gradingOf(LIUHAO_2026, { total, bonus: 30, isCapped: true, isVetoed: false });
  expect(grading).toEqual({ graded: 891, byPoints: "QUALIFIED", grade: "QUALIFIED" });
});

test("one missing record leaves indicator, dimension and total without points, and the rest as it was", () => {
  const { E5: _, ...withoutVotes } = FIRST;
  const sheet = scoreSheet(LIUHAO_2026, withoutVotes);
  const [, , , , service] = sheet.dimensions;
  expect(sheet.total).toBeUndefined();
  expect(service?.points).toBeUndefined();
  expect(service?.indicators.map(({ outcome }) => outcome).at(-1)).toBe("INSUFFICIENT_DATA");
  expect(service?.indicators[0]?.points).toBe(23);
  expect(sheet.dimensions[0]?.points).toBe(150);
});
