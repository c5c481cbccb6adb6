import { type Bilingual, words } from "../shared/bilingual.rules.js";

/** What an indicator of a sheet can be: scored, not applicable, short of records, or left to judgement. */
export const INDICATOR_OUTCOMES = ["SCORED", "NOT_APPLICABLE", "INSUFFICIENT_DATA", "NEEDS_JUDGEMENT"] as const;
export type IndicatorOutcome = (typeof INDICATOR_OUTCOMES)[number];

export const INDICATOR_OUTCOME_NAMES: Record<IndicatorOutcome, Bilingual> = {
  SCORED: words("已计分", "Scored"),
  NOT_APPLICABLE: words("不适用", "Not applicable"),
  INSUFFICIENT_DATA: words("资料不足", "Insufficient data"),
  NEEDS_JUDGEMENT: words("需人工判断", "Needs judgement"),
};

/** Where the figures of an indicator come from: the records (C), evidence entered (E), or both. */
export const INDICATOR_SOURCES = ["COMPUTED", "EVIDENCE", "COMPUTED_AND_EVIDENCE"] as const;
export type IndicatorSource = (typeof INDICATOR_SOURCES)[number];

export const INDICATOR_SOURCE_NAMES: Record<IndicatorSource, Bilingual> = {
  COMPUTED: words("系统计算", "Computed"),
  EVIDENCE: words("佐证材料", "Evidence"),
  COMPUTED_AND_EVIDENCE: words("系统计算并附佐证", "Computed, with evidence"),
};

/** Steps of the annual assessment, in order; `RETURNED` reopens the step below. */
export const ASSESSMENT_STATES = [
  "OPEN",
  "SELF_ASSESSED",
  "COUNTY_SCORED",
  "CITY_REVIEWED",
  "PUBLIC_NOTICE",
  "OBJECTION_HANDLING",
  "GRADED",
  "PUBLISHED",
  "ARCHIVED",
  "RETURNED",
] as const;
export type AssessmentState = (typeof ASSESSMENT_STATES)[number];

export const ASSESSMENT_STATE_NAMES: Record<AssessmentState, Bilingual> = {
  OPEN: words("待自评", "Open"),
  SELF_ASSESSED: words("已自评", "Self-assessed"),
  COUNTY_SCORED: words("县级已考核", "Scored by the county"),
  CITY_REVIEWED: words("市级已复核", "Reviewed by the city"),
  PUBLIC_NOTICE: words("公示中", "Public notice"),
  OBJECTION_HANDLING: words("异议处理", "Objection being handled"),
  GRADED: words("已定级", "Graded"),
  PUBLISHED: words("已通报", "Published"),
  ARCHIVED: words("已归档", "Archived"),
  RETURNED: words("已退回", "Returned"),
};

/** Grades, best first; `UNGRADED` (不定级) follows a veto. */
export const GRADES = ["MODEL", "ADVANCED", "QUALIFIED", "UNQUALIFIED", "UNGRADED"] as const;
export type Grade = (typeof GRADES)[number];

export const GRADE_NAMES: Record<Grade, Bilingual> = {
  MODEL: words("模范（示范）", "Model"),
  ADVANCED: words("先进", "Advanced"),
  QUALIFIED: words("达标", "Qualified"),
  UNQUALIFIED: words("未达标", "Not qualified"),
  UNGRADED: words("不定级", "Not graded"),
};
