import { addDays, type LocalDate } from "../shared/period.rules.js";
import { type Refusal, refusal } from "../shared/refusal.rules.js";
import type { FindingRule } from "./demands.rules.js";
import type { SubjectFinding } from "./evaluation.rules.js";
import type { FindingOutcome } from "./finding.rules.js";

/** A finding set aside for a time: why, by what paper, by whom, and up to which day. It never changes the outcome. */
export interface Waiver {
  rule: FindingRule;
  code: string;
  subject: { kind: string; id: number | string };
  /** Which of several things of the subject; absent: all of them. */
  item?: string | null;
  reason: string;
  documentNo: string;
  grantedBy: string;
  validFrom: LocalDate;
  /** Last day, still waived. */
  validThrough: LocalDate;
  /** First day on which it no longer holds because it was taken back. */
  revokedOn?: LocalDate | null;
}

/** Where a finding stands: nothing to waive, to be dealt with, set aside, or to be dealt with again. */
export type FindingState = "NOT_OPEN" | "OPEN" | "WAIVED" | "REOPENED";

/** Outcomes that ask for something to be done. */
const ASKING: readonly FindingOutcome[] = ["VIOLATION", "WARNING", "NEEDS_JUDGEMENT"];

/** Whether a finding asks for something to be done, and so can be waived at all. */
export const isOpenOutcome = (outcome: FindingOutcome) => ASKING.includes(outcome);

type Waived = Pick<SubjectFinding, "rule" | "code" | "subject" | "item" | "outcome">;

function isAbout(waiver: Waiver, finding: Waived): boolean {
  const isSame = waiver.rule === finding.rule && waiver.code === finding.code;
  const { kind, id } = waiver.subject;
  const ofSubject = kind === finding.subject.kind && id === finding.subject.id;
  return isSame && ofSubject && (waiver.item == null || waiver.item === finding.item);
}

/** First day on which a waiver no longer holds. */
export function endOf({ validThrough, revokedOn }: Waiver): LocalDate {
  const after = addDays(validThrough, 1);
  return revokedOn != null && revokedOn < after ? revokedOn : after;
}

/**
 * How a finding stands on a day beside its waivers. It opens again by itself on the day after the last day of the waiver,
 * without anything having to run.
 */
export function standingOf(finding: Waived, waivers: readonly Waiver[], day: LocalDate) {
  if (!isOpenOutcome(finding.outcome)) return { state: "NOT_OPEN" as FindingState };
  const begun = waivers.filter(
    (waiver) => isAbout(waiver, finding) && waiver.validFrom <= day && waiver.validFrom < endOf(waiver),
  );
  const latest = begun.reduce<Waiver | undefined>(
    (last, one) => (!last || endOf(one) > endOf(last) ? one : last),
    undefined,
  );
  if (!latest) return { state: "OPEN" as FindingState };
  const end = endOf(latest);
  if (day < end) return { state: "WAIVED" as FindingState, waiver: latest };
  return { state: "REOPENED" as FindingState, waiver: latest, reopenedOn: end };
}

/** Why a waiver cannot be granted: nothing to waive, no reason, no paper, nobody who grants it, or days out of order. */
export function whyNotWaive(waiver: Waiver, finding: Waived): Refusal | undefined {
  for (const field of ["reason", "documentNo", "grantedBy"] as const)
    if (waiver[field].trim() === "") return refusal("REQUIRED", undefined, [field]);
  if (waiver.validThrough < waiver.validFrom)
    return refusal("OUT_OF_RANGE", { least: waiver.validFrom }, ["validThrough"]);
  if (!isAbout(waiver, finding)) return refusal("REFERENCE_UNKNOWN", undefined, ["rule"]);
  if (!isOpenOutcome(finding.outcome)) return refusal("ILLEGAL_TRANSITION", { from: finding.outcome }, ["code"]);
  return undefined;
}
