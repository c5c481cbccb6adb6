import type { UnionLevel } from "../hierarchy/unionType.rules.js";
import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import type { YearFacts } from "./year.rules.js";

export interface LeadingGroupFacts extends YearFacts {
  level?: Fact<UnionLevel>;
  /** Whether a leading group is in force on the day. */
  hasLeadingGroup?: Fact<boolean>;
  leadingGroupMeetings?: Fact<number>;
}

/** R33, Implementation Opinions 3(1): 建立绍兴市推进基层工会建设工作领导小组，定期召开会议. One group, of the city. */
export function judgeLeadingGroup(facts: LeadingGroupFacts, parameters: Parameters): Finding {
  const { year, level, hasLeadingGroup, leadingGroupMeetings } = facts;
  const inputs = { year, level, hasLeadingGroup, leadingGroupMeetings };
  const say = new Say("R33", "LEADING_GROUP_MISSING", inputs, parameters);
  if (!level) return say.missing("工会层级", "the level of the union");
  if (level !== "MUNICIPAL") return say.notApplicable("领导小组设在市一级。", "The leading group is that of the city.");
  if (hasLeadingGroup == null) return say.missing("领导小组", "the leading group");
  if (!hasLeadingGroup)
    return say.unmet(
      words("没有领导小组。", "There is no leading group."),
      words("发文成立领导小组。", "Set one up by a paper."),
    );
  if (leadingGroupMeetings == null) return say.missing("领导小组会议记录", "meetings of the leading group");
  if (leadingGroupMeetings > 0)
    return say.pass(`本年已召开 ${leadingGroupMeetings} 次会议。`, `It met ${leadingGroupMeetings} time(s) this year.`);
  return say.finding(
    "INFO",
    words("本年没有召开会议。", "It has not met this year."),
    words("召开领导小组会议。", "Convene the leading group."),
  );
}
