import { Field, ObjectType, registerEnumType } from "type-graphql";
import { REFUSAL_CODES, type RefusalCode } from "./refusal.rules.js";
import { refusalText } from "./refusalTexts.rules.js";

const CODES = Object.fromEntries(REFUSAL_CODES.map((code) => [code, code]));
registerEnumType(CODES, {
  name: "UserErrorCode",
  description: "使用者可自行更正的错误代码，封闭清单。Codes of what a person can put right: a closed list.",
  valuesConfig: Object.fromEntries(
    REFUSAL_CODES.map((code) => [
      code,
      { description: `${refusalText({ code }, "zh")} ${refusalText({ code }, "en")}` },
    ]),
  ),
});

@ObjectType({
  description:
    "拒绝的原因，使用者可自行更正；有任何一条时均未写入。Why a change was refused; with any of these nothing was written.",
})
export class UserError {
  @Field(() => [String], { description: "从 input 起到有误字段的路径。The way from the input to the field concerned." })
  path!: string[];
  @Field(() => CODES, { description: "代码，永不改变。Code; it never changes." }) code!: RefusalCode;
  @Field(() => String, { description: "说明及如何更正。What is wrong and what to do." }) message!: string;
  @Field(() => String, { nullable: true, description: "所据条款，如 三(二)。The clause it rests on." }) clause?: string;
  @Field(() => String, { nullable: true, description: "条款原文。The clause's own words." }) quote?: string;
}
