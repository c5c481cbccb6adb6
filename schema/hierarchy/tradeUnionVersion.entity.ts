import type { Ref } from "@mikro-orm/core";
import { Dated } from "../shared/dated.entity.js";
import { Column, Kept, One, OneOf } from "../shared/marks.js";
import { Row } from "../shared/row.entity.js";
import { TradeUnion } from "./tradeUnion.entity.js";
import { FEDERATION_KIND_NAMES, type FederationKind, UNION_TYPE_NAMES, type UnionType } from "./unionType.rules.js";

const PERIOD = {
  period: { from: "valid_from", to: "valid_to", inclusive: false },
  superseded: true,
  order: "trade_union_id, valid_from",
};

@Kept("TradeUnionVersion", "工会在一段时期内的名称、代码与形式。Name, code and type of a union over a period.", PERIOD)
export class TradeUnionVersion extends Dated {
  @One(() => TradeUnion, "工会。The union.") tradeUnion!: Ref<TradeUnion>;
  @Column("text", "代码。Code.") code!: string;
  @Column("text", "名称。Name.") name!: string;
  @OneOf("UnionType", UNION_TYPE_NAMES, "组织形式。Type.") type!: UnionType;
  @Column("text", "文号。Document number.", { nullable: true }) documentNo?: string;
  @Column("text", "事由。Reason.", { nullable: true }) reason?: string;
  @Column("date", "起。From.") validFrom!: string;
  @Column("date", "止（不含）。Until, exclusive.", { nullable: true }) validTo?: string;
}

@Kept(
  "Affiliation",
  "隶属关系：某段时期内的上级工会，同一时间只有一个。The administrative superior of a union over a period; one at a time.",
  PERIOD,
)
export class Affiliation extends Dated {
  @One(() => TradeUnion, "工会。The union.") tradeUnion!: Ref<TradeUnion>;
  @One(() => TradeUnion, "上级工会。The superior.") parent!: Ref<TradeUnion>;
  @Column("text", "文号。Document number.", { nullable: true }) documentNo?: string;
  @Column("text", "事由。Reason.", { nullable: true }) reason?: string;
  @Column("date", "起。From.") validFrom!: string;
  @Column("date", "止（不含）。Until, exclusive.", { nullable: true }) validTo?: string;
}

@Kept(
  "FederationMembership",
  "加入区域性、行业性工会联合会，可同时多个。Membership of regional and industry federations; several at once are possible.",
  PERIOD,
)
export class FederationMembership extends Row {
  @One(() => TradeUnion, "成员工会。The member.") tradeUnion!: Ref<TradeUnion>;
  @One(() => TradeUnion, "联合会。The federation.") federation!: Ref<TradeUnion>;
  @OneOf("FederationKind", FEDERATION_KIND_NAMES, "联合会类别。Kind of federation.") kind!: FederationKind;
  @Column("date", "起。From.") validFrom!: string;
  @Column("date", "止（不含）。Until, exclusive.", { nullable: true }) validTo?: string;
}
