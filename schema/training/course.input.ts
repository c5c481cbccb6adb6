import { InputType } from "type-graphql";
import { Explained, Given, GivenLink, GivenOneOf, GivenSelf, GivenVersion } from "../shared/inputs.js";
import {
  COURSE_CATEGORY_NAMES,
  COURSE_LEVEL_NAMES,
  COURSE_MODE_NAMES,
  type CourseCategory,
  type CourseLevel,
  type CourseMode,
  ENROLMENT_RESULT_NAMES,
  type EnrolmentResult,
} from "./training.rules.js";

@InputType()
abstract class CourseFields extends Explained {
  @Given("text", "地点。Place.") location?: string | null;
  @Given("fen", "经费（分）。Budget in fen.") budgetFen?: string | null;
}

@InputType({ description: "开办培训班。Holds a training course." })
export class CreateCourseInput extends CourseFields {
  @Given("text", "编号。Code.", { required: true, most: 40 }) code!: string;
  @Given("text", "名称。Name.", { required: true }) name!: string;
  @GivenOneOf("CourseCategory", COURSE_CATEGORY_NAMES, "类别。Category.", { required: true }) category!: CourseCategory;
  @GivenOneOf("CourseLevel", COURSE_LEVEL_NAMES, "层级。Level.", { required: true }) level!: CourseLevel;
  @GivenOneOf("CourseMode", COURSE_MODE_NAMES, "方式。Mode.", { required: true }) mode!: CourseMode;
  @GivenLink("TradeUnion", "主办工会。The union that holds it.", { required: true }) organiserId!: string;
  @Given("date", "开班日期。First day.", { required: true }) startOn!: string;
  @Given("date", "结业日期。Last day.", { required: true }) endOn!: string;
  @Given("integer", "学时。Hours.", { required: true, least: 1, most: 2_000 }) hours!: number;
}

@InputType({ description: "修改培训班。Amends a course." })
export class UpdateCourseInput extends CourseFields {
  @GivenSelf("Course") id!: string;
  @GivenVersion() version!: number;
  @Given("text", "名称。Name.") name?: string;
  @GivenOneOf("CourseCategory", COURSE_CATEGORY_NAMES, "类别。Category.") category?: CourseCategory;
  @GivenOneOf("CourseLevel", COURSE_LEVEL_NAMES, "层级。Level.") level?: CourseLevel;
  @GivenOneOf("CourseMode", COURSE_MODE_NAMES, "方式。Mode.") mode?: CourseMode;
  @Given("date", "开班日期。First day.") startOn?: string;
  @Given("date", "结业日期。Last day.") endOn?: string;
  @Given("integer", "学时。Hours.", { least: 1, most: 2_000 }) hours?: number;
}

@InputType()
abstract class EnrolmentFields extends Explained {
  @Given("integer", "实到学时。Hours attended.") attendedHours?: number;
  @GivenOneOf("EnrolmentResult", ENROLMENT_RESULT_NAMES, "结果。Result.") result?: EnrolmentResult | null;
  @Given("integer", "成绩，0–100。Score, 0 to 100.", { most: 100 }) score?: number | null;
  @Given("text", "证书编号；只有合格者发证。Certificate number; only who passed has one.", { most: 60 }) certificateNo?:
    | string
    | null;
  @Given("date", "发证日期。Issued on.") issuedOn?: string | null;
  @Given("date", "有效期止（含当日）。Valid through, inclusive.") validThrough?: string | null;
}

@InputType({ description: "登记参训人员。Enrols a person in a course." })
export class CreateEnrolmentInput extends EnrolmentFields {
  @GivenLink("Person", "学员。The person.", { required: true }) personId!: string;
  @GivenLink("Course", "培训班。The course.", { required: true }) courseId!: string;
}

@InputType({ description: "修改参训记录。Amends an enrolment." })
export class UpdateEnrolmentInput extends EnrolmentFields {
  @GivenSelf("Enrolment") id!: string;
  @GivenVersion() version!: number;
}
