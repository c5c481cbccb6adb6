import { type Bilingual, words } from "../shared/bilingual.rules.js";

export const AWARD_LEVELS = [
  "NATIONAL",
  "ACFTU",
  "PROVINCIAL",
  "PROVINCIAL_FEDERATION",
  "MUNICIPAL",
  "COUNTY",
] as const;
export type AwardLevel = (typeof AWARD_LEVELS)[number];

export const AWARD_LEVEL_NAMES: Record<AwardLevel, Bilingual> = {
  NATIONAL: words("国家", "National"),
  ACFTU: words("全国总工会", "All-China Federation of Trade Unions"),
  PROVINCIAL: words("省部", "Province or ministry"),
  PROVINCIAL_FEDERATION: words("省总工会", "Provincial federation of trade unions"),
  MUNICIPAL: words("市", "Municipal"),
  COUNTY: words("县（单位）", "County or unit"),
};

export const AWARD_TITLES = [
  "NATIONAL_MODEL_WORKER",
  "NATIONAL_ADVANCED_WORKER",
  "NATIONAL_MAY_DAY_MEDAL",
  "PROVINCIAL_MODEL_WORKER",
  "PROVINCIAL_MAY_DAY_MEDAL",
  "MUNICIPAL_MODEL_WORKER",
  "COUNTY_MODEL_WORKER",
  "ADVANCED_PRODUCTION_WORKER",
  "NATIONAL_ADVANCED_COLLECTIVE",
  "NATIONAL_MAY_DAY_CERTIFICATE",
  "NATIONAL_WORKERS_PIONEER",
  "PROVINCIAL_MODEL_COLLECTIVE",
  "PROVINCIAL_MAY_DAY_CERTIFICATE",
  "PROVINCIAL_WORKERS_PIONEER",
  "MUNICIPAL_MODEL_COLLECTIVE",
] as const;
export type AwardTitle = (typeof AWARD_TITLES)[number];

export const AWARD_TITLE_NAMES: Record<AwardTitle, Bilingual> = {
  NATIONAL_MODEL_WORKER: words("全国劳动模范", "National model worker"),
  NATIONAL_ADVANCED_WORKER: words("全国先进工作者", "National advanced worker"),
  NATIONAL_MAY_DAY_MEDAL: words("全国五一劳动奖章", "National May Day labour medal"),
  PROVINCIAL_MODEL_WORKER: words("浙江省劳动模范", "Zhejiang model worker"),
  PROVINCIAL_MAY_DAY_MEDAL: words("浙江省五一劳动奖章", "Zhejiang May Day labour medal"),
  MUNICIPAL_MODEL_WORKER: words("绍兴市劳动模范", "Shaoxing model worker"),
  COUNTY_MODEL_WORKER: words("县（市、区）劳动模范", "County model worker"),
  ADVANCED_PRODUCTION_WORKER: words("先进生产（工作）者", "Advanced production worker"),
  NATIONAL_ADVANCED_COLLECTIVE: words("全国先进集体", "National advanced collective"),
  NATIONAL_MAY_DAY_CERTIFICATE: words("全国五一劳动奖状", "National May Day labour certificate"),
  NATIONAL_WORKERS_PIONEER: words("全国工人先锋号", "National workers' pioneer"),
  PROVINCIAL_MODEL_COLLECTIVE: words("浙江省模范集体", "Zhejiang model collective"),
  PROVINCIAL_MAY_DAY_CERTIFICATE: words("浙江省五一劳动奖状", "Zhejiang May Day labour certificate"),
  PROVINCIAL_WORKERS_PIONEER: words("浙江省工人先锋号", "Zhejiang workers' pioneer"),
  MUNICIPAL_MODEL_COLLECTIVE: words("绍兴市模范集体", "Shaoxing model collective"),
};

const LEVEL_OF: Record<AwardTitle, AwardLevel> = {
  NATIONAL_MODEL_WORKER: "NATIONAL",
  NATIONAL_ADVANCED_WORKER: "NATIONAL",
  NATIONAL_MAY_DAY_MEDAL: "ACFTU",
  PROVINCIAL_MODEL_WORKER: "PROVINCIAL",
  PROVINCIAL_MAY_DAY_MEDAL: "PROVINCIAL_FEDERATION",
  MUNICIPAL_MODEL_WORKER: "MUNICIPAL",
  COUNTY_MODEL_WORKER: "COUNTY",
  ADVANCED_PRODUCTION_WORKER: "COUNTY",
  NATIONAL_ADVANCED_COLLECTIVE: "NATIONAL",
  NATIONAL_MAY_DAY_CERTIFICATE: "ACFTU",
  NATIONAL_WORKERS_PIONEER: "ACFTU",
  PROVINCIAL_MODEL_COLLECTIVE: "PROVINCIAL",
  PROVINCIAL_MAY_DAY_CERTIFICATE: "PROVINCIAL_FEDERATION",
  PROVINCIAL_WORKERS_PIONEER: "PROVINCIAL_FEDERATION",
  MUNICIPAL_MODEL_COLLECTIVE: "MUNICIPAL",
};

/** The level that confers a title. */
export function awardLevelOf(title: AwardTitle): AwardLevel {
  return LEVEL_OF[title];
}

/** Whether a title honours a collective rather than a person. */
export function isCollectiveTitle(title: AwardTitle): boolean {
  return AWARD_TITLES.indexOf(title) >= AWARD_TITLES.indexOf("NATIONAL_ADVANCED_COLLECTIVE");
}

/** Steps of the nomination route, in order, then the side states. */
export const AWARD_STATES = [
  "NOMINATED",
  "UNIT_CONGRESS",
  "UNIT_NOTICE",
  "COUNTY_REVIEW",
  "DEPT_OPINIONS",
  "CITY_PRELIM",
  "CITY_COMMITTEE",
  "CITY_NOTICE",
  "GOV_APPROVAL",
  "CONFERRED",
  "OBJECTED",
  "REJECTED",
  "WITHDRAWN",
  "REVOKED",
] as const;
export type AwardState = (typeof AWARD_STATES)[number];

export const AWARD_STATE_NAMES: Record<AwardState, Bilingual> = {
  NOMINATED: words("民主推荐", "Nominated"),
  UNIT_CONGRESS: words("职代会讨论通过", "Passed by the workers' congress"),
  UNIT_NOTICE: words("单位公示", "Public notice in the unit"),
  COUNTY_REVIEW: words("县级审定", "County review"),
  DEPT_OPINIONS: words("征求部门意见", "Opinions of departments"),
  CITY_PRELIM: words("市评委会办公室初审", "Preliminary city review"),
  CITY_COMMITTEE: words("市评委会评审", "City committee"),
  CITY_NOTICE: words("市级公示", "Public notice by the city"),
  GOV_APPROVAL: words("报批", "Approval by the conferring body"),
  CONFERRED: words("授予", "Conferred"),
  OBJECTED: words("异议处理", "Objection being handled"),
  REJECTED: words("未通过", "Rejected"),
  WITHDRAWN: words("撤回", "Withdrawn"),
  REVOKED: words("已撤销", "Revoked"),
};
