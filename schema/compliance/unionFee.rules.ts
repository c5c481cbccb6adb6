import { hasClosed } from "./employerFacts.rules.js";
import { type FeeFacts, type FeeMonth, judgePaid, lastDayOfMonth } from "./feeMonth.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Parameters } from "./parameters.rules.js";

const CODE = "UNION_FEE_SHORTFALL";

/**
 * R24, Implementation Opinions 2(5): 应依法按照每月全部职工工资总额的2%向工会拨缴工会经费. Enterprises, institutions and state
 * organs with a union; the wages of all staff, not of members. One finding for each month, by the rate of that month.
 */
export function judgeUnionFees(facts: FeeFacts, parameters: Parameters): Finding[] {
  const { ruleGroup, feeMonths } = facts;
  const say = new Say("R24", CODE, { ruleGroup, feeMonths }, parameters);
  if (!ruleGroup) return [say.missing("单位类型", "the category of the unit")];
  if (!parameters.feeGroups.includes(ruleGroup))
    return [
      say.notApplicable("本条只适用于企事业单位和机关。", "Enterprises, institutions and state organs are meant."),
    ];
  if (!feeMonths) return [say.missing("工会经费拨缴记录", "contributions of union fee")];
  if (feeMonths.length === 0) return [say.notApplicable("没有应缴月份。", "There is no month to be paid.")];
  return feeMonths.map((month) => judgeUnionFee(facts, month, parameters));
}

/** R24 for one month. */
export function judgeUnionFee(facts: FeeFacts, month: FeeMonth, now: Parameters): Finding {
  const end = lastDayOfMonth(month.period);
  const parameters = now.at(end) ?? now;
  const say = new Say("R24", CODE, { ruleGroup: facts.ruleGroup, ...month }, parameters);
  const detail = { item: month.period };
  if (!now.at(end)) return say.notApplicable("当月文件尚未施行。", "The paper was not yet in force.", detail);
  if (hasClosed({ ...facts, asOf: end })) return say.notApplicable("单位当月已终止。", "The unit had closed.", detail);
  if (month.hadUnion == null)
    return say.missing("当月末是否已建会", "whether it had a union at the end of the month", detail);
  if (!month.hadUnion) return say.notApplicable("当月末尚未建会。", "It had no union at the end of the month.", detail);
  return judgePaid(say, month, facts.asOf, parameters);
}
