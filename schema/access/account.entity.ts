import type { Collection, Ref } from "@mikro-orm/core";
import { Property } from "@mikro-orm/decorators/legacy";
import { TradeUnion } from "../hierarchy/tradeUnion.entity.js";
import { Column, Kept, Many, One, OneOf } from "../shared/marks.js";
import { Row } from "../shared/row.entity.js";
import { ROLE_NAMES, type Role } from "./permissions.rules.js";

@Kept("Account", "登录账号。An account that signs in.", { order: "username" })
export class Account extends Row {
  @Column("text", "用户名。User name.") username!: string;
  @Column("text", "显示姓名。Name shown.") displayName!: string;
  @Column("instant", "停用时刻。Disabled at.", { nullable: true }) disabledAt?: Date;
  @Property({ type: "string", columnType: "text", fieldName: "username_key" }) usernameKey!: string;
  @Property({ type: "boolean", fieldName: "must_change_password" }) mustChangePassword = false;
  @Many(() => RoleGrant, "account", "授权。Its grants.") grants!: Collection<RoleGrant>;
}

@Kept("RoleGrant", "授权：账号在某一工会及其下级范围内的角色。A role of an account in the subtree of a union.", {
  order: "account_id",
})
export class RoleGrant extends Row {
  @One(() => Account, "账号。The account.") account!: Ref<Account>;
  @OneOf("Role", ROLE_NAMES, "角色。Role.") role!: Role;
  @One(() => TradeUnion, "范围：此工会及其下级；系统管理员可空。Scope; empty only for the whole installation.", {
    nullable: true,
  })
  tradeUnion?: Ref<TradeUnion>;
  @Column("date", "起。From.") validFrom!: string;
  @Column("date", "止（含当日）。Through, inclusive.", { nullable: true }) validThrough?: string;
  @Column("instant", "撤销时刻。Revoked at.", { nullable: true }) revokedAt?: Date;
}
