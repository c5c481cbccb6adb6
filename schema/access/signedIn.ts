import { Field, ID, ObjectType } from "type-graphql";
import { enumeration } from "../shared/marks.js";
import { LocalDate } from "../shared/scalars.js";
import { UserError } from "../shared/userError.js";
import { ROLE_NAMES, type Role } from "./permissions.rules.js";

const ROLE = enumeration("Role", ROLE_NAMES);

@ObjectType({
  description: "已登录的账号及所用授权的角色。The account that is signed in, with the role of the grant in use.",
})
export class SignedInAccount {
  @Field(() => String, { description: "用户名。User name." }) username!: string;
  @Field(() => String, { description: "显示姓名。Name shown." }) displayName!: string;
  @Field(() => ROLE, { description: "角色。Role." }) role!: Role;
  @Field(() => Boolean, { description: "是否须先修改密码。Whether the password has to be changed first." })
  mustChangePassword!: boolean;
}

@ObjectType({ description: "授权的范围：此工会及其下级。The scope of a grant: a union and everything below it." })
export class Scope {
  @Field(() => ID, { description: "工会标识。Id of the union." }) id!: string;
  @Field(() => String, { description: "代码。Code." }) code!: string;
  @Field(() => String, { description: "名称。Name." }) name!: string;
}

@ObjectType("Viewer", { description: "当前使用者：账号、范围与权限。Who is asking: account, scope and permissions." })
export class SignedIn {
  @Field(() => SignedInAccount, { description: "账号。The account." }) account!: SignedInAccount;
  @Field(() => Scope, { nullable: true, description: "范围；为空即全部。Scope; empty for the whole installation." })
  scope?: Scope;
  @Field(() => LocalDate, { description: "今天（亚洲/上海）。Today in Asia/Shanghai." }) today!: string;
  @Field(() => [String], { description: "所有权限，动词:名词。All permissions, verb:noun." }) permissions!: string[];
}

@ObjectType({ description: "登录的结果。Result of signing in." })
export class LoginPayload {
  @Field(() => SignedInAccount, { nullable: true, description: "登录的账号。The account signed in." })
  account?: SignedInAccount;
  @Field(() => [UserError], { description: "拒绝的原因。Why it was refused." }) userErrors!: UserError[];
}

@ObjectType({ description: "退出的结果。Result of signing out." })
export class LogoutPayload {
  @Field(() => [UserError], { description: "拒绝的原因。Why it was refused." }) userErrors!: UserError[];
}

@ObjectType({ description: "修改密码的结果。Result of changing the password." })
export class ChangePasswordPayload {
  @Field(() => SignedInAccount, { nullable: true, description: "账号。The account." }) account?: SignedInAccount;
  @Field(() => [UserError], { description: "拒绝的原因。Why it was refused." }) userErrors!: UserError[];
}
