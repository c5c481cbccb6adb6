import { expect, test } from "@jest/globals";
import { isWorkingDay, noticeEndsOn, whyNotAfterNotice } from "../../schema/awards/publicNotice.rules.js";

const calendar = { holidays: new Set(["2026-10-01", "2026-10-02"]), workingWeekends: new Set(["2026-10-10"]) };
const friday = { postedOn: "2026-11-20", days: 5, dayKind: "WORKING" } as const;

test("a notice of 5 working days posted on a Friday ends on the next Friday", () => {
  expect(noticeEndsOn(friday, calendar)).toBe("2026-11-27");
});

test("the next step opens on the day after the last day of the notice", () => {
  expect(whyNotAfterNotice(friday, calendar, "2026-11-27")).toMatchObject({
    code: "NOTICE_PERIOD_OPEN",
    facts: { endsOn: "2026-11-27" },
  });
  expect(whyNotAfterNotice(friday, calendar, "2026-11-28")).toBeUndefined();
});

test("holidays do not count, working weekends do, calendar days all do", () => {
  expect(isWorkingDay("2026-10-01", calendar)).toBe(false);
  expect(isWorkingDay("2026-10-10", calendar)).toBe(true);
  expect(isWorkingDay("2026-10-11", calendar)).toBe(false);
  expect(noticeEndsOn({ ...friday, postedOn: "2026-09-30" }, calendar)).toBe("2026-10-09");
  expect(noticeEndsOn({ ...friday, dayKind: "CALENDAR" }, calendar)).toBe("2026-11-25");
});
