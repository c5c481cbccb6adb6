import { Field, ObjectType } from "type-graphql";
import { UserError } from "../shared/userError.js";
import { Account } from "./account.entity.js";
import { ApiToken } from "./apiToken.entity.js";

@ObjectType({ simpleResolvers: true, description: "给出一次性密码的结果。Result of giving a one-time password." })
export class OneTimePasswordPayload {
  @Field(() => Account, { nullable: true, description: "账号；被拒绝时为空。The account; null when refused." })
  account?: Account;
  @Field(() => String, {
    nullable: true,
    description:
      "一次性密码，只显示这一次，首次登录后须修改。One-time password, shown this once, to be changed at the first sign-in.",
  })
  oneTimePassword?: string;
  @Field(() => [UserError], { description: "拒绝的原因；为空即成功。Why it was refused; empty on success." })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "新建令牌的结果。Result of making a token." })
export class NewTokenPayload {
  @Field(() => ApiToken, { nullable: true, description: "令牌的记录；被拒绝时为空。Its record; null when refused." })
  apiToken?: ApiToken;
  @Field(() => String, {
    nullable: true,
    description: "令牌，只显示这一次，系统不留存。The token, shown this once and not kept.",
  })
  token?: string;
  @Field(() => [UserError], { description: "拒绝的原因；为空即成功。Why it was refused; empty on success." })
  userErrors!: UserError[];
}
