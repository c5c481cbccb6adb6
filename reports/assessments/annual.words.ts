import { GRADE_NAMES } from "../../schema/assessments/assessment.rules.js";
import { officialDay } from "../../schema/shared/officialDay.rules.js";
import type { AssessedUnion, AssessmentFacts, DimensionFacts } from "./annual.facts.js";

export const VERIFYING = "本报告可以扫描文末二维码或者访问核验地址核对。";

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
  return `根据${POLICY}（以下简称《实施意见》）关于乡镇（街道）工会“六好”的要求，按照《${schemeName(scheme)}》，对${union.name}${year}年度工作进行了考核。有关情况如下。`;
}

/** The union in figures; the sentence that leads to the table stands beside the table. */
export function standingOf({ name, parent, rollup }: AssessedUnion, { cutoffOn }: AssessmentFacts): string {
  const { unionCount, memberCount, employeeCount } = rollup;
  const superior = parent ? `上一级工会为${parent.name}。` : "";
  const employees =
    employeeCount === null ? "所覆盖单位的职工数资料不足" : `所覆盖单位有职工${employeeWords(employeeCount)}`;
  return `截至${officialDay(cutoffOn)}，${name}（含下级）有工会${unionCount}个、会员${memberCount}人，${employees}。${superior}`;
}

/** Nothing known is no zero. */
export function employeeWords(employeeCount: number | null): string {
  return employeeCount === null ? "资料不足" : `${employeeCount}人`;
}

/** What may be said of the whole: total and grade when nothing is missing, else why there are none. */
export function outcomeOf({ sheet }: AssessmentFacts): string[] {
  const { indicatorCount, computedCount, complete, total, grade } = sheet;
  const scope = `考核设六个方面、${indicatorCount}项指标，其中${computedCount}项已得出结果。`;
  if (!complete || total === null) {
    return [scope, "因部分指标资料不足，本报告不计总分，不评定等次，待资料补齐后另行核定。"];
  }
  const graded = grade ? `，评定等次为${GRADE_NAMES[grade].zh}` : "";
  return [scope, `总分为${total}分${graded}。`];
}

export function dimensionSentence(dimension: DimensionFacts, table: number): string {
  const { nominalPoints, computedNominalPoints, computedPoints, points } = dimension;
  const whole = `本方面满分${nominalPoints}分`;
  const seen = `各项指标见表${table}。`;
  if (points !== null) return `${whole}，得${points}分。${seen}`;
  if (Number(computedNominalPoints) === 0) return `${whole}，各项指标均资料不足，暂不计分。${seen}`;
  return `${whole}。已计算的指标满分${computedNominalPoints}分，得${computedPoints}分；其余指标资料不足，暂不计分。${seen}`;
}

export function basisSentence(table: number): string {
  return `各项指标在《实施意见》或者${LAW}中的依据见表${table}。`;
}

export function schemeName(scheme: AssessmentFacts["scheme"]): string {
  return closedUp(scheme.name);
}
