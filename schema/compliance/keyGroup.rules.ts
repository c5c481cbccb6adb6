import { type Bilingual, words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

/** Groups of workers to be won first. */
export const KEY_GROUPS = ["MIGRANT", "DISPATCHED", "HIGH_EDUCATION", "HIGH_TITLE", "HIGH_INCOME"] as const;
export type KeyGroup = (typeof KEY_GROUPS)[number];

export const KEY_GROUP_NAMES: Record<KeyGroup, Bilingual> = {
  MIGRANT: words("农民工", "Migrant workers"),
  DISPATCHED: words("劳务派遣工", "Dispatched workers"),
  HIGH_EDUCATION: words("高学历群体", "Workers with high education"),
  HIGH_TITLE: words("高职称群体", "Workers with a high title"),
  HIGH_INCOME: words("高收入群体", "Workers with high income"),
};

export interface KeyGroupCount {
  group: KeyGroup;
  workers?: Fact<number>;
  members?: Fact<number>;
}

export interface KeyGroupFacts {
  /** Head counts of the reporting period by group; what is high is laid down in the rule set. */
  keyGroups?: Fact<readonly KeyGroupCount[]>;
}

/** R07, Implementation Opinions 2(1): 以农民工、劳务派遣工以及高学历、高职称、高收入群体为重点对象. One line for each group. */
export function judgeKeyGroups({ keyGroups }: KeyGroupFacts, parameters: Parameters): Finding[] {
  if (!keyGroups || keyGroups.length === 0)
    return [
      new Say("R07", "KEY_GROUP_COVERAGE", { keyGroups }, parameters).missing(
        "重点对象人数",
        "head counts of key groups",
      ),
    ];
  return keyGroups.map((count) => judgeKeyGroup(count, parameters));
}

function judgeKeyGroup({ group, workers, members }: KeyGroupCount, parameters: Parameters): Finding {
  const say = new Say("R07", "KEY_GROUP_COVERAGE", { group, workers, members }, parameters);
  const name = KEY_GROUP_NAMES[group];
  if (workers == null || members == null)
    return say.missing(`${name.zh}人数`, `head count: ${name.en}`, { item: group });
  const reason = words(
    `${name.zh} ${workers} 人，会员 ${members} 人。`,
    `${name.en}: ${members} of ${workers} are members.`,
  );
  return say.unmet(reason, words("组织未入会人员入会。", "Enrol those who are not yet members."), { item: group });
}
