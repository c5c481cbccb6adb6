import { InputType } from "type-graphql";
import { Explained, Given, GivenLink, GivenOneOf, GivenSelf, GivenVersion } from "../shared/inputs.js";
import {
  AWARD_LEVEL_NAMES,
  AWARD_STATE_NAMES,
  AWARD_TITLE_NAMES,
  type AwardLevel,
  type AwardState,
  type AwardTitle,
} from "./award.rules.js";

@InputType({ description: "设立一次评选表彰。Sets up a round of awards." })
export class CreateAwardRoundInput extends Explained {
  @Given("text", "名称。Name.", { required: true }) name!: string;
  @GivenOneOf("AwardLevel", AWARD_LEVEL_NAMES, "级别。Level.", { required: true }) level!: AwardLevel;
  @Given("integer", "年度。Year.", { required: true, least: 1949, most: 2200 }) year!: number;
  @Given("text", "表彰机关。Conferring body.", { required: true }) conferredBy!: string;
}

@InputType({ description: "修改评选批次。Amends a round of awards." })
export class UpdateAwardRoundInput extends Explained {
  @GivenSelf("AwardRound") id!: string;
  @GivenVersion() version!: number;
  @Given("text", "名称。Name.") name?: string;
  @Given("integer", "年度。Year.", { least: 1949, most: 2200 }) year?: number;
  @Given("text", "表彰机关。Conferring body.") conferredBy?: string;
}

@InputType()
abstract class AwardFields extends Explained {
  @GivenLink("AwardRound", "评选批次。Round.") awardRoundId?: string | null;
  @GivenOneOf(
    "AwardState",
    AWARD_STATE_NAMES,
    "状态；填写撤销日期后即为已撤销。State; a date of revocation makes it revoked.",
  )
  state?: AwardState;
  @Given("date", "授予日期。Conferred on.") conferredOn?: string | null;
  @Given("text", "授予机关。Conferred by.") conferredBy?: string | null;
  @Given("text", "表彰决定文号。Number of the decision.") decisionNo?: string | null;
  @Given("text", "证书编号。Certificate number.") certificateNo?: string | null;
}

@InputType({
  description:
    "登记荣誉，授予个人或集体其一；级别由称号得出。Records an honour of a person or a collective; its level follows from the title.",
})
export class CreateAwardInput extends AwardFields {
  @GivenOneOf("AwardTitle", AWARD_TITLE_NAMES, "称号。Title.", { required: true }) title!: AwardTitle;
  @GivenLink("TradeUnion", "推荐工会。The union that recommended it.", { required: true }) recommendedById!: string;
  @GivenLink("Person", "获奖个人。The person.") personId?: string | null;
  @GivenLink("TradeUnion", "获奖集体（工会）。The collective.") collectiveId?: string | null;
}

@InputType({
  description: "修改或撤销荣誉；撤销后保留记录。Amends or revokes an honour; a revoked one stays on record.",
})
export class UpdateAwardInput extends AwardFields {
  @GivenSelf("Award") id!: string;
  @GivenVersion() version!: number;
  @Given("date", "撤销日期。Revoked on.") revokedOn?: string;
  @Given("text", "撤销决定文号。Number of the revocation.") revocationDecisionNo?: string | null;
  @Given("text", "撤销事由。Ground of the revocation.", { most: 500 }) revocationGround?: string;
}
