import { InputType } from "type-graphql";
import { Explained, Given, GivenLink, GivenOneOf, GivenSelf, GivenVersion } from "../shared/inputs.js";
import { ROLE_NAMES, type Role } from "./permissions.rules.js";

@InputType({ description: "建立账号并授予一项角色。Makes an account with one grant." })
export class CreateAccountInput extends Explained {
  @Given("text", "用户名，2 至 64 个字母、数字或 . _ -。User name.", { required: true, most: 64 }) username!: string;
  @Given("text", "显示姓名。Name shown.", { required: true, most: 60 }) displayName!: string;
  @GivenOneOf("Role", ROLE_NAMES, "角色。Role.", { required: true }) role!: Role;
  @GivenLink("TradeUnion", "范围：此工会及其下级；系统管理员与审计员可空。Scope.") tradeUnionId?: string | null;
  @Given("date", "授权起，缺省为今天。Grant from; today by default.") validFrom?: string | null;
  @Given("date", "授权止（含当日）。Grant through, inclusive.") validThrough?: string | null;
}

@InputType({ description: "停用账号：会话与令牌随即失效。Disables an account: its sessions and tokens end." })
export class DisableAccountInput extends Explained {
  @GivenSelf("Account") id!: string;
  @GivenVersion() version!: number;
}

@InputType({
  description: "为他人重置密码：系统给出一次性密码，登录后须修改。Gives a one-time password, to be changed.",
})
export class SetPasswordInput extends Explained {
  @GivenSelf("Account") id!: string;
  @GivenVersion() version!: number;
}

@InputType({ description: "授予角色。Grants a role." })
export class GrantRoleInput extends Explained {
  @GivenLink("Account", "账号。The account.", { required: true }) accountId!: string;
  @GivenOneOf("Role", ROLE_NAMES, "角色。Role.", { required: true }) role!: Role;
  @GivenLink("TradeUnion", "范围：此工会及其下级；系统管理员与审计员可空。Scope.") tradeUnionId?: string | null;
  @Given("date", "起，缺省为今天。From; today by default.") validFrom?: string | null;
  @Given("date", "止（含当日）。Through, inclusive.") validThrough?: string | null;
}

@InputType({ description: "撤销授权，即时生效；给出止期的，到期失效。Revokes a grant at once, or sets its last day." })
export class RevokeGrantInput extends Explained {
  @GivenSelf("RoleGrant") id!: string;
  @GivenVersion() version!: number;
  @Given("date", "最后一日（含当日）；不填即刻撤销。Last day; empty for at once.") validThrough?: string | null;
}

@InputType({ description: "新建访问令牌：依本人当前授权，只能更窄。Makes a token under one's own grant, never wider." })
export class CreateTokenInput extends Explained {
  @Given("text", "名称，如对接系统的名称。Name, such as that of the partner system.", { required: true, most: 60 })
  name!: string;
  @Given("text", "权限范围，如 unions:read。Scopes, such as unions:read.", { required: true, list: true })
  scopes!: string[];
  @GivenLink("TradeUnion", "范围：此工会及其下级，须在本人范围之内；缺省为本人范围。Subtree, within one's own.")
  tradeUnionId?: string | null;
  @Given("text", "允许的 IP 或 CIDR，为空即不限。Allowed addresses or networks; empty for any.", { list: true })
  addresses?: string[] | null;
  @Given("integer", "有效天数，1 至 365，缺省 90。Days, 90 by default.", { least: 1, most: 365 }) days?: number | null;
}

@InputType({ description: "撤销令牌，即时生效。Revokes a token at once." })
export class RevokeTokenInput extends Explained {
  @GivenSelf("ApiToken") id!: string;
  @GivenVersion() version!: number;
}
