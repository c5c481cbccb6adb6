import { expect, test } from "@jest/globals";
import {
  isElectionOverdue,
  isInOffice,
  isProtected,
  termEndOn,
  whyNotAppoint,
  whyNotVacate,
} from "../../schema/positions/office.rules.js";
import { POSITION_ROLES } from "../../schema/positions/position.rules.js";

const union = { establishedOn: "2010-01-01" };

test("an office holds from its first day to its last, both included", () => {
  const office = { startOn: "2021-06-10", endedOn: "2024-05-31" };
  expect(isInOffice(office, "2021-06-09")).toBe(false);
  expect(isInOffice(office, "2021-06-10")).toBe(true);
  expect(isInOffice(office, "2024-05-31")).toBe(true);
  expect(isInOffice(office, "2024-06-01")).toBe(false);
  expect(isInOffice({ startOn: "2021-06-10", endedOn: null }, "2099-01-01")).toBe(true);
});

test.each([
  ["2021-06-10", 5, "2026-06-09"],
  ["2024-02-29", 3, "2027-02-27"],
])("Trade Union Law 16: a term from %s of %d years ends on %s", (startOn, years, expected) => {
  expect(termEndOn(startOn, years)).toBe(expected);
});

test("an expired term makes the election overdue and does not end the office", () => {
  const office = { startOn: "2021-06-10", termEndOn: "2026-06-09" };
  expect(isElectionOverdue(office, "2026-06-09")).toBe(false);
  expect(isElectionOverdue(office, "2026-06-10")).toBe(true);
  expect(isInOffice(office, "2026-06-10")).toBe(true);
  expect(isElectionOverdue({ startOn: "2021-06-10", termEndOn: null }, "2099-01-01")).toBe(false);
});

test("R48: chair, executive vice chair and vice chair are protected, nobody else", () => {
  expect(POSITION_ROLES.filter(isProtected)).toEqual(["CHAIR", "EXECUTIVE_VICE_CHAIR", "VICE_CHAIR"]);
});

test("a union has at most one chair on a day, and the clashing holder is named", () => {
  const sitting = [{ role: "CHAIR", holder: "张三", startOn: "2021-06-10", endedOn: "2024-05-31" }] as const;
  expect(whyNotAppoint({ role: "CHAIR", startOn: "2024-05-31" }, sitting, union)).toMatchObject({
    code: "TERM_OVERLAP",
    facts: { holder: "张三" },
  });
  expect(whyNotAppoint({ role: "CHAIR", startOn: "2024-06-01" }, sitting, union)).toBeUndefined();
  expect(
    whyNotAppoint({ role: "CHAIR", startOn: "2020-01-01", endedOn: "2021-06-09" }, sitting, union),
  ).toBeUndefined();
  expect(whyNotAppoint({ role: "VICE_CHAIR", startOn: "2022-01-01" }, sitting, union)).toBeUndefined();
});

test("an appointment lies in the life of the union and its dates in order", () => {
  const chair = { role: "CHAIR", startOn: "2024-01-01" } as const;
  expect(whyNotAppoint({ ...chair, startOn: "2009-12-31" }, [], union)?.path).toEqual(["startOn"]);
  expect(whyNotAppoint({ ...chair, endedOn: "2023-12-31" }, [], union)?.path).toEqual(["endedOn"]);
  expect(whyNotAppoint({ ...chair, termEndOn: "2023-12-31" }, [], union)?.path).toEqual(["termEndOn"]);
  expect(whyNotAppoint(chair, [], { ...union, dissolvedOn: "2023-12-31" })?.path).toEqual(["startOn"]);
  expect(whyNotAppoint(chair, [], union)).toBeUndefined();
});

test("only a vice chair can act as chair", () => {
  const acting = { startOn: "2024-01-01", actingChair: true };
  expect(whyNotAppoint({ ...acting, role: "STAFF" }, [], union)?.path).toEqual(["actingChair"]);
  expect(whyNotAppoint({ ...acting, role: "VICE_CHAIR" }, [], union)).toBeUndefined();
});

test("3(2): a chair does not leave by transfer in term without an executed request", () => {
  const chair = { role: "CHAIR", startOn: "2022-06-01", termEndOn: "2027-05-31" } as const;
  const protectedBy = { code: "TERM_PROTECTED", clause: "三(二)" };
  expect(whyNotVacate(chair, "2027-05-31", "MID_TERM_TRANSFER", false)).toMatchObject(protectedBy);
  expect(whyNotVacate(chair, "2027-06-01", "MID_TERM_TRANSFER", false)).toBeUndefined();
  expect(whyNotVacate(chair, "2026-03-01", "MID_TERM_TRANSFER", true)).toBeUndefined();
  expect(whyNotVacate(chair, "2026-03-01", "RETIRED", false)).toBeUndefined();
  expect(whyNotVacate({ ...chair, role: "STAFF" }, "2026-03-01", "MID_TERM_TRANSFER", false)).toBeUndefined();
  expect(whyNotVacate({ ...chair, termEndOn: null }, "2026-03-01", "MID_TERM_TRANSFER", false)).toMatchObject(
    protectedBy,
  );
  expect(whyNotVacate(chair, "2022-05-31", "RETIRED", false)?.code).toBe("OUT_OF_RANGE");
});
