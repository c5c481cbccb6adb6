import type { Ref } from "@mikro-orm/core";
import { Property } from "@mikro-orm/decorators/legacy";
import { Account } from "../access/account.entity.js";
import { Assessment } from "../assessments/assessment.entity.js";
import { Award } from "../awards/award.entity.js";
import { TradeUnion } from "../hierarchy/tradeUnion.entity.js";
import { Column, Kept, One } from "../shared/marks.js";
import { Row } from "../shared/row.entity.js";

@Kept(
  "Attachment",
  "附件：某工会、荣誉或考核的佐证材料与批复文件。以 POST /uploads 上传，以 GET /attachments/ID 下载；撤回的保留记录，不再提供下载。Evidence or an approval paper of a union, an award or an assessment; sent to POST /uploads, fetched from GET /attachments/ID. One that was withdrawn stays on record and is handed out no more.",
  { order: "uploaded_at desc", within: "tradeUnion" },
)
export class Attachment extends Row {
  @One(() => TradeUnion, "所属工会：附件所佐证的记录由其管理。The union that keeps the record it proves.")
  tradeUnion!: Ref<TradeUnion>;
  @One(() => Award, "所佐证的荣誉。The award it proves.", { nullable: true }) award?: Ref<Award>;
  @One(() => Assessment, "所佐证的考核。The assessment it proves.", { nullable: true }) assessment?: Ref<Assessment>;
  @Column("text", "文件名。File name.") fileName!: string;
  @Column("text", "文件类型，按内容认定。Media type, by its content.") mediaType!: string;
  @Column("integer", "大小（字节）。Bytes.") size!: number;
  @Column("text", "SHA-256 摘要（十六进制）。SHA-256, in hex.") digest!: string;
  @One(() => Account, "上传账号。Who sent it.") uploadedBy!: Ref<Account>;
  @Column("instant", "上传时间。When it was sent.") uploadedAt!: string;
  @Column("text", "说明。Note.", { nullable: true }) note?: string;
  @Column("date", "撤回日期。Withdrawn on.", { nullable: true }) withdrawnOn?: string;
  @Column("text", "撤回事由。Why it was withdrawn.", { nullable: true }) withdrawalReason?: string;
  /** Where its bytes lie in the data folder; told to nobody. */
  @Property({ type: "string", columnType: "text", fieldName: "stored_name" }) storedName!: string;
}
