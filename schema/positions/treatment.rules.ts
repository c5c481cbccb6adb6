import type { UnionLevel } from "../hierarchy/unionType.rules.js";
import { isChair, isViceChair } from "./office.rules.js";
import type { EmploymentMode, PositionRole, TreatmentRank } from "./position.rules.js";

export interface TreatmentFacts {
  level: UnionLevel;
  /** Whether the union is that of an enterprise or a public institution. */
  inEnterpriseOrInstitution: boolean;
  role: PositionRole;
  employmentMode: EmploymentMode;
  /** Whether the chair of the union sits part time as a member of the party committee (R46). */
  chairFromPartyCommittee: boolean;
}

/**
 * The treatment rank a full-time officer is to enjoy; undefined when none is laid down. Implementation Opinions 3(2):
 * 企事业单位的专职工会主席、副主席任职期间，分别享受单位行政副职、中层管理人员正职的同等待遇; the township's full-time chair
 * 享受同级行政副职待遇, its full-time vice chair beside a chair from the party committee 享受同级中层正职待遇.
 */
export function requiredTreatmentRank(facts: TreatmentFacts): TreatmentRank | undefined {
  if (facts.employmentMode !== "FULL_TIME") return undefined;
  if (facts.level === "TOWNSHIP") return townshipRank(facts);
  if (facts.level !== "GRASSROOTS" || !facts.inEnterpriseOrInstitution) return undefined;
  if (isChair(facts.role)) return "ENTERPRISE_DEPUTY_ADMIN";
  return isViceChair(facts.role) ? "ENTERPRISE_MIDDLE_FULL" : undefined;
}

function townshipRank({ role, chairFromPartyCommittee }: TreatmentFacts): TreatmentRank | undefined {
  if (isChair(role)) return "TOWNSHIP_DEPUTY_ADMIN";
  return isViceChair(role) && chairFromPartyCommittee ? "TOWNSHIP_MIDDLE_FULL" : undefined;
}
