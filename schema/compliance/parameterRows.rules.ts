import { type Bilingual, words } from "../shared/bilingual.rules.js";
import type { Period } from "../shared/period.rules.js";
import { OPINIONS_2013 } from "./opinions2013.rules.js";
import type { ParameterKey, ParameterValues } from "./parameterValues.rules.js";

/** One value on the days it is in force, with the paper it stands in. */
export interface ParameterRow<K extends ParameterKey = ParameterKey> extends Period {
  key: K;
  value: ParameterValues[K];
  source: Bilingual;
}

const PROPOSAL = words("系统默认值，文件未作规定", "Default of the system; the paper does not say");
const LAW_2021 = "2021-12-24";

const opinions = (clause: string, number: string) =>
  words(`《实施意见》${clause}`, `Implementation Opinions ${number}`);
const NETWORK = opinions("二(一)", "2(1)");
const LEADERSHIP = opinions("二(二)", "2(2)");
const FUNDS = opinions("二(五)", "2(5)");
const CADRES = opinions("三(二)", "3(2)");

function since2013<K extends ParameterKey>(key: K, value: ParameterValues[K], source = PROPOSAL): ParameterRow {
  return { key, value, source, validFrom: OPINIONS_2013.issuedOn };
}

/** The dated rule set: the policy text from its date on, and the Trade Union Law of 2021 where it goes further. */
export const PARAMETER_ROWS: readonly ParameterRow[] = [
  since2013("establishmentYears", 1, NETWORK),
  since2013("establishmentGroups", ["ENTERPRISE", "PUBLIC_INSTITUTION"], NETWORK),
  since2013("organizerSatisfiesEstablishment", false),
  since2013("alertDays", 90),
  since2013("deadlineHolidayShift", false),
  since2013("statutoryHolidays", []),
  since2013("separateUnionMembers", 25, NETWORK),
  {
    ...since2013("separateUnionGroups", ["ENTERPRISE", "PUBLIC_INSTITUTION", "STATE_ORGAN"], NETWORK),
    validTo: LAW_2021,
  },
  {
    key: "separateUnionGroups",
    value: ["ENTERPRISE", "PUBLIC_INSTITUTION", "STATE_ORGAN", "SOCIAL_ORGANIZATION"],
    source: words("《中华人民共和国工会法》第十一条", "Trade Union Law, article 11"),
    validFrom: LAW_2021,
  },
  since2013("jointUnionUnits", 2, NETWORK),
  since2013("highEducation", "BACHELOR"),
  since2013("highTitle", "SENIOR"),
  since2013("highIncomeMultiple", 3),
  since2013("growthBasis", "FLOW"),
  since2013("growthTargetPercent", null),
  since2013("federationEnterprises", 50, LEADERSHIP),
  since2013("federationWorkers", 2000, LEADERSHIP),
  since2013("federationCombination", "AND", LEADERSHIP),
  since2013("contractYearsLeast", 1),
  since2013("contractYearsMost", 3),
  since2013("congressTermYears", 5),
  since2013("feeRatePercent", "2.00", FUNDS),
  since2013("feeGroups", ["ENTERPRISE", "PUBLIC_INSTITUTION", "STATE_ORGAN"], FUNDS),
  since2013("feeDueDay", 15),
  since2013("preparatoryFundStart", "AFTER_DEADLINE"),
  since2013("governmentSupportLeast", null),
  since2013("budgetDueOn", "03-31"),
  since2013("finalAccountDueOn", "03-31"),
  since2013("financeReviewDueOn", "06-30"),
  since2013("jointConferenceLevels", ["MUNICIPAL", "COUNTY"]),
  since2013("trainingHoursPerYear", null),
  since2013("fullTimeOfficerEmployees", 200, CADRES),
  since2013("countDispatched", true),
  since2013("fullTimeStaffSeverity", "WARNING"),
  since2013("fullTimeStaffEmployees", 0),
  since2013("incidentReportHours", null),
];
