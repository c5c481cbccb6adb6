import type { Collection, Ref } from "@mikro-orm/core";
import { TradeUnion } from "../hierarchy/tradeUnion.entity.js";
import { Column, Computed, Kept, Many, One, OneOf } from "../shared/marks.js";
import { Row } from "../shared/row.entity.js";
import { ASSESSMENT_STATE_NAMES, type AssessmentState } from "./assessment.rules.js";
import { ScoreSheet } from "./sheet.js";
import { sheetOf } from "./sheet.rules.js";

@Kept("Scheme", "考核办法的一个版本。An edition of an assessment scheme.", { order: "key, edition" })
export class Scheme extends Row {
  @Column("text", "键，如 LIUHAO。Key.") key!: string;
  @Column("integer", "版次年份。Edition.") edition!: number;
  @Column("text", "名称。Name.") name!: string;
  @Column("integer", "适用起始年度。First year it applies to.") validFromYear!: number;
  @Column("integer", "适用截止年度。Last year it applies to.", { nullable: true }) validThroughYear?: number;
  @Column("text", "文号。Document number.", { nullable: true }) documentNo?: string;
  @Many(() => Assessment, "scheme", "按此办法的考核。Assessments by it.") assessments!: Collection<Assessment>;
}

@Kept("Assessment", "乡镇（街道）工会“六好”年度考核，二(二)。The annual assessment of a township union.", {
  order: "year desc, trade_union_id",
  within: "tradeUnion",
})
export class Assessment extends Row {
  @One(() => TradeUnion, "被考核工会。The union assessed.") tradeUnion!: Ref<TradeUnion>;
  @One(() => Scheme, "考核办法。The scheme.") scheme!: Ref<Scheme>;
  @Column("integer", "考核年度。Year.") year!: number;
  @Column("date", "数据截止日。Day as of which the figures hold.") cutoffOn!: string;
  @OneOf("AssessmentState", ASSESSMENT_STATE_NAMES, "状态。State.") state!: AssessmentState;
  @Column("text", "备注。Note.", { nullable: true, filter: false, order: false }) note?: string;
  @Computed(
    () => ScoreSheet,
    "评分表，由记录按截止日计算，不存储。The score sheet, computed from the records as of the cut-off and never stored.",
    {
      sql: ({ alias }) => `township_facts(${alias}.trade_union_id, ${alias}.cutoff_on)`,
      complete: sheetOf,
    },
  )
  sheet!: ScoreSheet;
}
