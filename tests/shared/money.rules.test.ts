import { expect, test } from "@jest/globals";
import { formatYuan, parseFen, printFen, roundHalfUp } from "../../schema/shared/money.rules.js";

test.each([
  ["0", "0.00"],
  ["5", "0.05"],
  ["123450", "1,234.50"],
  ["-123450", "-1,234.50"],
  ["100000000", "1,000,000.00"],
  [1785000000, "17,850,000.00"],
])("%s fen reads %s yuan", (fen, expected) => {
  expect(formatYuan(fen)).toBe(expected);
});

test("the fee of 2 percent is rounded half up to whole fen", () => {
  const accrued = (base: bigint) => roundHalfUp(base * 2n, 100n);
  expect(accrued(25n)).toBe(1n);
  expect(accrued(24n)).toBe(0n);
  expect(accrued(123_456_725n)).toBe(2_469_135n);
});

test("rounding a reversal undoes the payment exactly", () => {
  expect(roundHalfUp(-5n, 10n)).toBe(-1n);
  expect(roundHalfUp(5n, -10n)).toBe(-1n);
  expect(() => roundHalfUp(1n, 0n)).toThrow(RangeError);
});

test("amounts are whole fen of at most 64 bits", () => {
  expect(printFen(parseFen("9223372036854775807"))).toBe("9223372036854775807");
  for (const wrong of ["9223372036854775808", "1.5", "", "1e3", " 1", 0.1, 2 ** 53])
    expect(() => parseFen(wrong)).toThrow(RangeError);
});
