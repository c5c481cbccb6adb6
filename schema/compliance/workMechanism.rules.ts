import { type Bilingual, words } from "../shared/bilingual.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { type DatedSystem, judgeChecklist } from "./standing.rules.js";

/** The three mechanisms the clause names. */
export const WORK_MECHANISMS = {
  DEMOCRATIC_PARTICIPATION: words("民主参与机制", "democratic participation"),
  COORDINATION: words("多方协调机制", "coordination of all sides"),
  GRASSROOTS_CONTACT: words("联系基层机制", "contact with the grassroots"),
} as const satisfies Record<string, Bilingual>;
export type WorkMechanism = keyof typeof WORK_MECHANISMS;

export interface WorkMechanismFacts {
  asOf: LocalDate;
  workMechanisms?: Fact<readonly DatedSystem<WorkMechanism>[]>;
}

/** R21, Implementation Opinions 2(4): 建立和完善工会组织民主参与、多方协调、联系基层的工作机制. */
export function judgeWorkMechanisms({ asOf, workMechanisms }: WorkMechanismFacts, parameters: Parameters): Finding {
  const say = new Say("R21", "WORK_MECHANISM_MISSING", { workMechanisms }, parameters);
  return judgeChecklist(say, WORK_MECHANISMS, { asOf, systems: workMechanisms });
}
