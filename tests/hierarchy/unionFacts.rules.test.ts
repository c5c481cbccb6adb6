import { expect, test } from "@jest/globals";
import { organisationCheckCharacter, usccCheckCharacter } from "../../schema/employers/uscc.rules.js";
import {
  type FoundingFacts,
  whyNoCertificate,
  whyNotFound,
  whyNotOffice,
  whyNotUnion,
} from "../../schema/hierarchy/unionFacts.rules.js";
import type { Refusal } from "../../schema/shared/refusal.rules.js";

const TODAY = "2026-11-20";
const told = (found: readonly (Refusal | undefined)[]) =>
  found.flatMap((each) => (each ? [`${each.path} ${each.code}`] : []));
function coded(sixteen: string): string {
  const seventeen = sixteen + organisationCheckCharacter(sixteen);
  return seventeen + usccCheckCharacter(seventeen);
}
const founding: FoundingFacts = {
  type: "GRASSROOTS_INDEPENDENT",
  establishedOn: TODAY,
  superiorId: "tradeUnion-1",
  employerIds: ["employer-1"],
};

test("a union's code begins with 81 or 89 and is well formed", () => {
  for (const start of ["81", "89"]) expect(told(whyNotUnion({ uscc: coded(`${start}330602MA288001`) }))).toEqual([]);
  for (const uscc of [coded("91330602MA288001"), coded("81330602MA288001").toLowerCase(), "81"])
    expect(told(whyNotUnion({ uscc }))).toEqual(["uscc INVALID_FORMAT"]);
});

test("an office is rung up by a landline with its area code or by a mobile number", () => {
  for (const phone of [undefined, null, "0575-85000000", "057585000000", "13800000000"])
    expect(told(whyNotOffice({ phone }))).toEqual([]);
  for (const phone of ["abc", "85000000", "0575 85000000", "1380000000"])
    expect(told(whyNotOffice({ phone }))).toEqual(["phone INVALID_FORMAT"]);
});

test("a certificate does not end before it begins, and a legal person has one", () => {
  const dates = { legalPersonValidFrom: "2025-01-02", legalPersonValidThrough: "2025-01-01" };
  expect(told(whyNotUnion(dates))).toEqual(["legalPersonValidThrough OUT_OF_RANGE"]);
  expect(told(whyNotUnion({ ...dates, legalPersonValidThrough: "2025-01-02" }))).toEqual([]);
  expect(whyNoCertificate({ legalPersonStatus: "VALID" })).toMatchObject({ code: "REQUIRED" });
  expect(whyNoCertificate({ legalPersonStatus: "EXPIRED" })).toBeUndefined();
});

test("an approval comes ten years after the union at the latest", () => {
  const approved = (approvedOn: string) => told(whyNotUnion({ establishedOn: "2010-01-01", approvedOn }));
  expect(approved("2020-01-09")).toEqual([]);
  expect(approved("2020-01-10")).toEqual(["approvedOn OUT_OF_RANGE"]);
});

test("founding is for today or earlier, under a superior, by as many employers as the type has", () => {
  const wrong = (more: Partial<FoundingFacts>) => told(whyNotFound({ ...founding, ...more }, TODAY));
  expect(wrong({})).toEqual([]);
  expect(wrong({ establishedOn: "2026-11-21" })).toEqual(["establishedOn OUT_OF_RANGE"]);
  expect(wrong({ superiorId: null })).toEqual(["superiorId REQUIRED"]);
  expect(wrong({ superiorId: null, type: "MUNICIPAL_FEDERATION" })).toEqual([]);
  expect(wrong({ employerIds: ["employer-1", "employer-2"] })).toEqual(["employerIds OUT_OF_RANGE"]);
  expect(wrong({ employerIds: ["employer-1", "employer-1"] })).toEqual([]);
  expect(wrong({ type: "GRASSROOTS_JOINT" })).toEqual(["employerIds OUT_OF_RANGE"]);
  expect(wrong({ type: "GRASSROOTS_JOINT", employerIds: ["employer-1", "employer-2"] })).toEqual([]);
});
