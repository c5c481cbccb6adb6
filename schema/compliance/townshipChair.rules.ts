import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Parameters } from "./parameters.rules.js";
import type { TownshipLeadershipFacts } from "./townshipLeadership.rules.js";

/**
 * R45, Implementation Opinions 3(2): 乡镇（街道）工会原则上应设专职主席. A chair from the party committee is the exception the
 * clause itself names; any other exception needs a recorded reason.
 */
export function judgeTownshipChair(facts: TownshipLeadershipFacts, parameters: Parameters): Finding {
  const { hasChair, chairEmploymentMode, isChairOfPartyCommittee, chairExceptionReason } = facts;
  const inputs = { hasChair, chairEmploymentMode, isChairOfPartyCommittee, chairExceptionReason };
  const say = new Say("R45", "TOWNSHIP_FULLTIME_CHAIR_EXPECTED", inputs, parameters);
  const remedy = words("选配专职主席。", "Appoint a full-time chair.");
  if (hasChair == null) return say.missing("主席任职情况", "who holds the chair");
  if (!hasChair) return say.unmet(words("主席空缺。", "There is no chair."), remedy);
  if (!chairEmploymentMode) return say.missing("主席专职或兼职", "whether the chair is full time");
  if (chairEmploymentMode === "FULL_TIME") return say.pass("已设专职主席。", "The chair is full time.");
  if (isChairOfPartyCommittee == null)
    return say.missing("主席是否为同级党委组成人员", "whether the chair is of the party committee");
  if (isChairOfPartyCommittee)
    return say.pass("主席由同级党委组成人员兼任。", "The chair is a member of the party committee.");
  if (chairExceptionReason)
    return say.finding(
      "INFO",
      words("主席非专职，已说明理由。", "The chair is not full time; a reason is recorded."),
      remedy,
    );
  return say.unmet(
    words("主席非专职，且不是同级党委组成人员。", "The chair is neither full time nor of the party committee."),
    words("选配专职主席，或说明理由。", "Appoint a full-time chair, or record a reason."),
  );
}
