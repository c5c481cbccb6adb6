import { words } from "../shared/bilingual.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { hasClosed, type UnitFacts } from "./employerFacts.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

export interface SeparateUnionFacts extends UnitFacts {
  /** Union members (会员) working in this unit, not those of a whole joint union. */
  members?: Fact<number>;
  /** First day on which they were as many as the mark. */
  membersReachedOn?: Fact<LocalDate>;
}

/**
 * R03, Implementation Opinions 2(1): 企事业单位、机关有会员25人以上的，要单独建立基层工会委员会. Counts the members of the unit
 * itself; exactly 25 fall under it. Social organizations follow from the Trade Union Law of 2021, article 11.
 */
export function judgeSeparateUnion(facts: SeparateUnionFacts, parameters: Parameters): Finding {
  const { ruleGroup, closedOn, coverage, members, membersReachedOn } = facts;
  const inputs = { ruleGroup, closedOn, coverage, members };
  const say = new Say("R03", "SEPARATE_UNION_REQUIRED", inputs, parameters);
  const { separateUnionMembers: mark, separateUnionGroups: groups } = parameters;
  if (hasClosed(facts)) return say.notApplicable("单位已终止。", "The unit has closed.");
  if (!ruleGroup) return say.missing("单位类型", "the category of the unit");
  if (!groups.includes(ruleGroup))
    return say.notApplicable("本条不适用于该类单位。", "This kind of unit is not meant.");
  if (!coverage) return say.missing("建会情况", "how the unit is covered by a union");
  if (coverage === "OWN") return say.pass("已单独建立基层工会委员会。", "It has a union committee of its own.");
  if (coverage === "NONE")
    return say.notApplicable(
      "尚未建会，没有会员可计，另按职工人数推断。",
      "No union, hence no members; see the presumption.",
    );
  if (members == null) return say.missing("本单位会员人数", "the number of members in the unit");
  if (members < mark)
    return say.pass(`本单位会员 ${members} 人，不足 ${mark} 人。`, `${members} members, fewer than ${mark}.`);
  return say.unmet(
    words(`本单位会员 ${members} 人，未单独建会。`, `${members} members and no union committee of its own.`),
    words(
      "从联合工会中分立，单独建立基层工会委员会。",
      "Leave the joint union and found a union committee of its own.",
    ),
    membersReachedOn ? { since: membersReachedOn } : {},
  );
}
