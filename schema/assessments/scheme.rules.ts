import type { LawArticle, RuleId } from "../compliance/clauses.rules.js";
import type { Bilingual } from "../shared/bilingual.rules.js";
import type { Grade, IndicatorSource } from "./assessment.rules.js";
import type { Formula } from "./formula.rules.js";

/** Measure words (量词) of what is counted: every printed count carries one. Money is counted in fen (分). */
export type CountUnit = "个" | "人" | "次" | "例" | "件" | "项" | "张" | "分";

/** One measure of an indicator, with its own points. */
export interface Part {
  /** Code of the indicator, with a letter when it has several parts: `B2`, `C1a`. */
  key: string;
  name: Bilingual;
  /** Nominal points as an exact decimal, in steps of 0.1. */
  points: string;
  formula: Formula;
  /** What the numerator (or the count) and the denominator (or the target) stand for. */
  counts?: readonly [numerator: Bilingual, denominator: Bilingual];
  /** Measure word of the counts; conditions have none. */
  unit?: CountUnit;
  /** The record that is missing when the part cannot be computed. */
  record: Bilingual;
}

export interface Indicator {
  code: string;
  name: Bilingual;
  source: IndicatorSource;
  /** What it rests on: rules of the policy text, articles of the law. */
  basis: readonly (RuleId | LawArticle)[];
  parts: readonly Part[];
}

/** One of the six headings, 六好. */
export interface Dimension {
  code: string;
  name: Bilingual;
  points: string;
  indicators: readonly Indicator[];
}

export interface GradeRow {
  grade: Grade;
  /** Least points, inclusive. */
  least: string;
}

/** A score sheet as data: replaced by a new edition, never edited. */
export interface SchemeRules {
  key: string;
  edition: number;
  name: Bilingual;
  validFromYear: number;
  dimensions: readonly Dimension[];
  /** Best grade first; the last one has no threshold above 0. */
  grades: readonly GradeRow[];
  /** Most bonus points that are shown. */
  bonusMost: string;
  /** Days of the year that the chair may be vacant (A3). */
  vacancyDaysMost: number;
}

/** All indicators of a scheme in catalogue order. */
export function indicatorsOf(scheme: SchemeRules): Indicator[] {
  return scheme.dimensions.flatMap(({ indicators }) => indicators);
}

/** An indicator of one part, whose part carries its code and name. */
export function single(
  code: string,
  name: Bilingual,
  source: IndicatorSource,
  basis: Indicator["basis"],
  part: Omit<Part, "key" | "name">,
): Indicator {
  return { code, name, source, basis, parts: [{ key: code, name, ...part }] };
}
