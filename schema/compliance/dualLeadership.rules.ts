import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import { allOf, type Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

export interface DualLeadershipFacts {
  /** Whether the link to the party committee of the level is in force: the primary one. */
  hasPartyCommittee?: Fact<boolean>;
  /** Whether the link to the union above is in force: the secondary one. */
  hasSuperior?: Fact<boolean>;
}

/** R13, Implementation Opinions 2(2): 接受同级党委和上级工会双重领导，以同级党委领导为主. Either link missing is warned of. */
export function judgeDualLeadership(facts: DualLeadershipFacts, parameters: Parameters): Finding {
  const { hasPartyCommittee, hasSuperior } = facts;
  const say = new Say("R13", "DUAL_LEADERSHIP_INCOMPLETE", { hasPartyCommittee, hasSuperior }, parameters);
  const isWhole = allOf([hasPartyCommittee, hasSuperior]);
  if (isWhole === undefined)
    return say.missing("同级党委或上级工会的领导关系", "the link to the party committee or to the union above");
  if (isWhole) return say.pass("同级党委和上级工会的领导关系齐全。", "Both links are in force.");
  const lacking = [
    ...(hasPartyCommittee === false ? [words("同级党委", "the party committee")] : []),
    ...(hasSuperior === false ? [words("上级工会", "the union above")] : []),
  ];
  const zh = lacking.map((one) => one.zh).join("、");
  return say.unmet(
    words(`缺少${zh}的领导关系。`, `No link to ${lacking.map((one) => one.en).join(" and ")}.`),
    words(`登记${zh}的领导关系及起始日期。`, "Record the missing link with the day it began."),
  );
}
