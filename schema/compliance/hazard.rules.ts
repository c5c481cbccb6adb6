import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

export interface HazardFacts {
  inspections?: Fact<number>;
  /** Hazards found and not yet removed. */
  openHazards?: Fact<number>;
}

/** R17e, Implementation Opinions 2(3)5: 落实安全生产工作制度……排除安全隐患. Within how many days the text does not say. */
export function judgeHazards({ inspections, openHazards }: HazardFacts, parameters: Parameters): Finding {
  const say = new Say("R17e", "HAZARD_OPEN", { inspections, openHazards }, parameters);
  if (inspections == null) return say.missing("安全检查记录", "safety inspections");
  if (openHazards == null) return say.missing("安全隐患及整改记录", "hazards and how they were removed");
  if (openHazards > 0)
    return say.unmet(
      words(`${openHazards} 处安全隐患尚未排除。`, `${openHazards} hazard(s) are not removed.`),
      words("督促单位整改并登记销号。", "Have the employer remove them and record it."),
    );
  if (inspections === 0)
    return say.unmet(
      words("没有安全检查记录。", "No inspection is on record."),
      words("开展检查或补录记录。", "Inspect, or record the inspections made."),
    );
  return say.pass("隐患均已排除。", "All hazards are removed.");
}
