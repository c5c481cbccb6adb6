import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { judgeYearlyPaper, type YearlyPaperFacts } from "./yearlyPaper.rules.js";

export interface FinanceReviewFacts extends YearlyPaperFacts {
  /** Whether the funds of the year were reviewed by the day. */
  hasFinanceReview?: Fact<boolean>;
}

const NAME = words("经费审查", "finance review");

/** R30, Implementation Opinions 2(5): 建立预算、决算、经费审查监督制度. The review is due in the year after. */
export function judgeFinanceReview(facts: FinanceReviewFacts, parameters: Parameters): Finding {
  const { unionType, year, hasFinanceReview: isHeld } = facts;
  const say = new Say("R30", "AUDIT_REVIEW_MISSING", { unionType, year, hasFinanceReview: isHeld }, parameters);
  return judgeYearlyPaper(say, facts, { name: NAME, isHeld, dueDay: parameters.financeReviewDueOn, yearsAfter: 1 });
}
