import type { EmploymentMode } from "../positions/position.rules.js";
import { type Finding, findings } from "./finding.rules.js";

/** Who leads a township union on the day. No chair = the post is vacant. */
export interface TownshipLeadershipFacts {
  chair?: {
    employmentMode: EmploymentMode;
    isPartyCommitteeMember?: boolean | null | undefined;
    /** Why the chair has to come from the party committee (确需), or is otherwise an exception. */
    exceptionReason?: string | null | undefined;
  };
  /** Vice chairs who hold office full time on the day. */
  fullTimeViceChairs: number;
}

/**
 * R45, Implementation Opinions 3(2): 乡镇（街道）工会原则上应设专职主席. A chair from the party committee is the exception the
 * clause itself names; any other exception needs a recorded reason.
 */
export function judgeTownshipChair({ chair }: TownshipLeadershipFacts): Finding {
  const say = findings("R45", "TOWNSHIP_FULLTIME_CHAIR_EXPECTED", { chair });
  if (!chair) return say("WARNING", "主席空缺。", "There is no chair.");
  if (chair.employmentMode === "FULL_TIME") return say("PASS", "已设专职主席。", "The chair is full time.");
  if (chair.isPartyCommitteeMember == null)
    return say(
      "INSUFFICIENT_DATA",
      "未登记主席是否为同级党委组成人员。",
      "Whether the chair is of the party committee is not recorded.",
    );
  if (chair.isPartyCommitteeMember)
    return say("PASS", "主席由同级党委组成人员兼任。", "The chair is a member of the party committee.");
  if (chair.exceptionReason)
    return say("INFO", "主席非专职，已说明理由。", "The chair is not full time; a reason is recorded.");
  return say(
    "WARNING",
    "主席非专职，且不是同级党委组成人员。",
    "The chair is neither full time nor of the party committee.",
  );
}
