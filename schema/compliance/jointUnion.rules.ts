import type { UnionType } from "../hierarchy/unionType.rules.js";
import { words } from "../shared/bilingual.rules.js";
import { type Refusal, refusal } from "../shared/refusal.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import type { ParameterValues } from "./parameterValues.rules.js";

export interface JointUnionFacts {
  unionType?: Fact<UnionType>;
  /** Employers the union covers on the day that have not closed. */
  coveredUnits?: Fact<number>;
}

/** Why a joint union cannot be founded over so few units; Implementation Opinions 2(1): 两个以上单位. */
export function whyNotFoundJointUnion(units: number, { jointUnionUnits }: ParameterValues): Refusal | undefined {
  return units >= jointUnionUnits
    ? undefined
    : refusal("OUT_OF_RANGE", { least: jointUnionUnits }, ["employers"], "二(一)");
}

/**
 * R04, Implementation Opinions 2(1): 也可以由两个以上单位的会员联合建立基层工会委员会. The form is free, but two units make it; a
 * joint union that fell below is only warned of.
 */
export function judgeJointUnion({ unionType, coveredUnits }: JointUnionFacts, parameters: Parameters): Finding {
  const say = new Say("R04", "JOINT_UNION_TOO_FEW_UNITS", { unionType, coveredUnits }, parameters);
  const { jointUnionUnits: mark } = parameters;
  if (!unionType) return say.missing("工会组织形式", "the type of the union");
  if (unionType !== "GRASSROOTS_JOINT") return say.notApplicable("不是联合基层工会。", "It is no joint union.");
  if (coveredUnits == null) return say.missing("覆盖单位数", "the number of units covered");
  if (coveredUnits >= mark) return say.pass(`覆盖 ${coveredUnits} 个单位。`, `It covers ${coveredUnits} units.`);
  if (coveredUnits === 0)
    return say.unmet(
      words("已不覆盖任何单位。", "It no longer covers any unit."),
      words("报上一级工会批准后撤销。", "Dissolve it with the approval of the union above."),
    );
  return say.unmet(
    words(`仅覆盖 ${coveredUnits} 个单位，少于 ${mark} 个。`, `It covers ${coveredUnits} unit, fewer than ${mark}.`),
    words("增加联合单位，或改为单独基层工会。", "Add a unit, or make it a union of one unit."),
  );
}
