import { InputType } from "type-graphql";
import { Given, GivenSelf, GivenVersion } from "../shared/inputs.js";

@InputType({
  description:
    "撤回附件：保留记录，不再提供下载。Withdraws an attachment: it stays on record and is handed out no more.",
})
export class WithdrawAttachmentInput {
  @GivenSelf("Attachment") id!: string;
  @GivenVersion() version!: number;
  @Given("text", "撤回事由，记入审计。Why, kept in the audit log.", { required: true, most: 500 }) reason!: string;
}
