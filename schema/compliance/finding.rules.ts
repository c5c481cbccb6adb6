import { type Bilingual, words } from "../shared/bilingual.rules.js";
import type { Fen } from "../shared/money.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { DEMANDS, type FindingRule } from "./demands.rules.js";
import { basisFor, type FindingBasis } from "./findingBasis.rules.js";
import type { Parameters } from "./parameters.rules.js";

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

/** What a finding may tell beyond outcome and reason. */
export interface FindingDetail {
  /** Which of several things of the subject is meant: a system, a month, a post, a transfer. */
  item?: string;
  /** Last day in time, included. */
  dueOn?: LocalDate;
  /** R02: founded after the deadline; kept in history beside the pass. */
  wasLate?: boolean;
  /** R03: first day on which the rule was not met. */
  since?: LocalDate;
  /** R24, R26, R27: what is still owed, in fen. */
  shortfall?: Fen;
}

/** What one rule says of one subject, with the clause, its words, the inputs it looked at and what would satisfy it. */
export interface Finding extends FindingBasis, FindingDetail {
  rule: FindingRule;
  code: string;
  outcome: FindingOutcome;
  inputs: Record<string, unknown>;
  reason: Bilingual;
  /** What would satisfy the rule, or what would let it be judged; absent when nothing is to be done. */
  remedy?: Bilingual;
}

/** Writes the findings of one rule about one set of inputs, by the values in force. */
export class Say {
  constructor(
    private readonly rule: FindingRule,
    private readonly code: string,
    private readonly inputs: Record<string, unknown>,
    private readonly parameters: Parameters,
  ) {}

  finding(outcome: FindingOutcome, reason: Bilingual, remedy?: Bilingual, detail?: FindingDetail): Finding {
    const { rule, code, inputs } = this;
    const finding: Finding = { rule, code, outcome, ...basisFor(rule, this.parameters), inputs, reason };
    if (remedy) finding.remedy = remedy;
    return Object.assign(finding, detail);
  }

  notApplicable(zh: string, en: string, detail?: FindingDetail): Finding {
    return this.finding("NOT_APPLICABLE", words(zh, en), undefined, detail);
  }

  /** A fact the rule needs is not in the records. */
  missing(zh: string, en: string, detail?: FindingDetail): Finding {
    const reason = words(`缺少${zh}。`, `Missing: ${en}.`);
    return this.finding("INSUFFICIENT_DATA", reason, words(`请补录${zh}。`, `Record: ${en}.`), detail);
  }

  pass(zh: string, en: string, detail?: FindingDetail): Finding {
    return this.finding("PASS", words(zh, en), undefined, detail);
  }

  /** The rule is not met: called what its modal words ask for. */
  unmet(reason: Bilingual, remedy: Bilingual, detail?: FindingDetail): Finding {
    return this.finding(DEMANDS[this.rule].severity, reason, remedy, detail);
  }
}
