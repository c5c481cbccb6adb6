import { expect, test } from "@jest/globals";
import {
  add,
  ceiling,
  clamp,
  compareFractions,
  divide,
  floor,
  formatDecimal,
  formatFraction,
  formatPercent,
  fraction,
  multiply,
  parseFraction,
  roundToTenths,
  subtract,
} from "../../schema/shared/fraction.rules.js";

test("fractions are kept in lowest terms", () => {
  expect(formatFraction(fraction(12, 14))).toBe("6/7");
  expect(formatFraction(fraction(-3, -6))).toBe("1/2");
  expect(formatFraction(fraction(4, 2))).toBe("2");
  expect(formatFraction(fraction(0, 5))).toBe("0");
  expect(() => fraction(1, 0)).toThrow(RangeError);
});

test("texts are read exactly", () => {
  expect(formatFraction(parseFraction("0.95"))).toBe("19/20");
  expect(formatFraction(parseFraction("6/7"))).toBe("6/7");
  expect(formatFraction(parseFraction("-0.5"))).toBe("-1/2");
  expect(() => parseFraction("1e3")).toThrow(RangeError);
  expect(() => parseFraction("1/0")).toThrow(RangeError);
});

test("arithmetic is exact where binary floats are not", () => {
  expect(formatFraction(add(parseFraction("0.1"), parseFraction("0.2")))).toBe("3/10");
  expect(formatFraction(subtract(fraction(9, 10), fraction(6, 10)))).toBe("3/10");
  expect(formatFraction(divide(fraction(3, 10), fraction(7, 20)))).toBe("6/7");
  expect(formatFraction(multiply(fraction(2, 3), fraction(3, 4)))).toBe("1/2");
});

test("values are compared, held in bounds and rounded", () => {
  expect(compareFractions(fraction(27, 30), parseFraction("0.90"))).toBe(0);
  expect(formatFraction(clamp(fraction(7, 6)))).toBe("1");
  expect(formatFraction(clamp(fraction(-1, 6)))).toBe("0");
  expect(floor(fraction(-1, 2))).toBe(-1n);
  expect(ceiling(fraction(21, 5))).toBe(5n);
  expect(roundToTenths(fraction(9, 4))).toBe(23n);
  expect(roundToTenths(fraction(224, 100))).toBe(22n);
});

test("values print rounded to decimals and as percent", () => {
  expect(formatDecimal(fraction(30, 7), 4)).toBe("4.2857");
  expect(formatDecimal(fraction(16, 10), 4)).toBe("1.6");
  expect(formatDecimal(fraction(2), 4)).toBe("2");
  expect(formatPercent(fraction(6, 7))).toBe("85.7%");
  expect(formatPercent(fraction(3, 4), 0)).toBe("75%");
  expect(formatPercent(fraction(1, 2000), 1)).toBe("0.1%");
});
