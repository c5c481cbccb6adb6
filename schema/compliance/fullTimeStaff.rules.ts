import { isInOffice } from "../positions/office.rules.js";
import { type Finding, findings } from "./finding.rules.js";
import { countedEmployees, type FullTimeFacts, hasFullTimeOfficer } from "./fullTimeOfficer.rules.js";
import type { Parameters } from "./parameters.rules.js";

function hasFullTimeStaff({ positions, asOf }: FullTimeFacts): boolean {
  return positions.some((one) => one.role === "STAFF" && one.employmentMode === "FULL_TIME" && isInOffice(one, asOf));
}

/**
 * R42, Implementation Opinions 3(2): 职工200人以下的企事业单位工会，可以设专职工会主席或副主席，未设专职工会主席或副主席的，应当
 * 配备专职工会工作人员. At exactly 200 the stricter R41 applies.
 */
export function judgeFullTimeStaff(facts: FullTimeFacts, parameters: Parameters): Finding {
  const employees = countedEmployees(facts, parameters);
  const { fullTimeOfficerEmployees: most, fullTimeStaffEmployees: least } = parameters;
  const say = findings("R42", "FULLTIME_STAFF_REQUIRED", { employees, positions: facts.positions });
  if (facts.ruleGroup !== "ENTERPRISE" && facts.ruleGroup !== "PUBLIC_INSTITUTION")
    return say("NOT_APPLICABLE", "本条只适用于企事业单位。", "Only enterprises and public institutions are meant.");
  if (employees === undefined) return say("INSUFFICIENT_DATA", "缺少职工人数。", "The number of employees is missing.");
  if (employees >= most)
    return say("NOT_APPLICABLE", `职工 ${most} 人以上，适用更严的规定。`, `${most} employees or more: R41 applies.`);
  if (employees < least)
    return say("NOT_APPLICABLE", `职工不足 ${least} 人，不作要求。`, `Fewer than ${least} employees.`);
  if (hasFullTimeOfficer(facts)) return say("PASS", "已设专职主席或副主席。", "A full-time chair or vice chair sits.");
  if (hasFullTimeStaff(facts)) return say("PASS", "已配备专职工会工作人员。", "There is full-time union staff.");
  return say(
    parameters.fullTimeStaffSeverity,
    "既无专职主席、副主席，也无专职工会工作人员。",
    "Neither a full-time officer nor full-time staff.",
  );
}
