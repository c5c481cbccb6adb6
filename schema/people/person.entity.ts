import type { Collection, Ref } from "@mikro-orm/core";
import { Property } from "@mikro-orm/decorators/legacy";
import { Award } from "../awards/award.entity.js";
import { TradeUnion } from "../hierarchy/tradeUnion.entity.js";
import { Position } from "../positions/position.entity.js";
import { Column, Kept, Many, One, OneOf, Sealed, type SealedValues } from "../shared/marks.js";
import { Row } from "../shared/row.entity.js";
import { Enrolment } from "../training/enrolment.entity.js";
import { Membership } from "./membership.entity.js";
import {
  EDUCATION_LEVEL_NAMES,
  type EducationLevel,
  POLITICAL_STATUS_NAMES,
  type PoliticalStatus,
  SEX_NAMES,
  type Sex,
} from "./person.rules.js";
import type { PersonalProperty } from "./personalFields.rules.js";

/** More of a person than the name and the offices held. */
const DETAILS = "read:person-details";

export interface Person extends SealedValues<PersonalProperty> {}

@Kept("Person", "人员：会员与工会干部。A person: member or officer.", { order: "name", search: true, within: "keeper" })
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the columns of sealed values follow from their list; none is required
export class Person extends Row {
  @Column("text", "姓名。Name.", { pinyin: true }) name!: string;
  @OneOf("Sex", SEX_NAMES, "性别。Sex.") sex!: Sex;
  @Column("date", "出生日期。Date of birth.", { nullable: true, guard: "read:personal-data" }) birthOn?: string;
  @Column("text", "民族。Ethnicity.", { nullable: true, guard: DETAILS }) ethnicity?: string;
  @OneOf("PoliticalStatus", POLITICAL_STATUS_NAMES, "政治面貌。Political status.", { nullable: true, guard: DETAILS })
  politicalStatus?: PoliticalStatus;
  @OneOf("EducationLevel", EDUCATION_LEVEL_NAMES, "学历。Education.", { nullable: true, guard: DETAILS })
  education?: EducationLevel;
  @Column("boolean", "是否农民工。Migrant worker.", { guard: DETAILS }) migrantWorker!: boolean;
  @Column("boolean", "是否劳务派遣工。Dispatched worker.", { guard: DETAILS }) dispatchedWorker!: boolean;
  @Sealed({
    guard: "search:personal-data",
    maskGuard: DETAILS,
    masked: "身份证号，只显示首末位。Resident identity number, first and last character only.",
  })
  residentId?: string | null;
  @Sealed({
    guard: "search:personal-data",
    maskGuard: DETAILS,
    masked: "手机号，中间四位隐去。Telephone with its middle hidden.",
  })
  phone?: string | null;
  @Sealed({
    guard: "search:personal-data",
    maskGuard: DETAILS,
    masked: "银行卡号，只显示末四位。Bank card number, last four digits only.",
  })
  bankAccount?: string | null;
  @Sealed({ maskGuard: DETAILS, masked: "家庭住址，只显示到县、乡镇。Home address, as far as county and township." })
  homeAddress?: string | null;
  @One(() => TradeUnion, "建档管理工会。The union that keeps the file.") keeper!: Ref<TradeUnion>;
  @Property({ type: "string", columnType: "text", fieldName: "search_text" }) searchText = "";
  @Many(() => Membership, "person", "会籍。Memberships.") memberships!: Collection<Membership>;
  @Many(() => Position, "person", "任职。Positions held.") positions!: Collection<Position>;
  @Many(() => Enrolment, "person", "参训记录。Training.") enrolments!: Collection<Enrolment>;
  @Many(() => Award, "person", "荣誉。Awards.") awards!: Collection<Award>;
}
