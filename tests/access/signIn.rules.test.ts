import { expect, test } from "@jest/globals";
import { usernameKey, waitSeconds, whyNotPassword } from "../../schema/access/signIn.rules.js";

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
