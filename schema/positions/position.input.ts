import { InputType } from "type-graphql";
import { Explained, Given, GivenLink, GivenOneOf, GivenSelf, GivenVersion } from "../shared/inputs.js";
import {
  ELECTION_METHOD_NAMES,
  type ElectionMethod,
  EMPLOYMENT_MODE_NAMES,
  type EmploymentMode,
  END_REASON_NAMES,
  type EndReason,
  POSITION_ROLE_NAMES,
  type PositionRole,
  TREATMENT_RANK_NAMES,
  type TreatmentRank,
} from "./position.rules.js";

@InputType()
abstract class PositionFields extends Explained {
  @Given("boolean", "是否主持工作的副主席。Whether a vice-chair acts as chair.") actingChair?: boolean;
  @Given("integer", "届次。Term number.", { least: 1, most: 200 }) termNumber?: number | null;
  @Given("date", "任期届满日（含当日）。Last day of the term.") termEndOn?: string | null;
  @Given("date", "离任日期，即在任最后一日；须同时填写离任原因。Last day in office; needs its reason.") endedOn?:
    | string
    | null;
  @GivenOneOf("EndReason", END_REASON_NAMES, "离任原因。Why it ended.") endReason?: EndReason | null;
  @GivenOneOf("TreatmentRank", TREATMENT_RANK_NAMES, "享受的待遇，三(二)。Treatment rank.")
  treatmentRank?: TreatmentRank | null;
  @GivenOneOf("ElectionMethod", ELECTION_METHOD_NAMES, "产生方式。How it was filled.")
  electionMethod?: ElectionMethod | null;
  @Given("text", "批复文号。Approval number.") approvalDocNo?: string | null;
  @Given("text", "兼任职务。Other post held.") concurrentPost?: string | null;
  @Given("boolean", "是否党员。Party member.") isPartyMember?: boolean | null;
  @Given("boolean", "是否同级党委组成人员。Member of the party committee of the level.") isPartyCommitteeMember?:
    | boolean
    | null;
  @Given("boolean", "是否进入党组织领导班子。In the leadership of the party organisation.") inPartyLeadership?:
    | boolean
    | null;
}

@InputType({ description: "任职。Appoints a person to an office." })
export class CreatePositionInput extends PositionFields {
  @GivenLink("TradeUnion", "工会。The union.", { required: true }) tradeUnionId!: string;
  @GivenLink("Person", "任职人。The holder.", { required: true }) personId!: string;
  @GivenOneOf("PositionRole", POSITION_ROLE_NAMES, "职务。Role.", { required: true }) role!: PositionRole;
  @GivenOneOf("EmploymentMode", EMPLOYMENT_MODE_NAMES, "专职、兼职或挂职。Full time, part time or seconded.", {
    required: true,
  })
  employmentMode!: EmploymentMode;
  @Given("date", "任职日期。First day in office.", { required: true }) startOn!: string;
}

@InputType({ description: "修改任职或办理离任；届中调动须先办理调动手续，三(二)。Amends an appointment or ends it." })
export class UpdatePositionInput extends PositionFields {
  @GivenSelf("Position") id!: string;
  @GivenVersion() version!: number;
  @GivenOneOf("EmploymentMode", EMPLOYMENT_MODE_NAMES, "专职、兼职或挂职。Full time, part time or seconded.")
  employmentMode?: EmploymentMode;
  @Given("date", "任职日期。First day in office.") startOn?: string;
}
