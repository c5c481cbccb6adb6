import { expect, test } from "@jest/globals";
import { COMMON_PASSWORDS } from "../../schema/access/guessedPasswords.rules.js";
import { ROLES } from "../../schema/access/permissions.rules.js";
import { needsSecondFactor, usernameKey, waitSeconds, whyNotPassword } from "../../schema/access/signIn.rules.js";

test("names are compared without width, case and surrounding blanks", () => {
  for (const name of ["Tashan", "ＴＡＳＨＡＮ", " tashan "]) expect(usernameKey(name)).toBe("tashan");
});

test("the wait begins with the fifth failure, doubles, and ends at a quarter of an hour", () => {
  expect([0, 4, 5, 6, 7, 9, 10, 100].map(waitSeconds)).toEqual([0, 0, 30, 60, 120, 480, 900, 900]);
});

test("a password has 12 to 128 characters, counted as a reader counts them", () => {
  expect(whyNotPassword("ab cd ef ghi", "x1")).toBeUndefined();
  expect(whyNotPassword("ab cd ef gh", "x1")?.code).toBe("OUT_OF_RANGE");
  expect(whyNotPassword("𠮷".repeat(6), "x1")?.code).toBe("OUT_OF_RANGE");
  expect(whyNotPassword("ab".repeat(65), "x1")?.code).toBe("OUT_OF_RANGE");
});

test("passwords that are guessed first are refused", () => {
  for (const password of [
    "password1234",
    "qwerty123456",
    "aaaaaaaaaaaa",
    "gonghui-demo",
    "111111222222",
    "my name is tashan",
  ])
    expect(whyNotPassword(password, "Tashan")?.code).toBe("INVALID_FORMAT");
});

test("a few hundred common passwords are known, and no stringing together or disguise of them passes", () => {
  expect(COMMON_PASSWORDS.length).toBeGreaterThan(300);
  for (const password of [
    "P@ssw0rd2026!!",
    "Qwerty-123456-",
    "woaini1314520",
    "zhangwei19491001",
    "gonghui-shaoxing-2025",
    "correcthorsebatterystaple",
    "1qaz2wsx3edc",
    "admin888admin888",
    "abababababab",
  ])
    expect([password, whyNotPassword(password, "x1")?.code]).toEqual([password, "INVALID_FORMAT"]);
  for (const password of ["seven grey herons", "a river of 7 stones", "塔山脚下的七棵老槐树开花了", "ab cd ef ghi"])
    expect([password, whyNotPassword(password, "x1")]).toEqual([password, undefined]);
});

test("a second factor is asked of those who see or decide much, outside a demonstration", () => {
  const asked = ROLES.filter((role) => needsSecondFactor(role, false));
  expect(asked).toEqual(["SYSTEM_ADMINISTRATOR", "FEDERATION_ADMINISTRATOR", "CITY_ASSESSOR", "AUDITOR"]);
  expect(ROLES.filter((role) => needsSecondFactor(role, true))).toEqual([]);
});
