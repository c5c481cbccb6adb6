import type { Collection, Ref } from "@mikro-orm/core";
import { TradeUnion } from "../hierarchy/tradeUnion.entity.js";
import { Person } from "../people/person.entity.js";
import { Column, Kept, Many, One, OneOf } from "../shared/marks.js";
import { Row } from "../shared/row.entity.js";
import {
  AWARD_LEVEL_NAMES,
  AWARD_STATE_NAMES,
  AWARD_TITLE_NAMES,
  type AwardLevel,
  type AwardState,
  type AwardTitle,
} from "./award.rules.js";

@Kept("AwardRound", "一次评选表彰。A round of awards.", { order: "year desc, level" })
export class AwardRound extends Row {
  @Column("text", "名称。Name.") name!: string;
  @OneOf("AwardLevel", AWARD_LEVEL_NAMES, "级别。Level.") level!: AwardLevel;
  @Column("integer", "年度。Year.") year!: number;
  @Column("text", "表彰机关。Conferring body.") conferredBy!: string;
  @Many(() => Award, "awardRound", "本次表彰。Awards of the round.") awards!: Collection<Award>;
}

@Kept(
  "Award",
  "劳动模范、五一劳动奖章等荣誉，授予个人或集体；撤销保留记录。An honour of a person or a collective; a revoked one stays on record.",
  { order: "conferred_on desc", within: "recommendedBy" },
)
export class Award extends Row {
  @One(() => AwardRound, "评选批次。Round.", { nullable: true }) awardRound?: Ref<AwardRound>;
  @One(() => Person, "获奖个人。The person.", { nullable: true }) person?: Ref<Person>;
  @One(() => TradeUnion, "获奖集体（工会）。The collective.", { nullable: true }) collective?: Ref<TradeUnion>;
  @One(() => TradeUnion, "推荐工会。The union that recommended it.") recommendedBy!: Ref<TradeUnion>;
  @OneOf("AwardLevel", AWARD_LEVEL_NAMES, "级别。Level.") level!: AwardLevel;
  @OneOf("AwardTitle", AWARD_TITLE_NAMES, "称号。Title.") title!: AwardTitle;
  @OneOf("AwardState", AWARD_STATE_NAMES, "状态。State.") state!: AwardState;
  @Column("date", "授予日期。Conferred on.", { nullable: true }) conferredOn?: string;
  @Column("text", "授予机关。Conferred by.", { nullable: true }) conferredBy?: string;
  @Column("text", "表彰决定文号。Number of the decision.", { nullable: true }) decisionNo?: string;
  @Column("text", "证书编号。Certificate number.", { nullable: true }) certificateNo?: string;
  @Column("date", "撤销日期。Revoked on.", { nullable: true }) revokedOn?: string;
  @Column("text", "撤销决定文号。Number of the revocation.", { nullable: true }) revocationDecisionNo?: string;
  @Column("text", "撤销事由。Ground of the revocation.", { nullable: true }) revocationGround?: string;
}
