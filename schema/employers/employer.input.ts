import { InputType } from "type-graphql";
import { words } from "../shared/bilingual.rules.js";
import { Explained, Given, GivenLink, GivenOneOf, GivenSelf, GivenVersion, Keeps } from "../shared/inputs.js";
import { refusal } from "../shared/refusal.rules.js";
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
import { whyNotUscc } from "./uscc.rules.js";

@InputType()
@Keeps(({ uscc, openedOn, closedOn }: EmployerFields) => [
  uscc ? whyNotUscc(uscc, ["uscc"]) : undefined,
  openedOn && closedOn && closedOn < openedOn ? refusal("OUT_OF_RANGE", { least: openedOn }, ["closedOn"]) : undefined,
])
abstract class EmployerFields extends Explained {
  @Given("text", "统一社会信用代码，18 位。Unified social credit code.", { most: 40 }) uscc?: string | null;
  @Given("boolean", "是否非公有制；不填时按单位类型推定。Whether it is non-public; by category when left out.")
  nonPublic?: boolean | null;
  @GivenOneOf("IndustrySection", INDUSTRY_SECTION_NAMES, "行业门类。Industry.") industry?: IndustrySection | null;
  @GivenOneOf("KeySector", KEY_SECTOR_NAMES, "重点领域，二(一)，可多选。Key sectors.", { list: true })
  keySectors?: KeySector[];
  @Given("date", "开业（设立）日期。Opening date.") openedOn?: string | null;
  @GivenOneOf("OpenedOnKind", OPENED_ON_KIND_NAMES, "该日期是开业还是设立。Which of the two dates it is.")
  openedOnKind?: OpenedOnKind | null;
  @Given("date", "终止日期。Closing date.") closedOn?: string | null;
  @Given("text", "地址。Address.") address?: string | null;
}

@InputType({ description: "登记用人单位。Registers an employer." })
@Keeps(({ openedOn, openedOnKind }: CreateEmployerInput) => [
  openedOn && !openedOnKind
    ? refusal("REQUIRED", { field: words("日期种类", "Kind of date") }, ["openedOnKind"])
    : undefined,
])
export class CreateEmployerInput extends EmployerFields {
  @Given("text", "单位名称。Name.", { required: true }) name!: string;
  @GivenOneOf("EmployerCategory", EMPLOYER_CATEGORY_NAMES, "单位类型。Category.", { required: true })
  category!: EmployerCategory;
  @GivenLink("Division", "属地。The division it lies in.", { required: true }) territoryId!: string;
  @GivenLink("TradeUnion", "建档管理工会。The union that keeps its file.", { required: true }) keeperId!: string;
}

@InputType({
  description: "修改用人单位；未给出的字段不变，null 清空。Amends an employer; absent fields stay, null clears.",
})
export class UpdateEmployerInput extends EmployerFields {
  @GivenSelf("Employer") id!: string;
  @GivenVersion() version!: number;
  @Given("text", "单位名称。Name.") name?: string;
  @GivenOneOf("EmployerCategory", EMPLOYER_CATEGORY_NAMES, "单位类型。Category.") category?: EmployerCategory;
  @GivenLink("Division", "属地。The division it lies in.") territoryId?: string;
  @GivenLink("TradeUnion", "建档管理工会。The union that keeps its file.") keeperId?: string;
}

@InputType({
  description:
    "填报单位一年的职工与工资数据；该年已有数据时须带版本号。Sets the figures of an employer in a year; version is needed when there are some already.",
})
export class SetEmployerYearInput extends Explained {
  @GivenLink("Employer", "单位。The employer.", { required: true }) employerId!: string;
  @Given("integer", "年度。Year.", { required: true, least: 1949, most: 2200 }) year!: number;
  @Given("integer", "所见版本号，首次填报不填。The version seen; none at first.") version?: number | null;
  @Given("date", "数据截止日。Date the figures refer to.", { required: true }) referenceOn!: string;
  @Given("integer", "职工数。Employees.", { required: true }) employeeCount!: number;
  @Given("integer", "女职工数。Female employees.") femaleEmployeeCount?: number | null;
  @Given("integer", "劳务派遣工数。Dispatched workers.") dispatchedCount?: number | null;
  @Given("integer", "农民工数。Migrant workers.") migrantCount?: number | null;
  @Given("fen", "全年职工工资总额（分）。Payroll of the year in fen.") payrollFen?: string | null;
}

@InputType({ description: "工会覆盖一个单位。A union comes to cover an employer." })
export class CoverEmployerInput extends Explained {
  @GivenLink("TradeUnion", "工会。The union.", { required: true }) tradeUnionId!: string;
  @GivenLink("Employer", "单位。The employer.", { required: true }) employerId!: string;
  @Given("date", "起。From.", { required: true }) validFrom!: string;
}

@InputType({ description: "结束覆盖。Ends a coverage." })
export class EndCoverageInput extends Explained {
  @GivenSelf("Coverage") id!: string;
  @GivenVersion() version!: number;
  @Given("date", "止（不含）。Until, exclusive.", { required: true }) validTo!: string;
}
