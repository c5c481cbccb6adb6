import { expect, test } from "@jest/globals";
import {
  addDays,
  addMonths,
  addYears,
  compareDates,
  contains,
  covers,
  daysBetween,
  daysWithin,
  isLocalDate,
  isPeriod,
  overlap,
  todayInShanghai,
} from "../../schema/shared/period.rules.js";

test.each([
  ["2024-02-29", true],
  ["2025-02-29", false],
  ["1900-02-29", false],
  ["2000-02-29", true],
  ["2025-11-31", false],
  ["2025-1-1", false],
  ["2025-13-01", false],
  ["2025-00-10", false],
  ["20250101", false],
  ["2025-01-01T00:00:00", false],
  ["", false],
])("%s is a day of the calendar: %s", (text, expected) => {
  expect(isLocalDate(text)).toBe(expected);
});

test.each([
  ["2024-02-29", 1, "2025-02-28"],
  ["2023-02-28", 1, "2024-02-28"],
  ["2024-02-29", 4, "2028-02-29"],
  ["2024-03-15", 1, "2025-03-15"],
])("the anniversary of %s after %d year(s) is %s, never 365 days", (date, years, expected) => {
  expect(addYears(date, years)).toBe(expected);
});

test.each([
  ["2025-01-31", 1, "2025-02-28"],
  ["2025-12-15", 1, "2026-01-15"],
  ["2025-03-31", -1, "2025-02-28"],
  ["2025-01-15", -1, "2024-12-15"],
  ["2025-01-31", 25, "2027-02-28"],
])("%s and %d month(s) is %s, clamped to the month end", (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected);
});

test("days are added across months, years and leap days", () => {
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(addDays("2025-02-28", 1)).toBe("2025-03-01");
  expect(addDays("2025-01-01", -1)).toBe("2024-12-31");
  expect(daysBetween("2024-03-15", "2025-03-15")).toBe(365);
  expect(daysBetween("2023-03-15", "2024-03-15")).toBe(366);
  expect(daysBetween("2025-03-16", "2025-03-15")).toBe(-1);
});

test("dates compare in the order of the calendar", () => {
  expect(compareDates("2025-03-15", "2025-03-16")).toBeLessThan(0);
  expect(compareDates("2025-03-15", "2025-03-15")).toBe(0);
  expect(compareDates("2025-12-01", "2025-03-15")).toBeGreaterThan(0);
});

test("a period holds its first day and not the day it ends on", () => {
  const period = { validFrom: "2020-01-01", validTo: "2021-02-21" };
  expect(covers(period, "2019-12-31")).toBe(false);
  expect(covers(period, "2020-01-01")).toBe(true);
  expect(covers(period, "2021-02-20")).toBe(true);
  expect(covers(period, "2021-02-21")).toBe(false);
  expect(covers({ validFrom: "2020-01-01", validTo: null }, "9999-12-31")).toBe(true);
});

test("periods that only touch do not overlap", () => {
  const first = { validFrom: "2020-01-01", validTo: "2021-01-01" };
  expect(overlap(first, { validFrom: "2021-01-01" })).toBe(false);
  expect(overlap(first, { validFrom: "2020-12-31" })).toBe(true);
  expect(overlap({ validFrom: "2021-01-01" }, first)).toBe(false);
  expect(overlap({ validFrom: "2019-01-01" }, { validFrom: "2025-01-01", validTo: null })).toBe(true);
});

test("a period contains another only when it holds every day of it", () => {
  const outer = { validFrom: "2020-01-01", validTo: "2025-01-01" };
  expect(contains(outer, { validFrom: "2020-01-01", validTo: "2025-01-01" })).toBe(true);
  expect(contains(outer, { validFrom: "2020-01-01" })).toBe(false);
  expect(contains({ validFrom: "2020-01-01" }, { validFrom: "2020-01-01" })).toBe(true);
  expect(contains(outer, { validFrom: "2019-12-31", validTo: "2021-01-01" })).toBe(false);
  expect(isPeriod({ validFrom: "2020-01-01", validTo: "2020-01-01" })).toBe(false);
});

test("days of a period within a year count both ends of the year", () => {
  expect(daysWithin({ validFrom: "2025-10-02" }, "2025-01-01", "2025-12-31")).toBe(91);
  expect(daysWithin({ validFrom: "2024-01-01" }, "2025-01-01", "2025-12-31")).toBe(365);
  expect(daysWithin({ validFrom: "2026-01-01" }, "2025-01-01", "2025-12-31")).toBe(0);
  expect(daysWithin({ validFrom: "2025-12-31", validTo: "2026-01-01" }, "2025-01-01", "2025-12-31")).toBe(1);
});

test("today is the day in Shanghai, wherever the machine stands", () => {
  expect(todayInShanghai(new Date("2025-12-31T15:59:59.999Z"))).toBe("2025-12-31");
  expect(todayInShanghai(new Date("2025-12-31T16:00:00.000Z"))).toBe("2026-01-01");
});

test("arithmetic refuses what is no date instead of guessing", () => {
  expect(() => addDays("2025-02-29", 1)).toThrow(RangeError);
  expect(() => addYears("9999-12-31", 1)).toThrow(RangeError);
});
