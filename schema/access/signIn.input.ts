import { Field, InputType } from "type-graphql";

@InputType({ description: "登录。Signs in." })
export class LoginInput {
  @Field(() => String, { description: "用户名，不分大小写与全半角。User name; case and width do not matter." })
  username!: string;
  @Field(() => String, { description: "密码。Password." }) password!: string;
}

@InputType({ description: "修改本人密码；其他会话随即失效。Changes one's own password; other sessions end." })
export class ChangePasswordInput {
  @Field(() => String, { description: "现密码。The present password." }) currentPassword!: string;
  @Field(() => String, { description: "新密码，12 至 128 个字符。The new one, 12 to 128 characters." })
  newPassword!: string;
}
