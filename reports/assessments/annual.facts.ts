import type { Grade, IndicatorOutcome } from "../../schema/assessments/assessment.rules.js";
import type { TownshipForm, UnionLevel, UnionType } from "../../schema/hierarchy/unionType.rules.js";

/** What the query of `annual.graphql` answers; the whole content of the annual assessment paper. Days are `YYYY-MM-DD`. */
export interface AnnualFacts {
  tradeUnion: AssessedUnion;
}

/** The township union as it stood on the day of the figures. */
export interface AssessedUnion {
  id: string;
  code: string;
  name: string;
  level: UnionLevel;
  type: UnionType;
  townshipForm: TownshipForm | null;
  establishedOn: string;
  parent: { code: string; name: string } | null;
  ancestors: { code: string; name: string; level: UnionLevel }[];
  /** Itself and everything below it; employees are null when nothing is known of any unit covered. */
  rollup: { unionCount: number; memberCount: number; employeeCount: number | null };
  assessments: { nodes: AssessmentFacts[] };
}

export interface AssessmentFacts {
  id: string;
  year: number;
  state: string;
  cutoffOn: string;
  scheme: { key: string; edition: number; name: string };
  sheet: SheetFacts;
}

/** The score sheet. Points are decimal text with one place, `"86.3"`; `total` and `grade` are null while an indicator is missing. */
export interface SheetFacts {
  complete: boolean;
  computedCount: number;
  indicatorCount: number;
  total: string | null;
  grade: Grade | null;
  dimensions: DimensionFacts[];
}

/** One of the six headings of 六好. `points` is null while an indicator is missing; the other two count what is computed. */
export interface DimensionFacts {
  code: string;
  name: string;
  nominalPoints: string;
  points: string | null;
  computedPoints: string;
  computedNominalPoints: string;
  indicators: IndicatorFacts[];
}

export interface IndicatorFacts {
  code: string;
  name: string;
  outcome: IndicatorOutcome;
  /** Place in the policy or the law, `二(一)`, and its words. */
  clause: string | null;
  quote: string | null;
  /** What is missing, or how a condition came about. */
  reason: string | null;
  nominalPoints: string;
  points: string | null;
  parts: PartFacts[];
}

/**
 * One measure of an indicator. `share` is an exact fraction, `"6/7"`, and `sharePercent` the same in percent; `rate` is
 * numerator by denominator in percent; `exactPoints` are the points before the indicator is rounded, to three places.
 */
export interface PartFacts {
  code: string;
  name: string;
  numeratorLabel: string | null;
  numerator: number | null;
  denominatorLabel: string | null;
  denominator: number | null;
  unit: string | null;
  rate: string | null;
  /** How it is scored, in words. */
  formula: string;
  share: string | null;
  sharePercent: string | null;
  outcome: IndicatorOutcome;
  nominalPoints: string;
  effectivePoints: string | null;
  exactPoints: string | null;
}
