import { basisOf } from "../compliance/clauses.rules.js";
import { parametersOn } from "../compliance/parameters.rules.js";
import { type Bilingual, type Language, words } from "../shared/bilingual.rules.js";
import { type Fraction, formatFraction, formatPercent, formatThousandths, fraction } from "../shared/fraction.rules.js";
import type { IndicatorOutcome, IndicatorSource } from "./assessment.rules.js";
import type { Measure } from "./formula.rules.js";
import { formulaWords } from "./formulaWords.rules.js";
import { gradingOf } from "./grading.rules.js";
import { measuresOf } from "./indicators.rules.js";
import { LIUHAO_2026 } from "./liuhao2026.rules.js";
import { formatTenths } from "./points.rules.js";
import {
  type DimensionScore,
  type IndicatorScore,
  type PartScore,
  pointsOfPart,
  type SheetScore,
  scoreSheet,
} from "./score.rules.js";
import type { TownshipFacts } from "./townshipFacts.rules.js";

export interface PartLine {
  code: string;
  name: string;
  numeratorLabel?: string;
  numerator?: number;
  denominatorLabel?: string;
  denominator?: number;
  unit?: string;
  rate?: string;
  formula: string;
  share?: string;
  sharePercent?: string;
  outcome: IndicatorOutcome;
  nominalPoints: string;
  effectivePoints?: string;
  exactPoints?: string;
}

export interface IndicatorLine {
  code: string;
  name: string;
  source: IndicatorSource;
  outcome: IndicatorOutcome;
  clause?: string;
  quote?: string;
  reason?: string;
  reasonEnglish?: string;
  nominalPoints: string;
  points?: string;
  parts: PartLine[];
}

export interface DimensionLine {
  code: string;
  name: string;
  nominalPoints: string;
  points?: string;
  computedPoints: string;
  computedNominalPoints: string;
  indicators: IndicatorLine[];
}

export interface SheetLines {
  complete: boolean;
  computedCount: number;
  indicatorCount: number;
  total?: string;
  grade?: string;
  dimensions: DimensionLine[];
}

/** The figures of a measure as numerator and denominator; a condition has none. */
function figures(measure: Measure | undefined): { numerator?: number; denominator?: number } {
  switch (measure?.kind) {
    case "rate":
      return { numerator: Number(measure.numerator), denominator: Number(measure.denominator) };
    case "count":
      return { numerator: measure.value, ...(measure.target !== undefined && { denominator: measure.target }) };
    case "misses":
      return { numerator: measure.count };
    default:
      return {};
  }
}

/** A rate in percent with one decimal, whole ones without: `91.2%`, `100%`. */
function percentOf(rate: Fraction): string {
  return formatPercent(rate, rate.denominator === 1n ? 0 : 1);
}

function rateOf(measure: Measure | undefined): string | undefined {
  if (measure?.kind !== "rate" || BigInt(measure.denominator) === 0n) return undefined;
  return percentOf(fraction(measure.numerator, measure.denominator));
}

function partLine({ part, outcome, measure, share, nominal, effective }: PartScore): PartLine {
  const rate = rateOf(measure);
  return {
    code: part.key,
    name: part.name.zh,
    ...(part.counts && { numeratorLabel: part.counts[0].zh, denominatorLabel: part.counts[1].zh }),
    ...figures(measure),
    ...(part.unit && { unit: part.unit }),
    ...(rate && { rate }),
    formula: formulaWords(part.formula).zh,
    ...(share && { share: formatFraction(share), sharePercent: percentOf(share) }),
    outcome,
    nominalPoints: formatTenths(nominal),
    ...(effective !== undefined && { effectivePoints: formatTenths(effective) }),
    ...(share && effective !== undefined && { exactPoints: formatThousandths(pointsOfPart({ effective, share })) }),
  };
}

/** What is missing, why a line does not apply, or how a condition came about. */
function reasonOf({ outcome, parts }: IndicatorScore): Bilingual | undefined {
  if (outcome === "NOT_APPLICABLE")
    return words(
      "没有可计的对象，本项不适用，分值由同一方面的其他指标按比例分摊。",
      "There is nothing to count; the points go to the other indicators of the heading in proportion.",
    );
  if (outcome !== "INSUFFICIENT_DATA") return parts.map(({ measure }) => measure?.note).find(Boolean);
  const missing = parts.filter((part) => part.outcome === "INSUFFICIENT_DATA").map(({ part }) => part.record);
  const named = (language: Language) => [...new Set(missing.map((record) => record[language]))];
  return words(`缺少：${named("zh").join("、")}。`, `Missing: ${named("en").join(", ")}.`);
}

function indicatorLine(score: IndicatorScore): IndicatorLine {
  const { indicator, outcome, parts, nominal, points } = score;
  const basis = indicator.basis[0] && basisOf(indicator.basis[0]);
  const reason = reasonOf(score);
  return {
    code: indicator.code,
    name: indicator.name.zh,
    source: indicator.source,
    outcome,
    ...(basis && { clause: basis.clause, quote: basis.quote }),
    ...(reason && { reason: reason.zh, reasonEnglish: reason.en }),
    nominalPoints: formatTenths(nominal),
    ...(points !== undefined && { points: formatTenths(points) }),
    parts: parts.map(partLine),
  };
}

function dimensionLine({ dimension, indicators, nominal, points }: DimensionScore): DimensionLine {
  const computed = indicators.filter(({ outcome }) => outcome === "SCORED");
  return {
    code: dimension.code,
    name: dimension.name.zh,
    nominalPoints: formatTenths(nominal),
    ...(points !== undefined && { points: formatTenths(points) }),
    computedPoints: formatTenths(computed.reduce((sum, one) => sum + (one.points ?? 0), 0)),
    computedNominalPoints: formatTenths(computed.reduce((sum, one) => sum + one.nominal, 0)),
    indicators: indicators.map(indicatorLine),
  };
}

/** A scored sheet as lines to answer and print, in Chinese; total and grade only when no indicator is short of records. */
export function linesOf(score: SheetScore, isCapped: boolean): SheetLines {
  const outcomes = score.dimensions.flatMap(({ indicators }) => indicators.map(({ outcome }) => outcome));
  const grading = score.total === undefined ? undefined : { total: score.total, bonus: 0, isCapped, isVetoed: false };
  return {
    complete: score.total !== undefined,
    computedCount: outcomes.filter((outcome) => outcome === "SCORED" || outcome === "NOT_APPLICABLE").length,
    indicatorCount: outcomes.length,
    ...(grading && { total: formatTenths(grading.total), grade: gradingOf(score.scheme, grading).grade }),
    dimensions: score.dimensions.map(dimensionLine),
  };
}

/** The sheet of a township from the facts of its cut-off day; before any facts are known every line lacks its record. */
export function sheetLines(facts: TownshipFacts | null): SheetLines {
  const parameters = facts && parametersOn(facts.cutoffOn);
  const measures = parameters ? measuresOf(LIUHAO_2026, facts, parameters) : {};
  const isCapped = measures.B1?.kind === "condition" && !measures.B1.met;
  return linesOf(scoreSheet(LIUHAO_2026, measures), isCapped);
}
