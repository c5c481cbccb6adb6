import { InputType } from "type-graphql";
import { Explained, Given, GivenLink, GivenOneOf, GivenSelf, GivenVersion, Keeps } from "../shared/inputs.js";
import { refusal } from "../shared/refusal.rules.js";
import { MEMBERSHIP_STATUS_NAMES, type MembershipStatus } from "./person.rules.js";

@InputType({ description: "入会（或其他会籍状态）自某日起。A person's standing in a union from a day on." })
@Keeps(({ validFrom }: CreateMembershipInput, today) => [
  validFrom > today ? refusal("OUT_OF_RANGE", { most: today }, ["validFrom"]) : undefined,
])
export class CreateMembershipInput extends Explained {
  @GivenLink("Person", "会员。The member.", { required: true }) personId!: string;
  @GivenLink("TradeUnion", "工会。The union.", { required: true }) tradeUnionId!: string;
  @GivenOneOf("MembershipStatus", MEMBERSHIP_STATUS_NAMES, "会籍状态，缺省为在籍。Status, active by default.")
  status?: MembershipStatus;
  @Given("text", "会员证号。Card number.", { most: 40 }) cardNo?: string | null;
  @Given("date", "起。From.", { required: true }) validFrom!: string;
}

@InputType({ description: "修改或终止会籍。Amends or ends a membership." })
export class UpdateMembershipInput extends Explained {
  @GivenSelf("Membership") id!: string;
  @GivenVersion() version!: number;
  @GivenOneOf("MembershipStatus", MEMBERSHIP_STATUS_NAMES, "会籍状态。Status.") status?: MembershipStatus;
  @Given("text", "会员证号。Card number.", { most: 40 }) cardNo?: string | null;
  @Given("date", "止（不含）。Until, exclusive.") validTo?: string | null;
}
