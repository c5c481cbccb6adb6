import type { LocalDate } from "../shared/period.rules.js";
import type { Fact } from "./known.rules.js";

/** A rule on a calendar year names the year it judges. */
export interface YearFacts {
  year?: Fact<number>;
}

/** Last day of a calendar year. */
export const lastDayOfYear = (year: number): LocalDate => `${year}-12-31`;

/** Whether the year named lies wholly before the day or ends on it; a year not named is never over. */
export function isYearOver({ year, asOf }: YearFacts & { asOf: LocalDate }): boolean {
  return year != null && asOf >= lastDayOfYear(year);
}

/** Whether the day comes after the year named. */
export function isYearPast({ year, asOf }: YearFacts & { asOf: LocalDate }): boolean {
  return year != null && asOf > lastDayOfYear(year);
}
