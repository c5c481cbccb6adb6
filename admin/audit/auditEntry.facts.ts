import { AUDIT_KIND_NAMES } from "../../schema/audit/auditKinds.rules.js";
import { type Bilingual, words } from "../../schema/shared/bilingual.rules.js";
import type { Description } from "../shared/description.js";
import { choice, fact, link } from "../shared/facts.js";
import type { Row } from "../shared/naming.js";
import { ACTION_NAMES, TABLE_NAMES } from "./auditWords.js";

/** Who did it where no account is shown: one that the reader may not see, somebody not signed in, or the system. */
function actorOf({ byAccount, kind }: Row): Bilingual {
  if (byAccount) return words("上级账号（不可见）", "A superior account (not visible to you)");
  return kind === "CHANGE" || kind === "DOWNLOAD"
    ? words("系统", "The system")
    : words("未登录者", "Somebody not signed in");
}

export const AUDIT_ENTRY: Description = {
  record: "AuditEntry",
  plural: words("审计记录", "Audit log"),
  facts: [
    fact("instant", "at", "时间", "When"),
    choice("kind", AUDIT_KIND_NAMES, "类别", "Kind"),
    link("account", "Account", "操作账号", "Account", { absent: actorOf }),
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
  rowAlso: "byAccount",
  also: "byAccount before after recordIds hash",
  dated: false,
};
