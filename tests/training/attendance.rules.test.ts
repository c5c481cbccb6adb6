import { expect, test } from "@jest/globals";
import { firstYearDueOn, firstYearState, hoursInYear, whyNotEnrol } from "../../schema/training/attendance.rules.js";

const asOf = "2026-12-31";

test("a new chair trained by the anniversary of taking office is in time, the day after late", () => {
  expect(firstYearState({ startOn: "2025-03-10", passedOn: "2026-03-10" }, asOf)).toBe("IN_TIME");
  expect(firstYearState({ startOn: "2025-03-10", passedOn: "2026-03-11" }, asOf)).toBe("LATE");
  expect(firstYearDueOn("2024-02-29")).toBe("2025-02-28");
});

test("an office left before the year is over is not counted", () => {
  expect(firstYearState({ startOn: "2025-03-10", endedOn: "2025-12-31" }, asOf)).toBe("NOT_COUNTED");
  expect(firstYearState({ startOn: "2025-03-10" }, "2026-03-10")).toBe("PENDING");
  expect(firstYearState({ startOn: "2025-03-10" }, "2026-03-11")).toBe("OVERDUE");
});

test("training passed after the day asked about is not yet known", () => {
  expect(firstYearState({ startOn: "2025-03-10", passedOn: "2026-02-01" }, "2026-01-01")).toBe("PENDING");
});

test("hours count in the calendar year in which the course ends", () => {
  const attendances = [
    { courseEndOn: "2025-01-02", attendedHours: 16 },
    { courseEndOn: "2024-12-31", attendedHours: 8 },
    { courseEndOn: "2025-12-31", attendedHours: 4 },
  ];
  expect(hoursInYear(attendances, 2025)).toBe(20);
});

test("nobody attends more hours than the course has", () => {
  const enrolment = { courseHours: 16, courseEndOn: "2025-05-20", attendedHours: 16 };
  expect(whyNotEnrol(enrolment)).toBeUndefined();
  expect(whyNotEnrol({ ...enrolment, attendedHours: 17 })).toMatchObject({
    code: "OUT_OF_RANGE",
    path: ["attendedHours"],
  });
  expect(whyNotEnrol({ ...enrolment, attendedHours: -1 })?.code).toBe("OUT_OF_RANGE");
});

test("a certificate goes to who has passed, after the course, and its validity does not end before its issue", () => {
  const passed = {
    courseHours: 16,
    courseEndOn: "2025-05-20",
    attendedHours: 16,
    result: "PASSED",
    certificateNo: "1",
  } as const;
  expect(whyNotEnrol({ ...passed, issuedOn: "2025-05-20", validThrough: "2028-05-19" })).toBeUndefined();
  expect(whyNotEnrol({ ...passed, result: "FAILED" })?.path).toEqual(["certificateNo"]);
  expect(whyNotEnrol({ ...passed, issuedOn: "2025-05-19" })?.path).toEqual(["issuedOn"]);
  expect(whyNotEnrol({ ...passed, issuedOn: "2025-05-21", validThrough: "2025-05-20" })?.path).toEqual([
    "validThrough",
  ]);
});
