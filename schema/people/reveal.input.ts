import { InputType } from "type-graphql";
import { Given, GivenOneOf, GivenSelf } from "../shared/inputs.js";
import {
  PERSONAL_FIELD_NAMES,
  type PersonalField,
  REVEAL_REASON_NAMES,
  type RevealReason,
} from "./personalFields.rules.js";

@InputType({ description: "查看一项个人信息的完整内容。Asks to see one personal number whole." })
export class RevealPersonalDataInput {
  @GivenSelf("Person") id!: string;
  @GivenOneOf("PersonalField", PERSONAL_FIELD_NAMES, "查看哪一项。Which one.", { required: true })
  field!: PersonalField;
  @GivenOneOf("RevealReason", REVEAL_REASON_NAMES, "事由类别。What for.", { required: true }) reasonCode!: RevealReason;
  @Given(
    "text",
    "具体事由，记入审计，不得写入号码本身。The reason in words, kept in the audit log; it must not quote the number.",
    {
      required: true,
      most: 500,
    },
  )
  reason!: string;
}
