import { UNION_TYPE_NAMES } from "../../schema/hierarchy/unionType.rules.js";
import { barChart } from "../shared/barChart.js";
import type { Compositor } from "../shared/compositor.js";
import type { Block } from "../shared/definition.js";
import { type Cell, type Column, gridTable, plainTable } from "../shared/gridTable.js";
import { officialDay } from "../../schema/shared/officialDay.rules.js";
import type { AssessedUnion, AssessmentFacts, DimensionFacts } from "./annual.facts.js";
import { figureLines, formulaLines } from "./annual.figures.js";

const NONE = "—";

/** The union as it stood on the day of the figures, names and values side by side. */
export function basicFacts(pen: Compositor, union: AssessedUnion, { cutoffOn }: AssessmentFacts): Block {
  const county = union.ancestors.find(({ level }) => level === "COUNTY");
  const { unionCount, memberCount, employeeCount } = union.rollup;
  const pairs: [string, string][] = [
    ["单位名称", union.name],
    ["工会代码", union.code],
    ["组织形式", UNION_TYPE_NAMES[union.type].zh],
    ["建立日期", officialDay(union.establishedOn)],
    ["上一级工会", union.parent?.name ?? NONE],
    ["所属县级总工会", county?.name ?? NONE],
    ["工会数（含本级）", `${unionCount}个`],
    ["会员数", `${memberCount}人`],
    ["职工数", `${employeeCount}人`],
    ["数据时点", officialDay(cutoffOn)],
  ];
  const cells = pairs.map(([name, value]): Cell[] => [
    { text: name, font: "Hei", alignment: "center" },
    { text: value, alignment: "center" },
  ]);
  const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_, row) => [
    ...(cells[2 * row] ?? []),
    ...(cells[2 * row + 1] ?? []),
  ]);
  return plainTable(pen, "基本情况", [0.22, 0.28, 0.21, 0.29], rows);
}

const SUMMARY_COLUMNS: Column[] = [
  { head: "方面", share: 0.34 },
  { head: "满分", share: 0.12, alignment: "center" },
  { head: "已计算指标满分", share: 0.21, alignment: "center" },
  { head: "已计算指标得分", share: 0.21, alignment: "center" },
  { head: "得分", share: 0.12, alignment: "center" },
];

/** Points by dimension; the last line gives the total, or says why there is none. */
export function summaryTable(pen: Compositor, { sheet }: AssessmentFacts): Block {
  const rows = sheet.dimensions.map((dimension): Cell[] => [
    `${dimension.code}　${dimension.name}`,
    dimension.nominalPoints,
    dimension.computedNominalPoints,
    dimension.computedPoints,
    dimension.points ?? NONE,
  ]);
  const isTotalled = sheet.complete && sheet.total !== null;
  const total: Cell[] = [
    { text: "总分", font: "Hei", alignment: "center" },
    { text: isTotalled ? String(sheet.total) : "部分指标资料不足，不计总分", span: 4, alignment: "center" },
  ];
  return gridTable(pen, "得分汇总", SUMMARY_COLUMNS, [...rows, total]);
}

/** Points as whole tenths, for the length of a bar only. */
const tenths = (points: string): number => Math.round(Number(points) * 10);

/** The same figures as bars. */
export function dimensionChart(pen: Compositor, { sheet }: AssessmentFacts): Block {
  const bars = sheet.dimensions.map(({ name, nominalPoints, computedNominalPoints, computedPoints }) => ({
    label: name,
    reached: tenths(computedPoints),
    judged: tenths(computedNominalPoints),
    whole: tenths(nominalPoints),
    value: `${Number(computedNominalPoints) === 0 ? NONE : computedPoints} / ${nominalPoints}`,
  }));
  return barChart(pen, bars, { reached: "已计算指标得分", judged: "已计算指标未得分", whole: "资料不足" });
}

const INDICATOR_COLUMNS: Column[] = [
  { head: "编号", share: 0.07, alignment: "center" },
  { head: "指标", share: 0.19 },
  { head: "数据", share: 0.28 },
  { head: "计分规则", share: 0.215 },
  { head: "满分", share: 0.07, alignment: "center" },
  { head: "得分", share: 0.07, alignment: "center" },
  { head: "依据", share: 0.105, alignment: "center" },
];

/** The indicators of a dimension with their figures, rule, points and clause. */
export function indicatorTable(pen: Compositor, dimension: DimensionFacts): Block {
  const rows = dimension.indicators.map((indicator): Cell[] => [
    indicator.code,
    indicator.name,
    figureLines(indicator).join("\n"),
    formulaLines(indicator).join("\n"),
    indicator.nominalPoints,
    indicator.outcome === "SCORED" ? (indicator.points ?? NONE) : NONE,
    indicator.clause ?? NONE,
  ]);
  return gridTable(pen, dimension.name, INDICATOR_COLUMNS, rows);
}

interface ClauseRow {
  clause: string;
  quote: string;
  codes: string[];
}

/** Each clause once, with its words and the indicators that stand on it. */
export function clauseTable(pen: Compositor, { sheet }: AssessmentFacts): Block {
  const rows = new Map<string, ClauseRow>();
  for (const { code, clause, quote } of sheet.dimensions.flatMap(({ indicators }) => indicators)) {
    if (!clause) continue;
    const key = `${clause} ${quote ?? ""}`;
    const row = rows.get(key) ?? { clause, quote: quote ?? NONE, codes: [] };
    row.codes.push(code);
    rows.set(key, row);
  }
  const columns: Column[] = [
    { head: "条款", share: 0.14, alignment: "center" },
    { head: "原文", share: 0.7 },
    { head: "指标", share: 0.16, alignment: "center" },
  ];
  const cells = [...rows.values()]
    .sort(inOrderOfPolicy)
    .map(({ clause, quote, codes }): Cell[] => [clause, quote, codes.join("、")]);
  return gridTable(pen, "指标依据", columns, cells);
}

const NUMERALS = "一二三四五六七八九十";

/** The policy by chapter and section, 二(一) before 二(二) before 三(一); the law after it. */
function inOrderOfPolicy(first: ClauseRow, second: ClauseRow): number {
  const [ours, theirs] = [placesOf(first), placesOf(second)];
  const differs = ours.findIndex((place, index) => place !== theirs[index]);
  return differs < 0 ? ours.length - theirs.length : (ours[differs] ?? 0) - (theirs[differs] ?? -1);
}

function placesOf({ clause }: ClauseRow): number[] {
  const isPolicy = NUMERALS.includes(clause.charAt(0));
  return [isPolicy ? 0 : 1, ...(clause.match(/[一二三四五六七八九十]+/g) ?? []).map(numberOf)];
}

/** Numerals up to 99 as numbers: 四十五 → 45. */
function numberOf(numerals: string): number {
  const [tens = "", ones = ""] = numerals.includes("十") ? numerals.split("十") : ["", numerals];
  const digit = (numeral: string) => NUMERALS.indexOf(numeral) + 1;
  return (numerals.includes("十") ? 10 * (tens ? digit(tens) : 1) : 0) + (ones ? digit(ones) : 0);
}
