import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

export interface ImplementationPlanFacts {
  /** Whether the federation's plan is in the register of documents. */
  hasImplementationPlan?: Fact<boolean>;
}

/** R37, Implementation Opinions 3(1): 结合本地实际，制订基层工会、乡镇（街道）工会建设的实施方案. */
export function judgeImplementationPlan(facts: ImplementationPlanFacts, parameters: Parameters): Finding {
  const { hasImplementationPlan } = facts;
  const say = new Say("R37", "IMPLEMENTATION_PLAN_MISSING", { hasImplementationPlan }, parameters);
  if (hasImplementationPlan == null) return say.missing("实施方案登记", "the register of plans");
  if (hasImplementationPlan) return say.pass("已制订实施方案。", "A plan is in the register.");
  return say.unmet(
    words("没有实施方案。", "There is no plan."),
    words("制订实施方案并登记。", "Draw up a plan and register it."),
  );
}
