import { words } from "../shared/bilingual.rules.js";
import { multiply, parseFraction } from "../shared/fraction.rules.js";
import { type Fen, formatYuan, parseFen, printFen, roundHalfUp } from "../shared/money.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

export interface RetentionFacts {
  /** What the unions below the township sent up in the period, in fen: the base, not the whole fee. */
  remittedTotal?: Fact<Fen>;
  /** Share for the township's class in the county's policy, in percent as text. */
  retentionPercent?: Fact<string>;
  retentionCredited?: Fact<Fen>;
}

/** What is to be kept for a township: computed once on the sum, half up to the fen. */
export function retainedOf(remittedTotal: Fen, percent: string): bigint {
  const { numerator, denominator } = multiply(parseFraction(percent), parseFraction("0.01"));
  return roundHalfUp(parseFen(remittedTotal) * numerator, denominator);
}

/** R27, Implementation Opinions 2(5): 将基层工会上交经费总额以一定的比例留存乡镇（街道）工会. */
export function judgeRetentionShortfall(facts: RetentionFacts, parameters: Parameters): Finding {
  const { remittedTotal, retentionPercent, retentionCredited } = facts;
  const inputs = { remittedTotal, retentionPercent, retentionCredited };
  const say = new Say("R27", "RETENTION_SHORTFALL", inputs, parameters);
  if (remittedTotal == null) return say.missing("基层工会上交经费总额", "what the unions below sent up");
  if (retentionPercent == null) return say.missing("留存比例", "the ratio of retention");
  if (retentionCredited == null) return say.missing("留存经费到账记录", "the retention credited");
  const shortfall = retainedOf(remittedTotal, retentionPercent) - parseFen(retentionCredited);
  if (shortfall <= 0n) return say.pass("留存经费已足额到账。", "The retention is credited in full.");
  const owed = formatYuan(shortfall);
  return say.unmet(
    words(`留存经费少到账 ${owed} 元。`, `The retention is ${owed} yuan short.`),
    words(`补拨 ${owed} 元。`, `Credit ${owed} yuan.`),
    { shortfall: printFen(shortfall) },
  );
}
