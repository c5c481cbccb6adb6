import type { Ref } from "@mikro-orm/core";
import { Property } from "@mikro-orm/decorators/legacy";
import { Assessment } from "../assessments/assessment.entity.js";
import { TradeUnion } from "../hierarchy/tradeUnion.entity.js";
import { Column, Computed, Kept, One } from "../shared/marks.js";
import { Row } from "../shared/row.entity.js";

@Kept("IssuedDocument", "已签发文书：签发时的事实、验证码与字节一并存档，不再改变。An issued paper, kept with its facts, code and bytes.", { order: "issued_at desc", within: "tradeUnion" })
export class IssuedDocument extends Row {
  @Column("text", "文书种类。Kind of paper.") kind!: string;
  @Column("text", "标题。Title.") title!: string;
  @Column("text", "验证码。Verification code.") verificationCode!: string;
  @One(() => TradeUnion, "所述工会。The union it is about.") tradeUnion!: Ref<TradeUnion>;
  @One(() => Assessment, "所据考核。The assessment it prints.", { nullable: true }) assessment?: Ref<Assessment>;
  @Column("integer", "年度。Year.", { nullable: true }) year?: number;
  @One(() => TradeUnion, "签发工会。The issuing union.") issuer!: Ref<TradeUnion>;
  @Column("instant", "签发时刻。When it was issued.") issuedAt!: string;
  @Column("text", "事实摘要（SHA-256）。Digest of its facts.") factsDigest!: string;
  @Column("text", "文件摘要（SHA-256）。Digest of its bytes.", { nullable: true }) pdfDigest?: string;
  @Column("date", "撤回日期。Withdrawn on.", { nullable: true }) withdrawnOn?: string;
  @Computed(() => String, "事实冻结时的审计链首：末条记录号与散列。Head of the audit chain when the facts were frozen: number and hash of its newest entry.", { sql: ({ alias }) => `${alias}.audit_head || ':' || encode(${alias}.audit_head_hash, 'hex')` })
  auditHead!: string;
  @Property({ type: "json", columnType: "jsonb", fieldName: "facts" }) facts!: unknown;
}
