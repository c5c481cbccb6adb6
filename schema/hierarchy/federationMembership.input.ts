import { InputType } from "type-graphql";
import { Explained, Given, GivenLink, GivenOneOf, GivenSelf, GivenVersion } from "../shared/inputs.js";
import { FEDERATION_KIND_NAMES, type FederationKind } from "./unionType.rules.js";

@InputType({ description: "加入区域性、行业性工会联合会。Joins a regional or industry federation." })
export class CreateFederationMembershipInput extends Explained {
  @GivenLink("TradeUnion", "成员工会。The member.", { required: true }) tradeUnionId!: string;
  @GivenLink("TradeUnion", "联合会。The federation.", { required: true }) federationId!: string;
  @GivenOneOf("FederationKind", FEDERATION_KIND_NAMES, "联合会类别。Kind of federation.", { required: true })
  kind!: FederationKind;
  @Given("date", "起。From.", { required: true }) validFrom!: string;
}

@InputType({ description: "退出联合会。Leaves a federation." })
export class EndFederationMembershipInput extends Explained {
  @GivenSelf("FederationMembership") id!: string;
  @GivenVersion() version!: number;
  @Given("date", "止（不含）。Until, exclusive.", { required: true }) validTo!: string;
}
