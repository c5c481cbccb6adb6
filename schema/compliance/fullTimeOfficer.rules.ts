import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import { askedOfNone, countedEmployees, type FullTimeFacts, hasFullTimeOfficer } from "./fullTimePosts.rules.js";
import type { Parameters } from "./parameters.rules.js";

/**
 * R41, Implementation Opinions 3(2): 职工200人以上的企事业单位工会，要设专职工会主席或副主席. Exactly 200 employees fall under it.
 * Stricter than the Trade Union Law, article 14 (可以设专职工会主席).
 */
export function judgeFullTimeOfficer(facts: FullTimeFacts, parameters: Parameters): Finding {
  const { ruleGroup, closedOn, coverage, employeeCount, dispatchedCount, positions } = facts;
  const inputs = { ruleGroup, closedOn, coverage, employeeCount, dispatchedCount, positions };
  const say = new Say("R41", "FULLTIME_OFFICER_REQUIRED", inputs, parameters);
  const mark = parameters.fullTimeOfficerEmployees;
  const employees = countedEmployees(facts, parameters);
  const settled = askedOfNone(say, facts);
  if (settled) return settled;
  if (employees === undefined) return say.missing("职工人数", "the number of employees");
  if (employees < mark) return say.notApplicable(`职工不足 ${mark} 人。`, `Fewer than ${mark} employees.`);
  if (!coverage) return say.missing("建会情况", "how the unit is covered by a union");
  const isSeated = hasFullTimeOfficer(facts);
  if (isSeated === undefined)
    return say.missing("工会主席、副主席任职情况", "who holds the offices of chair and vice chair");
  if (isSeated) return say.pass("已设专职主席或副主席。", "A full-time chair or vice chair sits.");
  return say.unmet(
    words(
      `职工 ${employees} 人，未设专职主席或副主席。`,
      `${employees} employees and no full-time chair or vice chair.`,
    ),
    words("设专职主席或副主席至少一名。", "Have one full-time chair or vice chair at least."),
  );
}
