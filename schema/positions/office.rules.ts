import { addDays, addYears, type LocalDate, overlap } from "../shared/period.rules.js";
import { type Refusal, refusal } from "../shared/refusal.rules.js";
import type { EmploymentMode, EndReason, PositionRole } from "./position.rules.js";

/** The days of an appointment; `endedOn` is its last day. */
export interface OfficeFacts {
  startOn: LocalDate;
  endedOn?: LocalDate | null | undefined;
}

/** In office on a day: `startOn <= day`, and not ended before it. An expired term does not end the office by itself. */
export function isInOffice(office: OfficeFacts, day: LocalDate): boolean {
  return office.startOn <= day && (office.endedOn == null || day <= office.endedOn);
}

/** Last day of a term of whole years; Trade Union Law, article 16: 2021-06-10 and 5 years give 2026-06-09. */
export function termEndOn(startOn: LocalDate, years: number): LocalDate {
  return addDays(addYears(startOn, years), -1);
}

/** 超期未换届: the term ran out before the day and the holder still sits. Dispatched work committees have no term. */
export function isElectionOverdue(
  office: OfficeFacts & { termEndOn?: LocalDate | null | undefined },
  day: LocalDate,
): boolean {
  return office.termEndOn != null && day > office.termEndOn && isInOffice(office, day);
}

/** Chair of the union. */
export function isChair(role: PositionRole): boolean {
  return role === "CHAIR";
}

/** Vice chair; the executive vice chair counts in R41, R46 and R48. */
export function isViceChair(role: PositionRole): boolean {
  return role === "VICE_CHAIR" || role === "EXECUTIVE_VICE_CHAIR";
}

/** Implementation Opinions 3(2): chair and vice chair are protected against transfer during the term. */
export function isProtected(role: PositionRole): boolean {
  return isChair(role) || isViceChair(role);
}

export interface AppointmentFacts extends OfficeFacts {
  role: PositionRole;
  termEndOn?: LocalDate | null | undefined;
  actingChair?: boolean;
  employmentMode?: EmploymentMode;
}

export interface SittingFacts extends OfficeFacts {
  role: PositionRole;
  holder: string;
}

export interface UnionLifeFacts {
  establishedOn: LocalDate;
  /** Last day of the union's life, if it ended. */
  dissolvedOn?: LocalDate | null | undefined;
}

const asPeriod = (office: OfficeFacts) => ({
  validFrom: office.startOn,
  validTo: office.endedOn ? addDays(office.endedOn, 1) : undefined,
});

/**
 * Why a person cannot be appointed: dates out of order, an office outside the union's life, an acting chair who is no vice
 * chair, or a second chair on one day. The clashing holder is named.
 */
export function whyNotAppoint(
  appointment: AppointmentFacts,
  others: readonly SittingFacts[],
  union: UnionLifeFacts,
): Refusal | undefined {
  return whyNotThoseDays(appointment, union) ?? whyNotThatRole(appointment) ?? whyNotAnotherChair(appointment, others);
}

function whyNotThoseDays({ startOn, endedOn, termEndOn }: AppointmentFacts, union: UnionLifeFacts) {
  if (endedOn && endedOn < startOn) return refusal("OUT_OF_RANGE", { least: startOn }, ["endedOn"]);
  if (termEndOn && termEndOn < startOn) return refusal("OUT_OF_RANGE", { least: startOn }, ["termEndOn"]);
  if (startOn < union.establishedOn) return refusal("OUT_OF_RANGE", { least: union.establishedOn }, ["startOn"]);
  const end = union.dissolvedOn;
  if (end && startOn > end) return refusal("OUT_OF_RANGE", { most: end }, ["startOn"]);
  return undefined;
}

function whyNotThatRole({ role, actingChair }: AppointmentFacts) {
  if (!actingChair || isViceChair(role)) return undefined;
  const reason = {
    zh: "只有副主席可以主持工作，请改选职务。",
    en: "Only a vice chair can act as chair. Choose another role.",
  };
  return refusal("OUT_OF_RANGE", { reason }, ["actingChair"]);
}

function whyNotAnotherChair(appointment: AppointmentFacts, others: readonly SittingFacts[]) {
  if (!isChair(appointment.role)) return undefined;
  const clash = others.find((other) => isChair(other.role) && overlap(asPeriod(appointment), asPeriod(other)));
  return clash && refusal("TERM_OVERLAP", { holder: clash.holder, from: clash.startOn }, ["startOn"]);
}

export interface LeavingFacts extends OfficeFacts {
  role: PositionRole;
  termEndOn?: LocalDate | null | undefined;
}

/**
 * Why an office cannot end this way. Implementation Opinions 3(2), Trade Union Law article 18: a chair or vice chair does
 * not leave by transfer up to and including `termEndOn` without an executed transfer request.
 */
export function whyNotVacate(
  office: LeavingFacts,
  endedOn: LocalDate,
  reason: EndReason,
  hasExecutedTransfer: boolean,
): Refusal | undefined {
  if (endedOn < office.startOn) return refusal("OUT_OF_RANGE", { least: office.startOn }, ["endedOn"]);
  if (reason !== "MID_TERM_TRANSFER" || !isProtected(office.role) || hasExecutedTransfer) return undefined;
  if (office.termEndOn && endedOn > office.termEndOn) return undefined;
  return refusal("TERM_PROTECTED", { termEndOn: office.termEndOn ?? undefined }, ["endReason"], "三(二)");
}
