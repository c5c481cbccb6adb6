import {
  add,
  type Fraction,
  fraction,
  multiply,
  parseFraction,
  roundToTenths,
  ZERO,
} from "../shared/fraction.rules.js";
import type { IndicatorOutcome } from "./assessment.rules.js";
import { type Measure, shareOf } from "./formula.rules.js";
import { apportion, type Tenths, tenthsOf } from "./points.rules.js";
import type { Dimension, Indicator, Part, SchemeRules } from "./scheme.rules.js";

/** What was counted for each part of a scheme, by its key; a part without an entry is missing its record. */
export type Measures = Readonly<Record<string, Measure | undefined>>;

export interface PartScore {
  part: Part;
  outcome: IndicatorOutcome;
  measure?: Measure;
  share?: Fraction;
  nominal: Tenths;
  /** Nominal points and what the parts of the dimension that are not applicable left behind. */
  effective?: Tenths;
}

export interface IndicatorScore {
  indicator: Indicator;
  outcome: IndicatorOutcome;
  parts: PartScore[];
  nominal: Tenths;
  effective: Tenths;
  /** Points before rounding; only when scored. */
  raw?: Fraction;
  /** Points, rounded once, half up, to a tenth; only when scored. */
  points?: Tenths;
}

export interface DimensionScore {
  dimension: Dimension;
  outcome: IndicatorOutcome;
  indicators: IndicatorScore[];
  nominal: Tenths;
  /** Sum of the rounded points; only when no indicator is short of records. */
  points?: Tenths;
}

export interface SheetScore {
  scheme: SchemeRules;
  dimensions: DimensionScore[];
  /** Sum of the dimensions; only when every indicator has a result. */
  total?: Tenths;
}

/** Scores a whole sheet in exact arithmetic. One missing record leaves its indicator, dimension and total without points. */
export function scoreSheet(scheme: SchemeRules, measures: Measures): SheetScore {
  const dimensions = scheme.dimensions.map((dimension) => scoreDimension(dimension, measures));
  const total = sumOf(dimensions.map(({ points }) => points));
  return { scheme, dimensions, ...(total !== undefined && { total }) };
}

/** Parts that are not applicable leave their points, pro rata, to the applicable parts of the same dimension. */
function scoreDimension(dimension: Dimension, measures: Measures): DimensionScore {
  const measured = dimension.indicators.flatMap(({ parts }) =>
    parts.map((part) => measurePart(part, measures[part.key])),
  );
  const nominal = tenthsOf(dimension.points);
  const weights = measured.map((one) => (one.outcome === "NOT_APPLICABLE" ? 0 : one.nominal));
  if (weights.every((weight) => weight === 0)) return withoutPart(dimension, measured, nominal);
  const effective = apportion(nominal, weights);
  const scores = measured.map((one, place) =>
    one.outcome === "NOT_APPLICABLE" ? one : { ...one, effective: effective[place] as Tenths },
  );
  const indicators = gather(dimension, scores);
  const points = sumOf(indicators.map((one) => (one.outcome === "NOT_APPLICABLE" ? 0 : one.points)));
  const outcome = points === undefined ? "INSUFFICIENT_DATA" : "SCORED";
  return { dimension, outcome, indicators, nominal, ...(points !== undefined && { points }) };
}

/** A dimension with no applicable part cannot be computed; somebody has to judge. */
function withoutPart(dimension: Dimension, parts: PartScore[], nominal: Tenths): DimensionScore {
  return { dimension, outcome: "NEEDS_JUDGEMENT", indicators: gather(dimension, parts), nominal };
}

function measurePart(part: Part, measure: Measure | undefined): PartScore {
  const nominal = tenthsOf(part.points);
  if (!measure) return { part, outcome: "INSUFFICIENT_DATA", nominal };
  const share = shareOf(part.formula, measure, parseFraction(part.points));
  if (share === "NOT_APPLICABLE") return { part, outcome: "NOT_APPLICABLE", measure, nominal };
  return { part, outcome: "SCORED", measure, share, nominal };
}

function gather(dimension: Dimension, scores: readonly PartScore[]): IndicatorScore[] {
  return dimension.indicators.map((indicator) => {
    const keys = indicator.parts.map(({ key }) => key);
    return scoreIndicator(
      indicator,
      scores.filter(({ part }) => keys.includes(part.key)),
    );
  });
}

function scoreIndicator(indicator: Indicator, parts: PartScore[]): IndicatorScore {
  const nominal = parts.reduce((sum, part) => sum + part.nominal, 0);
  const effective = parts.reduce((sum, part) => sum + (part.effective ?? 0), 0);
  const outcome = outcomeOf(parts);
  if (outcome !== "SCORED") return { indicator, outcome, parts, nominal, effective };
  const raw = parts.map(pointsOfPart).reduce(add, ZERO);
  return { indicator, outcome, parts, nominal, effective, raw, points: Number(roundToTenths(raw)) };
}

function outcomeOf(parts: readonly PartScore[]): IndicatorOutcome {
  if (parts.some(({ outcome }) => outcome === "INSUFFICIENT_DATA")) return "INSUFFICIENT_DATA";
  return parts.every(({ outcome }) => outcome === "NOT_APPLICABLE") ? "NOT_APPLICABLE" : "SCORED";
}

/** Exact points of a part: effective points × share; nothing for a part that is not applicable. */
export function pointsOfPart({ effective, share }: Pick<PartScore, "effective" | "share">): Fraction {
  return effective === undefined || !share ? ZERO : multiply(fraction(effective, 10), share);
}

/** Sum of tenths; undefined when one of them is. */
function sumOf(points: readonly (Tenths | undefined)[]): Tenths | undefined {
  return points.reduce((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0);
}
