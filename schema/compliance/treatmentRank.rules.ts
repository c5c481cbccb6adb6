import { isInOffice, type OfficeFacts } from "../positions/office.rules.js";
import { TREATMENT_RANK_NAMES, type TreatmentRank } from "../positions/position.rules.js";
import { requiredTreatmentRank, type TreatmentFacts } from "../positions/treatment.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { type Finding, findings } from "./finding.rules.js";

export interface TreatmentRankFacts extends TreatmentFacts, OfficeFacts {
  treatmentRank?: TreatmentRank | null | undefined;
  asOf: LocalDate;
}

const RULE_OF = {
  ENTERPRISE_DEPUTY_ADMIN: "R43",
  ENTERPRISE_MIDDLE_FULL: "R43",
  TOWNSHIP_DEPUTY_ADMIN: "R45",
  TOWNSHIP_MIDDLE_FULL: "R46",
} as const;

/**
 * R43, R45, R46, Implementation Opinions 3(2): full-time officers enjoy the treatment of a rank while in office; 分别 pairs
 * the chair with the first rank named, the vice chair with the second.
 */
export function judgeTreatmentRank(facts: TreatmentRankFacts): Finding {
  const required = requiredTreatmentRank(facts);
  const rule = required ? RULE_OF[required] : facts.level === "TOWNSHIP" ? "R45" : "R43";
  const say = findings(rule, "TREATMENT_RANK_MISSING", { ...facts, required });
  if (!required || !isInOffice(facts, facts.asOf))
    return say(
      "NOT_APPLICABLE",
      "不属于应明确待遇的在任专职主席、副主席。",
      "No full-time chair or vice chair in office.",
    );
  const name = TREATMENT_RANK_NAMES[required];
  if (facts.treatmentRank === required) return say("PASS", `已享受${name.zh}待遇。`, `Treated as ${name.en}.`);
  return say("WARNING", `应享受${name.zh}待遇，尚未落实。`, `Treatment as ${name.en} is due and not set.`);
}
