import { type Bilingual, words } from "../shared/bilingual.rules.js";

/** Where a union stands in its life. */
export const UNION_STATES = ["PREPARING", "ACTIVE", "AFFILIATION_CHANGING", "DISSOLVED"] as const;
export type UnionState = (typeof UNION_STATES)[number];

export const UNION_STATE_NAMES: Record<UnionState, Bilingual> = {
  PREPARING: words("筹备期", "Being founded"),
  ACTIVE: words("正常", "Active"),
  AFFILIATION_CHANGING: words("隶属关系变更中", "Affiliation changing"),
  DISSOLVED: words("已撤销", "Dissolved"),
};

/** Why a union ended; Trade Union Law, article 13. */
export const UNION_END_REASONS = ["EMPLOYER_TERMINATED", "MERGED", "SPLIT", "DISSOLVED_WITH_APPROVAL"] as const;
export type UnionEndReason = (typeof UNION_END_REASONS)[number];

export const UNION_END_REASON_NAMES: Record<UnionEndReason, Bilingual> = {
  EMPLOYER_TERMINATED: words("用人单位终止", "Employer ended"),
  MERGED: words("合并", "Merged"),
  SPLIT: words("分立", "Split"),
  DISSOLVED_WITH_APPROVAL: words("经批准撤销", "Dissolved with approval"),
};

/** Registration of a union as a legal person (工会法人资格). */
export const LEGAL_PERSON_STATUSES = ["NONE", "APPLYING", "VALID", "EXPIRED", "CANCELLED"] as const;
export type LegalPersonStatus = (typeof LEGAL_PERSON_STATUSES)[number];

export const LEGAL_PERSON_STATUS_NAMES: Record<LegalPersonStatus, Bilingual> = {
  NONE: words("未登记", "Not registered"),
  APPLYING: words("申请中", "Applied for"),
  VALID: words("有效", "Valid"),
  EXPIRED: words("已过期", "Expired"),
  CANCELLED: words("已注销", "Cancelled"),
};

/** What a regional federation is formed around; Opinions 2(1). */
export const REGIONAL_BASES = [
  "ECONOMIC_ZONE",
  "VILLAGE_COMMUNITY",
  "SPECIALISED_MARKET",
  "SHOPPING_STREET",
  "OFFICE_BUILDING",
  "OTHER",
] as const;
export type RegionalBase = (typeof REGIONAL_BASES)[number];

export const REGIONAL_BASE_NAMES: Record<RegionalBase, Bilingual> = {
  ECONOMIC_ZONE: words("经济功能区", "Economic zone"),
  VILLAGE_COMMUNITY: words("行政村（社区）", "Village or community"),
  SPECIALISED_MARKET: words("专业市场", "Specialised market"),
  SHOPPING_STREET: words("商业街区", "Shopping street"),
  OFFICE_BUILDING: words("商务楼宇", "Office building"),
  OTHER: words("其他", "Other"),
};

/** What an industry federation leans on; Opinions 2(1). */
export const INDUSTRY_BASES = [
  "INDUSTRY_ASSOCIATION",
  "PRIVATE_BUSINESS_ASSOCIATION",
  "LEADING_ENTERPRISE",
  "ECONOMIC_COOPERATIVE",
  "OTHER",
] as const;
export type IndustryBase = (typeof INDUSTRY_BASES)[number];

export const INDUSTRY_BASE_NAMES: Record<IndustryBase, Bilingual> = {
  INDUSTRY_ASSOCIATION: words("行业协会（商会）", "Industry association (chamber of commerce)"),
  PRIVATE_BUSINESS_ASSOCIATION: words("个体私营企业协会", "Association of private businesses"),
  LEADING_ENTERPRISE: words("龙头企业", "Leading enterprise"),
  ECONOMIC_COOPERATIVE: words("专业经济合作组织", "Economic cooperative"),
  OTHER: words("其他", "Other"),
};

/** The two kinds of federation a grassroots union may belong to beside its one superior; R09, R10. */
export const FEDERATION_KINDS = ["REGIONAL", "INDUSTRY"] as const;
export type FederationKind = (typeof FEDERATION_KINDS)[number];

export const FEDERATION_KIND_NAMES: Record<FederationKind, Bilingual> = {
  REGIONAL: words("区域性工会联合会", "Regional union federation"),
  INDUSTRY: words("行业性工会联合会", "Industry union federation"),
};
