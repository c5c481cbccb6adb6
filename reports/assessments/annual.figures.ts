import { INDICATOR_OUTCOME_NAMES } from "../../schema/assessments/assessment.rules.js";
import type { IndicatorFacts, PartFacts } from "./annual.facts.js";
import { closedUp } from "./annual.words.js";

const NONE = "—";

/** What a line of the score tables says of an indicator, or of one of its measures; cells as lines of text. */
export interface FigureRow {
  code: string;
  name: string[];
  figures: string[];
  formula: string[];
  nominalPoints: string;
  share: string[];
  points: string;
}

/** An indicator in one line, or, when it adds up several measures, in a line for the sum and one for each of them. */
export function figureRows(indicator: IndicatorFacts): FigureRow[] {
  const { code, outcome, parts, nominalPoints } = indicator;
  const [only] = parts;
  const isScored = outcome === "SCORED";
  const known = { name: namedWithClause(indicator), points: (isScored && indicator.points) || NONE };
  const told = toldOf(indicator);
  if (only && parts.length === 1) {
    const row = partRow(only);
    const figures = isScored ? [...told, ...row.figures] : told;
    return [{ ...row, ...known, code, figures }];
  }
  const sum = parts.map((part) => part.code).join("、");
  return [
    {
      ...known,
      code,
      figures: isScored ? [...told, `${sum}合计`] : told,
      formula: ["各项得分相加，取整一次"],
      nominalPoints,
      share: [NONE],
    },
    ...parts.map(partRow),
  ];
}

/** What is missing, why a line does not apply, or how a condition came about. */
function toldOf({ outcome, reason }: IndicatorFacts): string[] {
  const said = reason && outcome !== "NOT_APPLICABLE" ? [closedUp(reason)] : [];
  return outcome === "SCORED" ? said : [INDICATOR_OUTCOME_NAMES[outcome].zh, ...said];
}

function partRow(part: PartFacts): FigureRow {
  return {
    code: part.code,
    name: [closedUp(part.name)],
    figures: partFigures(part),
    formula: [closedUp(part.formula)],
    nominalPoints: part.nominalPoints,
    share: shareLines(part),
    points: part.exactPoints ?? NONE,
  };
}

function partFigures(part: PartFacts): string[] {
  if (part.outcome !== "SCORED") return [INDICATOR_OUTCOME_NAMES[part.outcome].zh];
  const counted = part.numerator !== null || part.denominator !== null;
  const isAdjusted = part.effectivePoints !== null && part.effectivePoints !== part.nominalPoints;
  return [
    ...figure(part.numeratorLabel ?? "计数", part.numerator, part.unit),
    ...figure(part.denominatorLabel ?? "目标", part.denominator, part.unit),
    ...rateLines(part),
    ...(counted || part.share === null ? [] : conditionWords(part.share)),
    ...(isAdjusted ? [`折算后满分${part.effectivePoints}分`] : []),
  ];
}

/** Most characters of two counts and their stroke that stand beside the percentage, or in a cell of shares. */
const COUNTS_BESIDE = 7;
const SHARE_BESIDE = 7;

/** The rate with the counts it comes from; long counts take a line of their own, for nothing breaks within them. */
function rateLines({ rate, numerator, denominator }: PartFacts): string[] {
  if (rate === null) return [];
  const counts = `${numerator}/${denominator}`;
  return counts.length > COUNTS_BESIDE ? [rate, `（${counts}）`] : [`${rate}（${counts}）`];
}

function figure(label: string, value: number | null, unit: string | null): string[] {
  return value === null ? [] : [`${closedUp(label)}${value}${unit ?? ""}`];
}

/** A condition is met or not; anything between has been counted. */
function conditionWords(share: string): string[] {
  if (share === "1") return ["符合"];
  return share === "0" ? ["不符合"] : [];
}

/** The share in percent, and as the exact fraction where the percentage is rounded. */
function shareLines({ share, sharePercent }: PartFacts): string[] {
  if (share === null || sharePercent === null) return [NONE];
  if (!share.includes("/")) return [sharePercent];
  return share.length > SHARE_BESIDE ? [sharePercent, ...share.replace("/", "/\n").split("\n")] : [sharePercent, share];
}

function namedWithClause({ name, clause }: IndicatorFacts): string[] {
  return clause ? [closedUp(name), `依据：${clauseWords(clause)}`] : [closedUp(name)];
}

/** Numbers of sections as official papers bracket them: `二(一)` → 二（一）. */
export function clauseWords(clause: string): string {
  return clause.replaceAll("(", "（").replaceAll(")", "）");
}
