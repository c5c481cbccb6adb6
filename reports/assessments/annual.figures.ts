import { INDICATOR_OUTCOME_NAMES } from "../../schema/assessments/assessment.rules.js";
import type { IndicatorFacts, PartFacts } from "./annual.facts.js";
import { closedUp } from "./annual.words.js";

/** The figures of an indicator as the lines of a cell: what was counted, the share it gives, or what is missing. */
export function figureLines({ outcome, parts, reason }: IndicatorFacts): string[] {
  if (outcome !== "SCORED")
    return [INDICATOR_OUTCOME_NAMES[outcome].zh, ...(reason && outcome !== "NOT_APPLICABLE" ? [closedUp(reason)] : [])];
  const several = parts.length > 1;
  const lines = parts.flatMap((part) => [...(several ? [closedUp(part.name)] : []), ...partLines(part)]);
  return reason ? [closedUp(reason), ...lines] : lines;
}

function partLines(part: PartFacts): string[] {
  if (part.outcome === "NOT_APPLICABLE") return [INDICATOR_OUTCOME_NAMES.NOT_APPLICABLE.zh];
  const counted = part.numerator !== null || part.denominator !== null;
  const adjusted = part.effectivePoints !== null && part.effectivePoints !== part.nominalPoints;
  return [
    ...figure(part.numeratorLabel ?? "计数", part.numerator),
    ...figure(part.denominatorLabel ?? "目标", part.denominator),
    ...(counted || part.share === null ? [] : conditionWords(part.share)),
    ...(adjusted ? [`折算后满分 ${part.effectivePoints}`] : []),
    ...(part.share === null ? [] : [`得分率 ${part.share}`]),
  ];
}

function figure(label: string, value: number | null): string[] {
  return value === null ? [] : [`${closedUp(label)} ${value}`];
}

/** A condition is met or not; anything between has been counted. */
function conditionWords(share: string): string[] {
  if (share === "1") return ["符合"];
  return share === "0" ? ["不符合"] : [];
}

/** How an indicator is scored: one rule for all its measures, or each with its name. */
export function formulaLines({ parts }: IndicatorFacts): string[] {
  const rules = new Set(parts.map(({ formula }) => formula));
  if (rules.size <= 1) return [...rules].map(closedUp);
  return parts.map(({ name, formula }) => `${closedUp(name)}：${closedUp(formula)}`);
}
