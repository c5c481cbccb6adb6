import { expect, test } from "@jest/globals";
import { type PersonFacts, whyNoSex, whyNotPerson } from "../../schema/people/personFacts.rules.js";
import { residentIdCheckCharacter } from "../../schema/people/residentId.rules.js";

const TODAY = "2026-11-20";
const said = (given: PersonFacts) =>
  [...whyNotPerson(given, TODAY), ...whyNoSex(given)].flatMap((each) => (each ? [`${each.path} ${each.code}`] : []));
const numbered = (seventeen: string) => seventeen + residentIdCheckCharacter(seventeen);
const WOMAN = numbered("33069919920229124");

test("sex is asked for where no identity number tells it", () => {
  expect(said({})).toEqual(["sex REQUIRED"]);
  expect(said({ sex: "FEMALE" })).toEqual([]);
  expect(said({ residentId: WOMAN })).toEqual([]);
});

test("sex and birth agree with the identity number; with one that is none they are not compared", () => {
  expect(said({ residentId: WOMAN, sex: "FEMALE", birthOn: "1992-02-29" })).toEqual([]);
  expect(said({ residentId: WOMAN, sex: "MALE", birthOn: "1992-02-28" })).toEqual([
    "sex INVALID_FORMAT",
    "birthOn INVALID_FORMAT",
  ]);
  expect(said({ residentId: "330699", sex: "MALE", birthOn: "1992-02-28" })).toEqual(["residentId INVALID_FORMAT"]);
});

test("nobody is born after today, or before 1900-01-02", () => {
  for (const birthOn of ["1900-01-02", TODAY]) expect(said({ sex: "MALE", birthOn })).toEqual([]);
  for (const birthOn of ["1900-01-01", "2026-11-21"])
    expect(said({ sex: "MALE", birthOn })).toEqual(["birthOn OUT_OF_RANGE"]);
});

test("every number that is wrong is told beside the others", () => {
  expect(said({ residentId: "1", phone: "2", bankAccount: "3", homeAddress: "4" })).toEqual([
    "residentId INVALID_FORMAT",
    "phone INVALID_FORMAT",
    "bankAccount INVALID_FORMAT",
    "homeAddress INVALID_FORMAT",
  ]);
});
