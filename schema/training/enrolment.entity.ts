import type { Ref } from "@mikro-orm/core";
import { Person } from "../people/person.entity.js";
import { Column, Kept, One, OneOf } from "../shared/marks.js";
import { Row } from "../shared/row.entity.js";
import { Course } from "./course.entity.js";
import { ENROLMENT_RESULT_NAMES, type EnrolmentResult } from "./training.rules.js";

@Kept("Enrolment", "参训记录：学时、成绩与证书。A person's attendance of a course.", { order: "course_id, person_id" })
export class Enrolment extends Row {
  @One(() => Person, "学员。The person.") person!: Ref<Person>;
  @One(() => Course, "培训班。The course.") course!: Ref<Course>;
  @Column("integer", "实到学时。Hours attended.") attendedHours!: number;
  @OneOf("EnrolmentResult", ENROLMENT_RESULT_NAMES, "结果。Result.", { nullable: true }) result?: EnrolmentResult;
  @Column("integer", "成绩。Score.", { nullable: true }) score?: number;
  @Column("text", "证书编号。Certificate number.", { nullable: true }) certificateNo?: string;
  @Column("date", "发证日期。Issued on.", { nullable: true }) issuedOn?: string;
  @Column("date", "有效期止（含当日）。Valid through, inclusive.", { nullable: true }) validThrough?: string;
}
