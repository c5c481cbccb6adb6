import type { UnionLevel } from "../hierarchy/unionType.rules.js";
import { isInOffice } from "../positions/office.rules.js";
import { TREATMENT_RANK_NAMES, type TreatmentRank } from "../positions/position.rules.js";
import { requiredTreatmentRank } from "../positions/treatment.rules.js";
import { words } from "../shared/bilingual.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { PostHolderFacts } from "./fullTimePosts.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

export interface RankedPostFacts extends PostHolderFacts {
  id?: Fact<number | string>;
  /** Rank the holder is treated as; absent when none was granted. */
  treatmentRank?: Fact<TreatmentRank>;
}

export interface TreatmentRankFacts {
  asOf: LocalDate;
  positions?: Fact<readonly RankedPostFacts[]>;
}

/** Where the posts stand, as far as the ranks depend on it. */
export interface RankSetting {
  rule: "R43" | "R45" | "R46";
  level: UnionLevel;
  /** Ranks this rule grants. */
  ranks: readonly TreatmentRank[];
  inEnterpriseOrInstitution: boolean;
  chairFromPartyCommittee: boolean;
}

/** One finding for each full-time officer in office whom the rule grants a rank; none of them: it does not apply. */
export function judgeTreatmentRanks(
  facts: TreatmentRankFacts,
  setting: RankSetting,
  parameters: Parameters,
): Finding[] {
  const { asOf, positions } = facts;
  const say = new Say(setting.rule, "TREATMENT_RANK_MISSING", { positions }, parameters);
  if (!positions) return [say.missing("工会主席、副主席任职情况", "who holds the offices of chair and vice chair")];
  const findings = positions.flatMap((post) => judgeRank(post, asOf, setting, parameters) ?? []);
  if (findings.length > 0) return findings;
  return [
    say.notApplicable("没有应落实待遇的在任专职主席、副主席。", "No full-time chair or vice chair in office is meant."),
  ];
}

function judgeRank(post: RankedPostFacts, asOf: LocalDate, setting: RankSetting, parameters: Parameters) {
  const { id, role, employmentMode, startOn, endedOn, treatmentRank } = post;
  if (endedOn != null && endedOn < asOf) return undefined;
  if (employmentMode === "PART_TIME" || employmentMode === "SECONDED") return undefined;
  const say = new Say(setting.rule, "TREATMENT_RANK_MISSING", { ...post }, parameters);
  const detail = id == null ? {} : { item: `${id}` };
  if (!role || !employmentMode || !startOn)
    return say.missing("任职的职务、专兼职或起始日期", "role, mode or first day of the appointment", detail);
  const required = requiredTreatmentRank({ ...setting, role, employmentMode });
  if (!required || !setting.ranks.includes(required) || !isInOffice({ startOn, endedOn }, asOf)) return undefined;
  const name = TREATMENT_RANK_NAMES[required];
  if (treatmentRank === required) return say.pass(`已享受${name.zh}待遇。`, `Treated as ${name.en}.`, detail);
  const reason = words(`应享受${name.zh}待遇，尚未落实。`, `Treatment as ${name.en} is due and not set.`);
  return say.finding(
    "WARNING",
    reason,
    words(`落实${name.zh}待遇并登记。`, `Grant and record treatment as ${name.en}.`),
    detail,
  );
}
