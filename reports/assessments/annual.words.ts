import { GRADE_NAMES } from "../../schema/assessments/assessment.rules.js";
import { officialDay } from "../../schema/shared/officialDay.rules.js";
import type { AssessedUnion, AssessmentFacts, DimensionFacts } from "./annual.facts.js";

const POLICY = "中共绍兴市委办公室、绍兴市人民政府办公室《关于进一步加强基层工会建设的实施意见》";
const LAW = "《中华人民共和国工会法》";

/** Official papers set no space between hanzi and figures; the system's own wording is closed up, names never are. */
export function closedUp(text: string): string {
  return text.replace(
    /(?<=[\p{Script=Han}（）“”，。、；：]) (?=[\w])|(?<=[\w%]) (?=[\p{Script=Han}（）“”，。、；：])/gu,
    "",
  );
}

export function annualTitle(union: AssessedUnion, { year }: AssessmentFacts): string {
  return `${union.name}${year}年度“六好”考核情况报告`;
}

export function openingOf(union: AssessedUnion, { year, scheme }: AssessmentFacts): string {
  return `根据${POLICY}（以下简称《实施意见》）关于乡镇（街道）工会“六好”的要求，按照《${schemeName(scheme)}》，对${union.name}${year}年度工作进行考核。现将有关情况报告如下。`;
}

export function standingOf(union: AssessedUnion, { cutoffOn }: AssessmentFacts): string {
  return `截至${officialDay(cutoffOn)}，${union.name}的基本情况见表1。`;
}

/** What may be said of the whole: total and grade when nothing is missing, else why there are none. */
export function outcomeOf({ sheet }: AssessmentFacts): string[] {
  const { indicatorCount, computedCount, complete, total, grade } = sheet;
  const scope = `“六好”考核设六个方面、${indicatorCount}项指标。其中${computedCount}项已根据登记的资料得出结果（见表2、图1）。`;
  if (!complete || total === null) {
    return [scope, "因部分指标资料不足，本报告不计总分，不评定等次，待资料补齐后另行核定。"];
  }
  const graded = grade ? `，评定等次为${GRADE_NAMES[grade].zh}` : "";
  return [scope, `总分为${total}分${graded}。`];
}

export function dimensionSentence({
  nominalPoints,
  computedNominalPoints,
  computedPoints,
  points,
}: DimensionFacts): string {
  if (points !== null) return `本方面满分${nominalPoints}分，得${points}分。`;
  if (Number(computedNominalPoints) === 0) return `本方面满分${nominalPoints}分，各项指标均资料不足，暂不计分。`;
  return `本方面满分${nominalPoints}分。已计算的指标满分${computedNominalPoints}分，得${computedPoints}分；其余指标资料不足，暂不计分。`;
}

/** How every figure came about, in numbered paragraphs. */
export function methodNotes({ cutoffOn, scheme }: AssessmentFacts): string[] {
  return [
    `1.数据来源和时点。表中数据取自绍兴市基层工会系统登记的资料，反映${officialDay(cutoffOn)}的情况。`,
    `2.计分规则。执行《${schemeName(scheme)}》（编号${scheme.key}-${scheme.edition}）。每项指标的得分等于满分乘以得分率；得分率按表中的计分规则求得，以分数表示，不取近似值。一项指标有几项量度的，分别计算后相加。`,
    "3.取整。每项指标只在最后四舍五入一次，保留一位小数；各方面得分为所属指标取整后得分之和。",
    "4.不适用。没有可计对象的，不适用，其分值按比例折算到同一方面的其他指标，折算后的满分在表中注明。",
    "5.资料不足。应有资料而未登记的，列为资料不足，不计分，也不视为零分。",
  ];
}

export function basisSentence(table: number): string {
  return `各项指标在《实施意见》或者${LAW}中的依据见表${table}。`;
}

function schemeName(scheme: AssessmentFacts["scheme"]): string {
  return closedUp(scheme.name);
}
