import type { LocalDate } from "./period.rules.js";

/** A date as official papers write it, without leading zeros: 2013年9月5日 (GB/T 9704-2012, 7.3.5). */
export function officialDate(date: LocalDate): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}
