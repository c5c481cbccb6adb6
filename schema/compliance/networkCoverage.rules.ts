import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

export interface NetworkFacts {
  /** Whether the township has a union in force. */
  hasTownshipUnion?: Fact<boolean>;
  /** Villages and communities, and those with a union. */
  villages?: Fact<number>;
  unionisedVillages?: Fact<number>;
  /** Enterprises and institutions past their deadline, and those covered by a union. */
  dueEmployers?: Fact<number>;
  unionisedEmployers?: Fact<number>;
}

/**
 * R01, Implementation Opinions 2(1): 大力推进乡镇（街道）、行政村（社区）、企事业单位基层工会组织网络建设. Three tiers below the
 * county; how much of them suffices the text does not say.
 */
export function judgeNetworkCoverage(facts: NetworkFacts, parameters: Parameters): Finding {
  const { hasTownshipUnion, villages, unionisedVillages, dueEmployers, unionisedEmployers } = facts;
  const inputs = { hasTownshipUnion, villages, unionisedVillages, dueEmployers, unionisedEmployers };
  const say = new Say("R01", "NETWORK_COVERAGE", inputs, parameters);
  if (hasTownshipUnion == null) return say.missing("乡镇（街道）建会情况", "whether the township has a union");
  if (villages == null || unionisedVillages == null)
    return say.missing("行政村（社区）建会情况", "how many villages and communities have a union");
  if (dueEmployers == null || unionisedEmployers == null)
    return say.missing("企事业单位建会情况", "how many enterprises and institutions have a union");
  const zh = `乡镇（街道）${hasTownshipUnion ? "已" : "未"}建会；村（社区）${unionisedVillages}/${villages}；企事业单位 ${unionisedEmployers}/${dueEmployers}。`;
  const en = `Township ${hasTownshipUnion ? "with" : "without"} a union; villages ${unionisedVillages}/${villages}; units ${unionisedEmployers}/${dueEmployers}.`;
  const isWhole = hasTownshipUnion && unionisedVillages >= villages && unionisedEmployers >= dueEmployers;
  if (isWhole) return say.finding("INFO", words(`三级网络已全覆盖。${zh}`, `All three tiers are covered. ${en}`));
  return say.unmet(words(zh, en), words("对未覆盖的层级制订建会计划。", "Plan the founding of unions where none is."));
}
