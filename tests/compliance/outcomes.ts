import type { Finding, FindingOutcome } from "../../schema/compliance/finding.rules.js";
import { type Parameters, parametersOn, supposing } from "../../schema/compliance/parameters.rules.js";
import type { ParameterValues } from "../../schema/compliance/parameterValues.rules.js";

const OUTCOMES = {
  P: "PASS",
  V: "VIOLATION",
  W: "WARNING",
  I: "INFO",
  D: "INSUFFICIENT_DATA",
  J: "NEEDS_JUDGEMENT",
  N: "NOT_APPLICABLE",
} as const satisfies Record<string, FindingOutcome>;

/** Outcomes as the tables of boundary cases write them. */
export type Letter = keyof typeof OUTCOMES;
export const outcomeOf = (letter: Letter): FindingOutcome => OUTCOMES[letter];

/** The rule set as it stands on the last day of 2025. */
export const PARAMETERS = parametersOn("2025-12-31") as Parameters;
export const withValues = (values: Partial<ParameterValues>) => supposing(PARAMETERS, values);

/** The letters of one finding or of several, in order: `V`, `PJ`. */
export function lettersOf(findings: Finding | readonly Finding[]): string {
  const letters = Object.entries(OUTCOMES);
  return [findings]
    .flat()
    .map(({ outcome }) => letters.find(([, name]) => name === outcome)?.[0])
    .join("");
}
