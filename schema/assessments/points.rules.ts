import { type Fraction, floor, fraction, multiply, parseFraction, subtract } from "../shared/fraction.rules.js";

/** Points are counted in tenths, as whole numbers: 4.3 points are 43. */
export type Tenths = number;

/** Nominal points of a catalogue in tenths. Throws `RangeError` when they are no whole tenths. */
export function tenthsOf(points: string): Tenths {
  const { numerator, denominator } = multiply(parseFraction(points), fraction(10n));
  if (denominator !== 1n) throw new RangeError(`${points} points are not whole tenths`);
  return Number(numerator);
}

/** Tenths as points with one decimal: 43 → `4.3`. */
export function formatTenths(tenths: Tenths): string {
  const digits = String(Math.abs(tenths)).padStart(2, "0");
  return `${tenths < 0 ? "-" : ""}${digits.slice(0, -1)}.${digits.slice(-1)}`;
}

/**
 * Hands out `total` tenths in proportion to `weights` by the largest remainder; on a tie the earlier in the catalogue gets
 * the tenth. The parts add up to `total` exactly. The weights must not all be 0.
 */
export function apportion(total: Tenths, weights: readonly number[]): Tenths[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => fraction(BigInt(weight) * BigInt(total), sum));
  const shares = exact.map((one) => Number(floor(one)));
  const left = total - shares.reduce((all, share) => all + share, 0);
  for (const place of byRemainder(exact).slice(0, left)) shares[place] = (shares[place] as number) + 1;
  return shares;
}

/** Places in falling order of the part beyond the whole number, ties in the order given. */
function byRemainder(exact: readonly Fraction[]): number[] {
  const remainders = exact.map((one) => subtract(one, fraction(floor(one))));
  return remainders
    .map((_, place) => place)
    .sort((first, second) => {
      const [one, other] = [remainders[first] as Fraction, remainders[second] as Fraction];
      return Number(other.numerator * one.denominator - one.numerator * other.denominator) || first - second;
    });
}
