import { InputType } from "type-graphql";
import { Explained, Given, GivenLink, GivenOneOf, GivenSelf, GivenVersion } from "../shared/inputs.js";
import { ELECTION_METHOD_NAMES, type ElectionMethod } from "./position.rules.js";

@InputType()
abstract class TermFields extends Explained {
  @Given("date", "选举日期。Day of election.") electedOn?: string | null;
  @GivenOneOf("ElectionMethod", ELECTION_METHOD_NAMES, "产生方式。How elected.") electionMethod?: ElectionMethod | null;
  @Given("text", "批复文号。Approval number.") approvalDocNo?: string | null;
}

@InputType({ description: "登记工会委员会的一届。Records a term of a committee." })
export class CreateTermInput extends TermFields {
  @GivenLink("TradeUnion", "工会。The union.", { required: true }) tradeUnionId!: string;
  @Given("integer", "届次。Number of the term.", { required: true, least: 1, most: 200 }) termNumber!: number;
  @Given("date", "起始日期。First day.", { required: true }) startOn!: string;
  @Given("date", "届满日期（含当日）。Last day.", { required: true }) termEndOn!: string;
}

@InputType({ description: "修改届次。Amends a term." })
export class UpdateTermInput extends TermFields {
  @GivenSelf("Term") id!: string;
  @GivenVersion() version!: number;
  @Given("integer", "届次。Number of the term.", { least: 1, most: 200 }) termNumber?: number;
  @Given("date", "起始日期。First day.") startOn?: string;
  @Given("date", "届满日期（含当日）。Last day.") termEndOn?: string;
}
