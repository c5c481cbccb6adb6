import { expect, test } from "@jest/globals";
import { PERSONAL_FIELDS, SEALED_PLACES } from "../../schema/people/personalFields.rules.js";
import { holdsPersonalNumber, withoutPersonalNumbers } from "../../schema/people/personalNumbers.rules.js";
import { isPhone, maskPhone, normalisePhone } from "../../schema/people/phone.rules.js";

test.each([
  ["13812341234", "138****1234"],
  ["0575-81234567", "057****4567"],
  ["05758123456", "057****3456"],
  ["1234567890", "**********"],
  ["12", "**"],
  ["", ""],
])("the telephone %s is shown as %s", (number, shown) => expect(maskPhone(number)).toBe(shown));

test("one number is one number however it is spelled", () => {
  expect(normalisePhone("０５７５-8123 4567")).toBe("057581234567");
  const { normalise } = SEALED_PLACES.RESIDENT_ID;
  expect(normalise("３３0699199202291231 ")).toBe(normalise("330699199202291231"));
  expect(normalise("33069919920229123x")).toBe("33069919920229123X");
});

test("telephones are mobile numbers or landlines with their area code", () => {
  expect(["13812341234", "0575-81234567", "057581234567"].map(isPhone)).toEqual([true, true, true]);
  expect(["12812341234", "1381234123", "81234567", "+8613812341234"].map(isPhone)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test("no mask gives back the value, and each keeps at least four characters to itself", () => {
  for (const field of PERSONAL_FIELDS)
    for (const value of ["330699199202291231", "13812341234", "0575-8123456", "057581234567"]) {
      const mask = SEALED_PLACES[field].mask(value);
      expect(mask).not.toBe(value);
      expect([...mask].filter((letter) => letter === "*").length).toBeGreaterThanOrEqual(4);
    }
});

test("identity and mobile numbers in a text are masked; dates, codes, amounts and credit codes are left", () => {
  expect(withoutPersonalNumbers('got "330699199202291231", 13812341234; 33069919920229123x')).toBe(
    'got "3****************1", 138****1234; 3****************x',
  );
  for (const text of [
    "2026-01-31 330602001001 330602001-0001",
    "91330602MA2B0K1X5Q 123456789012345678901",
    "513306021992130112",
    "113812341234",
  ])
    expect(withoutPersonalNumbers(text)).toBe(text);
});

test("a reason that quotes a number is noticed, in full width too", () => {
  expect(holdsPersonalNumber("核对 １３８１２３４１２３４")).toBe(true);
  expect(holdsPersonalNumber("核对 330699199202291231 是否本人")).toBe(true);
  expect(holdsPersonalNumber("核对本人身份，编号 3306022026")).toBe(false);
});
