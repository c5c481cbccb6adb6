import type { Ref } from "@mikro-orm/core";
import { TradeUnion } from "../hierarchy/tradeUnion.entity.js";
import { Person } from "../people/person.entity.js";
import { Column, Kept, One, OneOf } from "../shared/marks.js";
import { Row } from "../shared/row.entity.js";
import {
  ELECTION_METHOD_NAMES,
  type ElectionMethod,
  EMPLOYMENT_MODE_NAMES,
  type EmploymentMode,
  END_REASON_NAMES,
  type EndReason,
  POSITION_ROLE_NAMES,
  type PositionRole,
  TREATMENT_RANK_NAMES,
  type TreatmentRank,
} from "./position.rules.js";

@Kept(
  "Position",
  "任职：某人在某工会担任某职务的一段时期，含届次、待遇与产生方式，三(二)。A person's office in a union over a period.",
  {
    period: { from: "start_on", to: "ended_on", inclusive: true },
    superseded: true,
    order: "role, start_on",
    within: "tradeUnion",
  },
)
export class Position extends Row {
  @One(() => TradeUnion, "工会。The union.") tradeUnion!: Ref<TradeUnion>;
  @One(() => Person, "任职人。The holder.") person!: Ref<Person>;
  @OneOf("PositionRole", POSITION_ROLE_NAMES, "职务。Role.") role!: PositionRole;
  @OneOf("EmploymentMode", EMPLOYMENT_MODE_NAMES, "专职、兼职或挂职。Full time, part time or seconded.")
  employmentMode!: EmploymentMode;
  @Column("boolean", "是否主持工作的副主席。Whether a vice-chair acts as chair.") actingChair: boolean = false;
  @Column("integer", "届次。Term number.", { nullable: true }) termNumber?: number;
  @Column("date", "任职日期。First day in office.") startOn!: string;
  @Column("date", "任期届满日（含当日）。Last day of the term.", { nullable: true }) termEndOn?: string;
  @Column("date", "离任日期，即在任最后一日。Last day in office.", { nullable: true }) endedOn?: string;
  @OneOf("EndReason", END_REASON_NAMES, "离任原因。Why it ended.", { nullable: true }) endReason?: EndReason;
  @OneOf("TreatmentRank", TREATMENT_RANK_NAMES, "享受的待遇，三(二)。Treatment rank.", { nullable: true })
  treatmentRank?: TreatmentRank;
  @OneOf("ElectionMethod", ELECTION_METHOD_NAMES, "产生方式。How it was filled.", { nullable: true })
  electionMethod?: ElectionMethod;
  @Column("text", "批复文号。Approval number.", { nullable: true }) approvalDocNo?: string;
  @Column("text", "兼任职务。Other post held.", { nullable: true, order: false }) concurrentPost?: string;
  @Column("boolean", "是否党员。Party member.", { nullable: true }) isPartyMember?: boolean;
  @Column("boolean", "是否同级党委组成人员。Member of the party committee of the level.", { nullable: true })
  isPartyCommitteeMember?: boolean;
  @Column("boolean", "是否进入党组织领导班子。In the leadership of the party organisation.", { nullable: true })
  inPartyLeadership?: boolean;
}

@Kept("Term", "工会委员会的一届，工会法第十六条。A term of a union's committee.", {
  order: "trade_union_id, start_on desc",
  within: "tradeUnion",
})
export class Term extends Row {
  @One(() => TradeUnion, "工会。The union.") tradeUnion!: Ref<TradeUnion>;
  @Column("integer", "届次。Number of the term.") termNumber!: number;
  @Column("date", "起始日期。First day.") startOn!: string;
  @Column("date", "届满日期（含当日）。Last day.") termEndOn!: string;
  @Column("date", "选举日期。Day of election.", { nullable: true }) electedOn?: string;
  @OneOf("ElectionMethod", ELECTION_METHOD_NAMES, "产生方式。How elected.", { nullable: true })
  electionMethod?: ElectionMethod;
  @Column("text", "批复文号。Approval number.", { nullable: true }) approvalDocNo?: string;
}
