import { type Bilingual, words } from "../shared/bilingual.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { clauseOf, type RuleId } from "./clauses.rules.js";
import type { ClauseNo } from "./opinions2013.rules.js";

/** What a rule can say of a subject. A missing input is never a pass. */
export const FINDING_OUTCOMES = [
  "PASS",
  "VIOLATION",
  "WARNING",
  "INFO",
  "INSUFFICIENT_DATA",
  "NEEDS_JUDGEMENT",
  "NOT_APPLICABLE",
] as const;
export type FindingOutcome = (typeof FINDING_OUTCOMES)[number];

export const FINDING_OUTCOME_NAMES: Record<FindingOutcome, Bilingual> = {
  PASS: words("符合", "Pass"),
  VIOLATION: words("不符合", "Violation"),
  WARNING: words("提醒", "Warning"),
  INFO: words("提示", "Information"),
  INSUFFICIENT_DATA: words("资料不足", "Insufficient data"),
  NEEDS_JUDGEMENT: words("需人工判断", "Needs judgement"),
  NOT_APPLICABLE: words("不适用", "Not applicable"),
};

/** What one rule says of one subject on one day, with the clause, its words and the inputs it looked at. */
export interface Finding {
  rule: RuleId;
  code: string;
  outcome: FindingOutcome;
  clause: ClauseNo;
  quote: string;
  inputs: Record<string, unknown>;
  reason: Bilingual;
  dueOn?: LocalDate;
  /** R02: founded after the deadline; kept in history beside the pass. */
  wasLate?: boolean;
}

type Extra = Pick<Finding, "dueOn" | "wasLate">;

/** Writes findings of one rule about one set of inputs. */
export function findings(rule: RuleId, code: string, inputs: Record<string, unknown>) {
  const { clause, quote } = clauseOf(rule);
  return (outcome: FindingOutcome, zh: string, en: string, extra: Extra = {}): Finding => ({
    rule,
    code,
    outcome,
    clause,
    quote,
    inputs,
    reason: words(zh, en),
    ...extra,
  });
}
