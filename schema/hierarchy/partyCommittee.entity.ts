import type { Ref } from "@mikro-orm/core";
import { Column, Kept, One } from "../shared/marks.js";
import { Row } from "../shared/row.entity.js";
import { Division } from "./division.entity.js";
import { TradeUnion } from "./tradeUnion.entity.js";

@Kept("PartyCommittee", "同级党委，每个区划同一时间一个。The party committee of a division.", {
  period: { from: "valid_from", to: "valid_to", inclusive: false },
  superseded: true,
  order: "division_id, valid_from",
})
export class PartyCommittee extends Row {
  @One(() => Division, "所属区划。Its division.") division!: Ref<Division>;
  @Column("text", "名称。Name.") name!: string;
  @Column("date", "起。From.") validFrom!: string;
  @Column("date", "止（不含）。Until, exclusive.", { nullable: true }) validTo?: string;
}

@Kept(
  "PartyLeadership",
  "同级党委对工会的领导，二(二)：以同级党委领导为主。Leadership of a union by the party committee of its level.",
  {
    period: { from: "valid_from", to: "valid_to", inclusive: false },
    superseded: true,
    order: "trade_union_id, valid_from",
  },
)
export class PartyLeadership extends Row {
  @One(() => TradeUnion, "工会。The union led.") tradeUnion!: Ref<TradeUnion>;
  @One(() => PartyCommittee, "党委。The committee that leads.") partyCommittee!: Ref<PartyCommittee>;
  @Column("date", "起。From.") validFrom!: string;
  @Column("date", "止（不含）。Until, exclusive.", { nullable: true }) validTo?: string;
}
