import type { RuleGroup } from "../employers/employer.rules.js";
import type { UnionType } from "../hierarchy/unionType.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { judgeTreatmentRanks, type TreatmentRankFacts } from "./treatmentRank.rules.js";

export interface EnterpriseRankFacts extends TreatmentRankFacts {
  unionType?: Fact<UnionType>;
  /** Kind of unit of a union of one unit; a joint union serves enterprises and institutions. */
  ruleGroup?: Fact<RuleGroup>;
}

/**
 * R43, Implementation Opinions 3(2): 企事业单位的专职工会主席、副主席任职期间，分别享受单位行政副职、中层管理人员正职的同等待遇. 分别
 * pairs the chair with the first rank, the vice chair with the second.
 */
export function judgeEnterpriseRanks(facts: EnterpriseRankFacts, parameters: Parameters): Finding[] {
  const { unionType, ruleGroup } = facts;
  const say = new Say("R43", "TREATMENT_RANK_MISSING", { unionType, ruleGroup }, parameters);
  if (!unionType) return [say.missing("工会组织形式", "the type of the union")];
  if (unionType === "VILLAGE_UNION")
    return [say.notApplicable("本条只适用于企事业单位。", "Only enterprises and public institutions are meant.")];
  if (unionType === "GRASSROOTS_INDEPENDENT") {
    if (!ruleGroup) return [say.missing("单位类型", "the category of the unit")];
    if (ruleGroup !== "ENTERPRISE" && ruleGroup !== "PUBLIC_INSTITUTION")
      return [say.notApplicable("本条只适用于企事业单位。", "Only enterprises and public institutions are meant.")];
  }
  const setting = {
    rule: "R43",
    level: "GRASSROOTS",
    ranks: ["ENTERPRISE_DEPUTY_ADMIN", "ENTERPRISE_MIDDLE_FULL"],
    inEnterpriseOrInstitution: true,
    chairFromPartyCommittee: false,
  } as const;
  return judgeTreatmentRanks(facts, setting, parameters);
}
