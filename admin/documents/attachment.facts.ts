import { MEDIA_TYPE_NAMES } from "../../schema/documents/attachment.rules.js";
import { words } from "../../schema/shared/bilingual.rules.js";
import type { Description } from "../shared/description.js";
import { choice, fact, link } from "../shared/facts.js";

export const ATTACHMENT: Description = {
  record: "Attachment",
  plural: words("附件", "Attachments"),
  facts: [
    fact("text", "fileName", "文件名", "File name"),
    choice("mediaType", MEDIA_TYPE_NAMES, "类型", "Type"),
    fact("count", "size", "大小（字节）", "Size (bytes)"),
    fact("text", "note", "说明", "Note"),
    link("tradeUnion", "TradeUnion", "所属工会", "Union"),
    link("award", "Award", "所佐证的荣誉", "Award"),
    link("assessment", "Assessment", "所佐证的考核", "Assessment"),
    fact("instant", "uploadedAt", "上传时间", "Sent at"),
    link("uploadedBy", "Account", "上传账号", "Sent by"),
    fact("text", "digest", "文件摘要（SHA-256）", "Digest (SHA-256)"),
    fact("day", "withdrawnOn", "撤回日期", "Withdrawn on"),
    fact("text", "withdrawalReason", "撤回事由", "Why withdrawn"),
  ],
  columns: ["fileName", "mediaType", "size", "note", "uploadedAt", "withdrawnOn"],
  hidden: ["uploadedBy", "withdrawalReason", "tradeUnion"],
  filters: ["fileName", "within", "uploadedAt"],
  order: { field: "uploadedAt", order: "DESC" },
  sections: [
    {
      title: words("附件", "Attachment"),
      facts: [
        "fileName",
        "mediaType",
        "size",
        "note",
        "tradeUnion",
        "award",
        "assessment",
        "uploadedAt",
        "uploadedBy",
        "digest",
      ],
    },
    { title: words("撤回", "Withdrawal"), facts: ["withdrawnOn", "withdrawalReason"] },
  ],
  writes: { create: false, update: false },
  rowAlso: "version",
  dated: false,
};
