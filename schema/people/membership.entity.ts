import type { Ref } from "@mikro-orm/core";
import { TradeUnion } from "../hierarchy/tradeUnion.entity.js";
import { Column, Kept, One, OneOf } from "../shared/marks.js";
import { Row } from "../shared/row.entity.js";
import { Person } from "./person.entity.js";
import { MEMBERSHIP_STATUS_NAMES, type MembershipStatus } from "./person.rules.js";

@Kept(
  "Membership",
  "会籍：某段时期内某人在某工会的状态，同一时间至多一个在籍。A person's standing in a union over a period; at most one active at a time.",
  {
    period: { from: "valid_from", to: "valid_to", inclusive: false },
    superseded: true,
    order: "valid_from",
    within: "tradeUnion",
  },
)
export class Membership extends Row {
  @One(() => Person, "会员。The member.") person!: Ref<Person>;
  @One(() => TradeUnion, "工会。The union.") tradeUnion!: Ref<TradeUnion>;
  @OneOf("MembershipStatus", MEMBERSHIP_STATUS_NAMES, "会籍状态。Status.") status!: MembershipStatus;
  @Column("text", "会员证号。Card number.", { nullable: true }) cardNo?: string;
  @Column("text", "事由。Reason.", { nullable: true }) reason?: string;
  @Column("date", "起。From.") validFrom!: string;
  @Column("date", "止（不含）。Until, exclusive.", { nullable: true }) validTo?: string;
}
