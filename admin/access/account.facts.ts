import { ROLE_NAMES } from "../../schema/access/permissions.rules.js";
import { words } from "../../schema/shared/bilingual.rules.js";
import type { Description } from "../shared/description.js";
import { choice, fact, link } from "../shared/facts.js";

export const ACCOUNT: Description = {
  record: "Account",
  plural: words("账号", "Accounts"),
  facts: [
    fact("code", "username", "用户名", "User name"),
    fact("text", "displayName", "显示姓名", "Name shown"),
    fact("instant", "disabledAt", "停用时间", "Disabled at"),
  ],
  columns: ["username", "displayName", "disabledAt"],
  hidden: [],
  filters: ["username", "displayName"],
  order: { field: "username", order: "ASC" },
  sections: [{ title: words("账号", "Account"), facts: ["username", "displayName", "disabledAt"] }],
  writes: { create: false, update: false },
  dated: false,
};

export const ROLE_GRANT: Description = {
  record: "RoleGrant",
  plural: words("授权", "Grants"),
  facts: [
    choice("role", ROLE_NAMES, "角色", "Role"),
    link("tradeUnion", "TradeUnion", "管辖范围", "Scope"),
    link("account", "Account", "账号", "Account"),
    fact("day", "validFrom", "起", "From"),
    fact("day", "validThrough", "止（含当日）", "Through"),
  ],
  columns: ["role", "tradeUnion", "validFrom", "validThrough"],
  hidden: ["account"],
  filters: [],
  order: { field: "validFrom", order: "DESC" },
  sections: [],
  writes: { create: false, update: false },
  dated: true,
};
