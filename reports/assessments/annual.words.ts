import { GRADE_NAMES } from "../../schema/assessments/assessment.rules.js";
import { officialDay } from "../shared/officialDay.rules.js";
import type { AssessedUnion, AssessmentFacts, DimensionFacts } from "./annual.facts.js";

const POLICY = "中共绍兴市委办公室、绍兴市人民政府办公室《关于进一步加强基层工会建设的实施意见》";

export function annualTitle(union: AssessedUnion, { year }: AssessmentFacts): string {
  return `${union.name}${year}年度“六好”考核情况报告`;
}

export function openingOf(union: AssessedUnion, { year, scheme }: AssessmentFacts): string {
  return `根据${POLICY}（以下简称《实施意见》）关于乡镇（街道）工会“六好”的要求，按照${quoted(scheme.name)}，对${union.name}${year}年度工作进行考核。现将有关情况报告如下。`;
}

export function standingOf(union: AssessedUnion, { asOf }: AssessmentFacts): string {
  return `截至${officialDay(asOf)}，${union.name}的基本情况见表1。`;
}

/** What may be said of the whole: total and grade when nothing is missing, else why there are none. */
export function closingOf(assessment: AssessmentFacts): string[] {
  const { indicatorCount, computedIndicators, nominalPoints, complete, points, grade } = assessment;
  const scope = `“六好”考核设六个方面、${indicatorCount}项指标，满分${nominalPoints}分。其中${computedIndicators}项已根据登记的资料计算得分（见表2、图1）。`;
  if (!complete || points === null) {
    return [scope, "因部分指标资料不足，本报告不计总分，不评定等次，待资料补齐后另行核定。"];
  }
  const graded = grade ? `，评定等次为${GRADE_NAMES[grade].zh}` : "";
  return [scope, `总分为${points}分${graded}。`];
}

export function dimensionSentence({ indicatorCount, computedIndicators, nominalPoints, computedNominalPoints, points }: DimensionFacts): string {
  const scope = `本方面满分${nominalPoints}分，设${indicatorCount}项指标`;
  if (points === null || computedIndicators === 0) return `${scope}，均资料不足，暂不计分。`;
  if (computedIndicators === indicatorCount) return `${scope}，全部计算，得${points}分。`;
  return `${scope}；已计算${computedIndicators}项，满分${computedNominalPoints}分，得${points}分；其余资料不足，暂不计分。`;
}

/** How every figure came about, in numbered paragraphs. */
export function methodNotes({ asOf, scheme }: AssessmentFacts): string[] {
  return [
    `1.数据来源和时点。表中数据取自绍兴市基层工会系统登记的资料，反映${officialDay(asOf)}的情况。`,
    `2.计分规则。执行${scheme.name}（编号${scheme.key}，第${scheme.edition}版）。每项指标的得分等于满分乘以得分率，得分率以分数表示，不取近似值。表中算式的含义如下：ALL，条件满足得满分，否则不得分；LIN(a,b)，指标值不高于a不得分，达到b得满分，其间按比例计分；STEP，按指标值达到的档次得箭头后的分数；RATE，得分率等于指标值；CNT(n)，达到n得满分，不足的按比例计分；DED(k)，每出现一例扣k分，扣完为止。`,
    "3.取整。每项指标只在最后四舍五入一次，保留一位小数；各方面得分为所属指标取整后得分之和。",
    "4.不适用和资料不足。指标的分母为零的，不适用，其分值按比例调整到同一方面的其他指标；应有资料而未登记的，列为资料不足，不计分，也不视为零分。",
  ];
}

/** A name in title marks, once. */
function quoted(name: string): string {
  return /^《.*》/.test(name) ? name : `《${name}》`;
}
