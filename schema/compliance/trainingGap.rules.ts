import { words } from "../shared/bilingual.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import { allOf, type Fact, reaches } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { isYearOver, type YearFacts } from "./year.rules.js";

export interface TrainingGapFacts extends YearFacts {
  asOf: LocalDate;
  /** Training hours of the year of each cadre in office; empty when nobody holds office. */
  cadreHours?: Fact<readonly Fact<number>[]>;
}

/** R38, Implementation Opinions 3(1): 加强对基层工会干部的教育培训. The text gives no hours; a requirement in force does. */
export function judgeTrainingGap(facts: TrainingGapFacts, parameters: Parameters): Finding {
  const { year, cadreHours } = facts;
  const say = new Say("R38", "TRAINING_GAP", { year, cadreHours }, parameters);
  if (!cadreHours) return say.missing("干部培训学时", "training hours of the cadres");
  if (cadreHours.length === 0) return say.notApplicable("没有在任干部。", "Nobody holds office.");
  const { trainingHoursPerYear: hours } = parameters;
  if (hours === null)
    return say.finding(
      "NEEDS_JUDGEMENT",
      words("没有规定学时，无法自动判断。", "No hours are required, so that it cannot be computed."),
      words("由上级工会规定学时，或人工判断。", "Lay down hours, or judge by hand."),
    );
  const areTrained = allOf(cadreHours.map((one) => reaches(one, hours)));
  if (areTrained)
    return say.pass(
      `${cadreHours.length} 名干部均达到 ${hours} 学时。`,
      `All ${cadreHours.length} cadres reached ${hours} hours.`,
    );
  if (!isYearOver(facts))
    return say.missing("全年培训学时，年度尚未结束", "hours of the whole year, which is not over");
  if (areTrained === undefined) return say.missing("部分干部的培训学时", "training hours of some cadres");
  const short = cadreHours.filter((one) => one != null && one < hours).length;
  return say.unmet(
    words(`${short} 名干部未达到 ${hours} 学时。`, `${short} cadre(s) have fewer than ${hours} hours.`),
    words("安排补训。", "Arrange the training they lack."),
  );
}
