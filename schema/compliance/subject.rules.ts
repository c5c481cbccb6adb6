import { levelOf, type UnionType } from "../hierarchy/unionType.rules.js";
import { type Bilingual, words } from "../shared/bilingual.rules.js";

/** What a rule can be asked of. */
export const SUBJECT_KINDS = [
  "EMPLOYER",
  "UNION",
  "GRASSROOTS_UNION",
  "TOWNSHIP_UNION",
  "FEDERATION",
  "TOWNSHIP",
  "PARTY_COMMITTEE",
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const SUBJECT_KIND_NAMES: Record<SubjectKind, Bilingual> = {
  EMPLOYER: words("用人单位", "Employer"),
  UNION: words("各级工会", "Union of any level"),
  GRASSROOTS_UNION: words("基层工会", "Grassroots union"),
  TOWNSHIP_UNION: words("乡镇（街道）工会", "Township union"),
  FEDERATION: words("市、县（市、区）总工会", "Municipal or county federation"),
  TOWNSHIP: words("乡镇（街道）", "Township"),
  PARTY_COMMITTEE: words("党委", "Party committee"),
};

/** Who is answerable for meeting a rule. */
export const RESPONSIBLE_LEVELS = [
  "EMPLOYER",
  "GRASSROOTS",
  "TOWNSHIP",
  "COUNTY",
  "MUNICIPAL",
  "PARTY_COMMITTEE",
  "GOVERNMENT",
  "OWN_LEVEL",
] as const;
export type ResponsibleLevel = (typeof RESPONSIBLE_LEVELS)[number];

export const RESPONSIBLE_LEVEL_NAMES: Record<ResponsibleLevel, Bilingual> = {
  EMPLOYER: words("用人单位行政方", "Administration of the employer"),
  GRASSROOTS: words("基层工会", "Grassroots union"),
  TOWNSHIP: words("乡镇（街道）工会", "Township union"),
  COUNTY: words("县（市、区）总工会", "County federation"),
  MUNICIPAL: words("市总工会", "Municipal federation"),
  PARTY_COMMITTEE: words("同级党委", "Party committee of the level"),
  GOVERNMENT: words("同级政府及部门", "Government and departments of the level"),
  OWN_LEVEL: words("本级工会", "The union itself"),
};

/** The kinds of subject a union of a type is judged as: always as a union, beside it by its level. */
export function subjectKindsOf(type: UnionType): SubjectKind[] {
  const level = levelOf(type);
  if (level === "MUNICIPAL" || level === "COUNTY") return ["UNION", "FEDERATION"];
  if (level === "TOWNSHIP") return ["UNION", "TOWNSHIP_UNION"];
  return level === "GRASSROOTS" || level === "VILLAGE" ? ["UNION", "GRASSROOTS_UNION"] : ["UNION"];
}
