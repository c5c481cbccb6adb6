import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import type { FormOnDay } from "./townshipUnion.rules.js";

export interface StandingCongressFacts {
  townshipForm?: Fact<FormOnDay>;
  /** Whether the delegates keep their mandate through the term (常任制). */
  hasStandingSystem?: Fact<boolean>;
}

const ITEM = { item: "STANDING_SYSTEM" };

/** R20, Implementation Opinions 2(4): 有条件的实行工会代表大会常任制. Only for those who can, hence never more than told. */
export function judgeStandingCongress(facts: StandingCongressFacts, parameters: Parameters): Finding {
  const { townshipForm, hasStandingSystem } = facts;
  const say = new Say("R20", "UNION_CONGRESS_REQUIRED", { townshipForm, hasStandingSystem }, parameters);
  if (!townshipForm) return say.missing("乡镇（街道）工会的组织形式", "the form of the township union", ITEM);
  if (townshipForm !== "FEDERATION") return say.notApplicable("未建立总工会。", "It is no federation.", ITEM);
  if (hasStandingSystem == null) return say.missing("是否实行常任制", "whether the congress is a standing one", ITEM);
  if (hasStandingSystem) return say.pass("已实行常任制。", "The congress is a standing one.", ITEM);
  const remedy = words(
    "有条件的，可实行工会代表大会常任制。",
    "Where conditions allow, introduce a standing congress.",
  );
  return say.finding("INFO", words("未实行常任制。", "The congress is not a standing one."), remedy, ITEM);
}
