import { expect, test } from "@jest/globals";
import { cardNumber } from "../../api/demonstration/people.js";
import {
  maskBankAccount,
  normaliseBankAccount,
  passesLuhn,
  whyNotBankAccount,
} from "../../schema/people/bankAccount.rules.js";
import { holdsPersonalNumber, withoutPersonalNumbers } from "../../schema/people/personalNumbers.rules.js";

test("a card has 16 to 19 digits and the check digit they call for, however it is spelled", () => {
  for (const good of [
    "4111111111111111",
    "4111 1111 1111 1111",
    "４１１１-1111-1111-1111",
    cardNumber(7),
    cardNumber(40_000),
  ])
    expect([good, whyNotBankAccount(good)]).toEqual([good, undefined]);
  for (const bad of ["4111111111111112", "411111111111111", "41111111111111111111", "4111a11111111111", ""])
    expect([bad, whyNotBankAccount(bad, ["bankAccount"])]).toMatchObject([
      bad,
      { code: "INVALID_FORMAT", path: ["bankAccount"] },
    ]);
  expect(normaliseBankAccount("４１１１ 1111-1111 1111")).toBe("4111111111111111");
});

test("every single wrong digit, and every swap of neighbours but 09, is noticed", () => {
  const good = cardNumber(123);
  for (let at = 0; at < good.length; at += 1) {
    const other = String((Number(good[at]) + 1) % 10);
    expect(passesLuhn(good.slice(0, at) + other + good.slice(at + 1))).toBe(false);
    const [here, next] = [good[at], good[at + 1]];
    if (next === undefined || here === next || new Set([here, next]).size === 1 || `${here}${next}`.match(/09|90/))
      continue;
    expect(passesLuhn(good.slice(0, at) + next + here + good.slice(at + 2))).toBe(false);
  }
});

test("a card shows its last four digits, one too short nothing, and texts for the log show no card", () => {
  expect(maskBankAccount("4111111111111234")).toBe("************1234");
  expect(maskBankAccount("41111111234")).toBe("*".repeat(11));
  expect(withoutPersonalNumbers("卡号4111111111111111。")).toBe("卡号************1111。");
  expect(holdsPersonalNumber("卡号４１１１１１１１１１１１１１１１")).toBe(true);
  expect(holdsPersonalNumber("文号 4111111111111112")).toBe(false);
});
