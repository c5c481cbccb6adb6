import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import { allOf, type Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

/** A group of regulations: none in force, in force but not judged sound (健全), or sound. */
export type SystemGroupState = "NONE" | "IN_FORCE" | "SOUND";

export interface TownshipSystemFacts {
  /** 组织制度: how the union is organised. */
  organisationSystems?: Fact<SystemGroupState>;
  /** 工作制度: how it works. */
  workSystems?: Fact<SystemGroupState>;
}

/** R19, Implementation Opinions 2(4): 乡镇（街道）工会要建立健全各项组织制度和工作制度. Whether they are sound a person judges. */
export function judgeTownshipSystems(facts: TownshipSystemFacts, parameters: Parameters): Finding {
  const { organisationSystems, workSystems } = facts;
  const say = new Say("R19", "TOWNSHIP_SYSTEM_MISSING", { organisationSystems, workSystems }, parameters);
  const groups = [organisationSystems, workSystems];
  const areHeld = allOf(groups.map((state) => (state == null ? undefined : state !== "NONE")));
  if (areHeld === undefined)
    return say.missing("组织制度或工作制度的建立情况", "whether both groups of regulations are in force");
  if (!areHeld)
    return say.unmet(
      words("组织制度和工作制度未全部建立。", "Not both groups of regulations are in force."),
      words("建立所缺的制度并登记文件。", "Adopt what is missing and record the document."),
    );
  if (groups.every((state) => state === "SOUND"))
    return say.pass("组织制度和工作制度健全。", "Both groups are in force and sound.");
  return say.finding(
    "NEEDS_JUDGEMENT",
    words("制度已建立，是否健全尚未认定。", "The regulations exist; whether they are sound is not judged."),
    words("由县（市、区）总工会认定。", "The county federation judges it."),
  );
}
