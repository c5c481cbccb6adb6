import { type Bilingual, words } from "../shared/bilingual.rules.js";

/** Posts a person can hold in a union. */
export const POSITION_ROLES = [
  "CHAIR",
  "EXECUTIVE_VICE_CHAIR",
  "VICE_CHAIR",
  "STANDING_MEMBER",
  "COMMITTEE_MEMBER",
  "AUDIT_CHAIR",
  "AUDIT_MEMBER",
  "WOMEN_CHAIR",
  "WOMEN_MEMBER",
  "LABOUR_LAW_MEMBER",
  "LABOUR_PROTECTION_MEMBER",
  "MEDIATION_MEMBER",
  "STAFF",
  "PROFESSIONAL_UNION_WORKER",
  "ORGANIZER",
] as const;
export type PositionRole = (typeof POSITION_ROLES)[number];

export const POSITION_ROLE_NAMES: Record<PositionRole, Bilingual> = {
  CHAIR: words("主席", "Chair"),
  EXECUTIVE_VICE_CHAIR: words("常务副主席", "Executive vice chair"),
  VICE_CHAIR: words("副主席", "Vice chair"),
  STANDING_MEMBER: words("常委", "Standing committee member"),
  COMMITTEE_MEMBER: words("委员", "Committee member"),
  AUDIT_CHAIR: words("经费审查委员会主任", "Chair of the finance review committee"),
  AUDIT_MEMBER: words("经费审查委员会委员", "Member of the finance review committee"),
  WOMEN_CHAIR: words("女职工委员会主任", "Chair of the women workers' committee"),
  WOMEN_MEMBER: words("女职工委员会委员", "Member of the women workers' committee"),
  LABOUR_LAW_MEMBER: words("劳动法律监督委员", "Member for supervision of labour law"),
  LABOUR_PROTECTION_MEMBER: words("劳动保护委员", "Member for labour protection"),
  MEDIATION_MEMBER: words("争议调解委员", "Member for dispute mediation"),
  STAFF: words("专职工会工作人员", "Full-time union staff"),
  PROFESSIONAL_UNION_WORKER: words("职业化、社会化工会工作者", "Professional union worker"),
  ORGANIZER: words("组织员", "Organizer"),
};

export const EMPLOYMENT_MODES = ["FULL_TIME", "PART_TIME", "SECONDED"] as const;
export type EmploymentMode = (typeof EMPLOYMENT_MODES)[number];

export const EMPLOYMENT_MODE_NAMES: Record<EmploymentMode, Bilingual> = {
  FULL_TIME: words("专职", "Full time"),
  PART_TIME: words("兼职", "Part time"),
  SECONDED: words("挂职", "Seconded"),
};

export const ELECTION_METHODS = ["DIRECT", "BY_COMMITTEE", "APPOINTED"] as const;
export type ElectionMethod = (typeof ELECTION_METHODS)[number];

export const ELECTION_METHOD_NAMES: Record<ElectionMethod, Bilingual> = {
  DIRECT: words("直接选举", "Elected directly"),
  BY_COMMITTEE: words("委员会选举", "Elected by the committee"),
  APPOINTED: words("任命", "Appointed"),
};

export const END_REASONS = [
  "RE_ELECTION",
  "MID_TERM_TRANSFER",
  "RESIGNED",
  "RETIRED",
  "RECALLED",
  "DECEASED",
  "UNION_DISSOLVED",
] as const;
export type EndReason = (typeof END_REASONS)[number];

export const END_REASON_NAMES: Record<EndReason, Bilingual> = {
  RE_ELECTION: words("换届", "Re-election"),
  MID_TERM_TRANSFER: words("届中调动", "Transferred in mid-term"),
  RESIGNED: words("辞职", "Resigned"),
  RETIRED: words("退休", "Retired"),
  RECALLED: words("罢免", "Recalled"),
  DECEASED: words("去世", "Deceased"),
  UNION_DISSOLVED: words("工会撤销", "Union dissolved"),
};

/** Ranks of treatment (享受…待遇) that Opinions 3(2) grants to full-time officers. */
export const TREATMENT_RANKS = [
  "ENTERPRISE_DEPUTY_ADMIN",
  "ENTERPRISE_MIDDLE_FULL",
  "TOWNSHIP_DEPUTY_ADMIN",
  "TOWNSHIP_MIDDLE_FULL",
] as const;
export type TreatmentRank = (typeof TREATMENT_RANKS)[number];

export const TREATMENT_RANK_NAMES: Record<TreatmentRank, Bilingual> = {
  ENTERPRISE_DEPUTY_ADMIN: words("单位行政副职", "Deputy administrative head of the unit"),
  ENTERPRISE_MIDDLE_FULL: words("中层管理人员正职", "Head at middle management level of the unit"),
  TOWNSHIP_DEPUTY_ADMIN: words("同级行政副职", "Deputy administrative head of the township"),
  TOWNSHIP_MIDDLE_FULL: words("同级中层正职", "Head at middle level of the township"),
};

/** Who hires a professional union worker, Opinions 3(2), R51. */
export const FUNDING_SOURCES = ["PUBLIC_PROCUREMENT", "COUNTY_FEDERATION", "TOWNSHIP_UNION"] as const;
export type FundingSource = (typeof FUNDING_SOURCES)[number];

export const FUNDING_SOURCE_NAMES: Record<FundingSource, Bilingual> = {
  PUBLIC_PROCUREMENT: words("政府购买公共服务", "Public procurement of services"),
  COUNTY_FEDERATION: words("县（市、区）总工会统筹", "County federation"),
  TOWNSHIP_UNION: words("乡镇（街道）工会", "Township union"),
};
