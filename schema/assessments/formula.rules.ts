import type { Bilingual } from "../shared/bilingual.rules.js";
import {
  clamp,
  compareFractions,
  divide,
  type Fraction,
  fraction,
  multiply,
  ONE,
  parseFraction,
  subtract,
  ZERO,
} from "../shared/fraction.rules.js";

/** How a measure becomes a share between 0 and 1. Thresholds are exact decimals written as text. */
export type Formula =
  /** Condition met → 1, else 0. */
  | { kind: "ALL" }
  /** Straight line: 0 at `from` and below, 1 at `to` and above. */
  | { kind: "LIN"; from: string; to: string }
  /**
   * Points of the first threshold reached, thresholds falling. `cap` are the most points a capped measure gets;
   * with fewer cases than `leastCases` the share is 0.
   */
  | {
      kind: "STEP";
      steps: readonly (readonly [threshold: string, points: string])[];
      cap?: string;
      leastCases?: number;
    }
  /** Points taken off for each miss. */
  | { kind: "DED"; each: string }
  /** Count against a target; without `target` the target comes with the measure. */
  | { kind: "CNT"; target?: number }
  /** The rate itself. */
  | { kind: "RATE" };

/** What was counted. Rates may be of fen, hence bigint. `note` says in words how a condition came about. */
export type Measure = { note?: Bilingual } & (
  | { kind: "condition"; met: boolean }
  | { kind: "rate"; numerator: number | bigint; denominator: number | bigint; capped?: boolean }
  | { kind: "count"; value: number; target?: number }
  | { kind: "misses"; count: number }
);

export type Share = Fraction | "NOT_APPLICABLE";

/**
 * The exact share that a measure earns. A rate over 0 cases and a target of 0 are not applicable; conditions, deductions
 * and counts against a fixed target never are. Throws when the measure is of the wrong kind for the formula.
 *
 * @param nominal nominal points of the part, which `STEP` and `DED` divide by
 */
export function shareOf(formula: Formula, measure: Measure, nominal: Fraction): Share {
  switch (formula.kind) {
    case "ALL":
      return take(measure, "condition").met ? ONE : ZERO;
    case "LIN":
      return ofRate(measure, (rate) => line(rate, parseFraction(formula.from), parseFraction(formula.to)));
    case "RATE":
      return ofRate(measure, (rate) => clamp(rate));
    case "STEP":
      return ofRate(measure, (rate) => divide(step(formula, measure, rate), nominal));
    case "DED":
      return deduction(formula.each, take(measure, "misses").count, nominal);
    case "CNT":
      return counted(take(measure, "count"), formula.target);
  }
}

function take<K extends Measure["kind"]>(measure: Measure, kind: K): Extract<Measure, { kind: K }> {
  if (measure.kind !== kind) throw new TypeError(`the formula needs a ${kind}, not a ${measure.kind}`);
  return measure as Extract<Measure, { kind: K }>;
}

function ofRate(measure: Measure, share: (rate: Fraction) => Fraction): Share {
  const { numerator, denominator } = take(measure, "rate");
  return BigInt(denominator) === 0n ? "NOT_APPLICABLE" : share(fraction(numerator, denominator));
}

function line(rate: Fraction, from: Fraction, to: Fraction): Fraction {
  return clamp(divide(subtract(rate, from), subtract(to, from)));
}

function step(formula: Extract<Formula, { kind: "STEP" }>, measure: Measure, rate: Fraction): Fraction {
  const { capped, denominator } = take(measure, "rate");
  if (BigInt(denominator) < BigInt(formula.leastCases ?? 0)) return ZERO;
  const reached = formula.steps.find(([threshold]) => compareFractions(rate, parseFraction(threshold)) >= 0);
  const points = reached ? parseFraction(reached[1]) : ZERO;
  return capped && formula.cap ? clamp(points, ZERO, parseFraction(formula.cap)) : points;
}

function deduction(each: string, misses: number, nominal: Fraction): Fraction {
  return clamp(subtract(ONE, divide(multiply(parseFraction(each), fraction(misses)), nominal)));
}

function counted({ value, target }: Extract<Measure, { kind: "count" }>, fixed: number | undefined): Share {
  const goal = fixed ?? target ?? 0;
  return goal === 0 ? "NOT_APPLICABLE" : clamp(fraction(value, goal));
}
