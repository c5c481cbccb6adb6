import { covers, type LocalDate, type Period } from "../shared/period.rules.js";
import { OPINIONS_2013 } from "./opinions2013.rules.js";

/** Numbers and choices that rules are given as facts; each is a dated row, so that a new paper is a new version. */
export interface Parameters {
  /** R02: years from opening to the founding of a union. */
  establishmentYears: number;
  /** R02: days before the deadline from which a reminder is shown. */
  alertDays: number;
  /** R03: members of a unit from which it needs a union of its own. */
  separateUnionMembers: number;
  /** R15: enterprises of a township from which a federation is due. */
  federationEnterprises: number;
  /** R15: workers in the secondary and tertiary sectors from which a federation is due. */
  federationWorkers: number;
  /** R15: whether both numbers must be reached (the comma 、 read as cumulative) or one suffices. */
  federationCombination: "AND" | "OR";
  /** R41: employees from which a full-time chair or vice chair is due; R42 below. */
  fullTimeOfficerEmployees: number;
  /** R41, R42: whether dispatched workers count as employees of the unit. */
  countDispatched: boolean;
  /** R42: what its breach is called. */
  fullTimeStaffSeverity: "WARNING" | "VIOLATION";
  /** R42: employees from which it is tested at all. */
  fullTimeStaffEmployees: number;
}

export interface ParameterRow<K extends keyof Parameters = keyof Parameters> extends Period {
  key: K;
  value: Parameters[K];
  /** The paper the value stands in, or "our proposal" where none is known. */
  source: string;
}

const PROPOSAL = "our proposal";

function since2013<K extends keyof Parameters>(key: K, value: Parameters[K], source: string): ParameterRow {
  return { key, value, source, validFrom: OPINIONS_2013.issuedOn };
}

/** First dated version of the rule set, in force from the date of the policy text. */
export const PARAMETER_ROWS: readonly ParameterRow[] = [
  since2013("establishmentYears", 1, "二(一)"),
  since2013("alertDays", 90, PROPOSAL),
  since2013("separateUnionMembers", 25, "二(一)"),
  since2013("federationEnterprises", 50, "二(二)"),
  since2013("federationWorkers", 2000, "二(二)"),
  since2013("federationCombination", "AND", "二(二)"),
  since2013("fullTimeOfficerEmployees", 200, "三(二)"),
  since2013("countDispatched", true, PROPOSAL),
  since2013("fullTimeStaffSeverity", "WARNING", PROPOSAL),
  since2013("fullTimeStaffEmployees", 0, PROPOSAL),
];

/** The values in force on a day; undefined before the rule set began or when a value has no row for that day. */
export function parametersOn(day: LocalDate, rows: readonly ParameterRow[] = PARAMETER_ROWS): Parameters | undefined {
  const keys = new Set(PARAMETER_ROWS.map(({ key }) => key));
  const inForce = rows.filter((row) => covers(row, day));
  const values = Object.fromEntries(inForce.map(({ key, value }) => [key, value]));
  return [...keys].every((key) => key in values) ? (values as unknown as Parameters) : undefined;
}
