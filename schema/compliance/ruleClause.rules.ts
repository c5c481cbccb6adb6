import type { ClauseNo } from "./opinions2013.rules.js";

/** What a rule rests on: the clause of the policy text, the sentence quoted (… marks a gap) and the findings it can give. */
export interface RuleClause {
  clause: ClauseNo;
  quote: string;
  codes: readonly string[];
}
