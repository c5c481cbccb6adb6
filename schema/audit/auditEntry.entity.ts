import type { Ref } from "@mikro-orm/core";
import { Account } from "../access/account.entity.js";
import { TradeUnion } from "../hierarchy/tradeUnion.entity.js";
import { Column, Computed, Kept, One } from "../shared/marks.js";
import { Json } from "../shared/scalars.js";
import { Dated } from "../shared/dated.entity.js";

/** A value that its reader is not told in a record is not told in the log either. */
const without = (log: string, columns: readonly string[]) => (columns.length ? `${log} - array[${columns.map((column) => `'${column}'`).join(", ")}]` : log);

@Kept("AuditEntry", "审计记录：谁、何时、改了什么、改前改后。Who changed what, when, before and after.", { order: "id desc" })
export class AuditEntry extends Dated {
  @Column("instant", "时刻。When.") at!: string;
  @One(() => Account, "操作账号，系统操作为空。Who; empty for the system itself.", { nullable: true }) account?: Ref<Account>;
  @Column("text", "操作。The act.") action!: string;
  @Column("text", "记录种类（表名）。Kind of record.") record!: string;
  @Column("integer", "记录号。Number of the record.") recordId!: number;
  @One(() => TradeUnion, "所属工会。The union concerned.", { nullable: true }) tradeUnion?: Ref<TradeUnion>;
  @Column("text", "事由。Reason.", { nullable: true }) reason?: string;
  @Column("text", "请求号。Request.", { nullable: true }) requestId?: string;
  @Computed(() => Json, "改前。Before.", { nullable: true, sql: ({ alias, withheld }) => without(`${alias}.before`, withheld) }) before?: unknown;
  @Computed(() => Json, "改后。After.", { nullable: true, sql: ({ alias, withheld }) => without(`${alias}.after`, withheld) }) after?: unknown;
}
