import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import type { YearFacts } from "./year.rules.js";

export interface PartyBuildingFacts extends YearFacts {
  /** Whether the assessment of that year is closed. */
  isAssessmentClosed?: Fact<boolean>;
  /** Whether the result of the sheet 党建带工建 is recorded for the committee. */
  hasPartyBuildingResult?: Fact<boolean>;
}

/** R32, Implementation Opinions 3(1): 各级党委要把党建带工建工作……纳入党建工作目标考核体系. Judged once the year is closed. */
export function judgePartyBuilding(facts: PartyBuildingFacts, parameters: Parameters): Finding {
  const { year, isAssessmentClosed, hasPartyBuildingResult } = facts;
  const inputs = { year, isAssessmentClosed, hasPartyBuildingResult };
  const say = new Say("R32", "PARTY_BUILDING_ASSESSMENT_MISSING", inputs, parameters);
  if (isAssessmentClosed === false)
    return say.notApplicable("年度考核尚未结束。", "The assessment of the year is not closed.");
  if (year == null || isAssessmentClosed == null || hasPartyBuildingResult == null)
    return say.missing("党建带工建年度考核结果", "the party-building assessment of the year");
  if (hasPartyBuildingResult) return say.pass(`${year} 年度考核结果已登记。`, `The result of ${year} is recorded.`);
  return say.unmet(
    words(`${year} 年度没有党建带工建考核结果。`, `No party-building assessment of ${year} is recorded.`),
    words("将党建带工建纳入党建目标考核并登记结果。", "Assess it within party building and record the result."),
  );
}
