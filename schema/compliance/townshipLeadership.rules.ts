import type { EmploymentMode } from "../positions/position.rules.js";
import type { Fact } from "./known.rules.js";

/** Who leads a township union on the day. */
export interface TownshipLeadershipFacts {
  /** Whether anyone holds the chair; `false` is a vacancy. */
  hasChair?: Fact<boolean>;
  chairEmploymentMode?: Fact<EmploymentMode>;
  /** Whether the chair is a member of the party committee of the level (同级党委组成人员). */
  isChairOfPartyCommittee?: Fact<boolean>;
  /** Why the chair has to come from the party committee (确需), or is otherwise an exception. */
  chairExceptionReason?: Fact<string>;
  /** Vice chairs who hold office full time on the day. */
  fullTimeViceChairs?: Fact<number>;
}

/** Whether the chair sits part time as a member of the party committee; undefined when the records do not tell. */
export function isPartTimeOfParty(facts: TownshipLeadershipFacts): boolean | undefined {
  const { hasChair, chairEmploymentMode, isChairOfPartyCommittee } = facts;
  if (hasChair === false || chairEmploymentMode === "FULL_TIME" || isChairOfPartyCommittee === false) return false;
  return hasChair && chairEmploymentMode && isChairOfPartyCommittee ? true : undefined;
}
