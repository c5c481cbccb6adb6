/** A calendar day without clock or time zone, written `YYYY-MM-DD`. Text order is date order. */
export type LocalDate = string;

/** A span of days: `validFrom` belongs to it, `validTo` is the first day that no longer does; no `validTo` = open. */
export interface Period {
  validFrom: LocalDate;
  validTo?: LocalDate | null | undefined;
}

const PATTERN = /^([1-9]\d{3})-(\d{2})-(\d{2})$/;
const DAY = 86_400_000;
/** China has kept UTC+8 without summer time since 1992; the system's own clock is always later. */
const SHANGHAI = 8 * 3_600_000;

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function write(year: number, month: number, day: number): LocalDate {
  if (year < 1000 || year > 9999) throw new RangeError(`a date in the year ${year} is outside 1000 to 9999`);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Whether the text is a day of the calendar: `2025-02-29` is not. */
export function isLocalDate(text: unknown): text is LocalDate {
  const match = typeof text === "string" ? PATTERN.exec(text) : null;
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Year, month and day of a date. Throws `RangeError` when the text is no day of the calendar. */
export function partsOf(date: LocalDate): [year: number, month: number, day: number] {
  if (!isLocalDate(date)) throw new RangeError(`"${date}" is not a date`);
  return date.split("-").map(Number) as [number, number, number];
}

export function yearOf(date: LocalDate): number {
  return partsOf(date)[0];
}

function stampOf(date: LocalDate): number {
  const [year, month, day] = partsOf(date);
  return Date.UTC(year, month - 1, day);
}

/** The day `days` later, or earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  const moved = new Date(stampOf(date) + days * DAY);
  return write(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

/**
 * The corresponding day `months` later; where the month has no such day, its last day.
 * Civil Code 202: 到期月的对应日为期间的最后一日；没有对应日的，月末日为期间的最后一日。
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = partsOf(date);
  const count = year * 12 + month - 1 + months;
  const newYear = Math.floor(count / 12);
  const newMonth = count - newYear * 12 + 1;
  return write(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** The anniversary `years` later, 29 February clamped to 28 February; never a count of 365 days. */
export function addYears(date: LocalDate, years: number): LocalDate {
  return addMonths(date, years * 12);
}

/** Days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((stampOf(to) - stampOf(from)) / DAY);
}

/** Negative, zero or positive, as `first` is earlier than, the same as or later than `second`. */
export function compareDates(first: LocalDate, second: LocalDate): number {
  return first < second ? -1 : Number(first > second);
}

export function earlier(first: LocalDate, second: LocalDate): LocalDate {
  return first <= second ? first : second;
}

export function later(first: LocalDate, second: LocalDate): LocalDate {
  return first >= second ? first : second;
}

/** Whether a day lies in a period: `validFrom <= day < validTo`. */
export function covers(period: Period, day: LocalDate): boolean {
  return period.validFrom <= day && (period.validTo == null || day < period.validTo);
}

/** Whether a period has any day at all; `validTo` must come after `validFrom`. */
export function isPeriod(period: Period): boolean {
  return period.validTo == null || period.validFrom < period.validTo;
}

/** Whether two periods share a day. */
export function overlap(first: Period, second: Period): boolean {
  const startsInTime = second.validTo == null || first.validFrom < second.validTo;
  return startsInTime && (first.validTo == null || second.validFrom < first.validTo);
}

/** Whether every day of `inner` lies in `outer`. */
export function contains(outer: Period, inner: Period): boolean {
  if (inner.validFrom < outer.validFrom) return false;
  return outer.validTo == null || (inner.validTo != null && inner.validTo <= outer.validTo);
}

/** Days of a period that fall between `from` and `through`, both days included. */
export function daysWithin(period: Period, from: LocalDate, through: LocalDate): number {
  const start = later(period.validFrom, from);
  const end = period.validTo == null ? addDays(through, 1) : earlier(period.validTo, addDays(through, 1));
  return Math.max(0, daysBetween(start, end));
}

/** The day it is in China at an instant, wherever the machine stands. */
export function todayInShanghai(now: Date): LocalDate {
  return new Date(now.getTime() + SHANGHAI).toISOString().slice(0, 10);
}
