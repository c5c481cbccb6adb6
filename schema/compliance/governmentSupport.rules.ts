import { words } from "../shared/bilingual.rules.js";
import { type Fen, formatYuan, parseFen } from "../shared/money.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import type { YearFacts } from "./year.rules.js";

export interface GovernmentSupportFacts extends YearFacts {
  /** Government subsidies of the year, in fen; `"0"` when there were none. */
  governmentSubsidy?: Fact<Fen>;
}

/**
 * R28, Implementation Opinions 2(5): 乡镇政府（街道办事处）要加大对工会工作和工会经费的支持力度. 加大 has no figure: any support is
 * left to judgement unless an authority has set one.
 */
export function judgeGovernmentSupport(facts: GovernmentSupportFacts, parameters: Parameters): Finding {
  const { year, governmentSubsidy } = facts;
  const say = new Say("R28", "GOVERNMENT_SUPPORT_NONE", { year, governmentSubsidy }, parameters);
  if (governmentSubsidy == null) return say.missing("政府经费支持记录", "government subsidies of the year");
  const remedy = words(
    "商请乡镇政府（街道办事处）安排工会经费。",
    "Ask the township government to budget for the union.",
  );
  const fen = parseFen(governmentSubsidy);
  if (fen <= 0n) return say.unmet(words("本年没有政府经费支持。", "No government support this year."), remedy);
  const yuan = formatYuan(fen);
  const reason = words(`本年政府经费支持 ${yuan} 元。`, `Government support of ${yuan} yuan this year.`);
  const { governmentSupportLeast: least } = parameters;
  if (least === null)
    return say.finding(
      "NEEDS_JUDGEMENT",
      reason,
      words("由上级判断支持力度是否加大。", "The level above judges whether it grew."),
    );
  return fen >= parseFen(least) ? say.pass(reason.zh, reason.en) : say.unmet(reason, remedy);
}
