import { type Bilingual, words } from "../shared/bilingual.rules.js";

export * from "./division.rules.js";
export * from "./union.rules.js";

/** Forms of trade union found in the national statistics form and in city union systems; the only form that is stored. */
export const UNION_TYPES = [
  "MUNICIPAL_FEDERATION",
  "COUNTY_FEDERATION",
  "INDUSTRY_UNION",
  "TOWNSHIP_FEDERATION",
  "TOWNSHIP_COMMITTEE",
  "TOWNSHIP_WORK_COMMITTEE",
  "PARK_UNION",
  "REGIONAL_FEDERATION",
  "INDUSTRY_FEDERATION",
  "VILLAGE_UNION",
  "GRASSROOTS_INDEPENDENT",
  "GRASSROOTS_JOINT",
  "BRANCH",
  "GROUP",
] as const;
export type UnionType = (typeof UNION_TYPES)[number];

export const UNION_TYPE_NAMES: Record<UnionType, Bilingual> = {
  MUNICIPAL_FEDERATION: words("市总工会", "Municipal federation of trade unions"),
  COUNTY_FEDERATION: words("县（市、区）总工会", "County federation of trade unions"),
  INDUSTRY_UNION: words("产业（局）工会", "Industrial (bureau) union"),
  TOWNSHIP_FEDERATION: words("乡镇（街道）总工会", "Township federation of trade unions"),
  TOWNSHIP_COMMITTEE: words("乡镇（街道）工会委员会", "Township union committee"),
  TOWNSHIP_WORK_COMMITTEE: words("乡镇（街道）工会工作委员会", "Township union work committee"),
  PARK_UNION: words("园区工会", "Development zone union"),
  REGIONAL_FEDERATION: words("区域性工会联合会", "Regional union federation"),
  INDUSTRY_FEDERATION: words("行业性工会联合会", "Industry union federation"),
  VILLAGE_UNION: words("村（社区）工会", "Village (community) union"),
  GRASSROOTS_INDEPENDENT: words("单独基层工会", "Grassroots union of one unit"),
  GRASSROOTS_JOINT: words("联合基层工会", "Joint grassroots union"),
  BRANCH: words("分会", "Branch"),
  GROUP: words("工会小组", "Union group"),
};

/** The level of a union, computed from its type and never stored. */
export const UNION_LEVELS = [
  "MUNICIPAL",
  "COUNTY",
  "INDUSTRY",
  "TOWNSHIP",
  "PARK",
  "REGIONAL",
  "VILLAGE",
  "GRASSROOTS",
  "BRANCH",
  "GROUP",
] as const;
export type UnionLevel = (typeof UNION_LEVELS)[number];

export const UNION_LEVEL_NAMES: Record<UnionLevel, Bilingual> = {
  MUNICIPAL: words("市级", "Municipal"),
  COUNTY: words("县级", "County"),
  INDUSTRY: words("产业（局）", "Industry"),
  TOWNSHIP: words("乡镇（街道）", "Township"),
  PARK: words("园区", "Development zone"),
  REGIONAL: words("区域（行业）", "Regional or industry federation"),
  VILLAGE: words("村（社区）", "Village (community)"),
  GRASSROOTS: words("基层", "Grassroots"),
  BRANCH: words("分会", "Branch"),
  GROUP: words("小组", "Group"),
};

/** Level of each type and its sort key: 30 for the city down to 90 for a group. */
const LEVEL_OF: Record<UnionType, [UnionLevel, number]> = {
  MUNICIPAL_FEDERATION: ["MUNICIPAL", 30],
  COUNTY_FEDERATION: ["COUNTY", 40],
  INDUSTRY_UNION: ["INDUSTRY", 41],
  TOWNSHIP_FEDERATION: ["TOWNSHIP", 50],
  TOWNSHIP_COMMITTEE: ["TOWNSHIP", 50],
  TOWNSHIP_WORK_COMMITTEE: ["TOWNSHIP", 50],
  PARK_UNION: ["PARK", 50],
  REGIONAL_FEDERATION: ["REGIONAL", 55],
  INDUSTRY_FEDERATION: ["REGIONAL", 55],
  VILLAGE_UNION: ["VILLAGE", 60],
  GRASSROOTS_INDEPENDENT: ["GRASSROOTS", 70],
  GRASSROOTS_JOINT: ["GRASSROOTS", 70],
  BRANCH: ["BRANCH", 80],
  GROUP: ["GROUP", 90],
};

/** The level a type of union stands on. */
export function levelOf(type: UnionType): UnionLevel {
  return LEVEL_OF[type][0];
}

/** Sort key of a type: smaller stands higher. */
export function levelNumberOf(type: UnionType): number {
  return LEVEL_OF[type][1];
}

/** Opinions 2(2): 乡镇（街道）建立工会委员会、工会工作委员会或总工会. Computed from the type. */
export const TOWNSHIP_FORMS = ["COMMITTEE", "WORK_COMMITTEE", "FEDERATION"] as const;
export type TownshipForm = (typeof TOWNSHIP_FORMS)[number];

export const TOWNSHIP_FORM_NAMES: Record<TownshipForm, Bilingual> = {
  COMMITTEE: words("工会委员会", "Union committee"),
  WORK_COMMITTEE: words("工会工作委员会", "Union work committee"),
  FEDERATION: words("总工会", "Federation of trade unions"),
};

const TOWNSHIP_FORM_OF: Partial<Record<UnionType, TownshipForm>> = {
  TOWNSHIP_COMMITTEE: "COMMITTEE",
  TOWNSHIP_WORK_COMMITTEE: "WORK_COMMITTEE",
  TOWNSHIP_FEDERATION: "FEDERATION",
};

/** The form of a township union; undefined for every other union. */
export function townshipFormOf(type: UnionType): TownshipForm | undefined {
  return TOWNSHIP_FORM_OF[type];
}
