import { type Finding, Say } from "./finding.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { isPartTimeOfParty, type TownshipLeadershipFacts } from "./townshipLeadership.rules.js";
import { judgeTreatmentRanks, type TreatmentRankFacts } from "./treatmentRank.rules.js";

const SETTING = {
  rule: "R46",
  level: "TOWNSHIP",
  ranks: ["TOWNSHIP_MIDDLE_FULL"],
  inEnterpriseOrInstitution: false,
  chairFromPartyCommittee: true,
} as const;

/** R46, Implementation Opinions 3(2): 应配专职副主席，任职期间享受同级中层正职待遇. Only beside a chair from the party committee. */
export function judgeTownshipViceRank(
  facts: TreatmentRankFacts & TownshipLeadershipFacts,
  parameters: Parameters,
): Finding[] {
  const isMeant = isPartTimeOfParty(facts);
  if (isMeant) return judgeTreatmentRanks(facts, SETTING, parameters);
  const { hasChair, chairEmploymentMode, isChairOfPartyCommittee } = facts;
  const say = new Say(
    "R46",
    "TREATMENT_RANK_MISSING",
    { hasChair, chairEmploymentMode, isChairOfPartyCommittee },
    parameters,
  );
  if (isMeant === undefined)
    return [
      say.missing("主席是否由同级党委组成人员兼任", "whether the chair sits part time as of the party committee"),
    ];
  return [
    say.notApplicable(
      "主席不是由同级党委组成人员兼任。",
      "The chair is not a member of the party committee in part time.",
    ),
  ];
}
