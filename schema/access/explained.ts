import { Field, ObjectType } from "type-graphql";
import { enumeration } from "../shared/marks.js";
import { ROLE_NAMES, type Role } from "./permissions.rules.js";
import { Scope } from "./signedIn.js";

const ROLE = enumeration("Role", ROLE_NAMES);

@ObjectType({
  description:
    "为何可以、为何不可以：与系统拒绝时所用的规则相同。Why one may, or may not: by the very rules that refuse.",
})
export class AccessExplanation {
  @Field(() => Boolean, { description: "是否允许。Whether it is allowed." }) allowed!: boolean;
  @Field(() => ROLE, { description: "当前授权的角色。Role of the grant in use." }) role!: Role;
  @Field(() => Scope, { nullable: true, description: "当前授权的范围；为空即全部。Scope in use; empty for the whole." })
  scope?: Scope | null;
  @Field(() => String, { description: "起决定作用的规则。The rule that decided." }) rule!: string;
  @Field(() => String, { description: "原因。The reason, in words." }) reason!: string;
  @Field(() => String, {
    nullable: true,
    description: "所缺权限，动词:名词；不缺时为空。The permission that is missing.",
  })
  missingPermission?: string | null;
}
