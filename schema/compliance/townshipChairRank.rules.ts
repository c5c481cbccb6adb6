import type { Finding } from "./finding.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { judgeTreatmentRanks, type TreatmentRankFacts } from "./treatmentRank.rules.js";

/** R45, Implementation Opinions 3(2): 乡镇（街道）工会原则上应设专职主席，任职期间享受同级行政副职待遇. */
export function judgeTownshipChairRank(facts: TreatmentRankFacts, parameters: Parameters): Finding[] {
  const setting = {
    rule: "R45",
    level: "TOWNSHIP",
    ranks: ["TOWNSHIP_DEPUTY_ADMIN"],
    inEnterpriseOrInstitution: false,
    chairFromPartyCommittee: false,
  } as const;
  return judgeTreatmentRanks(facts, setting, parameters);
}
