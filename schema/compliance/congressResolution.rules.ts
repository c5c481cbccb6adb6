import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

export interface CongressResolutionFacts {
  /** Meetings of the workers' congress on record. */
  workersCongresses?: Fact<number>;
  congressResolutions?: Fact<number>;
  /** Those of the resolutions that have no recorded follow-up. */
  openResolutions?: Fact<number>;
}

/** R17b, Implementation Opinions 2(3)2: 执行职工代表大会的决议. Whether an open one is a failure a person has to judge. */
export function judgeCongressResolutions(facts: CongressResolutionFacts, parameters: Parameters): Finding {
  const { workersCongresses, congressResolutions, openResolutions } = facts;
  const inputs = { workersCongresses, congressResolutions, openResolutions };
  const say = new Say("R17b", "CONGRESS_RESOLUTION_OPEN", inputs, parameters);
  if (workersCongresses == null) return say.missing("职工代表大会记录", "meetings of the workers' congress");
  if (congressResolutions == null || openResolutions == null)
    return say.missing("职工代表大会决议及落实情况", "resolutions and what became of them");
  if (workersCongresses === 0)
    return say.unmet(
      words("没有召开职工代表大会的记录。", "No workers' congress is on record."),
      words("核实是否召开，补录会议和决议。", "Find out whether one met and record it."),
    );
  if (openResolutions > 0)
    return say.unmet(
      words(`${openResolutions} 项决议尚无落实记录。`, `${openResolutions} resolution(s) without follow-up.`),
      words("逐项登记决议落实情况。", "Record what became of each resolution."),
    );
  return say.pass(
    `${congressResolutions} 项决议均有落实记录。`,
    `All ${congressResolutions} resolutions are followed up.`,
  );
}
