import { AUDIT_KIND_NAMES } from "../../schema/audit/auditKinds.rules.js";
import { words } from "../../schema/shared/bilingual.rules.js";
import type { Description } from "../shared/description.js";
import { choice, fact, link } from "../shared/facts.js";
import { ACTION_NAMES, TABLE_NAMES } from "./auditWords.js";

export const AUDIT_ENTRY: Description = {
  record: "AuditEntry",
  plural: words("审计记录", "Audit log"),
  facts: [
    fact("instant", "at", "时间", "When"),
    choice("kind", AUDIT_KIND_NAMES, "类别", "Kind"),
    link("account", "Account", "操作账号", "Account"),
    choice("action", ACTION_NAMES, "操作", "Act"),
    choice("record", TABLE_NAMES, "记录种类", "Kind of record"),
    fact("count", "recordId", "记录号", "Number"),
    link("tradeUnion", "TradeUnion", "所属工会", "Union"),
    fact("text", "reason", "事由", "Reason"),
    fact("text", "requestId", "请求号", "Request"),
  ],
  columns: ["at", "kind", "account", "action", "record", "tradeUnion", "reason"],
  hidden: ["recordId", "requestId"],
  filters: ["kind", "account", "tradeUnion", "record", "recordId", "action", "at"],
  order: { field: "id", order: "DESC" },
  sections: [
    {
      title: words("审计记录", "Audit entry"),
      facts: ["at", "kind", "account", "action", "record", "recordId", "tradeUnion", "reason", "requestId"],
    },
  ],
  writes: { create: false, update: false },
  also: "before after recordIds hash",
  dated: false,
};
