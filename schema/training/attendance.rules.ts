import { words } from "../shared/bilingual.rules.js";
import { addYears, type LocalDate, yearOf } from "../shared/period.rules.js";
import { type Refusal, refusal } from "../shared/refusal.rules.js";
import type { EnrolmentResult } from "./training.rules.js";

/** Where a newly appointed chair stands with the training due in the first year. */
export const FIRST_YEAR_STATES = ["IN_TIME", "LATE", "PENDING", "OVERDUE", "NOT_COUNTED"] as const;
export type FirstYearState = (typeof FIRST_YEAR_STATES)[number];

export interface NewOfficeFacts {
  startOn: LocalDate;
  endedOn?: LocalDate | null | undefined;
  /** End of the first course passed after taking office. */
  passedOn?: LocalDate | null | undefined;
}

/** Last day of the year in which a new chair is to be trained; same arithmetic as R02. */
export function firstYearDueOn(startOn: LocalDate): LocalDate {
  return addYears(startOn, 1);
}

/**
 * Training of a new chair within one year of taking office (R22, R38): in time up to and including the anniversary; an
 * office that ended untrained before the year was over is not counted.
 */
export function firstYearState({ startOn, endedOn, passedOn }: NewOfficeFacts, asOf: LocalDate): FirstYearState {
  const dueOn = firstYearDueOn(startOn);
  if (passedOn && passedOn <= asOf) return passedOn <= dueOn ? "IN_TIME" : "LATE";
  if (endedOn && endedOn < dueOn) return "NOT_COUNTED";
  return asOf <= dueOn ? "PENDING" : "OVERDUE";
}

export interface AttendanceFacts {
  courseEndOn: LocalDate;
  attendedHours: number;
}

/** Training hours of a calendar year; the hours of a course count in the year in which it ends. */
export function hoursInYear(attendances: readonly AttendanceFacts[], year: number): number {
  return attendances
    .filter(({ courseEndOn }) => yearOf(courseEndOn) === year)
    .reduce((sum, { attendedHours }) => sum + attendedHours, 0);
}

export interface EnrolmentFacts {
  courseHours: number;
  courseEndOn: LocalDate;
  attendedHours: number;
  result?: EnrolmentResult | null | undefined;
  certificateNo?: string | null | undefined;
  issuedOn?: LocalDate | null | undefined;
  validThrough?: LocalDate | null | undefined;
}

/** Why an enrolment cannot be recorded so: more hours than the course has, or a certificate that does not fit the result. */
export function whyNotEnrol(facts: EnrolmentFacts): Refusal | undefined {
  const { attendedHours, courseHours, issuedOn, validThrough } = facts;
  if (attendedHours < 0 || attendedHours > courseHours)
    return refusal("OUT_OF_RANGE", { least: 0, most: courseHours }, ["attendedHours"]);
  if (facts.certificateNo && facts.result !== "PASSED") {
    const reason = words(
      "只有合格者可以发证，请先核对培训结果。",
      "Only who has passed gets a certificate. Check the result.",
    );
    return refusal("OUT_OF_RANGE", { reason }, ["certificateNo"]);
  }
  if (issuedOn && issuedOn < facts.courseEndOn)
    return refusal("OUT_OF_RANGE", { least: facts.courseEndOn }, ["issuedOn"]);
  if (issuedOn && validThrough && validThrough < issuedOn)
    return refusal("OUT_OF_RANGE", { least: issuedOn }, ["validThrough"]);
  return undefined;
}
