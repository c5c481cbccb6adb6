import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import type { YearFacts } from "./year.rules.js";

/** What came of the assessment of a union in a year; a veto leaves it without a grade, yet assessed. */
export type AssessmentResult = "GRADED" | "UNGRADED_BY_VETO" | "NOT_COMPUTABLE" | "NOT_ASSESSED";

export interface SixGoodsFacts extends YearFacts {
  /** Whether all steps of the assessment of that year have ended. */
  isAssessmentClosed?: Fact<boolean>;
  /** Whether the union was in force on 31 December of the year. */
  wasInForceAtYearEnd?: Fact<boolean>;
  assessmentResult?: Fact<AssessmentResult>;
}

/**
 * R16, Implementation Opinions 2(2): 要按照“六好”的要求，扎实推进规范化建设. Judged once the assessment of a year is closed;
 * the six headings carry no weights in the text.
 */
export function judgeSixGoods(facts: SixGoodsFacts, parameters: Parameters): Finding {
  const { year, isAssessmentClosed, wasInForceAtYearEnd, assessmentResult } = facts;
  const inputs = { year, isAssessmentClosed, wasInForceAtYearEnd, assessmentResult };
  const say = new Say("R16", "SIX_GOODS_NOT_ASSESSED", inputs, parameters);
  if (isAssessmentClosed === false)
    return say.notApplicable("年度考核尚未结束。", "The assessment of the year is not closed.");
  if (wasInForceAtYearEnd === false)
    return say.notApplicable("年末不存在该工会。", "The union was not in force at the end of the year.");
  if (year == null || isAssessmentClosed == null || wasInForceAtYearEnd == null || !assessmentResult)
    return say.missing("年度“六好”考核记录", "the assessment of the year");
  if (assessmentResult === "NOT_COMPUTABLE")
    return say.finding(
      "NEEDS_JUDGEMENT",
      words(`${year} 年度考核无法自动计分。`, `The assessment of ${year} cannot be computed.`),
      words("由考核单位人工核定。", "The assessing office settles it by hand."),
    );
  if (assessmentResult === "NOT_ASSESSED")
    return say.unmet(
      words(`${year} 年度未按“六好”要求考核定级。`, `Not assessed by the six goods in ${year}.`),
      words("补办年度考核定级。", "Make up the assessment of the year."),
    );
  const isVetoed = assessmentResult === "UNGRADED_BY_VETO";
  return say.pass(
    isVetoed ? "已考核，因一票否决不定级。" : "已考核定级。",
    isVetoed ? "Assessed; a veto left it ungraded." : "Assessed and graded.",
  );
}
