import { Field, Int, ObjectType } from "type-graphql";
import { enumeration } from "../shared/marks.js";
import { INDICATOR_OUTCOME_NAMES, INDICATOR_SOURCE_NAMES } from "./assessment.rules.js";

const OUTCOME = enumeration("IndicatorOutcome", INDICATOR_OUTCOME_NAMES);
const SOURCE = enumeration("IndicatorSource", INDICATOR_SOURCE_NAMES);

@ObjectType({
  simpleResolvers: true,
  description: "指标的一项量度：分子、分母、所占份额与分值。A measure of an indicator.",
})
export class IndicatorPart {
  @Field(() => String, {
    description:
      "量度代码，如 D2a；只有一项量度的，即指标代码。Code of the measure; that of the indicator when it is the only one.",
  })
  code!: string;
  @Field(() => String, { description: "量度名称。Name." }) name!: string;
  @Field(() => String, { nullable: true, description: "分子含义。What the numerator counts." }) numeratorLabel?: string;
  @Field(() => Int, { nullable: true, description: "分子。Numerator." }) numerator?: number;
  @Field(() => String, { nullable: true, description: "分母含义。What the denominator counts." })
  denominatorLabel?: string;
  @Field(() => Int, { nullable: true, description: "分母。Denominator." }) denominator?: number;
  @Field(() => String, { nullable: true, description: "分子、分母的量词，如 人。Measure word of both counts." })
  unit?: string;
  @Field(() => String, {
    nullable: true,
    description: "比率：分子占分母的百分数，保留一位小数，如 91.2%。The rate in percent.",
  })
  rate?: string;
  @Field(() => String, { description: "计分公式。Scoring formula." }) formula!: string;
  @Field(() => String, {
    nullable: true,
    description: "得分份额，0 至 1 的精确分数，如 6/7。Exact share of the points.",
  })
  share?: string;
  @Field(() => String, {
    nullable: true,
    description: "得分份额的百分数，保留一位小数，如 85.7%。The share in percent.",
  })
  sharePercent?: string;
  @Field(() => OUTCOME, { description: "计分结果。Outcome." }) outcome!: string;
  @Field(() => String, { description: "标准分。Nominal points." }) nominalPoints!: string;
  @Field(() => String, {
    nullable: true,
    description:
      "取整前得分：折算分乘以得分份额，列至三位小数，如 4.286。Points before the indicator is rounded, to three places.",
  })
  exactPoints?: string;
  @Field(() => String, { nullable: true, description: "折算分，不适用项的分值按比例分摊后。Effective points." })
  effectivePoints?: string;
}

@ObjectType({ simpleResolvers: true, description: "考核指标及其当年结果。An indicator and its result of the year." })
export class IndicatorResult {
  @Field(() => String, { description: "指标代码，如 B2。Code." }) code!: string;
  @Field(() => String, { description: "指标名称。Name." }) name!: string;
  @Field(() => SOURCE, { description: "数据来源：系统计算或录入佐证。Computed, evidence or both." }) source!: string;
  @Field(() => OUTCOME, {
    description: "计分结果；缺数据时为资料不足，绝不计为通过。Outcome; missing input is never a pass.",
  })
  outcome!: string;
  @Field(() => String, { nullable: true, description: "政策条款，如 二(一)。Clause of the policy." }) clause?: string;
  @Field(() => String, { nullable: true, description: "条款原文。The sentence quoted." }) quote?: string;
  @Field(() => String, { nullable: true, description: "缺少什么，或如何得出。What is missing, or how it came about." })
  reason?: string;
  @Field(() => String, { nullable: true, description: "同一说明的英文。The same in English." }) reasonEnglish?: string;
  @Field(() => String, { description: "标准分。Nominal points." }) nominalPoints!: string;
  @Field(() => String, { nullable: true, description: "得分，四舍五入至 0.1。Points, rounded half up to 0.1." })
  points?: string;
  @Field(() => [IndicatorPart], { description: "各项量度。Measures." }) parts!: IndicatorPart[];
}

@ObjectType({ simpleResolvers: true, description: "“六好”之一。One of the six headings." })
export class DimensionResult {
  @Field(() => String, { description: "代码 A–F。Code." }) code!: string;
  @Field(() => String, { description: "名称，照录政策原文。Name, as the policy words it." }) name!: string;
  @Field(() => String, { description: "标准分。Nominal points." }) nominalPoints!: string;
  @Field(() => String, {
    nullable: true,
    description: "得分；有指标资料不足时为空。Points; empty while an indicator lacks data.",
  })
  points?: string;
  @Field(() => String, { description: "已可计算指标的得分合计。Points of the indicators computed so far." })
  computedPoints!: string;
  @Field(() => String, { description: "已可计算指标的标准分合计。Nominal points of the indicators computed so far." })
  computedNominalPoints!: string;
  @Field(() => [IndicatorResult], { description: "指标。Indicators." }) indicators!: IndicatorResult[];
}

@ObjectType({ simpleResolvers: true, description: "考核评分表：六个方面、三十四项指标。The score sheet." })
export class ScoreSheet {
  @Field(() => Boolean, { description: "是否全部指标均已得出。Whether every indicator has a result." })
  complete!: boolean;
  @Field(() => Int, { description: "已得出的指标数。Indicators with a result." }) computedCount!: number;
  @Field(() => Int, { description: "指标总数。All indicators." }) indicatorCount!: number;
  @Field(() => String, { nullable: true, description: "总分；未齐全时为空。Total; empty while incomplete." })
  total?: string;
  @Field(() => String, { nullable: true, description: "等次；未齐全时为空。Grade; empty while incomplete." })
  grade?: string;
  @Field(() => [DimensionResult], { description: "六个方面。The six dimensions." }) dimensions!: DimensionResult[];
}
