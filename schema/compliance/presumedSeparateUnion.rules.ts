import { words } from "../shared/bilingual.rules.js";
import { hasClosed, type UnitFacts } from "./employerFacts.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

export interface PresumedUnionFacts extends UnitFacts {
  employeeCount?: Fact<number>;
}

/**
 * R03, Implementation Opinions 2(1): 企事业单位、机关有会员25人以上的，要单独建立基层工会委员会. A unit without any union has no
 * members to count; with that many employees it is presumed to fall under the rule, which a person has to judge.
 */
export function judgePresumedSeparateUnion(facts: PresumedUnionFacts, parameters: Parameters): Finding {
  const { ruleGroup, closedOn, coverage, employeeCount } = facts;
  const inputs = { ruleGroup, closedOn, coverage, employeeCount };
  const say = new Say("R03", "SEPARATE_UNION_PRESUMED", inputs, parameters);
  const { separateUnionMembers: mark, separateUnionGroups: groups } = parameters;
  if (hasClosed(facts)) return say.notApplicable("单位已终止。", "The unit has closed.");
  if (!ruleGroup) return say.missing("单位类型", "the category of the unit");
  if (!groups.includes(ruleGroup))
    return say.notApplicable("本条不适用于该类单位。", "This kind of unit is not meant.");
  if (!coverage) return say.missing("建会情况", "how the unit is covered by a union");
  if (coverage !== "NONE")
    return say.notApplicable("已有会员可计，不作推断。", "There are members to count; nothing is presumed.");
  if (employeeCount == null) return say.missing("职工人数", "the number of employees");
  if (employeeCount < mark)
    return say.notApplicable(`职工不足 ${mark} 人，不作推断。`, `Fewer than ${mark} employees; nothing is presumed.`);
  return say.finding(
    "NEEDS_JUDGEMENT",
    words(
      `尚未建会，职工 ${employeeCount} 人，会员可能达到 ${mark} 人。`,
      `No union; of ${employeeCount} employees ${mark} may join.`,
    ),
    words("核实职工入会意愿，达到人数的单独建会。", "Ask the employees; where enough join, found a separate union."),
  );
}
