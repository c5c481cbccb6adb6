import { addDays, type LocalDate } from "../shared/period.rules.js";
import { type Refusal, refusal } from "../shared/refusal.rules.js";

export const NOTICE_DAY_KINDS = ["WORKING", "CALENDAR"] as const;
export type NoticeDayKind = (typeof NOTICE_DAY_KINDS)[number];

export interface NoticeFacts {
  postedOn: LocalDate;
  days: number;
  dayKind: NoticeDayKind;
}

/** Saturday or Sunday; 1970-01-01 was a Thursday. */
export function isWeekend(day: LocalDate): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** Holidays and the weekends worked in exchange for them (调休), as published each year. */
export interface HolidayCalendar {
  holidays: ReadonlySet<LocalDate>;
  workingWeekends: ReadonlySet<LocalDate>;
}

export function isWorkingDay(day: LocalDate, calendar: HolidayCalendar): boolean {
  return calendar.workingWeekends.has(day) || (!isWeekend(day) && !calendar.holidays.has(day));
}

/** Last day of a public notice: the first day after posting is day 1. */
export function noticeEndsOn({ postedOn, days, dayKind }: NoticeFacts, calendar: HolidayCalendar): LocalDate {
  if (dayKind === "CALENDAR") return addDays(postedOn, days);
  let day = postedOn;
  for (let counted = 0; counted < days; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) counted += 1;
  }
  return day;
}

/** Why the step after a public notice cannot be taken yet: it opens on the day after the last day. */
export function whyNotAfterNotice(notice: NoticeFacts, calendar: HolidayCalendar, on: LocalDate): Refusal | undefined {
  const endsOn = noticeEndsOn(notice, calendar);
  return on > endsOn ? undefined : refusal("NOTICE_PERIOD_OPEN", { endsOn });
}
