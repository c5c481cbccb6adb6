import { type Bilingual, words } from "../shared/bilingual.rules.js";

export const SEXES = ["MALE", "FEMALE"] as const;
export type Sex = (typeof SEXES)[number];

export const SEX_NAMES: Record<Sex, Bilingual> = {
  MALE: words("男", "Male"),
  FEMALE: words("女", "Female"),
};

/** 会籍状态: the standing of one membership interval. */
export const MEMBERSHIP_STATUSES = [
  "APPLIED",
  "ACTIVE",
  "TRANSFERRED_OUT",
  "RETAINED",
  "WITHDRAWN",
  "REMOVED",
  "DECEASED",
] as const;
export type MembershipStatus = (typeof MEMBERSHIP_STATUSES)[number];

export const MEMBERSHIP_STATUS_NAMES: Record<MembershipStatus, Bilingual> = {
  APPLIED: words("申请", "Applied"),
  ACTIVE: words("在籍", "Active"),
  TRANSFERRED_OUT: words("转出", "Transferred out"),
  RETAINED: words("保留", "Retained"),
  WITHDRAWN: words("退会", "Withdrawn"),
  REMOVED: words("除名", "Removed"),
  DECEASED: words("去世", "Deceased"),
};

export const EDUCATION_LEVELS = [
  "PRIMARY",
  "JUNIOR_SECONDARY",
  "SENIOR_SECONDARY",
  "JUNIOR_COLLEGE",
  "BACHELOR",
  "MASTER",
  "DOCTOR",
] as const;
export type EducationLevel = (typeof EDUCATION_LEVELS)[number];

export const EDUCATION_LEVEL_NAMES: Record<EducationLevel, Bilingual> = {
  PRIMARY: words("小学及以下", "Primary school or below"),
  JUNIOR_SECONDARY: words("初中", "Junior secondary school"),
  SENIOR_SECONDARY: words("高中（中专、技校）", "Senior secondary or vocational school"),
  JUNIOR_COLLEGE: words("大专", "Junior college"),
  BACHELOR: words("本科", "Bachelor"),
  MASTER: words("硕士研究生", "Master"),
  DOCTOR: words("博士研究生", "Doctor"),
};

/** 政治面貌. */
export const POLITICAL_STATUSES = [
  "PARTY_MEMBER",
  "PROBATIONARY_PARTY_MEMBER",
  "YOUTH_LEAGUE_MEMBER",
  "DEMOCRATIC_PARTY_MEMBER",
  "NON_PARTY",
  "MASSES",
] as const;
export type PoliticalStatus = (typeof POLITICAL_STATUSES)[number];

export const POLITICAL_STATUS_NAMES: Record<PoliticalStatus, Bilingual> = {
  PARTY_MEMBER: words("中共党员", "Member of the Communist Party"),
  PROBATIONARY_PARTY_MEMBER: words("中共预备党员", "Probationary member of the Communist Party"),
  YOUTH_LEAGUE_MEMBER: words("共青团员", "Member of the Communist Youth League"),
  DEMOCRATIC_PARTY_MEMBER: words("民主党派成员", "Member of a democratic party"),
  NON_PARTY: words("无党派人士", "Public figure without party affiliation"),
  MASSES: words("群众", "None"),
};

/** 户籍类型; the flag for 农民工 is kept apart. */
export const HOUSEHOLD_KINDS = ["URBAN_LOCAL", "URBAN_OTHER", "RURAL_LOCAL", "RURAL_OTHER"] as const;
export type HouseholdKind = (typeof HOUSEHOLD_KINDS)[number];

export const HOUSEHOLD_KIND_NAMES: Record<HouseholdKind, Bilingual> = {
  URBAN_LOCAL: words("本地城镇", "Local, urban"),
  URBAN_OTHER: words("外地城镇", "From elsewhere, urban"),
  RURAL_LOCAL: words("本地农村", "Local, rural"),
  RURAL_OTHER: words("外地农村", "From elsewhere, rural"),
};

/** 用工形式 of a worker. */
export const WORK_ARRANGEMENTS = ["CONTRACT", "DISPATCHED", "FLEXIBLE"] as const;
export type WorkArrangement = (typeof WORK_ARRANGEMENTS)[number];

export const WORK_ARRANGEMENT_NAMES: Record<WorkArrangement, Bilingual> = {
  CONTRACT: words("合同制", "Labour contract"),
  DISPATCHED: words("劳务派遣", "Dispatched"),
  FLEXIBLE: words("灵活就业", "Flexible"),
};

/** 证件类型. */
export const DOCUMENT_KINDS = ["RESIDENT_ID", "PASSPORT", "HONG_KONG_MACAO_PERMIT", "TAIWAN_PERMIT"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_KIND_NAMES: Record<DocumentKind, Bilingual> = {
  RESIDENT_ID: words("居民身份证", "Resident identity card"),
  PASSPORT: words("护照", "Passport"),
  HONG_KONG_MACAO_PERMIT: words("港澳居民来往内地通行证", "Mainland travel permit for Hong Kong and Macao residents"),
  TAIWAN_PERMIT: words("台湾居民来往大陆通行证", "Mainland travel permit for Taiwan residents"),
};
