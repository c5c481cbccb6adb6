/** Money is counted in whole fen (0.01 yuan); it travels as a text of digits, `"123450"`. */
export type Fen = string;

/** Largest amount the records hold: a signed 64-bit number of fen. */
const MOST = 2n ** 63n - 1n;

/**
 * Reads an amount in fen: a text of digits, a safe integer or a bigint.
 * Throws `RangeError` for fractions, for numbers beyond safe integers and for more than 64 bits.
 */
export function parseFen(amount: string | number | bigint): bigint {
  if (typeof amount === "number" && !Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not whole fen`);
  if (typeof amount === "string" && !/^-?\d{1,19}$/.test(amount)) throw new RangeError(`"${amount}" is not whole fen`);
  const fen = BigInt(amount);
  if (fen > MOST || fen < -MOST) throw new RangeError(`${amount} fen is more than the records hold`);
  return fen;
}

/** An amount of fen as text of digits, the form in which it is stored and sent. */
export function printFen(amount: bigint): Fen {
  return amount.toString();
}

/** Fen written in yuan, grouped by thousands: 123450 → `1,234.50`. */
export function formatYuan(amount: string | number | bigint): string {
  const fen = parseFen(amount);
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fen < 0n ? "-" : ""}${whole}.${digits.slice(-2)}`;
}

/**
 * A quotient rounded to a whole number, a half away from zero: 2469134.5 → 2469135.
 * Negative amounts mirror positive ones, so that a reversal undoes its payment exactly.
 */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError("nothing can be divided by zero");
  const negative = numerator < 0n !== denominator < 0n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * top + bottom) / (2n * bottom);
  return negative ? -rounded : rounded;
}
