import type { LocalDate } from "../shared/period.rules.js";
import { hasClosed } from "./employerFacts.rules.js";
import { establishmentDueOn } from "./establishment.rules.js";
import { type FeeFacts, type FeeMonth, judgePaid, lastDayOfMonth } from "./feeMonth.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import type { ParameterValues } from "./parameterValues.rules.js";

export interface PreparatoryFundFacts extends FeeFacts {
  openedOn?: Fact<LocalDate>;
}

/** What a month is paid as, by the state on its last day; undefined when nothing is due yet. */
export function feeTypeOf(
  period: string,
  { hadUnion, openedOn }: { hadUnion: boolean; openedOn: LocalDate },
  values: ParameterValues,
): "UNION_FEE" | "PREPARATORY_FUND" | undefined {
  if (hadUnion) return "UNION_FEE";
  const end = lastDayOfMonth(period);
  const isDue =
    values.preparatoryFundStart === "FROM_OPENING" ? end >= openedOn : end > establishmentDueOn(openedOn, values);
  return isDue ? "PREPARATORY_FUND" : undefined;
}

const CODE = "PREPARATORY_FUND_UNPAID";

/**
 * R26, Implementation Opinions 2(5): 未按照规定要求建立工会组织的单位，须按上述标准缴纳工会筹备金. From the day after the deadline
 * of founding; rate, base and rounding as for the fee. One finding for each month.
 */
export function judgePreparatoryFunds(facts: PreparatoryFundFacts, parameters: Parameters): Finding[] {
  const { ruleGroup, openedOn, feeMonths } = facts;
  const say = new Say("R26", CODE, { ruleGroup, openedOn, feeMonths }, parameters);
  if (!ruleGroup) return [say.missing("单位类型", "the category of the unit")];
  if (!parameters.establishmentGroups.includes(ruleGroup))
    return [say.notApplicable("该类单位没有建会期限。", "This kind of unit has no deadline of founding.")];
  if (!feeMonths) return [say.missing("工会筹备金缴纳记录", "contributions to the preparatory fund")];
  if (feeMonths.length === 0) return [say.notApplicable("没有应缴月份。", "There is no month to be paid.")];
  return feeMonths.map((month) => judgePreparatoryFund(facts, month, parameters));
}

/** R26 for one month. */
export function judgePreparatoryFund(facts: PreparatoryFundFacts, month: FeeMonth, now: Parameters): Finding {
  const { openedOn, ruleGroup } = facts;
  const end = lastDayOfMonth(month.period);
  const parameters = now.at(end) ?? now;
  const say = new Say("R26", CODE, { ruleGroup, openedOn, ...month }, parameters);
  const detail = { item: month.period };
  if (!now.at(end)) return say.notApplicable("当月文件尚未施行。", "The paper was not yet in force.", detail);
  if (month.hadUnion)
    return say.notApplicable("当月末已建会，缴纳工会经费。", "It had a union and pays the fee.", detail);
  if (hasClosed({ ...facts, asOf: end })) return say.notApplicable("单位当月已终止。", "The unit had closed.", detail);
  if (!openedOn) return say.missing("开业（设立）日期", "the opening date", detail);
  if (!feeTypeOf(month.period, { hadUnion: false, openedOn }, parameters))
    return say.notApplicable("当月末建会期限未到。", "The deadline of founding had not passed.", detail);
  if (month.hadUnion == null)
    return say.missing("当月末是否已建会", "whether it had a union at the end of the month", detail);
  return judgePaid(say, month, facts.asOf, parameters);
}
