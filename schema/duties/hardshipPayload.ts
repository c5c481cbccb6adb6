import { Field, ObjectType } from "type-graphql";
import { UserError } from "../shared/userError.js";
import { HardshipCase } from "./hardshipCase.entity.js";

@ObjectType({ simpleResolvers: true, description: "查看困难情况的结果。Result of a reveal." })
export class RevealHardshipDetailsPayload {
  @Field(() => HardshipCase, { nullable: true, description: "所查看的档案。The case." }) hardshipCase?: HardshipCase;
  @Field(() => String, {
    nullable: true,
    description: "全文，仅此一次；被拒绝时为空。The details, told this once; null when refused.",
  })
  value?: string;
  @Field(() => [UserError], { description: "拒绝的原因；为空即成功。Why it was refused; empty on success." })
  userErrors!: UserError[];
}
