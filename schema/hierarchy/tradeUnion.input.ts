import { InputType } from "type-graphql";
import { Explained, Given, GivenLink, GivenOneOf, GivenSelf, GivenVersion, Keeps } from "../shared/inputs.js";
import { whyNotFound, whyNotOffice, whyNotUnion } from "./unionFacts.rules.js";
import {
  INDUSTRY_BASE_NAMES,
  type IndustryBase,
  LEGAL_PERSON_STATUS_NAMES,
  type LegalPersonStatus,
  REGIONAL_BASE_NAMES,
  type RegionalBase,
  UNION_STATE_NAMES,
  UNION_TYPE_NAMES,
  type UnionState,
  type UnionType,
} from "./unionType.rules.js";

@InputType()
@Keeps(whyNotUnion, whyNotOffice)
abstract class TradeUnionFields extends Explained {
  @Given("date", "批复日期。Date of the superior's approval.") approvedOn?: string | null;
  @Given("text", "批复文号。Number of the approval.") approvalDocNo?: string | null;
  @GivenLink(
    "Division",
    "属地；地方工会的代码即其属地代码。The division it lies in, from which a territorial union has its code.",
  )
  territoryId?: string | null;
  @GivenOneOf("LegalPersonStatus", LEGAL_PERSON_STATUS_NAMES, "工会法人资格。Legal-person status.")
  legalPersonStatus?: LegalPersonStatus;
  @Given(
    "text",
    "统一社会信用代码，工会以 81 或 89 开头。Unified social credit code; a union's begins with 81 or 89.",
    { most: 40 },
  )
  uscc?: string | null;
  @Given("date", "法人资格证书有效期起。Certificate valid from.") legalPersonValidFrom?: string | null;
  @Given("date", "法人资格证书有效期止（含当日）。Certificate valid through, inclusive.") legalPersonValidThrough?:
    | string
    | null;
  @GivenOneOf("RegionalBase", REGIONAL_BASE_NAMES, "区域性联合会的依托，二(一)。Base of a regional federation.")
  regionalBase?: RegionalBase | null;
  @GivenOneOf("IndustryBase", INDUSTRY_BASE_NAMES, "行业性联合会的依托，二(一)。Base of an industry federation.")
  industryBase?: IndustryBase | null;
  @Given("text", "地址。Address.") address?: string | null;
  @Given("text", "办公电话，如 0575-85000000，或手机号。Office telephone, landline or mobile.", { most: 40 }) phone?:
    | string
    | null;
}

@InputType({ description: "建立工会；代码由系统给出。Founds a trade union; its code is given by the system." })
@Keeps(whyNotFound)
export class CreateTradeUnionInput extends TradeUnionFields {
  @Given("text", "名称。Name.", { required: true }) name!: string;
  @GivenOneOf("UnionType", UNION_TYPE_NAMES, "组织形式。Type.", { required: true }) type!: UnionType;
  @GivenLink("TradeUnion", "上级工会；只有市总工会没有。The superior; only the municipal federation has none.")
  superiorId?: string | null;
  @Given("date", "建会日期。Date of establishment.", { required: true }) establishedOn!: string;
  @GivenLink("Employer", "所覆盖的单位；联合基层工会至少两个。Employers it covers; a joint union at least two.", {
    list: true,
  })
  employerIds?: string[];
  @Given("text", "文号。Document number.") documentNo?: string | null;
}

@InputType({
  description:
    "修改工会；名称与组织形式自生效日起另立沿革。Amends a union; a new name or type begins a new version on its day.",
})
export class UpdateTradeUnionInput extends TradeUnionFields {
  @GivenSelf("TradeUnion") id!: string;
  @GivenVersion() version!: number;
  @Given("text", "名称。Name.") name?: string;
  @GivenOneOf("UnionType", UNION_TYPE_NAMES, "组织形式。Type.") type?: UnionType;
  @Given("date", "名称与组织形式的生效日，缺省为今天。Day from which name and type hold, today by default.")
  effectiveOn?: string | null;
  @Given("text", "更名（改制）文号。Document number of the new name or type.") documentNo?: string | null;
  @GivenOneOf("UnionState", UNION_STATE_NAMES, "状态；撤销须另行办理。State; dissolving is a step of its own.")
  state?: UnionState;
}

@InputType({ description: "变更隶属关系，自生效日起。Places a union under another superior from a day on." })
export class AffiliateTradeUnionInput extends Explained {
  @GivenSelf("TradeUnion") id!: string;
  @GivenVersion() version!: number;
  @GivenLink("TradeUnion", "新的上级工会。The new superior.", { required: true }) superiorId!: string;
  @Given("date", "生效日，缺省为今天。First day under the new superior, today by default.") effectiveOn?: string | null;
  @Given("text", "文号。Document number.") documentNo?: string | null;
}

@InputType({ description: "撤销工会；尚有下级时不能撤销。Dissolves a union; not while unions stand below it." })
export class DissolveTradeUnionInput extends Explained {
  @GivenSelf("TradeUnion") id!: string;
  @GivenVersion() version!: number;
  @Given("date", "撤销日期，即存续的最后一日。Last day of the union.", { required: true }) dissolvedOn!: string;
}
