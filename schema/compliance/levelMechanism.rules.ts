import type { UnionLevel } from "../hierarchy/unionType.rules.js";
import { type Bilingual, words } from "../shared/bilingual.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { type DatedSystem, judgeChecklist } from "./standing.rules.js";

/** The three mechanisms of the municipal and the county federations. */
export const LEVEL_MECHANISMS = {
  EARLY_WARNING: words("劳动关系预警机制", "early warning in labour relations"),
  SOURCE_PARTICIPATION: words("涉及职工民生政策制订的源头参与机制", "a part in making policies on workers' livelihood"),
  TRIPARTITE_CONSULTATION: words("劳动关系三方协商机制", "tripartite consultation"),
} as const satisfies Record<string, Bilingual>;
export type LevelMechanism = keyof typeof LEVEL_MECHANISMS;

export interface LevelMechanismFacts {
  asOf: LocalDate;
  level?: Fact<UnionLevel>;
  levelMechanisms?: Fact<readonly DatedSystem<LevelMechanism>[]>;
}

/**
 * R23, Implementation Opinions 2(4): 市本级、各县（市、区）总工会要建立健全劳动关系预警机制、涉及职工民生政策制订的源头参与机制、劳动
 * 关系三方协商机制. Township unions are not named.
 */
export function judgeLevelMechanisms(facts: LevelMechanismFacts, parameters: Parameters): Finding {
  const { asOf, level, levelMechanisms } = facts;
  const say = new Say("R23", "LEVEL_MECHANISM_MISSING", { level, levelMechanisms }, parameters);
  if (!level) return say.missing("工会层级", "the level of the union");
  if (level !== "MUNICIPAL" && level !== "COUNTY")
    return say.notApplicable(
      "本条只适用于市、县（市、区）总工会。",
      "Only municipal and county federations are meant.",
    );
  return judgeChecklist(say, LEVEL_MECHANISMS, { asOf, systems: levelMechanisms });
}
