import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import {
  askedOfNone,
  countedEmployees,
  type FullTimeFacts,
  hasFullTimeOfficer,
  hasFullTimeStaff,
} from "./fullTimePosts.rules.js";
import { anyOf } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

/**
 * R42, Implementation Opinions 3(2): 职工200人以下的企事业单位工会，可以设专职工会主席或副主席，未设专职工会主席或副主席的，应当
 * 配备专职工会工作人员. At exactly 200 the stricter R41 applies; units in a joint union are not asked one by one.
 */
export function judgeFullTimeStaff(facts: FullTimeFacts, parameters: Parameters): Finding {
  const { ruleGroup, closedOn, coverage, employeeCount, dispatchedCount, positions } = facts;
  const inputs = { ruleGroup, closedOn, coverage, employeeCount, dispatchedCount, positions };
  const say = new Say("R42", "FULLTIME_STAFF_REQUIRED", inputs, parameters);
  const employees = countedEmployees(facts, parameters);
  const { fullTimeOfficerEmployees: most, fullTimeStaffEmployees: least } = parameters;
  const settled = askedOfNone(say, facts);
  if (settled) return settled;
  if (coverage === "JOINT") return say.notApplicable("由联合工会覆盖，不逐个单位要求。", "Covered by a joint union.");
  if (employees === undefined) return say.missing("职工人数", "the number of employees");
  if (employees >= most)
    return say.notApplicable(`职工 ${most} 人以上，适用更严的规定。`, `${most} employees or more: R41 applies.`);
  if (employees < least) return say.notApplicable(`职工不足 ${least} 人，不作要求。`, `Fewer than ${least} employees.`);
  if (!coverage) return say.missing("建会情况", "how the unit is covered by a union");
  const isServed = anyOf([hasFullTimeOfficer(facts), hasFullTimeStaff(facts)]);
  if (isServed === undefined)
    return say.missing("专职主席、副主席或工作人员任职情况", "who serves the union full time");
  if (isServed) return say.pass("已有专职主席、副主席或工作人员。", "There is a full-time officer or full-time staff.");
  return say.finding(
    parameters.fullTimeStaffSeverity,
    words("既无专职主席、副主席，也无专职工会工作人员。", "Neither a full-time officer nor full-time staff."),
    words("配备专职工会工作人员，或设专职主席、副主席。", "Appoint full-time staff, or a full-time officer."),
  );
}
