import { expect, test } from "@jest/globals";
import {
  birthOnOf,
  maskResidentId,
  normaliseResidentId,
  residentIdCheckCharacter,
  sexOf,
  whyNotResidentId,
} from "../../schema/people/residentId.rules.js";

const TODAY = "2026-11-22";

test.each([
  ["330602197001010010", "MALE"],
  ["33060219750315003X", "MALE"],
  ["330682198006157771", "MALE"],
  ["330621196802290029", "FEMALE"],
  ["33060219850101002X", "FEMALE"],
  ["330602198501010038", "MALE"],
  ["330602198501010097", "MALE"],
  ["330602198501010046", "FEMALE"],
  ["330602198501010185", "FEMALE"],
  ["330602198501010054", "MALE"],
  ["330602198501010193", "MALE"],
  ["330602198501010062", "FEMALE"],
])("GB 11643: %s is a number of a %s person", (number, sex) => {
  expect(whyNotResidentId(number, TODAY)).toBeUndefined();
  expect(sexOf(number)).toBe(sex);
});

test.each([
  ["33068119851131003X", "31 November"],
  ["330602190002290016", "1900 was no leap year"],
  ["330602202302290013", "2023 has no 29 February"],
])("GB 11643: %s is refused though its checksum is right: %s", (number) => {
  expect(residentIdCheckCharacter(number)).toBe(number[17]);
  expect(whyNotResidentId(number, TODAY, ["residentId"])).toMatchObject({
    code: "INVALID_FORMAT",
    path: ["residentId"],
  });
});

test("a wrong check character, a birth in the future and a text that is no number are refused", () => {
  for (const wrong of ["330602197001010011", "33060219700101001", "33060219700101001A", "", "一二三"])
    expect(whyNotResidentId(wrong, TODAY)?.code).toBe("INVALID_FORMAT");
  expect(whyNotResidentId("330602197001010010", "1969-12-31")?.code).toBe("INVALID_FORMAT");
  expect(whyNotResidentId("330602197001010010", "1970-01-01")).toBeUndefined();
});

test("a final x in lower case is accepted and stored as X", () => {
  expect(normaliseResidentId(" 33060219750315003x ")).toBe("33060219750315003X");
  expect(whyNotResidentId("33060219750315003x", TODAY)).toBeUndefined();
});

test("a number is shown with its first and last character only", () => {
  expect(maskResidentId("33060219750315003X")).toBe("3****************X");
  expect(birthOnOf("33060219750315003X")).toBe("1975-03-15");
});
