import { UNION_TYPE_NAMES } from "../../schema/hierarchy/unionType.rules.js";
import { officialDay } from "../../schema/shared/officialDay.rules.js";
import { barChart } from "../shared/barChart.js";
import type { Compositor } from "../shared/compositor.js";
import type { Block } from "../shared/definition.js";
import { type Cell, type Column, gridTable, plainTable } from "../shared/gridTable.js";
import type { AssessedUnion, AssessmentFacts } from "./annual.facts.js";
import { employeeWords } from "./annual.words.js";

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
    ["工会数", `${unionCount}个（含本级）`],
    ["会员数", `${memberCount}人`],
    ["职工数", employeeWords(employeeCount)],
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
  { head: "编号", share: 0.08, alignment: "center" },
  { head: "方面", share: 0.28 },
  { head: "满分", share: 0.12, alignment: "center" },
  { head: "已计算指标满分", share: 0.2, alignment: "center" },
  { head: "已计算指标得分", share: 0.2, alignment: "center" },
  { head: "得分", share: 0.12, alignment: "center" },
];

/** Points by dimension; the last line gives the total, or says why there is none. */
export function summaryTable(pen: Compositor, { sheet }: AssessmentFacts): Block {
  const rows = sheet.dimensions.map((dimension): Cell[] => [
    dimension.code,
    dimension.name,
    dimension.nominalPoints,
    dimension.computedNominalPoints,
    Number(dimension.computedNominalPoints) === 0 ? NONE : dimension.computedPoints,
    dimension.points ?? NONE,
  ]);
  const isTotalled = sheet.complete && sheet.total !== null;
  const total: Cell[] = [
    { text: "总分", font: "Hei", alignment: "center", span: 2 },
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
