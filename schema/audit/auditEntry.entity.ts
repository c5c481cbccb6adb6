import type { Ref } from "@mikro-orm/core";
import { Int } from "type-graphql";
import { Account } from "../access/account.entity.js";
import { TradeUnion } from "../hierarchy/tradeUnion.entity.js";
import { Dated } from "../shared/dated.entity.js";
import { Column, Computed, Kept, One, OneOf } from "../shared/marks.js";
import type { Place } from "../shared/register.js";
import { Json } from "../shared/scalars.js";
import { AUDIT_KIND_NAMES, type AuditKind } from "./auditKinds.rules.js";

/** A value that its reader is not told in a record is not told in the log either; an entry about many rows holds a list of them. */
function told(log: string, { alias, withheld, closed }: Place): string {
  const open = without(log, withheld);
  if (closed.length === 0) return open;
  return `case when ${alias}.kind = 'CHANGE' and ${alias}.record in (${closed.map((table) => `'${table}'`).join(", ")}) then null else ${open} end`;
}

function without(log: string, columns: readonly string[]): string {
  if (columns.length === 0) return log;
  const names = `array[${columns.map((column) => `'${column}'`).join(", ")}]`;
  return `case when jsonb_typeof(${log}) = 'array' then (select jsonb_agg(told.line - ${names} order by told.place) from jsonb_array_elements(${log}) with ordinality told (line, place)) else ${log} - ${names} end`;
}

@Kept(
  "AuditEntry",
  `审计记录：谁、何时、对什么、做了什么、改前改后；只增不改，逐条以散列相连。查“某时段内谁看过谁的个人信息”：按 kind（ACCESS、DOWNLOAD）、at、record（person）与 recordId 筛选，account 即查看者，after.fields 即所看项目。
Who did what to what, and when, before and after; only ever added to, each entry chained to the one before by its hash. "Who saw whose data between T1 and T2" is \`auditEntries(filter: { kind: { in: [ACCESS, DOWNLOAD] }, at: { gte: T1, lt: T2 }, record: { eq: "person" }, recordId: { eq: 7 } })\`: \`account\` saw, \`after.fields\` says which fields; leave out \`recordId\` for everybody, add \`account\` for one reader.`,
  { order: "id desc" },
)
export class AuditEntry extends Dated {
  @Column("instant", "时刻。When.") at!: string;
  @OneOf("AuditKind", AUDIT_KIND_NAMES, "类别。What it tells of.") kind!: AuditKind;
  @One(() => Account, "操作账号，系统操作为空。Who; empty for the system itself.", { nullable: true })
  account?: Ref<Account>;
  @Computed(
    () => Boolean,
    "是否由账号所为；为真而 account 为空的，该账号不在查阅者可见范围。Whether an account did it; true with an empty account means one that the reader may not see.",
    { sql: ({ alias }) => `(${alias}.account_id is not null)` },
  )
  byAccount!: boolean;
  @Column("text", "操作。The act.") action!: string;
  @Column("text", "记录种类（表名）。Kind of record.") record!: string;
  @Column(
    "integer",
    "记录号；一条记录涉及多行时为 0，按号筛选时仍能查到。Number of the record; 0 for an entry about many, which a condition on the number finds all the same.",
    { among: "record_ids" },
  )
  recordId!: number;
  @Computed(() => [Int], "一条记录涉及的多个记录号。Numbers of the records, when they are many.", {
    nullable: true,
    sql: ({ alias }) => `to_jsonb(${alias}.record_ids)`,
  })
  recordIds?: number[];
  @One(
    () => TradeUnion,
    "所属工会；登录与拒绝则为操作者授权所在工会。The union concerned; of sign-ins and denials the union of the account's grant.",
    { nullable: true },
  )
  tradeUnion?: Ref<TradeUnion>;
  @Column("text", "事由。Reason.", { nullable: true }) reason?: string;
  @Column("text", "请求号。Request.", { nullable: true }) requestId?: string;
  @Computed(() => Json, "改前。Before.", {
    nullable: true,
    sql: (place) => told(`${place.alias}.before`, place),
  })
  before?: unknown;
  @Computed(() => Json, "改后；不是变更的，为其要点。After; what is no change tells its facts here.", {
    nullable: true,
    sql: (place) => told(`${place.alias}.after`, place),
  })
  after?: unknown;
  @Computed(
    () => String,
    "散列（SHA-256，十六进制），含上一条的散列。Hash of the entry and of the one before it, in hex.",
    { sql: ({ alias }) => `encode(${alias}.hash, 'hex')` },
  )
  hash!: string;
}
