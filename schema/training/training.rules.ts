import { type Bilingual, words } from "../shared/bilingual.rules.js";

export const COURSE_CATEGORIES = ["QUALIFICATION", "ROTATION", "SPECIAL_TOPIC", "ONLINE", "DEGREE"] as const;
export type CourseCategory = (typeof COURSE_CATEGORIES)[number];

export const COURSE_CATEGORY_NAMES: Record<CourseCategory, Bilingual> = {
  QUALIFICATION: words("上岗培训", "Training for the post"),
  ROTATION: words("轮训", "Rotational training"),
  SPECIAL_TOPIC: words("专题培训", "Special topic"),
  ONLINE: words("网络培训", "Online training"),
  DEGREE: words("学历教育", "Degree course"),
};

export const COURSE_LEVELS = ["NATIONAL", "PROVINCIAL", "MUNICIPAL", "COUNTY", "TOWNSHIP", "GRASSROOTS"] as const;
export type CourseLevel = (typeof COURSE_LEVELS)[number];

export const COURSE_LEVEL_NAMES: Record<CourseLevel, Bilingual> = {
  NATIONAL: words("全国", "National"),
  PROVINCIAL: words("省", "Provincial"),
  MUNICIPAL: words("市", "Municipal"),
  COUNTY: words("县", "County"),
  TOWNSHIP: words("镇", "Township"),
  GRASSROOTS: words("基层", "Grassroots"),
};

export const COURSE_MODES = ["OFF_THE_JOB", "ONLINE", "FACE_TO_FACE"] as const;
export type CourseMode = (typeof COURSE_MODES)[number];

export const COURSE_MODE_NAMES: Record<CourseMode, Bilingual> = {
  OFF_THE_JOB: words("脱产", "Off the job"),
  ONLINE: words("网络", "Online"),
  FACE_TO_FACE: words("面授", "Face to face"),
};

export const ENROLMENT_RESULTS = ["PASSED", "FAILED", "ABSENT"] as const;
export type EnrolmentResult = (typeof ENROLMENT_RESULTS)[number];

export const ENROLMENT_RESULT_NAMES: Record<EnrolmentResult, Bilingual> = {
  PASSED: words("合格", "Passed"),
  FAILED: words("不合格", "Failed"),
  ABSENT: words("缺勤", "Absent"),
};
