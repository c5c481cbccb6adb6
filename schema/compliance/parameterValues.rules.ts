import type { RuleGroup } from "../employers/employer.rules.js";
import type { UnionLevel } from "../hierarchy/unionType.rules.js";
import type { Fen } from "../shared/money.rules.js";
import type { LocalDate } from "../shared/period.rules.js";

/** Numbers and choices that rules are given as facts; each is a dated row, so that a new paper is a new version. */
export interface ParameterValues {
  /** R02: years from opening to the founding of a union. */
  establishmentYears: number;
  /** R02: kinds of unit that must found one within that time. */
  establishmentGroups: readonly RuleGroup[];
  /** R02: whether an organizer (组织员) counts as a union organisation. */
  organizerSatisfiesEstablishment: boolean;
  /** R02: days before the deadline from which a reminder is shown. */
  alertDays: number;
  /** Whether a last day on a statutory holiday moves to the next day (Civil Code, article 203). */
  deadlineHolidayShift: boolean;
  /** The statutory holidays known to the rule set, used only by that shift. */
  statutoryHolidays: readonly LocalDate[];
  /** R03: members of a unit from which it needs a union of its own. */
  separateUnionMembers: number;
  /** R03: kinds of unit that need one. */
  separateUnionGroups: readonly RuleGroup[];
  /** R04: units a joint union must cover. */
  jointUnionUnits: number;
  /** R07: least education that counts as 高学历. */
  highEducation: "BACHELOR" | "MASTER" | "DOCTOR";
  /** R07: least professional title that counts as 高职称. */
  highTitle: "ASSOCIATE_SENIOR" | "SENIOR";
  /** R07: 高收入 is more than this many times the local average wage. */
  highIncomeMultiple: number;
  /** R08: whether the flow of the year or the stock at its end has to grow. */
  growthBasis: "FLOW" | "STOCK";
  /** R08: growth an authority has set, in percent as text; null while none is set. */
  growthTargetPercent: string | null;
  /** R15: enterprises of a township from which a federation is due. */
  federationEnterprises: number;
  /** R15: workers in the secondary and tertiary sectors from which a federation is due. */
  federationWorkers: number;
  /** R15: whether both numbers must be reached (the comma 、 read as cumulative) or one suffices. */
  federationCombination: "AND" | "OR";
  /** R17c: shortest and longest usual life of a collective contract in years; another one only warns at input. */
  contractYearsLeast: number;
  contractYearsMost: number;
  /** R20: years of a term of the union congress of a township federation. */
  congressTermYears: number;
  /** R24, R26: share of the payroll due each month, in percent as text. */
  feeRatePercent: string;
  /** R24: kinds of unit that pay the fee. */
  feeGroups: readonly RuleGroup[];
  /** R24, R26: day of the following month by which a month is to be paid, that day included. */
  feeDueDay: number;
  /** R26: from when a unit without a union pays the preparatory fund. */
  preparatoryFundStart: "AFTER_DEADLINE" | "FROM_OPENING";
  /** R28: government support of the year that suffices, in fen; null while no authority has set a figure. */
  governmentSupportLeast: Fen | null;
  /** R30: last day `MM-DD` of the year by which its budget is adopted. */
  budgetDueOn: string;
  /** R30: last day `MM-DD` of the following year by which the final account is adopted. */
  finalAccountDueOn: string;
  /** R30: last day `MM-DD` of the following year by which the account is reviewed. */
  financeReviewDueOn: string;
  /** R34: levels that hold the yearly joint conference. */
  jointConferenceLevels: readonly UnionLevel[];
  /** R38: training hours a cadre needs in a year; null while no requirement is in force. */
  trainingHoursPerYear: number | null;
  /** R41: employees from which a full-time chair or vice chair is due; R42 below. */
  fullTimeOfficerEmployees: number;
  /** R41, R42: whether dispatched workers count as employees of the unit. */
  countDispatched: boolean;
  /** R42: what its breach is called. */
  fullTimeStaffSeverity: "WARNING" | "VIOLATION";
  /** R42: employees from which it is tested at all. */
  fullTimeStaffEmployees: number;
  /** R53: hours within which an incident is reported; null while no limit is set. */
  incidentReportHours: number | null;
}
export type ParameterKey = keyof ParameterValues;
