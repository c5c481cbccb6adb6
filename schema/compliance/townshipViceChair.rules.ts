import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { isPartTimeOfParty, type TownshipLeadershipFacts } from "./townshipLeadership.rules.js";

/**
 * R46, Implementation Opinions 3(2): 乡镇（街道）工会主席确需由同级党委组成人员兼任的，应配专职副主席. A vice chair whose
 * office ended the day before does not count.
 */
export function judgeTownshipViceChair(facts: TownshipLeadershipFacts, parameters: Parameters): Finding {
  const { hasChair, chairEmploymentMode, isChairOfPartyCommittee, fullTimeViceChairs } = facts;
  const inputs = { hasChair, chairEmploymentMode, isChairOfPartyCommittee, fullTimeViceChairs };
  const say = new Say("R46", "TOWNSHIP_FULLTIME_VICE_REQUIRED", inputs, parameters);
  const isMeant = isPartTimeOfParty(facts);
  if (isMeant === false)
    return say.notApplicable(
      "主席不是由同级党委组成人员兼任。",
      "The chair is not a member of the party committee in part time.",
    );
  if (isMeant === undefined)
    return say.missing("主席是否由同级党委组成人员兼任", "whether the chair sits part time as of the party committee");
  if (fullTimeViceChairs == null) return say.missing("专职副主席任职情况", "who is full-time vice chair");
  if (fullTimeViceChairs > 0) return say.pass("已配专职副主席。", "There is a full-time vice chair.");
  return say.unmet(
    words(
      "主席由党委组成人员兼任，未配专职副主席。",
      "The chair is of the party committee and there is no full-time vice chair.",
    ),
    words("配备专职副主席至少一名。", "Appoint one full-time vice chair at least."),
  );
}
