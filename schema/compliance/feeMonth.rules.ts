import { words } from "../shared/bilingual.rules.js";
import { multiply, parseFraction } from "../shared/fraction.rules.js";
import { type Fen, formatYuan, parseFen, printFen, roundHalfUp } from "../shared/money.rules.js";
import { addDays, addMonths, type LocalDate } from "../shared/period.rules.js";
import type { UnitFacts } from "./employerFacts.rules.js";
import type { Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { ParameterValues } from "./parameterValues.rules.js";

/** What is known of one month of an employer's fee. */
export interface FeeMonth {
  /** The month, `YYYY-MM`. */
  period: string;
  /** Wages of all staff of the month, in fen. */
  payrollBase?: Fact<Fen>;
  paid?: Fact<Fen>;
  /** Whether a union covered the employer on the last day of the month, which settles the kind of fee. */
  hadUnion?: Fact<boolean>;
}

export interface FeeFacts extends UnitFacts {
  /** Months on record; absent until contributions are kept. */
  feeMonths?: Fact<readonly FeeMonth[]>;
}

export const lastDayOfMonth = (period: string): LocalDate => addDays(addMonths(`${period}-01`, 1), -1);

/** Last day in time for a month: the due day of the month after, that day included. */
export function feeDueOn(period: string, { feeDueDay }: ParameterValues): LocalDate {
  return addDays(addMonths(`${period}-01`, 1), feeDueDay - 1);
}

/** The fee of a payroll in whole fen, half up. Each month is rounded by itself; a year is the sum of its months. */
export function feeOf(payrollBase: Fen, { feeRatePercent }: ParameterValues): bigint {
  const { numerator, denominator } = multiply(parseFraction(feeRatePercent), parseFraction("0.01"));
  return roundHalfUp(parseFen(payrollBase) * numerator, denominator);
}

/** What was paid for a month against what is due for it. */
export function judgePaid(say: Say, month: FeeMonth, asOf: LocalDate, values: ParameterValues): Finding {
  const { period: item, payrollBase, paid } = month;
  const dueOn = feeDueOn(item, values);
  const detail = { item, dueOn };
  if (asOf <= dueOn) return say.notApplicable(`${item} 尚未到缴纳期限。`, `${item} is not yet due.`, detail);
  if (payrollBase == null) return say.missing(`${item} 职工工资总额`, `the payroll of ${item}`, detail);
  const accrued = feeOf(payrollBase, values);
  if (accrued === 0n) return say.pass(`${item} 应缴 0 元。`, `Nothing is due for ${item}.`, detail);
  if (paid == null) return say.missing(`${item} 缴纳记录`, `payments for ${item}`, detail);
  const shortfall = accrued - parseFen(paid);
  if (shortfall <= 0n) return say.pass(`${item} 已足额缴纳。`, `${item} is paid in full.`, detail);
  const [due, owed] = [formatYuan(accrued), formatYuan(shortfall)];
  return say.unmet(
    words(`${item} 应缴 ${due} 元，少缴 ${owed} 元。`, `${item}: ${due} yuan due, ${owed} short.`),
    words(`补缴 ${owed} 元。`, `Pay ${owed} yuan.`),
    { ...detail, shortfall: printFen(shortfall) },
  );
}
