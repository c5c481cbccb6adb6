import type { Ref } from "@mikro-orm/core";
import { TradeUnion } from "../hierarchy/tradeUnion.entity.js";
import { Person } from "../people/person.entity.js";
import { Column, Kept, One, OneOf, Sealed, type SealedValues } from "../shared/marks.js";
import { Row } from "../shared/row.entity.js";
import { HARDSHIP_CATEGORY_NAMES, type HardshipCategory } from "./hardshipCase.rules.js";

export interface HardshipCase extends SealedValues<"details"> {}

@Kept(
  "HardshipCase",
  "困难职工档案，二(三)7：只对专门授权者可见，每次查阅记入审计；具体情况加密保存，须说明事由方可查看全文。The file of a worker in hardship: seen only by those given that permission, each reading entered in the audit log; its details are sealed and shown whole only for a reason.",
  { order: "opened_on desc", within: "tradeUnion", watched: true },
)
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the columns of sealed values follow from their list; none is required
export class HardshipCase extends Row {
  @One(() => Person, "困难职工本人。The worker.") person!: Ref<Person>;
  @One(() => TradeUnion, "建档工会。The union that keeps the file.") tradeUnion!: Ref<TradeUnion>;
  @OneOf("HardshipCategory", HARDSHIP_CATEGORY_NAMES, "困难类别。Category.") category!: HardshipCategory;
  @Column("date", "建档日期。Opened on.") openedOn!: string;
  @Column("date", "销档（脱困）日期。Closed on.", { nullable: true }) closedOn?: string;
  @Sealed({ masked: "困难情况：登记了的显示为“****”。Details: “****” where any are on file." })
  details?: string | null;
}
