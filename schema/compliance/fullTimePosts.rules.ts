import { isInOffice, isProtected } from "../positions/office.rules.js";
import type { EmploymentMode, PositionRole } from "../positions/position.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { hasClosed, type UnitFacts } from "./employerFacts.rules.js";
import type { Finding, Say } from "./finding.rules.js";
import { allOf, anyOf, type Fact } from "./known.rules.js";
import type { ParameterValues } from "./parameterValues.rules.js";

/** One appointment; its last day in office is `endedOn`. */
export interface PostHolderFacts {
  role?: Fact<PositionRole>;
  employmentMode?: Fact<EmploymentMode>;
  startOn?: Fact<LocalDate>;
  endedOn?: Fact<LocalDate>;
}

export interface FullTimeFacts extends UnitFacts {
  /** Employees of the unit, dispatched workers among them. */
  employeeCount?: Fact<number>;
  dispatchedCount?: Fact<number>;
  /** Appointments in the union that covers the unit. */
  positions?: Fact<readonly PostHolderFacts[]>;
}

/** What settles R41 and R42 before any number is looked at: they speak of the unions of enterprises and institutions. */
export function askedOfNone(say: Say, facts: FullTimeFacts): Finding | undefined {
  const { ruleGroup, coverage } = facts;
  if (hasClosed(facts)) return say.notApplicable("单位已终止。", "The unit has closed.");
  if (!ruleGroup) return say.missing("单位类型", "the category of the unit");
  if (ruleGroup !== "ENTERPRISE" && ruleGroup !== "PUBLIC_INSTITUTION")
    return say.notApplicable("本条只适用于企事业单位。", "Only enterprises and public institutions are meant.");
  if (coverage === "NONE" || coverage === "ORGANIZER_ONLY")
    return say.notApplicable("尚未建会。", "It has no union yet.");
  return undefined;
}

/** Employees as R41 and R42 count them; undefined when a number that is needed is missing. */
export function countedEmployees(facts: FullTimeFacts, { countDispatched }: ParameterValues): number | undefined {
  if (facts.employeeCount == null) return undefined;
  if (countDispatched) return facts.employeeCount;
  return facts.dispatchedCount == null ? undefined : facts.employeeCount - facts.dispatchedCount;
}

interface Seats {
  positions?: Fact<readonly PostHolderFacts[]>;
  asOf: LocalDate;
}

function sitsFullTime(isMeant: (role: PositionRole) => boolean, { positions, asOf }: Seats): boolean | undefined {
  if (!positions) return undefined;
  return anyOf(
    positions.map(({ role, employmentMode, startOn, endedOn }) =>
      allOf([
        role == null ? undefined : isMeant(role),
        employmentMode == null ? undefined : employmentMode === "FULL_TIME",
        endedOn == null || asOf <= endedOn,
        startOn == null ? undefined : isInOffice({ startOn, endedOn }, asOf),
      ]),
    ),
  );
}

/** Whether a chair, executive vice chair or vice chair sits full time on the day; undefined when the records do not tell. */
export function hasFullTimeOfficer(facts: Seats): boolean | undefined {
  return sitsFullTime(isProtected, facts);
}

/** Whether full-time union staff is in post on the day; undefined when the records do not tell. */
export function hasFullTimeStaff(facts: Seats): boolean | undefined {
  return sitsFullTime((role) => role === "STAFF", facts);
}
