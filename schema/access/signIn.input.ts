import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "登录。Signs in." })
export class LoginInput {
  @Field(() => String, { description: "用户名，不分大小写与全半角。User name; case and width do not matter." })
  username!: string;
  @Field(() => String, { description: "密码。Password." }) password!: string;
  @Field(() => ID, {
    nullable: true,
    description: "以哪项授权登录，缺省为首项有效授权。Which grant to act under; the first in force by default.",
  })
  grantId?: string;
  @Field(() => String, {
    nullable: true,
    description:
      "动态验证码或恢复码；已绑定的账号必填。Code of the second factor, or a recovery code, where one is set up.",
  })
  code?: string;
}

@InputType({ description: "绑定动态验证码的第一步，须再次输入密码。First step of setting up a second factor." })
export class EnrolSecondFactorInput {
  @Field(() => String, { description: "现密码。The present password." }) currentPassword!: string;
  @Field(() => String, {
    nullable: true,
    description: "已绑定的，须输入现有动态验证码或恢复码。A code of the present factor, where there is one.",
  })
  code?: string;
}

@InputType({ description: "绑定动态验证码的第二步。Second step of setting up a second factor." })
export class ConfirmSecondFactorInput {
  @Field(() => String, { description: "新绑定的验证器所显示的 6 位数字。The six digits the new authenticator shows." })
  code!: string;
}

@InputType({ description: "切换本次会话所用的授权。Chooses the grant this session acts under." })
export class SwitchGrantInput {
  @Field(() => ID, { description: "本人的一项有效授权。One of one's own grants in force." }) grantId!: string;
}

@InputType({ description: "结束本人的会话。Ends sessions of one's own." })
export class RevokeSessionInput {
  @Field(() => ID, {
    nullable: true,
    description: "要结束的会话；为空即结束其他全部会话。Which one; empty for all others.",
  })
  id?: string;
}

@InputType({ description: "修改本人密码；其他会话随即失效。Changes one's own password; other sessions end." })
export class ChangePasswordInput {
  @Field(() => String, { description: "现密码。The present password." }) currentPassword!: string;
  @Field(() => String, { description: "新密码，12 至 128 个字符。The new one, 12 to 128 characters." })
  newPassword!: string;
}
