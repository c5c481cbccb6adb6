import { Field, ObjectType } from "type-graphql";
import { UserError } from "../shared/userError.js";
import { Person } from "./person.entity.js";

@ObjectType({ simpleResolvers: true, description: "查看个人信息的结果。Result of a reveal." })
export class RevealPersonalDataPayload {
  @Field(() => Person, { nullable: true, description: "所查看的人员。The person." }) person?: Person;
  @Field(() => String, {
    nullable: true,
    description:
      "完整内容，仅此一次，不在别处保存；被拒绝时为空。The number, told this once and kept nowhere else; null when refused.",
  })
  value?: string;
  @Field(() => [UserError], { description: "拒绝的原因；为空即成功。Why it was refused; empty on success." })
  userErrors!: UserError[];
}
