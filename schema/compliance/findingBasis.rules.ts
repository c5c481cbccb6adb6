import type { Bilingual } from "../shared/bilingual.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { type Basis, basisOf, clauseOf, LAW_BESIDE } from "./clauses.rules.js";
import { DEMANDS, type FindingRule } from "./demands.rules.js";
import type { ClauseNo } from "./opinions2013.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { PARAMETER_TITLES } from "./parameterTitles.rules.js";
import type { ParameterKey } from "./parameterValues.rules.js";
import type { ResponsibleLevel } from "./subject.rules.js";

/** A value of the rule set as a finding shows it: what it is, what it was that day, where it stands and since when. */
export interface Threshold {
  key: ParameterKey;
  title: Bilingual;
  value: unknown;
  source: Bilingual;
  validFrom: LocalDate;
}

/** What every finding of a rule rests on, whatever it says. */
export interface FindingBasis {
  clause: ClauseNo;
  quote: string;
  /** The article of the law to be read beside the clause. */
  law?: Basis;
  /** The dated values used, each with the paper it stands in. */
  thresholds: readonly Threshold[];
  responsible: ResponsibleLevel;
  /** Version of the rule set that judged. */
  ruleSet: LocalDate;
}

function make(rule: FindingRule, parameters: Parameters): FindingBasis {
  const { clause, quote } = clauseOf(rule);
  const { responsible, parameters: keys } = DEMANDS[rule];
  const article = LAW_BESIDE[rule];
  const thresholds = keys.map((key) => {
    const { source, validFrom } = parameters.origins[key];
    return { key, title: PARAMETER_TITLES[key], value: parameters[key], source, validFrom };
  });
  const { ruleSet } = parameters;
  return { clause, quote, ...(article && { law: basisOf(article) }), thresholds, responsible, ruleSet };
}

// The findings of a whole city share what their rule rests on that day.
const made = new WeakMap<Parameters, Map<FindingRule, FindingBasis>>();

/** What the findings of a rule rest on in a rule set. */
export function basisFor(rule: FindingRule, parameters: Parameters): FindingBasis {
  let ofRules = made.get(parameters);
  if (!ofRules) made.set(parameters, (ofRules = new Map()));
  let basis = ofRules.get(rule);
  if (!basis) ofRules.set(rule, (basis = make(rule, parameters)));
  return basis;
}
