import { type Bilingual, words } from "../shared/bilingual.rules.js";

export * from "./industry.rules.js";

/** Categories of employer in union statistics (the older list of registration types). */
export const EMPLOYER_CATEGORIES = [
  "STATE_OWNED",
  "COLLECTIVE",
  "SHAREHOLDING_COOPERATIVE",
  "JOINT_OPERATION",
  "WHOLLY_STATE_OWNED_COMPANY",
  "OTHER_LIMITED_COMPANY",
  "STATE_HOLDING_STOCK_COMPANY",
  "OTHER_STOCK_COMPANY",
  "PRIVATE",
  "OTHER_DOMESTIC",
  "HONG_KONG_MACAO_TAIWAN_INVESTED",
  "FOREIGN_INVESTED",
  "PUBLIC_INSTITUTION",
  "STATE_ORGAN",
  "SELF_EMPLOYED",
  "PRIVATE_NON_ENTERPRISE",
] as const;
export type EmployerCategory = (typeof EMPLOYER_CATEGORIES)[number];

/** The printed statistics code of each category. */
export const EMPLOYER_CATEGORY_CODES: Record<EmployerCategory, string> = {
  STATE_OWNED: "110",
  COLLECTIVE: "120",
  SHAREHOLDING_COOPERATIVE: "130",
  JOINT_OPERATION: "140",
  WHOLLY_STATE_OWNED_COMPANY: "151",
  OTHER_LIMITED_COMPANY: "159",
  STATE_HOLDING_STOCK_COMPANY: "161",
  OTHER_STOCK_COMPANY: "169",
  PRIVATE: "170",
  OTHER_DOMESTIC: "190",
  HONG_KONG_MACAO_TAIWAN_INVESTED: "200",
  FOREIGN_INVESTED: "300",
  PUBLIC_INSTITUTION: "400",
  STATE_ORGAN: "500",
  SELF_EMPLOYED: "600",
  PRIVATE_NON_ENTERPRISE: "700",
};

export const EMPLOYER_CATEGORY_NAMES: Record<EmployerCategory, Bilingual> = {
  STATE_OWNED: words("国有企业", "State-owned enterprise"),
  COLLECTIVE: words("集体企业", "Collective enterprise"),
  SHAREHOLDING_COOPERATIVE: words("股份合作企业", "Shareholding cooperative"),
  JOINT_OPERATION: words("联营企业", "Jointly operated enterprise"),
  WHOLLY_STATE_OWNED_COMPANY: words("国有独资公司", "Wholly state-owned company"),
  OTHER_LIMITED_COMPANY: words("其他有限责任公司", "Other limited liability company"),
  STATE_HOLDING_STOCK_COMPANY: words("国有控股股份公司", "State-controlled stock company"),
  OTHER_STOCK_COMPANY: words("其他股份有限公司", "Other stock company"),
  PRIVATE: words("私营企业", "Private enterprise"),
  OTHER_DOMESTIC: words("其他内资企业", "Other domestic enterprise"),
  HONG_KONG_MACAO_TAIWAN_INVESTED: words("台港澳商投资企业", "Enterprise invested from Taiwan, Hong Kong or Macao"),
  FOREIGN_INVESTED: words("外商投资企业", "Foreign-invested enterprise"),
  PUBLIC_INSTITUTION: words("事业单位", "Public institution"),
  STATE_ORGAN: words("机关", "State organ"),
  SELF_EMPLOYED: words("个体经济组织", "Self-employed business"),
  PRIVATE_NON_ENTERPRISE: words("民办非企业单位", "Private non-enterprise unit"),
};

/** The four kinds of unit the policy speaks of. */
export const RULE_GROUPS = ["ENTERPRISE", "PUBLIC_INSTITUTION", "STATE_ORGAN", "SOCIAL_ORGANIZATION"] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

export const RULE_GROUP_NAMES: Record<RuleGroup, Bilingual> = {
  ENTERPRISE: words("企业", "Enterprise"),
  PUBLIC_INSTITUTION: words("事业单位", "Public institution"),
  STATE_ORGAN: words("机关", "State organ"),
  SOCIAL_ORGANIZATION: words("社会组织", "Social organization"),
};

/** The group a rule looks at: 400 事业单位, 500 机关, 700 社会组织, every other code 企业 (个体 included). */
export function ruleGroupOf(category: EmployerCategory): RuleGroup {
  if (category === "PUBLIC_INSTITUTION" || category === "STATE_ORGAN") return category;
  return category === "PRIVATE_NON_ENTERPRISE" ? "SOCIAL_ORGANIZATION" : "ENTERPRISE";
}

const NON_PUBLIC: readonly EmployerCategory[] = [
  "PRIVATE",
  "OTHER_DOMESTIC",
  "HONG_KONG_MACAO_TAIWAN_INVESTED",
  "FOREIGN_INVESTED",
  "SELF_EMPLOYED",
  "PRIVATE_NON_ENTERPRISE",
];
const MIXED: readonly EmployerCategory[] = [
  "SHAREHOLDING_COOPERATIVE",
  "JOINT_OPERATION",
  "OTHER_LIMITED_COMPANY",
  "OTHER_STOCK_COMPANY",
];

/** Default of 非公有制 at import; undefined for the mixed codes 130, 140, 159, 169, which must be answered by a person. */
export function nonPublicByDefault(category: EmployerCategory): boolean | undefined {
  return MIXED.includes(category) ? undefined : NON_PUBLIC.includes(category);
}

/** Key sectors of Opinions 2(1), R06: tags that overlap and are never added up. */
export const KEY_SECTORS = [
  "NON_PUBLIC",
  "FOREIGN_INVESTED",
  "TAIWAN_INVESTED",
  "DEVELOPMENT_ZONE",
  "NEW_SOCIAL_ORGANIZATION",
] as const;
export type KeySector = (typeof KEY_SECTORS)[number];

export const KEY_SECTOR_NAMES: Record<KeySector, Bilingual> = {
  NON_PUBLIC: words("非公有制企业", "Non-public enterprise"),
  FOREIGN_INVESTED: words("外商投资企业", "Foreign-invested enterprise"),
  TAIWAN_INVESTED: words("台资企业", "Taiwan-invested enterprise"),
  DEVELOPMENT_ZONE: words("经济开发区（工业园区）", "Development zone (industrial park)"),
  NEW_SOCIAL_ORGANIZATION: words("新社会组织", "New social organization"),
};

/** Which date `openedOn` is: 开业, or the registration that stands in for it; R02. */
export const OPENED_ON_KINDS = ["OPENED", "REGISTERED"] as const;
export type OpenedOnKind = (typeof OPENED_ON_KINDS)[number];

export const OPENED_ON_KIND_NAMES: Record<OpenedOnKind, Bilingual> = {
  OPENED: words("开业日期", "Opening for business"),
  REGISTERED: words("设立（登记）日期", "Registration"),
};
