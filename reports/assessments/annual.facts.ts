import type { Grade, IndicatorOutcome } from "../../schema/assessments/assessment.rules.js";
import type { TownshipForm, UnionLevel, UnionType } from "../../schema/hierarchy/unionType.rules.js";

/** What the query of `annual.graphql` answers; the whole content of the annual assessment paper. */
export interface AnnualFacts {
  tradeUnion: AssessedUnion;
}

/** The township union as it stood on the day of the figures. Counts are whole numbers. */
export interface AssessedUnion {
  id: string;
  code: string;
  name: string;
  level: UnionLevel;
  type: UnionType;
  townshipForm: TownshipForm | null;
  establishedOn: string | null;
  memberCount: number | null;
  employeeCount: number | null;
  parent: { code: string; name: string } | null;
  ancestors: { code: string; name: string; level: UnionLevel }[];
  rollup: { unionCount: number; memberCount: number; employeeCount: number };
  assessments: { nodes: AssessmentFacts[] };
}

/** One year's assessment. Points are decimal text with one place, `"86.3"`; days are `YYYY-MM-DD`. */
export interface AssessmentFacts {
  id: string;
  year: number;
  state: string;
  asOf: string;
  scheme: { key: string; edition: string | number; name: string };
  /** Indicators of the scheme, and how many of them have points. */
  indicatorCount: number;
  computedIndicators: number;
  /** True when no indicator is short of records; only then `points` and `grade` may be printed. */
  complete: boolean;
  nominalPoints: string;
  /** Sum over all indicators; null while one is missing. */
  points: string | null;
  grade: Grade | null;
  dimensions: DimensionFacts[];
}

/** One of the six headings of 六好. */
export interface DimensionFacts {
  code: string;
  name: string;
  indicatorCount: number;
  computedIndicators: number;
  nominalPoints: string;
  /** Nominal points of the indicators that have been computed: what `points` could at most be today. */
  computedNominalPoints: string;
  /** Sum over the computed indicators; null when none is. */
  points: string | null;
  indicators: IndicatorFacts[];
}

export interface IndicatorFacts {
  code: string;
  name: string;
  nominalPoints: string;
  effectivePoints: string | null;
  points: string | null;
  outcome: IndicatorOutcome;
  /** Formula as the scheme writes it: `LIN(0.60, 0.95)`. */
  formula: string;
  /** Clause of the Opinions, `二(一)`, and its sentence. */
  clause: string | null;
  quote: string | null;
  parts: PartFacts[];
}

/** One measure of an indicator. Figures are numbers or decimal text; `share` is an exact fraction, `"6/7"`. */
export interface PartFacts {
  name: string | null;
  numerator: number | string | null;
  numeratorLabel: string | null;
  denominator: number | string | null;
  denominatorLabel: string | null;
  value: number | string | null;
  target: number | string | null;
  share: string | null;
  nominalPoints: string;
  effectivePoints: string | null;
}
