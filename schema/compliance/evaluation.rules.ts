import { earlier, type LocalDate } from "../shared/period.rules.js";
import { DEMANDS, type FindingRule } from "./demands.rules.js";
import type { Finding } from "./finding.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { type Judged, REGISTER } from "./register.rules.js";
import type { SubjectKind } from "./subject.rules.js";
import type { FactsOf } from "./subjectFacts.rules.js";
import { lastDayOfYear, type YearFacts } from "./year.rules.js";

export interface Subject<K extends SubjectKind = SubjectKind> {
  kind: K;
  id: number | string;
}

/** A finding with the subject it speaks of and the day it was asked for. */
export interface SubjectFinding extends Finding {
  subject: Subject;
  asOf: LocalDate;
}

/** The rule set a rule goes by: that of the day asked for, or, for a past year, that of its last day. */
function valuesFor(rule: FindingRule, { year, asOf }: YearFacts & { asOf: LocalDate }, parameters: Parameters) {
  if (DEMANDS[rule].judgedBy === "DAY" || year == null) return parameters;
  return parameters.at(earlier(asOf, lastDayOfYear(year)));
}

/**
 * What all rules of its kind say of a subject on the day of its facts, in the order of the policy text; only the rules
 * named when any are. A year before the rule set began is judged by nothing.
 */
export function judgeSubject<K extends SubjectKind>(
  subject: Subject<K>,
  facts: FactsOf[K],
  parameters: Parameters,
  rules?: ReadonlySet<FindingRule>,
): SubjectFinding[] {
  const register: readonly Judged<FactsOf[K]>[] = REGISTER[subject.kind];
  const { asOf } = facts;
  const findings: SubjectFinding[] = [];
  for (const [rule, , judge] of register) {
    const values = rules && !rules.has(rule) ? undefined : valuesFor(rule, facts, parameters);
    if (!values) continue;
    for (const finding of [judge(facts, values)].flat() as Finding[])
      findings.push(Object.assign(finding, { subject, asOf }));
  }
  return findings;
}
