import type { UnionType } from "../hierarchy/unionType.rules.js";
import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

export interface LeadingUnionFacts {
  unionType?: Fact<UnionType>;
  /** Whether an affiliation is in force on the day. */
  hasSuperior?: Fact<boolean>;
  /** Whether the superior is another union than the township's in whose territory it lies: an industry or county line. */
  isLedFromOutside?: Fact<boolean>;
}

/**
 * R12, Implementation Opinions 2(2): 乡镇（街道）工会负责领导和管理所属区域的基层工会. Territory and affiliation are two relations;
 * a union led along another line is in order and only listed.
 */
export function judgeLeadingUnion(facts: LeadingUnionFacts, parameters: Parameters): Finding {
  const { unionType, hasSuperior, isLedFromOutside } = facts;
  const say = new Say("R12", "NO_LEADING_UNION", { unionType, hasSuperior, isLedFromOutside }, parameters);
  if (!unionType) return say.missing("工会组织形式", "the type of the union");
  if (unionType === "MUNICIPAL_FEDERATION")
    return say.notApplicable("市总工会的上级不在本系统内。", "Its superior is outside the records.");
  if (hasSuperior == null) return say.missing("隶属关系", "the affiliation");
  if (!hasSuperior)
    return say.unmet(
      words("当日没有有效的隶属关系。", "No affiliation is in force on the day."),
      words("明确领导该工会的上级工会并登记隶属关系。", "Settle which union leads it and record the affiliation."),
    );
  if (isLedFromOutside) return say.pass("由属地以外的上级工会领导。", "It is led by a union outside its territory.");
  return say.pass("隶属关系有效。", "An affiliation is in force.");
}
