import { Field, ID, ObjectType } from "type-graphql";
import { enumeration } from "../shared/marks.js";
import { Instant, LocalDate } from "../shared/scalars.js";
import { UserError } from "../shared/userError.js";
import { ROLE_NAMES, type Role } from "./permissions.rules.js";
import { STEP_NAMES } from "./signIn.rules.js";

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
  @Field(() => Boolean, { description: "是否已绑定动态验证码。Whether a second factor is set up." })
  hasSecondFactor!: boolean;
}

@ObjectType({ description: "授权的范围：此工会及其下级。The scope of a grant: a union and everything below it." })
export class Scope {
  @Field(() => ID, { description: "工会标识。Id of the union." }) id!: string;
  @Field(() => String, { description: "代码。Code." }) code!: string;
  @Field(() => String, { description: "名称。Name." }) name!: string;
}

@ObjectType({ description: "本人的一项有效授权。A grant of one's own, in force today." })
export class OwnGrant {
  @Field(() => ID, { description: "授权标识。Id of the grant." }) id!: string;
  @Field(() => ROLE, { description: "角色。Role." }) role!: Role;
  @Field(() => Scope, { nullable: true, description: "范围；为空即全部。Scope; empty for the whole installation." })
  scope?: Scope | null;
  @Field(() => LocalDate, { description: "起。From." }) validFrom!: string;
  @Field(() => LocalDate, { nullable: true, description: "止（含当日）。Through, inclusive." }) validThrough?:
    | string
    | null;
  @Field(() => Boolean, { description: "是否为当前所用。Whether it is the one in use." }) inUse!: boolean;
}

@ObjectType({ description: "本人的一个登录会话。A session of one's own." })
export class OwnSession {
  @Field(() => ID, { description: "会话标识。Id of the session." }) id!: string;
  @Field(() => Instant, { description: "登录时刻。Signed in at." }) createdAt!: string;
  @Field(() => Instant, { description: "最近活动，精确到分钟。Last seen, to the minute." }) lastSeenAt!: string;
  @Field(() => Instant, { description: "至迟结束时刻。Ends at the latest." }) expiresAt!: string;
  @Field(() => String, { nullable: true, description: "登录地址。Address it was opened from." }) address?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: "浏览器。Browser." }) agent?: string | null;
  @Field(() => Boolean, { description: "是否为本会话。Whether it is this one." }) current!: boolean;
}

/** What a signed-in person has to do before anything else. */
const STEP = enumeration("SignInStep", STEP_NAMES);

@ObjectType("Viewer", { description: "当前使用者：账号、范围与权限。Who is asking: account, scope and permissions." })
export class SignedIn {
  @Field(() => SignedInAccount, { description: "账号。The account." }) account!: SignedInAccount;
  @Field(() => Scope, { nullable: true, description: "范围；为空即全部。Scope; empty for the whole installation." })
  scope?: Scope;
  @Field(() => STEP, {
    nullable: true,
    description: "须先完成的事项；为空即无。What has to be done before anything else; empty for nothing.",
  })
  stepFirst?: string;
  @Field(() => [String], {
    nullable: true,
    description: "令牌的权限范围；登录会话为空。Scopes of a token; empty when signed in.",
  })
  scopes?: readonly string[];
  @Field(() => Scope, { nullable: true, description: "范围，同 scope；为空即全部。Subtree, the same as scope." })
  subtree?: Scope;
  @Field(() => Instant, { nullable: true, description: "令牌的到期时刻。When a token expires." }) expiresAt?: string;
  @Field(() => LocalDate, { description: "今天（亚洲/上海）。Today in Asia/Shanghai." }) today!: string;
  @Field(() => [String], { description: "所有权限，动词:名词。All permissions, verb:noun." }) permissions!: string[];
}

@ObjectType({ description: "登录的结果。Result of signing in." })
export class LoginPayload {
  @Field(() => SignedInAccount, { nullable: true, description: "登录的账号。The account signed in." })
  account?: SignedInAccount;
  @Field(() => [UserError], { description: "拒绝的原因。Why it was refused." }) userErrors!: UserError[];
}

@ObjectType({ description: "绑定第一步的结果。Result of the first step of setting up a second factor." })
export class EnrolSecondFactorPayload {
  @Field(() => String, {
    nullable: true,
    description: "密钥，输入验证器，只显示这一次。Secret for the authenticator, shown this once.",
  })
  secret?: string;
  @Field(() => String, { nullable: true, description: "otpauth 地址。The same as an otpauth address." }) uri?: string;
  @Field(() => [UserError], { description: "拒绝的原因。Why it was refused." }) userErrors!: UserError[];
}

@ObjectType({ description: "绑定第二步的结果。Result of the second step." })
export class ConfirmSecondFactorPayload {
  @Field(() => [String], {
    description: "10 个恢复码，各用一次，只显示这一次。Ten recovery codes, each for one use, shown this once.",
  })
  recoveryCodes!: string[];
  @Field(() => [UserError], { description: "拒绝的原因。Why it was refused." }) userErrors!: UserError[];
}

@ObjectType({ description: "切换授权的结果。Result of switching grants." })
export class SwitchGrantPayload {
  @Field(() => SignedInAccount, { nullable: true, description: "账号及新的角色。The account, with its new role." })
  account?: SignedInAccount;
  @Field(() => [UserError], { description: "拒绝的原因。Why it was refused." }) userErrors!: UserError[];
}

@ObjectType({ description: "结束会话的结果。Result of ending sessions." })
export class RevokeSessionPayload {
  @Field(() => [OwnSession], { description: "仍然有效的会话。The sessions that remain." }) sessions!: OwnSession[];
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
