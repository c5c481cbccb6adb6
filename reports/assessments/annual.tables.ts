import { INDICATOR_OUTCOME_NAMES } from "../../schema/assessments/assessment.rules.js";
import { UNION_TYPE_NAMES } from "../../schema/hierarchy/unionType.rules.js";
import { barChart } from "../shared/barChart.js";
import type { Compositor } from "../shared/compositor.js";
import type { Block } from "../shared/definition.js";
import { type Cell, type Column, gridTable, plainTable } from "../shared/gridTable.js";
import { officialDay } from "../shared/officialDay.rules.js";
import type { AssessedUnion, AssessmentFacts, DimensionFacts, IndicatorFacts, PartFacts } from "./annual.facts.js";

const NONE = "—";

const shown = (value: string | number | null | undefined): string => (value === null || value === undefined || value === "" ? NONE : String(value));

export function basicFacts(pen: Compositor, union: AssessedUnion, { asOf }: AssessmentFacts): Block {
  const county = union.ancestors.find(({ level }) => level === "COUNTY");
  const { unionCount, memberCount, employeeCount } = union.rollup;
  const pairs: [string, string][] = [
    ["单位名称", union.name],
    ["工会代码", union.code],
    ["组织形式", UNION_TYPE_NAMES[union.type].zh],
    ["建立日期", union.establishedOn ? officialDay(union.establishedOn) : NONE],
    ["上一级工会", shown(union.parent?.name)],
    ["所属县级总工会", shown(county?.name)],
    ["辖区工会数", `${unionCount}个`],
    ["辖区会员数", `${memberCount}人`],
    ["辖区职工数", `${employeeCount}人`],
    ["数据时点", officialDay(asOf)],
  ];
  const cells = pairs.map(([name, value]): Cell[] => [{ text: name, font: "Hei", alignment: "center" }, { text: value, alignment: "center" }]);
  const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_, row) => [...(cells[2 * row] ?? []), ...(cells[2 * row + 1] ?? [])]);
  return plainTable(pen, "基本情况", [0.17, 0.33, 0.21, 0.29], rows);
}

export function summaryTable(pen: Compositor, assessment: AssessmentFacts): Block {
  const columns: Column[] = [
    { head: "方面", share: 0.32 },
    { head: "指标数", share: 0.11, alignment: "center" },
    { head: "已计算指标数", share: 0.17, alignment: "center" },
    { head: "满分", share: 0.1, alignment: "center" },
    { head: "已计算指标满分", share: 0.2, alignment: "center" },
    { head: "得分", share: 0.1, alignment: "center" },
  ];
  const rows = assessment.dimensions.map((dimension): Cell[] => [
    `${dimension.code}　${dimension.name}`,
    shown(dimension.indicatorCount),
    shown(dimension.computedIndicators),
    dimension.nominalPoints,
    dimension.computedNominalPoints,
    shown(dimension.points),
  ]);
  const { indicatorCount, computedIndicators, nominalPoints, complete, points } = assessment;
  const total: Cell[] = [
    { text: "合计", font: "Hei", alignment: "center" },
    shown(indicatorCount),
    shown(computedIndicators),
    nominalPoints,
    ...(complete && points !== null ? [NONE, points] : [{ text: "资料不足，不计总分", span: 2, alignment: "center" as const }]),
  ];
  return gridTable(pen, "得分汇总", columns, [...rows, total]);
}

/** Points as whole tenths, for the length of a bar only. */
const tenths = (points: string | null): number => Math.round(Number(points ?? 0) * 10);

export function dimensionChart(pen: Compositor, { dimensions }: AssessmentFacts): Block {
  const bars = dimensions.map(({ name, nominalPoints, computedNominalPoints, points }) => ({
    label: name,
    reached: tenths(points),
    judged: tenths(computedNominalPoints),
    whole: tenths(nominalPoints),
    value: `${points ?? NONE} / ${nominalPoints}`,
  }));
  return barChart(pen, bars, { reached: "得分", judged: "已计算未得分", whole: "资料不足" });
}

const INDICATOR_COLUMNS: Column[] = [
  { head: "编号", share: 0.07, alignment: "center" },
  { head: "指标", share: 0.215 },
  { head: "数据", share: 0.27 },
  { head: "算式", share: 0.2 },
  { head: "满分", share: 0.075, alignment: "center" },
  { head: "得分", share: 0.075, alignment: "center" },
  { head: "依据", share: 0.095, alignment: "center" },
];

export function indicatorTable(pen: Compositor, dimension: DimensionFacts): Block {
  const rows = dimension.indicators.map((indicator): Cell[] => [
    indicator.code,
    indicator.name,
    figuresOf(indicator),
    indicator.formula,
    fullPoints(indicator),
    indicator.outcome === "SCORED" ? shown(indicator.points) : NONE,
    shown(indicator.clause),
  ]);
  return gridTable(pen, dimension.name, INDICATOR_COLUMNS, rows);
}

function fullPoints({ nominalPoints, effectivePoints, outcome }: IndicatorFacts): string {
  const adjusted = outcome === "SCORED" && effectivePoints !== null && effectivePoints !== nominalPoints;
  return adjusted ? `${nominalPoints}\n调整为\n${effectivePoints}` : nominalPoints;
}

function figuresOf({ outcome, parts }: IndicatorFacts): Cell {
  if (outcome !== "SCORED") return INDICATOR_OUTCOME_NAMES[outcome].zh;
  return parts.flatMap((part) => figureLines(part, parts.length > 1)).join("\n");
}

/** A measure with counts shows both and their value; a plain condition shows how it is met. Names tell several measures apart. */
function figureLines(part: PartFacts, named: boolean): string[] {
  const counted = part.numerator !== null || part.denominator !== null;
  return [
    ...(named && part.name !== null ? [part.name] : []),
    ...figure(part.numeratorLabel, part.numerator),
    ...figure(part.denominatorLabel, part.denominator),
    ...figure(counted ? "指标值" : null, part.value),
    ...figure("目标值", part.target),
    part.share === null ? "不适用" : `得分率 ${part.share}`,
  ];
}

function figure(label: string | null, value: string | number | null): string[] {
  return value === null ? [] : [`${label ?? ""} ${value}`.trim()];
}

/** Each clause once, with its sentence and the indicators that stand on it. */
export function clauseTable(pen: Compositor, { dimensions }: AssessmentFacts): Block {
  const sentences = new Map<string, { clause: string; quote: string; codes: string[] }>();
  for (const { code, clause, quote } of dimensions.flatMap(({ indicators }) => indicators)) {
    if (!clause) continue;
    const key = `${clause} ${quote ?? ""}`;
    const entry = sentences.get(key) ?? { clause, quote: quote ?? "", codes: [] };
    entry.codes.push(code);
    sentences.set(key, entry);
  }
  const columns: Column[] = [
    { head: "条款", share: 0.12, alignment: "center" },
    { head: "《实施意见》原文", share: 0.7 },
    { head: "指标", share: 0.18, alignment: "center" },
  ];
  return gridTable(
    pen,
    "指标依据",
    columns,
    [...sentences.values()].sort(inOrderOfPolicy).map(({ clause, quote, codes }): Cell[] => [clause, shown(quote), codes.join("、")]),
  );
}

const NUMERALS = "一二三四五六七八九十";

/** By chapter, then by section: 二(一) before 二(二) before 三(一). */
function inOrderOfPolicy(first: { clause: string }, second: { clause: string }): number {
  const rank = ({ clause }: { clause: string }) =>
    [...clause].map((character) => NUMERALS.indexOf(character)).filter((place) => place >= 0);
  const [ours, theirs] = [rank(first), rank(second)];
  const differs = ours.findIndex((place, index) => place !== theirs[index]);
  return differs < 0 ? ours.length - theirs.length : (ours[differs] ?? 0) - (theirs[differs] ?? -1);
}
