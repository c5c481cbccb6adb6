import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

export interface TownshipStaffFacts {
  /** Full-time staff on the day, own or professional union workers. */
  fullTimeStaff?: Fact<number>;
  /** Posts planned for it; absent when no plan is recorded. */
  plannedPosts?: Fact<number>;
}

/** R49, Implementation Opinions 3(2): 乡镇（街道）工会要根据辖区经济发展水平和职工队伍状况，配备专职工作人员. It gives no ratio. */
export function judgeTownshipStaff(
  { fullTimeStaff, plannedPosts }: TownshipStaffFacts,
  parameters: Parameters,
): Finding {
  const say = new Say("R49", "TOWNSHIP_STAFF_NONE", { fullTimeStaff, plannedPosts }, parameters);
  if (fullTimeStaff == null) return say.missing("专职工作人员", "full-time staff");
  if (fullTimeStaff === 0)
    return say.unmet(
      words("没有专职工作人员。", "There is no full-time staff."),
      words(
        "配备专职工作人员，或选聘社会化工会工作者。",
        "Appoint full-time staff, or hire professional union workers.",
      ),
    );
  if (plannedPosts != null && fullTimeStaff >= plannedPosts)
    return say.pass(
      `核定 ${plannedPosts} 个职位，已配 ${fullTimeStaff} 人。`,
      `${fullTimeStaff} of ${plannedPosts} planned posts are filled.`,
    );
  const planned =
    plannedPosts == null
      ? words("未核定职位数", "no posts planned")
      : words(`核定 ${plannedPosts} 个职位`, `${plannedPosts} posts planned`);
  return say.finding(
    "NEEDS_JUDGEMENT",
    words(`已配 ${fullTimeStaff} 人，${planned.zh}。`, `${fullTimeStaff} in post, ${planned.en}.`),
    words("由县（市、区）总工会判断是否与辖区状况相适应。", "The county federation judges whether it fits the area."),
  );
}
