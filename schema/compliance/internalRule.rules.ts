import { type Bilingual, words } from "../shared/bilingual.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { type DatedSystem, judgeChecklist } from "./standing.rules.js";

/** The three regulations the clause names; 等 leaves the list open, further ones do not count. */
export const INTERNAL_RULES = {
  WORK_MANAGEMENT: words("工作管理制度", "management of work"),
  CADRE_TRAINING: words("干部培训制度", "training of cadres"),
  FUND_USE_AND_REVIEW: words("经费使用和审查制度", "use and review of funds"),
} as const satisfies Record<string, Bilingual>;
export type InternalRule = keyof typeof INTERNAL_RULES;

export interface InternalRuleFacts {
  asOf: LocalDate;
  internalRules?: Fact<readonly DatedSystem<InternalRule>[]>;
}

/** R22, Implementation Opinions 2(4): 建立健全工作管理、干部培训、经费使用和审查等各项规章制度. */
export function judgeInternalRules({ asOf, internalRules }: InternalRuleFacts, parameters: Parameters): Finding {
  const say = new Say("R22", "INTERNAL_RULE_MISSING", { internalRules }, parameters);
  return judgeChecklist(say, INTERNAL_RULES, { asOf, systems: internalRules });
}
