import type { UnionType } from "../hierarchy/unionType.rules.js";
import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { keepsAccounts } from "./separateAccount.rules.js";

export interface IndependentAccountingFacts {
  unionType?: Fact<UnionType>;
  hasIndependentAccounting?: Fact<boolean>;
}

/** R29, Implementation Opinions 2(5): 实行独立核算. */
export function judgeIndependentAccounting(facts: IndependentAccountingFacts, parameters: Parameters): Finding {
  const { unionType, hasIndependentAccounting } = facts;
  const say = new Say("R29", "INDEPENDENT_ACCOUNTING_MISSING", { unionType, hasIndependentAccounting }, parameters);
  if (!unionType) return say.missing("工会组织形式", "the type of the union");
  if (!keepsAccounts(unionType))
    return say.notApplicable("本条只适用于乡镇（街道）工会和基层工会。", "Township and grassroots unions are meant.");
  if (hasIndependentAccounting == null) return say.missing("是否独立核算", "whether it keeps accounts of its own");
  if (hasIndependentAccounting) return say.pass("已实行独立核算。", "It keeps accounts of its own.");
  return say.unmet(
    words("未实行独立核算。", "It keeps no accounts of its own."),
    words("单独设账，独立核算工会经费。", "Keep the union's accounts apart."),
  );
}
