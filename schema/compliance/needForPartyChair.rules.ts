import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { isPartTimeOfParty, type TownshipLeadershipFacts } from "./townshipLeadership.rules.js";

/**
 * R46, Implementation Opinions 3(2): 确需由同级党委组成人员兼任的. Really needed asks for a recorded reason; without one a
 * judgement is added to what R46 says of the vice chair.
 */
export function judgeNeedForPartyChair(facts: TownshipLeadershipFacts, parameters: Parameters): Finding[] {
  const { hasChair, chairEmploymentMode, isChairOfPartyCommittee, chairExceptionReason } = facts;
  if (!isPartTimeOfParty(facts) || chairExceptionReason) return [];
  const inputs = { hasChair, chairEmploymentMode, isChairOfPartyCommittee, chairExceptionReason };
  const say = new Say("R46", "TOWNSHIP_FULLTIME_VICE_REQUIRED", inputs, parameters);
  return [
    say.finding(
      "NEEDS_JUDGEMENT",
      words("未说明确需兼任的理由。", "No reason is recorded why it has to be so."),
      words("登记确需由党委组成人员兼任的理由。", "Record why the chair has to come from the party committee."),
      { item: "NEED" },
    ),
  ];
}
