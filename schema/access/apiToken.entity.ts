import type { Ref } from "@mikro-orm/core";
import { Property } from "@mikro-orm/decorators/legacy";
import { Field, Int, ObjectType } from "type-graphql";
import { TradeUnion } from "../hierarchy/tradeUnion.entity.js";
import { Column, Computed, Kept, One } from "../shared/marks.js";
import { Row } from "../shared/row.entity.js";
import { Instant, LocalDate } from "../shared/scalars.js";
import { RoleGrant } from "./account.entity.js";

@ObjectType({ simpleResolvers: true, description: "令牌某日的调用次数。Calls by a token on a day." })
export class ApiTokenUse {
  @Field(() => LocalDate, { description: "日期。The day." }) usedOn!: string;
  @Field(() => Int, { description: "调用次数。Calls." }) calls!: number;
}

/** A partner system's key: it acts under a grant, never beyond it, within its scopes, subtree, addresses and time. */
@Kept("ApiToken", "访问令牌：在某一授权之内，按范围、工会、期限和地址访问。A partner's token under a grant.", {
  order: "id desc",
})
export class ApiToken extends Row {
  @Column("text", "名称。Name.") name!: string;
  @Column("text", "前缀，用以辨认。Prefix, to tell it by.") prefix!: string;
  @One(() => RoleGrant, "所依授权。The grant it acts under.") roleGrant!: Ref<RoleGrant>;
  @One(() => TradeUnion, "范围：此工会及其下级；为空即全部。Its subtree; empty for the whole.", { nullable: true })
  tradeUnion?: Ref<TradeUnion>;
  @Column("instant", "到期时刻。Expires at.") expiresAt!: Date;
  @Column("instant", "撤销时刻。Revoked at.", { nullable: true }) revokedAt?: Date;
  @Property({ type: "string[]", columnType: "text[]" })
  @Computed(() => [String], "权限范围，名词:动词。Scopes, noun:verb.", {
    sql: ({ alias }) => `to_json(${alias}.scopes)`,
  })
  scopes!: string[];
  @Property({ type: "string[]", columnType: "text[]" })
  @Computed(() => [String], "允许的网络地址（CIDR），为空即不限。Allowed networks; empty for any.", {
    sql: ({ alias }) => `to_json(${alias}.addresses)`,
  })
  addresses!: string[];
  @Computed(() => Instant, "最近使用时刻。Last used at.", {
    nullable: true,
    sql: ({ alias }) =>
      `(select to_char(max(t.last_used_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from api_token_use t where t.api_token_id = ${alias}.id)`,
  })
  lastUsedAt?: string;
  @Computed(() => [ApiTokenUse], "近 31 日每日调用次数。Calls per day of the last 31 days.", {
    complete: (uses: ApiTokenUse[]) => uses,
    sql: ({
      alias,
    }) => `(select coalesce(json_agg(json_build_object('usedOn', t.used_on, 'calls', t.calls) order by t.used_on desc), '[]'::json) from api_token_use t
      where t.api_token_id = ${alias}.id and t.used_on > today_in_shaoxing() - 31)`,
  })
  uses?: ApiTokenUse[];
  @Property({ type: "blob", columnType: "bytea", fieldName: "token_hash", lazy: true }) tokenHash!: Buffer;
}
