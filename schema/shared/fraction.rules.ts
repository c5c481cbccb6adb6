import { roundHalfUp } from "./money.rules.js";

/** An exact fraction in lowest terms; the denominator is positive. Scores are never computed in binary floats. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function divisor(first: bigint, second: bigint): bigint {
  return second === 0n ? first : divisor(second, first % second);
}

/** The fraction numerator / denominator in lowest terms. Throws `RangeError` for a denominator of 0. */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  let top = BigInt(numerator);
  let bottom = BigInt(denominator);
  if (bottom === 0n) throw new RangeError("nothing can be divided by zero");
  if (bottom < 0n) [top, bottom] = [-top, -bottom];
  const common = divisor(top < 0n ? -top : top, bottom);
  return { numerator: top / common, denominator: bottom / common };
}

export const ZERO = fraction(0n);
export const ONE = fraction(1n);

/** Reads `6/7`, `0.95` or `12`. Throws `RangeError` for any other text. */
export function parseFraction(text: string): Fraction {
  const quotient = /^(-?\d+)\/(\d+)$/.exec(text);
  if (quotient) return fraction(BigInt(quotient[1] as string), BigInt(quotient[2] as string));
  const decimal = /^(-?\d+)(?:\.(\d+))?$/.exec(text);
  if (!decimal) throw new RangeError(`"${text}" is not a fraction`);
  const digits = decimal[2] ?? "";
  return fraction(BigInt(`${decimal[1]}${digits}`), 10n ** BigInt(digits.length));
}

/** `6/7`; whole numbers without a bar: `1`. */
export function formatFraction({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? numerator.toString() : `${numerator}/${denominator}`;
}

export function add(first: Fraction, second: Fraction): Fraction {
  const top = first.numerator * second.denominator + second.numerator * first.denominator;
  return fraction(top, first.denominator * second.denominator);
}

export function subtract(first: Fraction, second: Fraction): Fraction {
  return add(first, { numerator: -second.numerator, denominator: second.denominator });
}

export function multiply(first: Fraction, second: Fraction): Fraction {
  return fraction(first.numerator * second.numerator, first.denominator * second.denominator);
}

export function divide(first: Fraction, second: Fraction): Fraction {
  return fraction(first.numerator * second.denominator, first.denominator * second.numerator);
}

/** Negative, zero or positive, as `first` is smaller than, equal to or greater than `second`. */
export function compareFractions(first: Fraction, second: Fraction): number {
  const gap = first.numerator * second.denominator - second.numerator * first.denominator;
  return gap < 0n ? -1 : Number(gap > 0n);
}

/** The value held between `least` and `most`, by default between 0 and 1. */
export function clamp(value: Fraction, least: Fraction = ZERO, most: Fraction = ONE): Fraction {
  if (compareFractions(value, least) < 0) return least;
  return compareFractions(value, most) > 0 ? most : value;
}

/** The greatest whole number not above the value. */
export function floor({ numerator, denominator }: Fraction): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}

/** The least whole number not below the value: 60 % of 7 is 4.2, so at least 5. */
export function ceiling({ numerator, denominator }: Fraction): bigint {
  return -floor({ numerator: -numerator, denominator });
}

/** The value in tenths, rounded once, a half up: 9/4 → 23. */
export function roundToTenths({ numerator, denominator }: Fraction): bigint {
  return roundHalfUp(numerator * 10n, denominator);
}

/** The value rounded half up to a number of decimals, without trailing zeros, as worked examples print it: 30/7 → `4.2857`. */
export function formatDecimal({ numerator, denominator }: Fraction, decimals: number): string {
  const scaled = roundHalfUp(numerator * 10n ** BigInt(decimals), denominator);
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const rest = digits.slice(digits.length - decimals).replace(/0+$/, "");
  return `${scaled < 0n ? "-" : ""}${whole}${rest ? `.${rest}` : ""}`;
}

/** The value rounded half up to three decimals, all of them written: 5/2 → `2.500`. */
export function formatThousandths({ numerator, denominator }: Fraction): string {
  const scaled = roundHalfUp(numerator * 1000n, denominator);
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(4, "0");
  return `${scaled < 0n ? "-" : ""}${digits.slice(0, -3)}.${digits.slice(-3)}`;
}

/** A rate in percent with a number of decimals, half up: 6/7 → `85.7%`. */
export function formatPercent({ numerator, denominator }: Fraction, decimals = 1): string {
  const scale = 10n ** BigInt(decimals);
  const scaled = roundHalfUp(numerator * 100n * scale, denominator);
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, "0");
  const whole = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return `${scaled < 0n ? "-" : ""}${whole}%`;
}
