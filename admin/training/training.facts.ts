import { POSITION_ROLE_NAMES } from "../../schema/positions/position.rules.js";
import { words } from "../../schema/shared/bilingual.rules.js";
import {
  COURSE_CATEGORY_NAMES,
  COURSE_LEVEL_NAMES,
  COURSE_MODE_NAMES,
  ENROLMENT_RESULT_NAMES,
} from "../../schema/training/training.rules.js";
import type { Description } from "../shared/description.js";
import { choice, fact, link } from "../shared/facts.js";

export const COURSE: Description = {
  record: "Course",
  plural: words("培训班", "Courses"),
  facts: [
    fact("text", "name", "名称", "Name", { written: "always", required: true }),
    fact("code", "code", "班次编号", "Code", { written: "create", required: true }),
    choice("category", COURSE_CATEGORY_NAMES, "类别", "Category", { written: "always", required: true }),
    choice("level", COURSE_LEVEL_NAMES, "级别", "Level", { written: "always", required: true }),
    choice("mode", COURSE_MODE_NAMES, "方式", "Mode", { written: "always", required: true }),
    link("organiser", "TradeUnion", "主办工会", "Organiser", { written: "create", required: true }),
    fact("day", "startOn", "开班日期", "Starts on", { written: "always", required: true }),
    fact("day", "endOn", "结业日期", "Ends on", { written: "always", required: true }),
    fact("count", "hours", "学时", "Hours", { written: "always", required: true }),
    fact("text", "location", "地点", "Location", { written: "always" }),
    fact("yuan", "budgetFen", "经费预算（元）", "Budget (yuan)", { written: "always" }),
  ],
  columns: ["name", "category", "level", "organiser", "startOn", "endOn", "hours"],
  hidden: ["code", "mode", "location", "budgetFen"],
  filters: ["name", "within", "category", "level", "mode", "organiser", "startOn"],
  order: { field: "startOn", order: "DESC" },
  sections: [
    { title: words("培训班", "Course"), facts: ["name", "code", "category", "level", "mode", "organiser"] },
    { title: words("安排", "Arrangements"), facts: ["startOn", "endOn", "hours", "location", "budgetFen"] },
  ],
  writes: { create: true, update: true },
  dated: false,
};

export const ENROLMENT: Description = {
  record: "Enrolment",
  plural: words("参训记录", "Enrolments"),
  facts: [
    link("person", "Person", "学员", "Person", { written: "create", required: true }),
    link("course", "Course", "培训班", "Course", { written: "create", required: true }),
    fact("count", "attendedHours", "参训学时", "Hours attended", { written: "always" }),
    choice("result", ENROLMENT_RESULT_NAMES, "结果", "Result", { written: "always" }),
    fact("count", "score", "成绩", "Score", { written: "always" }),
    fact("code", "certificateNo", "证书编号", "Certificate number", { written: "always" }),
    fact("day", "issuedOn", "发证日期", "Issued on", { written: "always" }),
    fact("day", "validThrough", "证书有效期止", "Valid through", { written: "always" }),
  ],
  columns: ["person", "course", "attendedHours", "result", "score", "certificateNo"],
  hidden: ["issuedOn", "validThrough"],
  filters: ["person", "course", "result", "validThrough"],
  order: { field: "id", order: "DESC" },
  sections: [
    { title: words("参训", "Enrolment"), facts: ["person", "course", "attendedHours", "result", "score"] },
    { title: words("证书", "Certificate"), facts: ["certificateNo", "issuedOn", "validThrough"] },
  ],
  writes: { create: true, update: true },
  dated: false,
};

export const TRAINING_REQUIREMENT: Description = {
  record: "TrainingRequirement",
  plural: words("培训要求", "Training requirements"),
  facts: [
    choice("role", POSITION_ROLE_NAMES, "职务", "Role"),
    fact("count", "hoursPerYear", "每年学时", "Hours a year"),
    fact("flag", "firstYear", "任职一年内须受训", "Trained within the first year"),
    fact("text", "documentNo", "依据文号", "Document"),
    fact("day", "validFrom", "起", "From"),
    fact("day", "validTo", "止（不含当日）", "Until (exclusive)"),
  ],
  columns: ["role", "hoursPerYear", "firstYear", "documentNo", "validFrom"],
  hidden: ["validTo"],
  filters: ["role"],
  order: { field: "validFrom", order: "DESC" },
  sections: [
    {
      title: words("培训要求", "Requirement"),
      facts: ["role", "hoursPerYear", "firstYear", "documentNo", "validFrom", "validTo"],
    },
  ],
  writes: { create: false, update: false },
  dated: true,
};
