import type { Collection, Ref } from "@mikro-orm/core";
import { TradeUnion } from "../hierarchy/tradeUnion.entity.js";
import { POSITION_ROLE_NAMES, type PositionRole } from "../positions/position.rules.js";
import { Column, Computed, Kept, Many, One, OneOf } from "../shared/marks.js";
import { Row } from "../shared/row.entity.js";
import { Enrolment } from "./enrolment.entity.js";
import {
  COURSE_CATEGORY_NAMES,
  COURSE_LEVEL_NAMES,
  COURSE_MODE_NAMES,
  type CourseCategory,
  type CourseLevel,
  type CourseMode,
} from "./training.rules.js";

@Kept("Course", "工会干部培训班。A training course for union cadres.", { order: "start_on desc", within: "organiser" })
export class Course extends Row {
  @Column("text", "编号。Code.") code!: string;
  @Column("text", "名称。Name.") name!: string;
  @OneOf("CourseCategory", COURSE_CATEGORY_NAMES, "类别。Category.") category!: CourseCategory;
  @OneOf("CourseLevel", COURSE_LEVEL_NAMES, "层级。Level.") level!: CourseLevel;
  @OneOf("CourseMode", COURSE_MODE_NAMES, "方式。Mode.") mode!: CourseMode;
  @One(() => TradeUnion, "主办工会。The union that holds it.") organiser!: Ref<TradeUnion>;
  @Column("date", "开班日期。First day.") startOn!: string;
  @Column("date", "结业日期。Last day.") endOn!: string;
  @Column("integer", "学时。Hours.") hours!: number;
  @Column("text", "地点。Place.", { nullable: true }) location?: string;
  @Column("fen", "经费（分）。Budget in fen.", { nullable: true }) budgetFen?: string;
  @Computed(() => String, "经费（元）。Budget in yuan.", {
    nullable: true,
    sql: ({ alias }) => `to_char(${alias}.budget_fen / 100.0, 'FM99,999,999,999,999,990.00')`,
  })
  budgetYuan?: string;
  @Many(() => Enrolment, "course", "参训人员。Those enrolled.") enrolments!: Collection<Enrolment>;
}

@Kept("TrainingRequirement", "对某一职务的培训要求，按时期。What training a role requires over a period.", {
  period: { from: "valid_from", to: "valid_to", inclusive: false },
  order: "role, valid_from",
})
export class TrainingRequirement extends Row {
  @OneOf("PositionRole", POSITION_ROLE_NAMES, "职务。Role.") role!: PositionRole;
  @Column("integer", "每年学时。Hours a year.", { nullable: true }) hoursPerYear?: number;
  @Column("boolean", "任职一年内须受训。Trained within the first year in office.") firstYear!: boolean;
  @Column("text", "依据文号。Document.", { nullable: true }) documentNo?: string;
  @Column("date", "起。From.") validFrom!: string;
  @Column("date", "止（不含）。Until, exclusive.", { nullable: true }) validTo?: string;
}
