import { InputType } from "type-graphql";
import { REVEAL_REASON_NAMES, type RevealReason } from "../people/personalFields.rules.js";
import { Explained, Given, GivenLink, GivenOneOf, GivenSelf, GivenVersion, Keeps } from "../shared/inputs.js";
import { HARDSHIP_CATEGORY_NAMES, type HardshipCategory, whyNotOpen } from "./hardshipCase.rules.js";

@InputType({ description: "为困难职工建档。Opens the file of a worker in hardship." })
@Keeps(({ openedOn }: CreateHardshipCaseInput, today) => whyNotOpen(openedOn, undefined, today))
export class CreateHardshipCaseInput extends Explained {
  @GivenLink("Person", "困难职工本人。The worker.", { required: true }) personId!: string;
  @GivenLink("TradeUnion", "建档工会。The union that keeps the file.", { required: true }) tradeUnionId!: string;
  @GivenOneOf("HardshipCategory", HARDSHIP_CATEGORY_NAMES, "困难类别。Category.", { required: true })
  category!: HardshipCategory;
  @Given("date", "建档日期。Opened on.", { required: true }) openedOn!: string;
  @Given("text", "困难情况，加密保存。Details, kept sealed.", { most: 2_000 }) details?: string | null;
}

@InputType({ description: "修改困难职工档案或销档。Amends or closes the file of a worker in hardship." })
export class UpdateHardshipCaseInput extends Explained {
  @GivenSelf("HardshipCase") id!: string;
  @GivenVersion() version!: number;
  @GivenOneOf("HardshipCategory", HARDSHIP_CATEGORY_NAMES, "困难类别。Category.") category?: HardshipCategory;
  @Given("date", "建档日期。Opened on.") openedOn?: string;
  @Given("date", "销档（脱困）日期。Closed on.") closedOn?: string | null;
  @Given("text", "困难情况，加密保存。Details, kept sealed.", { most: 2_000 }) details?: string | null;
}

@InputType({ description: "查看困难情况全文。Asks to see the details of a hardship case whole." })
export class RevealHardshipDetailsInput {
  @GivenSelf("HardshipCase") id!: string;
  @GivenOneOf("RevealReason", REVEAL_REASON_NAMES, "事由类别。What for.", { required: true }) reasonCode!: RevealReason;
  @Given("text", "具体事由，记入审计。The reason in words, kept in the audit log.", { required: true, most: 500 })
  reason!: string;
}
