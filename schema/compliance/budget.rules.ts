import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { judgeYearlyPaper, type YearlyPaperFacts } from "./yearlyPaper.rules.js";

export interface BudgetFacts extends YearlyPaperFacts {
  /** Whether a budget of the year was adopted by the day. */
  hasBudget?: Fact<boolean>;
}

const NAME = words("预算", "budget");

/** R30, Implementation Opinions 2(5): 建立预算、决算、经费审查监督制度. The budget is due in its own year. */
export function judgeBudget(facts: BudgetFacts, parameters: Parameters): Finding {
  const { unionType, year, hasBudget: isHeld } = facts;
  const say = new Say("R30", "BUDGET_MISSING", { unionType, year, hasBudget: isHeld }, parameters);
  return judgeYearlyPaper(say, facts, { name: NAME, isHeld, dueDay: parameters.budgetDueOn, yearsAfter: 0 });
}
