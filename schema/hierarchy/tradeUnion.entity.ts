import type { Collection, Ref } from "@mikro-orm/core";
import { OptionalProps } from "@mikro-orm/core";
import { Property } from "@mikro-orm/decorators/legacy";
import { Int } from "type-graphql";
import { Assessment } from "../assessments/assessment.entity.js";
import { Award } from "../awards/award.entity.js";
import { Coverage, Employer } from "../employers/employer.entity.js";
import { Membership } from "../people/membership.entity.js";
import { Position, Term } from "../positions/position.entity.js";
import { Column, Computed, enumeration, Kept, Many, One, OneOf } from "../shared/marks.js";
import type { Place } from "../shared/register.js";
import { Row } from "../shared/row.entity.js";
import { Division } from "./division.entity.js";
import { PartyCommittee } from "./partyCommittee.entity.js";
import { Rollup } from "./rollup.js";
import { Affiliation, FederationMembership, TradeUnionVersion } from "./tradeUnionVersion.entity.js";
import {
  INDUSTRY_BASE_NAMES,
  type IndustryBase,
  LEGAL_PERSON_STATUS_NAMES,
  type LegalPersonStatus,
  levelOf,
  REGIONAL_BASE_NAMES,
  type RegionalBase,
  TOWNSHIP_FORM_NAMES,
  townshipFormOf,
  UNION_LEVEL_NAMES,
  UNION_STATE_NAMES,
  UNION_TYPE_NAMES,
  UNION_TYPES,
  type UnionState,
  type UnionType,
} from "./unionType.rules.js";

const LEVEL = enumeration("UnionLevel", UNION_LEVEL_NAMES);
const FORM = enumeration("TownshipForm", TOWNSHIP_FORM_NAMES);
/** Today's totals are kept; those of another day are counted from the unions of that day. Employees of whom nothing is known are no zero. */
const totalsBelow = ({ alias, from, dated }: Place) => {
  const below = (columns: string, table: string) =>
    `select ${columns} from ${table} s where s.path >= ${alias}.path and s.path < subtree_end(${alias}.path)`;
  const parts = "s.unions, s.members, s.employees, s.uncounted";
  const rows = dated
    ? `${below("1 as unions, s.member_count as members, s.employee_count as employees, (s.employee_count is null)::integer as uncounted", from("TradeUnion"))} and s.standing`
    : `select ${parts} from rollup_total s where s.path = ${alias}.path union all ${below(parts, "rollup_change")}`;
  const employees = "coalesce(sum(employees), 0)::integer";
  return `(select row_to_json(r) from (select coalesce(sum(unions), 0)::integer as "unionCount", coalesce(sum(members), 0)::integer as "memberCount",
    case when sum(uncounted) > 0 and ${employees} = 0 then null else ${employees} end as "employeeCount" from (${rows}) s) r)`;
};
const byType = (alias: string, value: (type: UnionType) => string | undefined) =>
  `case ${alias}.type ${UNION_TYPES.filter(value)
    .map((type) => `when '${type}' then '${value(type)}'`)
    .join(" ")} end`;

@Kept(
  "TradeUnion",
  "工会组织，从市总工会到工会小组。名称、代码、形式与上级随时间变化，可用 asOf 查询任一日。A trade union of any level; name, code, type and superior are dated and can be asked for any day.",
  { asOf: "trade_union_as_of", order: "code", search: true, within: "path" },
)
export class TradeUnion extends Row {
  [OptionalProps]?: "version" | "amendedAt" | "standing" | "memberCount" | "employeeCount";

  @Column("text", "代码：地方工会用区划代码，其他工会为上级代码加四位序号，建会时确定。Code, given at founding.")
  code!: string;
  @Column("text", "名称，当日有效。Name on the day.", { pinyin: true }) name!: string;
  @OneOf("UnionType", UNION_TYPE_NAMES, "组织形式，唯一保存的分类。Type, the only stored classification.")
  type!: UnionType;
  @Computed(() => LEVEL, "层级，由组织形式得出。Level, computed from the type.", {
    sql: ({ alias }) => byType(alias, levelOf),
  })
  level?: string;
  @Computed(() => FORM, "乡镇（街道）工会的形式，二(二)。Form of a township union.", {
    nullable: true,
    sql: ({ alias }) => byType(alias, townshipFormOf),
  })
  townshipForm?: string;
  @OneOf("UnionState", UNION_STATE_NAMES, "状态。State.") state!: UnionState;
  @Column("boolean", "当日是否在效力内。Whether it is in force on the day.") standing!: boolean;
  @Column("integer", "本会在籍会员数，取自会员名册。Active members of this union itself, from the roll.")
  memberCount!: number;
  @Column(
    "integer",
    "所覆盖单位的职工数；未掌握时为空。Employees of the employers it covers; null when none is known.",
    { nullable: true },
  )
  employeeCount?: number;
  @Column("date", "建会日期。Date of establishment.") establishedOn!: string;
  @Column("date", "批复日期。Date of the superior's approval.", { nullable: true }) approvedOn?: string;
  @Column("text", "批复文号。Number of the approval.", { nullable: true }) approvalDocNo?: string;
  @Column("date", "撤销日期。Date of dissolution.", { nullable: true }) dissolvedOn?: string;
  @OneOf("LegalPersonStatus", LEGAL_PERSON_STATUS_NAMES, "工会法人资格。Legal-person status.")
  legalPersonStatus!: LegalPersonStatus;
  @Column("text", "统一社会信用代码。Unified social credit code.", { nullable: true }) uscc?: string;
  @Column("date", "法人资格证书有效期起。Certificate valid from.", { nullable: true }) legalPersonValidFrom?: string;
  @Column("date", "法人资格证书有效期止（含当日）。Certificate valid through, inclusive.", { nullable: true })
  legalPersonValidThrough?: string;
  @OneOf("RegionalBase", REGIONAL_BASE_NAMES, "区域性联合会的依托，二(一)。Base of a regional federation.", {
    nullable: true,
  })
  regionalBase?: RegionalBase;
  @OneOf("IndustryBase", INDUSTRY_BASE_NAMES, "行业性联合会的依托，二(一)。Base of an industry federation.", {
    nullable: true,
  })
  industryBase?: IndustryBase;
  @Column("text", "地址。Address.", { nullable: true, filter: false, order: false }) address?: string;
  @Column("text", "办公电话。Office telephone.", { nullable: true, filter: false, order: false }) phone?: string;
  @Property({ type: "string", columnType: "text", fieldName: "path", nullable: true }) path?: string;
  @Property({ type: "string", columnType: "text", fieldName: "search_text" }) searchText = "";

  @One(() => TradeUnion, "上级工会（隶属）。The administrative superior.", { nullable: true }) parent?: Ref<TradeUnion>;
  @One(() => Division, "属地。The division it lies in.", { nullable: true }) territory?: Ref<Division>;
  @Computed(
    () => [TradeUnion],
    "各级上级，自上而下，止于本人可见范围。Superiors from the top down, as far as the reader may see.",
    {
      row: true,
      sql: ({ alias }) =>
        `%.id = any (string_to_array(rtrim(${alias}.path, '.'), '.')::integer[]) and %.id <> ${alias}.id order by %.path`,
    },
  )
  ancestors!: TradeUnion[];
  @Computed(() => Int, "当日直接下级数。Number of unions directly below.", {
    sql: ({ alias, from }) =>
      `(select count(*)::integer from ${from("TradeUnion")} c where c.parent_id = ${alias}.id and c.standing)`,
  })
  childCount!: number;
  @Computed(() => Rollup, "本会及全部下级的汇总。Totals of this union and everything below.", { sql: totalsBelow })
  rollup!: Rollup;
  @Computed(() => PartyCommittee, "同级党委，双重领导之主。The party committee that leads it.", {
    nullable: true,
    row: true,
    sql: ({ alias, day }) =>
      `%.id = (select l.party_committee_id from party_leadership l where l.trade_union_id = ${alias}.id and l.known_to is null and l.valid_from <= ${day} and (l.valid_to is null or l.valid_to > ${day}))`,
  })
  partyCommittee?: PartyCommittee;

  @Many(() => TradeUnion, "parent", "直接下级工会。Unions directly below.") children!: Collection<TradeUnion>;
  @Many(() => Position, "tradeUnion", "任职。Positions held in it.") positions!: Collection<Position>;
  @Many(() => Term, "tradeUnion", "届次。Terms of its committee.") terms!: Collection<Term>;
  @Many(() => Membership, "tradeUnion", "会籍。Memberships.") memberships!: Collection<Membership>;
  @Many(() => Coverage, "tradeUnion", "覆盖的单位。Coverage of employers.") coverages!: Collection<Coverage>;
  @Many(
    () => Employer,
    { through: () => Coverage, from: "tradeUnion", to: "employer" },
    "当日覆盖的单位。Employers it covers on the day.",
  )
  employers!: Collection<Employer>;
  @Many(() => Employer, "keeper", "由本会建档管理的单位。Employers on its file.") keptEmployers!: Collection<Employer>;
  @Many(() => FederationMembership, "tradeUnion", "加入的联合会。Federations it belongs to.")
  federations!: Collection<FederationMembership>;
  @Many(() => FederationMembership, "federation", "联合会成员。Members, when it is a federation.")
  federationMembers!: Collection<FederationMembership>;
  @Many(() => TradeUnionVersion, "tradeUnion", "沿革。Names, codes and types over time.")
  versions!: Collection<TradeUnionVersion>;
  @Many(() => Affiliation, "tradeUnion", "历次隶属。Superiors over time.") affiliations!: Collection<Affiliation>;
  @Many(() => Award, "recommendedBy", "推荐的劳模与荣誉。Awards it recommended.") awards!: Collection<Award>;
  @Many(() => Assessment, "tradeUnion", "年度考核。Annual assessments.") assessments!: Collection<Assessment>;
}
