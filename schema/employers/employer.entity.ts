import type { Collection, Ref } from "@mikro-orm/core";
import { Property } from "@mikro-orm/decorators/legacy";
import { Int } from "type-graphql";
import { Division } from "../hierarchy/division.entity.js";
import { TradeUnion } from "../hierarchy/tradeUnion.entity.js";
import { Column, Computed, Kept, Many, One, OneOf } from "../shared/marks.js";
import { Row } from "../shared/row.entity.js";
import {
  EMPLOYER_CATEGORY_NAMES,
  type EmployerCategory,
  INDUSTRY_SECTION_NAMES,
  type IndustrySection,
  KEY_SECTOR_NAMES,
  type KeySector,
  OPENED_ON_KIND_NAMES,
  type OpenedOnKind,
} from "./employer.rules.js";
import { EmployerYear } from "./employerYear.entity.js";

@Kept("Employer", "用人单位：企业、事业单位、机关、社会组织。An employer.", {
  existence: { from: "opened_on", to: "closed_on" },
  order: "name",
  search: true,
  within: "keeper",
})
export class Employer extends Row {
  @Column("text", "单位名称。Name.", { pinyin: true }) name!: string;
  @Column("text", "统一社会信用代码。Unified social credit code.", { nullable: true }) uscc?: string;
  @OneOf("EmployerCategory", EMPLOYER_CATEGORY_NAMES, "单位类型。Category.") category!: EmployerCategory;
  @Column("boolean", "是否非公有制。Whether it is non-public.", { nullable: true }) nonPublic?: boolean;
  @OneOf("IndustrySection", INDUSTRY_SECTION_NAMES, "行业门类。Industry.", { nullable: true })
  industry?: IndustrySection;
  @OneOf("KeySector", KEY_SECTOR_NAMES, "重点领域，二(一)，可多选。Key sectors; they overlap.", { list: true })
  keySectors: KeySector[] = [];
  @Column(
    "date",
    "开业（设立）日期，建会期限由此起算，二(一)。Opening date, from which the year to found a union runs.",
    { nullable: true },
  )
  openedOn?: string;
  @OneOf("OpenedOnKind", OPENED_ON_KIND_NAMES, "该日期是开业还是设立。Which of the two dates it is.", {
    nullable: true,
  })
  openedOnKind?: OpenedOnKind;
  @Column("date", "终止日期。Closing date.", { nullable: true }) closedOn?: string;
  @One(() => Division, "属地。The division it lies in.") territory!: Ref<Division>;
  @One(() => TradeUnion, "建档管理工会。The union that keeps its file.") keeper!: Ref<TradeUnion>;
  @Column("text", "地址。Address.", { nullable: true, filter: false, order: false }) address?: string;
  @Property({ type: "string", columnType: "text", fieldName: "search_text" }) searchText = "";
  @Computed(() => Int, "当日最近一次的职工数。Employees by the latest figures known on the day.", {
    nullable: true,
    sql: ({ alias, day }) =>
      `(select y.employee_count from employer_year y where y.employer_id = ${alias}.id and y.reference_on <= ${day} order by y.reference_on desc limit 1)`,
  })
  employeeCount?: number;
  @Many(() => EmployerYear, "employer", "年度数据。Yearly figures.") years!: Collection<EmployerYear>;
  @Many(() => Coverage, "employer", "建会覆盖。Coverage by unions.") coverages!: Collection<Coverage>;
}

@Kept("Coverage", "某段时期内工会覆盖某单位。A union covers an employer over a period.", {
  period: { from: "valid_from", to: "valid_to", inclusive: false },
  superseded: true,
  order: "valid_from",
  within: "tradeUnion",
})
export class Coverage extends Row {
  @One(() => TradeUnion, "工会。The union.") tradeUnion!: Ref<TradeUnion>;
  @One(() => Employer, "单位。The employer.") employer!: Ref<Employer>;
  @Column("date", "起。From.") validFrom!: string;
  @Column("date", "止（不含）。Until, exclusive.", { nullable: true }) validTo?: string;
}
