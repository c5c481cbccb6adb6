import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

/** How far a union has been brought into due form. */
export const STANDARDIZATION_STATUSES = ["NOT_STARTED", "IN_PROGRESS", "STANDARDIZED"] as const;
export type StandardizationStatus = (typeof STANDARDIZATION_STATUSES)[number];

export interface StandardizationFacts {
  standardizationStatus?: Fact<StandardizationStatus>;
  /** Points of the checklist not yet met. */
  openStandards?: Fact<number>;
}

/** R05, Implementation Opinions 2(1): 已建立工会组织的，要按规定逐步规范. 逐步 leaves time, so that it is never more than told. */
export function judgeStandardization(facts: StandardizationFacts, parameters: Parameters): Finding {
  const { standardizationStatus, openStandards } = facts;
  const say = new Say("R05", "STANDARDIZATION_PENDING", { standardizationStatus, openStandards }, parameters);
  const remedy = words("对照规范化清单逐项落实。", "Work through the checklist.");
  if (openStandards != null && openStandards > 0)
    return say.unmet(
      words(`规范化清单尚有 ${openStandards} 项未落实。`, `${openStandards} point(s) are open.`),
      remedy,
    );
  if (!standardizationStatus) return say.missing("规范化建设情况", "how far the union is standardized");
  if (standardizationStatus !== "STANDARDIZED")
    return say.unmet(words("规范化建设尚未完成。", "Standardization is not completed."), remedy);
  if (openStandards == null) return say.missing("规范化清单", "the checklist of standardization");
  return say.pass("已按规定规范。", "The union is standardized.");
}
