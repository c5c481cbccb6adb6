import { clauseOf, RULE_IDS, type RuleId } from "./clauses.rules.js";
import { DEMANDS, type Demand, type FindingRule } from "./demands.rules.js";
import type { ClauseNo } from "./opinions2013.rules.js";
import { RECORDED_CLAUSES } from "./recordedClauses.rules.js";
import { REGISTER } from "./register.rules.js";
import { SUBJECT_KINDS, type SubjectKind } from "./subject.rules.js";

/** One rule as the clause browser lists it: its place and words in the text, how it speaks, whom it judges. */
export interface RuleEntry extends Demand {
  rule: FindingRule;
  clause: ClauseNo;
  quote: string;
  codes: readonly string[];
  subjects: readonly SubjectKind[];
}

/** Whether a rule gives findings; the others are of record or report only. */
export function givesFindings(rule: RuleId): rule is FindingRule {
  return !(rule in RECORDED_CLAUSES);
}

/** All rules that give findings, in the order of the policy text. */
export const RULE_BOOK: readonly RuleEntry[] = RULE_IDS.filter(givesFindings).map((rule) => ({
  rule,
  ...clauseOf(rule),
  ...DEMANDS[rule],
  subjects: SUBJECT_KINDS.filter((kind) => REGISTER[kind].some(([judged]) => judged === rule)),
}));

/** The rules that rest on a clause of the text. */
export function rulesOf(clause: ClauseNo): RuleEntry[] {
  return RULE_BOOK.filter((entry) => entry.clause === clause);
}
