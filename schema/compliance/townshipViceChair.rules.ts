import { type Finding, findings } from "./finding.rules.js";
import type { TownshipLeadershipFacts } from "./townshipChair.rules.js";

const CODE = "TOWNSHIP_FULLTIME_VICE_REQUIRED";

/**
 * R46, Implementation Opinions 3(2): 乡镇（街道）工会主席确需由同级党委组成人员兼任的，应配专职副主席. A vice chair whose
 * office ended the day before does not count.
 */
export function judgeTownshipViceChair({ chair, fullTimeViceChairs }: TownshipLeadershipFacts): Finding {
  const say = findings("R46", CODE, { chair, fullTimeViceChairs });
  if (!chair || chair.employmentMode === "FULL_TIME" || chair.isPartyCommitteeMember === false)
    return say(
      "NOT_APPLICABLE",
      "主席不是由同级党委组成人员兼任。",
      "The chair is not a member of the party committee in part time.",
    );
  if (chair.isPartyCommitteeMember == null)
    return say(
      "INSUFFICIENT_DATA",
      "未登记主席是否为同级党委组成人员。",
      "Whether the chair is of the party committee is not recorded.",
    );
  if (fullTimeViceChairs > 0) return say("PASS", "已配专职副主席。", "There is a full-time vice chair.");
  return say(
    "VIOLATION",
    "主席由党委组成人员兼任，未配专职副主席。",
    "The chair is of the party committee and there is no full-time vice chair.",
  );
}

/** R46 beside it: 确需 asks for a recorded reason why the chair comes from the party committee. */
export function judgeNeedForPartyChair({ chair }: TownshipLeadershipFacts): Finding {
  const say = findings("R46", CODE, { chair });
  if (!chair?.isPartyCommitteeMember || chair.employmentMode === "FULL_TIME")
    return say(
      "NOT_APPLICABLE",
      "主席不是由同级党委组成人员兼任。",
      "The chair is not a member of the party committee in part time.",
    );
  if (chair.exceptionReason) return say("PASS", "已说明兼任理由。", "The reason is recorded.");
  return say("NEEDS_JUDGEMENT", "未说明确需兼任的理由。", "No reason is recorded why it has to be so.");
}
