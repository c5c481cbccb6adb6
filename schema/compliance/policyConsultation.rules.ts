import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

/** What a policy of a department is about; the clause names the first four. */
export type ConsultationTopic = "EMPLOYMENT" | "WAGES" | "SAFETY_AND_HEALTH" | "SOCIAL_INSURANCE" | "OTHER";

export interface ConsultedPolicy {
  id: string;
  topic?: Fact<ConsultationTopic>;
  unionTookPart?: Fact<boolean>;
}

export interface PolicyConsultationFacts {
  /** Policies on record; the system cannot know of those nobody recorded. */
  consultedPolicies?: Fact<readonly ConsultedPolicy[]>;
}

const CODE = "POLICY_WITHOUT_CONSULTATION";

/** R35, Implementation Opinions 3(1): 应当吸收同级工会参加研究，听取工会意见. One finding for each recorded policy. */
export function judgePolicyConsultations(
  { consultedPolicies }: PolicyConsultationFacts,
  parameters: Parameters,
): Finding[] {
  const say = new Say("R35", CODE, { consultedPolicies }, parameters);
  if (!consultedPolicies) return [say.missing("政策征求意见记录", "policies and consultations")];
  if (consultedPolicies.length === 0) return [say.notApplicable("没有登记的政策。", "No policy is on record.")];
  return consultedPolicies.map((policy) => judgePolicyConsultation(policy, parameters));
}

/** R35 for one policy: the department that made it answers. */
export function judgePolicyConsultation(policy: ConsultedPolicy, parameters: Parameters): Finding {
  const { id: item, topic, unionTookPart } = policy;
  const say = new Say("R35", CODE, { topic, unionTookPart }, parameters);
  if (topic === "OTHER")
    return say.notApplicable("不属于涉及职工切身利益的四类政策。", "It is about none of the four topics.", { item });
  if (!topic) return say.missing("政策所属类别", "the topic of the policy", { item });
  if (unionTookPart == null) return say.missing("工会是否参加研究", "whether the union took part", { item });
  if (unionTookPart) return say.pass("已吸收同级工会参加研究。", "The union took part.", { item });
  return say.unmet(
    words("制定时未吸收同级工会参加研究。", "The policy was made without the union."),
    words("补充听取同级工会意见。", "Hear the union's opinion now."),
    { item },
  );
}
