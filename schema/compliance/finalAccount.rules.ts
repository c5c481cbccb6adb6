import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { judgeYearlyPaper, type YearlyPaperFacts } from "./yearlyPaper.rules.js";

export interface FinalAccountFacts extends YearlyPaperFacts {
  /** Whether the final account of the year was adopted by the day. */
  hasFinalAccount?: Fact<boolean>;
}

const NAME = words("决算", "final account");

/** R30, Implementation Opinions 2(5): 建立预算、决算、经费审查监督制度. The final account is due in the year after. */
export function judgeFinalAccount(facts: FinalAccountFacts, parameters: Parameters): Finding {
  const { unionType, year, hasFinalAccount: isHeld } = facts;
  const say = new Say("R30", "FINAL_ACCOUNT_MISSING", { unionType, year, hasFinalAccount: isHeld }, parameters);
  return judgeYearlyPaper(say, facts, { name: NAME, isHeld, dueDay: parameters.finalAccountDueOn, yearsAfter: 1 });
}
