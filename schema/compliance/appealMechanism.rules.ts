import { type Bilingual, words } from "../shared/bilingual.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { type DatedSystem, judgeChecklist } from "./standing.rules.js";

/** The four mechanisms the clause names. */
export const APPEAL_MECHANISMS = {
  APPEAL: words("职工诉求表达机制", "workers' appeals"),
  INTEREST_COORDINATION: words("利益协调机制", "coordination of interests"),
  CONFLICT_MEDIATION: words("矛盾调处机制", "mediation of conflicts"),
  RIGHTS_PROTECTION: words("权益保障机制", "protection of rights"),
} as const satisfies Record<string, Bilingual>;
export type AppealMechanism = keyof typeof APPEAL_MECHANISMS;

export interface AppealMechanismFacts {
  asOf: LocalDate;
  appealMechanisms?: Fact<readonly DatedSystem<AppealMechanism>[]>;
}

/** R53, Implementation Opinions 3(3): 建立健全职工诉求表达机制、利益协调机制、矛盾调处机制和权益保障机制. */
export function judgeAppealMechanisms(
  { asOf, appealMechanisms }: AppealMechanismFacts,
  parameters: Parameters,
): Finding {
  const say = new Say("R53", "APPEAL_MECHANISM_MISSING", { appealMechanisms }, parameters);
  return judgeChecklist(say, APPEAL_MECHANISMS, { asOf, systems: appealMechanisms });
}
