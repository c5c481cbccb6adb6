import type { Bilingual } from "../shared/bilingual.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { DEMANDS, type FindingRule } from "./demands.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { PARAMETER_TITLES } from "./parameterTitles.rules.js";
import type { ParameterKey } from "./parameterValues.rules.js";

/** A value of the rule set as a finding shows it: what it is, what it was that day, where it stands and since when. */
export interface Threshold {
  key: ParameterKey;
  title: Bilingual;
  value: unknown;
  source: Bilingual;
  validFrom: LocalDate;
}

// Findings of a whole city share the thresholds of their rule and day.
const known = new WeakMap<Parameters, Map<FindingRule, readonly Threshold[]>>();

/** The values a rule uses, as they are in force in a rule set. */
export function thresholdsOf(rule: FindingRule, parameters: Parameters): readonly Threshold[] {
  const ofRules = known.get(parameters) ?? new Map<FindingRule, readonly Threshold[]>();
  known.set(parameters, ofRules);
  const told = ofRules.get(rule);
  if (told) return told;
  const thresholds = DEMANDS[rule].parameters.map((key) => ({
    key,
    title: PARAMETER_TITLES[key],
    value: parameters[key],
    ...parameters.origins[key],
  }));
  ofRules.set(rule, thresholds);
  return thresholds;
}
