import type { RuleId } from "./clauses.rules.js";
import type { ParameterKey } from "./parameterValues.rules.js";
import type { ResponsibleLevel } from "./subject.rules.js";

/** What a rule is called when it is not met. */
export type Severity = "VIOLATION" | "WARNING" | "INFO" | "NEEDS_JUDGEMENT";

/** How strongly a rule speaks, who answers for it, which dated values it uses, and the day whose values judge it. */
export interface Demand {
  /** The modal words of the clause; empty where it only describes or orders without one. */
  modal: string;
  severity: Severity;
  responsible: ResponsibleLevel;
  parameters: readonly ParameterKey[];
  /** A rule on a calendar year goes by the values in force at its end. */
  judgedBy: "DAY" | "YEAR";
}

type Told = readonly [string, Severity, ResponsibleLevel, ...ParameterKey[]];

/** Every rule that gives findings. Severity follows the modal words; where it departs from them, the table of rules says so. */
const BY_DAY = {
  R01: ["", "NEEDS_JUDGEMENT", "TOWNSHIP"],
  R02: [
    "要",
    "VIOLATION",
    "EMPLOYER",
    "establishmentYears",
    "establishmentGroups",
    "organizerSatisfiesEstablishment",
    "alertDays",
    "deadlineHolidayShift",
  ],
  R03: ["要", "VIOLATION", "EMPLOYER", "separateUnionMembers", "separateUnionGroups"],
  R04: ["可以", "WARNING", "TOWNSHIP", "jointUnionUnits"],
  R05: ["要…逐步", "INFO", "OWN_LEVEL"],
  R06: ["要以…为", "INFO", "OWN_LEVEL"],
  R07: ["要以…为", "INFO", "OWN_LEVEL", "highEducation", "highTitle", "highIncomeMultiple"],
  R12: ["", "WARNING", "TOWNSHIP"],
  R13: ["", "WARNING", "PARTY_COMMITTEE"],
  R14: ["", "WARNING", "COUNTY"],
  R15: ["应", "VIOLATION", "COUNTY", "federationEnterprises", "federationWorkers", "federationCombination"],
  R17a: ["", "NEEDS_JUDGEMENT", "GRASSROOTS"],
  R17b: ["", "NEEDS_JUDGEMENT", "GRASSROOTS"],
  R17c: ["", "WARNING", "GRASSROOTS"],
  R17d: ["", "NEEDS_JUDGEMENT", "GRASSROOTS"],
  R17e: ["", "NEEDS_JUDGEMENT", "GRASSROOTS"],
  R18: ["要", "VIOLATION", "GRASSROOTS"],
  R19: ["要", "VIOLATION", "TOWNSHIP"],
  R20: ["要…有条件的", "VIOLATION", "TOWNSHIP", "congressTermYears"],
  R21: ["", "WARNING", "TOWNSHIP"],
  R22: ["", "WARNING", "TOWNSHIP"],
  R23: ["要", "VIOLATION", "OWN_LEVEL"],
  R24: ["应", "VIOLATION", "EMPLOYER", "feeRatePercent", "feeGroups", "feeDueDay"],
  R26: [
    "须",
    "VIOLATION",
    "EMPLOYER",
    "feeRatePercent",
    "feeDueDay",
    "preparatoryFundStart",
    "establishmentYears",
    "establishmentGroups",
    "deadlineHolidayShift",
  ],
  R27: ["要", "VIOLATION", "COUNTY"],
  R29: ["要", "VIOLATION", "OWN_LEVEL"],
  R35: ["应当", "VIOLATION", "GOVERNMENT"],
  R37: ["要", "VIOLATION", "OWN_LEVEL"],
  R41: ["要", "VIOLATION", "GRASSROOTS", "fullTimeOfficerEmployees", "countDispatched"],
  R42: [
    "应当",
    "WARNING",
    "EMPLOYER",
    "fullTimeOfficerEmployees",
    "countDispatched",
    "fullTimeStaffSeverity",
    "fullTimeStaffEmployees",
  ],
  R43: ["", "WARNING", "EMPLOYER"],
  R45: ["原则上应", "WARNING", "PARTY_COMMITTEE"],
  R46: ["应", "VIOLATION", "PARTY_COMMITTEE"],
  R47: ["", "WARNING", "PARTY_COMMITTEE"],
  R48: ["不得…应当", "VIOLATION", "OWN_LEVEL"],
  R49: ["要", "VIOLATION", "TOWNSHIP"],
  R53: ["", "WARNING", "OWN_LEVEL", "incidentReportHours"],
} as const satisfies Partial<Record<RuleId, Told>>;

const BY_YEAR = {
  R08: ["确保", "WARNING", "OWN_LEVEL", "growthBasis", "growthTargetPercent"],
  R16: ["要", "VIOLATION", "COUNTY"],
  R28: ["可…要", "INFO", "GOVERNMENT", "governmentSupportLeast"],
  R30: ["要", "VIOLATION", "OWN_LEVEL", "budgetDueOn", "finalAccountDueOn", "financeReviewDueOn"],
  R32: ["要", "VIOLATION", "PARTY_COMMITTEE"],
  R33: ["", "WARNING", "MUNICIPAL"],
  R34: ["原则上", "WARNING", "OWN_LEVEL", "jointConferenceLevels"],
  R36: ["要切实…及时", "NEEDS_JUDGEMENT", "OWN_LEVEL"],
  R38: ["要", "WARNING", "COUNTY", "trainingHoursPerYear"],
} as const satisfies Partial<Record<RuleId, Told>>;

/** A rule that gives findings. */
export type FindingRule = keyof typeof BY_DAY | keyof typeof BY_YEAR;

const tell = (judgedBy: Demand["judgedBy"], rules: Record<string, Told>) =>
  Object.entries(rules).map(([rule, [modal, severity, responsible, ...parameters]]) => [
    rule,
    { modal, severity, responsible, parameters, judgedBy } satisfies Demand,
  ]);

export const DEMANDS = Object.fromEntries([...tell("DAY", BY_DAY), ...tell("YEAR", BY_YEAR)]) as Record<
  FindingRule,
  Demand
>;
