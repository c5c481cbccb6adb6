import type { RuleGroup } from "../employers/employer.rules.js";
import { isInOffice, isProtected, type OfficeFacts } from "../positions/office.rules.js";
import type { EmploymentMode, PositionRole } from "../positions/position.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { type Finding, findings } from "./finding.rules.js";
import type { Parameters } from "./parameters.rules.js";

export interface PostHolderFacts extends OfficeFacts {
  role: PositionRole;
  employmentMode: EmploymentMode;
}

export interface FullTimeFacts {
  ruleGroup: RuleGroup;
  /** Employees of the unit, dispatched workers among them. */
  employeeCount?: number | null | undefined;
  dispatchedCount?: number | null | undefined;
  /** Appointments in the unit's union. */
  positions: readonly PostHolderFacts[];
  asOf: LocalDate;
}

/** Employees as R41 and R42 count them; undefined when a number that is needed is missing. */
export function countedEmployees(facts: FullTimeFacts, { countDispatched }: Parameters): number | undefined {
  if (facts.employeeCount == null) return undefined;
  if (countDispatched) return facts.employeeCount;
  return facts.dispatchedCount == null ? undefined : facts.employeeCount - facts.dispatchedCount;
}

/** Whether a chair, executive vice chair or vice chair sits full time on the day. */
export function hasFullTimeOfficer({ positions, asOf }: FullTimeFacts): boolean {
  return positions.some((one) => isProtected(one.role) && one.employmentMode === "FULL_TIME" && isInOffice(one, asOf));
}

/**
 * R41, Implementation Opinions 3(2): 职工200人以上的企事业单位工会，要设专职工会主席或副主席. Exactly 200 employees fall under it.
 * Stricter than the Trade Union Law, article 14 (可以设专职工会主席).
 */
export function judgeFullTimeOfficer(facts: FullTimeFacts, parameters: Parameters): Finding {
  const employees = countedEmployees(facts, parameters);
  const mark = parameters.fullTimeOfficerEmployees;
  const say = findings("R41", "FULLTIME_OFFICER_REQUIRED", { employees, mark, positions: facts.positions });
  if (facts.ruleGroup !== "ENTERPRISE" && facts.ruleGroup !== "PUBLIC_INSTITUTION")
    return say("NOT_APPLICABLE", "本条只适用于企事业单位。", "Only enterprises and public institutions are meant.");
  if (employees === undefined) return say("INSUFFICIENT_DATA", "缺少职工人数。", "The number of employees is missing.");
  if (employees < mark) return say("NOT_APPLICABLE", `职工不足 ${mark} 人。`, `Fewer than ${mark} employees.`);
  if (hasFullTimeOfficer(facts)) return say("PASS", "已设专职主席或副主席。", "A full-time chair or vice chair sits.");
  return say(
    "VIOLATION",
    `职工 ${employees} 人，未设专职主席或副主席。`,
    `${employees} employees and no full-time chair or vice chair.`,
  );
}
