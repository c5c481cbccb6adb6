import { expect, test } from "@jest/globals";
import { type Formula, type Measure, shareOf } from "../../schema/assessments/formula.rules.js";
import { figuresOf, formulaWords } from "../../schema/assessments/formulaWords.rules.js";
import { gradeByPoints, gradingOf, ranksOf } from "../../schema/assessments/grading.rules.js";
import { LIUHAO_2026 } from "../../schema/assessments/liuhao2026.rules.js";
import { apportion, formatTenths, tenthsOf } from "../../schema/assessments/points.rules.js";
import { indicatorsOf } from "../../schema/assessments/scheme.rules.js";
import { scoreSheet } from "../../schema/assessments/score.rules.js";
import { basisOf } from "../../schema/compliance/clauses.rules.js";
import { formatFraction, fraction } from "../../schema/shared/fraction.rules.js";

const rate = (numerator: number, denominator: number): Measure => ({ kind: "rate", numerator, denominator });
const share = (formula: Formula, measure: Measure, nominal = 2) => {
  const result = shareOf(formula, measure, fraction(nominal));
  return result === "NOT_APPLICABLE" ? result : formatFraction(result);
};

test("the six headings stand in the words and the order of the policy text", () => {
  expect(LIUHAO_2026.dimensions.map(({ name }) => name.zh).join("、")).toBe(
    "党委政府重视支持好、组织网络健全好、履行基本职责好、指导帮助基层好、服务职工群众好、围绕中心开展工作好",
  );
  expect(basisOf("R16").quote).toContain(LIUHAO_2026.dimensions[0]?.name.zh);
});

test("34 indicators give 15 + 22 + 20 + 15 + 16 + 12 = 100 points", () => {
  expect(indicatorsOf(LIUHAO_2026)).toHaveLength(34);
  expect(LIUHAO_2026.dimensions.map(({ points }) => points)).toEqual(["15", "22", "20", "15", "16", "12"]);
  for (const { points, indicators } of LIUHAO_2026.dimensions) {
    const parts = indicators.flatMap((indicator) => indicator.parts.map((part) => tenthsOf(part.points)));
    expect(parts.reduce((sum, one) => sum + one, 0)).toBe(tenthsOf(points));
  }
});

test("codes of indicators and keys of parts are unique, and every indicator has a clause and words to quote", () => {
  const indicators = indicatorsOf(LIUHAO_2026);
  const keys = indicators.flatMap(({ parts }) => parts.map(({ key }) => key));
  expect(new Set(indicators.map(({ code }) => code)).size).toBe(34);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { basis, parts } of indicators) {
    expect(basisOf(basis[0] as "R16").quote.length).toBeGreaterThan(5);
    for (const { formula, record } of parts) {
      expect(formulaWords(formula).zh).toMatch(/[得扣计]/);
      expect(record.zh.length).toBeGreaterThan(2);
    }
  }
});

test("LIN runs from nothing at its lower mark to full at its upper mark", () => {
  const formula = { kind: "LIN", from: "0.60", to: "0.95" } as const;
  expect([60, 59, 95, 100, 90].map((one) => share(formula, rate(one, 100)))).toEqual(["0", "0", "1", "1", "6/7"]);
});

test("STEP gives the points of the first mark reached, marks included", () => {
  const formula = {
    kind: "STEP",
    steps: [
      ["0.90", "2"],
      ["0.70", "1"],
    ],
    cap: "1",
  } as const;
  expect(share(formula, rate(90, 100))).toBe("1");
  expect(share(formula, rate(899, 1000))).toBe("1/2");
  expect(share(formula, rate(69, 100))).toBe("0");
  expect(share(formula, { kind: "rate", numerator: 95, denominator: 100, capped: true })).toBe("1/2");
  expect(share(formula, { kind: "rate", numerator: 60, denominator: 100, capped: true })).toBe("0");
});

test("a vote of fewer than 30 valid votes counts nothing, 30 count in full", () => {
  const formula = { kind: "STEP", steps: [["0.90", "3"]], leastCases: 30 } as const;
  expect(share(formula, rate(27, 30), 3)).toBe("1");
  expect(share(formula, rate(29, 29), 3)).toBe("0");
});

test("DED takes points off for each miss and never below nothing", () => {
  const formula = { kind: "DED", each: "0.5" } as const;
  expect([0, 1, 4, 9].map((count) => share(formula, { kind: "misses", count }))).toEqual(["1", "3/4", "0", "0"]);
});

test("CNT counts up to its target; a fall counts as 0, no target is not applicable", () => {
  const year = { kind: "CNT" } as const;
  expect(share(year, { kind: "count", value: 450, target: 500 })).toBe("9/10");
  expect(share(year, { kind: "count", value: -20, target: 500 })).toBe("0");
  expect(share(year, { kind: "count", value: 3, target: 0 })).toBe("NOT_APPLICABLE");
  expect(share({ kind: "CNT", target: 2 }, { kind: "count", value: 3 })).toBe("1");
  expect(share({ kind: "CNT", target: 2 }, { kind: "count", value: 0 })).toBe("0");
});

test("a rate over no cases is not applicable, neither 0 nor 100 percent", () => {
  expect(share({ kind: "RATE" }, rate(0, 0))).toBe("NOT_APPLICABLE");
  expect(share({ kind: "RATE" }, rate(13, 14))).toBe("13/14");
});

test("a measure of the wrong kind is a fault of the program", () => {
  expect(() => share({ kind: "ALL" }, rate(1, 2))).toThrow(TypeError);
});

test("points are apportioned by the largest remainder, ties in catalogue order, and add up exactly", () => {
  expect(apportion(150, [20, 20, 0, 10, 30, 20, 10, 20])).toEqual([23, 23, 0, 12, 35, 23, 11, 23]);
  expect(apportion(160, [0, 30, 0, 20, 20, 30])).toEqual([0, 48, 0, 32, 32, 48]);
  expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
});

test("a dimension with nothing applicable is left to judgement", () => {
  const only = { ...LIUHAO_2026, dimensions: LIUHAO_2026.dimensions.slice(1, 2) };
  const network = only.dimensions[0];
  const parts = network?.indicators.filter(({ code }) => code === "B2") ?? [];
  const narrow = { ...only, dimensions: network ? [{ ...network, indicators: parts, points: "5" }] : [] };
  const sheet = scoreSheet(narrow, { B2: rate(0, 0) });
  expect(sheet.dimensions[0]?.outcome).toBe("NEEDS_JUDGEMENT");
  expect(sheet.total).toBeUndefined();
});

test("grades include their thresholds: 94.9 is 先进, 95.0 模范", () => {
  expect([949, 950, 900, 899, 800, 799, 0].map((points) => gradeByPoints(LIUHAO_2026, points))).toEqual([
    "ADVANCED",
    "MODEL",
    "ADVANCED",
    "QUALIFIED",
    "QUALIFIED",
    "UNQUALIFIED",
    "UNQUALIFIED",
  ]);
});

test("bonus counts up to 5 and the whole up to 100; a cap lowers the grade, a veto takes it away", () => {
  const free = { isCapped: false, isVetoed: false };
  expect(gradingOf(LIUHAO_2026, { total: 900, bonus: 80, ...free })).toMatchObject({ graded: 950, grade: "MODEL" });
  expect(gradingOf(LIUHAO_2026, { total: 990, bonus: 50, ...free }).graded).toBe(1000);
  expect(gradingOf(LIUHAO_2026, { total: 700, bonus: 0, isCapped: true, isVetoed: false }).grade).toBe("UNQUALIFIED");
  expect(gradingOf(LIUHAO_2026, { total: 990, bonus: 0, isCapped: false, isVetoed: true })).toMatchObject({
    byPoints: "MODEL",
    grade: "UNGRADED",
  });
});

test("ties share a rank and a vetoed union has none", () => {
  expect(ranksOf([909, 950, 909, undefined, 800])).toEqual([2, 1, 2, undefined, 4]);
});

test("points print with one decimal, figures as a fraction of cases", () => {
  expect([0, 5, 43, 1000].map(formatTenths)).toEqual(["0.0", "0.5", "4.3", "100.0"]);
  expect(() => tenthsOf("0.25")).toThrow(RangeError);
  expect(figuresOf(rate(171, 190)).zh).toBe("171 / 190");
});
