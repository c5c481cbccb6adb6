import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

export interface MemberRollFacts {
  members?: Fact<number>;
  /** Members on the roll whose identity, union or joining date is not complete. */
  incompleteMembers?: Fact<number>;
  activists?: Fact<number>;
  /** Recommendations of members for the party (推优入党) on record. */
  partyRecommendations?: Fact<number>;
}

/** R17a, Implementation Opinions 2(3)1: 发展、吸收会员，建设工会积极分子队伍，做好会员会籍管理工作. A duty without figures. */
export function judgeMemberRoll(facts: MemberRollFacts, parameters: Parameters): Finding {
  const { members, incompleteMembers, activists, partyRecommendations } = facts;
  const inputs = { members, incompleteMembers, activists, partyRecommendations };
  const say = new Say("R17a", "MEMBER_ROLL_INCOMPLETE", inputs, parameters);
  if (members == null || incompleteMembers == null) return say.missing("会员名册", "the member roll");
  if (activists == null) return say.missing("积极分子名单", "the list of activists");
  if (partyRecommendations == null) return say.missing("“推优入党”记录", "recommendations for the party");
  const open = [
    ...(members === 0 ? [words("名册无会员", "nobody is on the roll")] : []),
    ...(incompleteMembers > 0
      ? [words(`${incompleteMembers} 名会员信息不全`, `${incompleteMembers} member(s) incomplete`)]
      : []),
    ...(activists === 0 ? [words("无积极分子", "no activists")] : []),
    ...(partyRecommendations === 0 ? [words("无“推优入党”记录", "no recommendation for the party")] : []),
  ];
  if (open.length === 0)
    return say.pass("会员名册、积极分子和推优记录齐全。", "Roll, activists and recommendations are on record.");
  return say.unmet(
    words(`${open.map((one) => one.zh).join("，")}。`, `To be judged: ${open.map((one) => one.en).join(", ")}.`),
    words("补全会员信息，由上级工会判断履职情况。", "Complete the roll; the union above judges the duty."),
  );
}
