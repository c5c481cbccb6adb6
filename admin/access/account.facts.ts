import { ROLE_NAMES } from "../../schema/access/permissions.rules.js";
import { SCOPE_NAMES } from "../../schema/access/scopes.rules.js";
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
  also: "version",
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
    fact("instant", "revokedAt", "撤销时间", "Revoked at"),
  ],
  columns: ["role", "tradeUnion", "validFrom", "validThrough", "revokedAt"],
  rowAlso: "version",
  hidden: ["account"],
  filters: [],
  order: { field: "validFrom", order: "DESC" },
  sections: [],
  writes: { create: false, update: false },
  dated: true,
};

export const API_TOKEN: Description = {
  record: "ApiToken",
  plural: words("访问令牌", "Access tokens"),
  facts: [
    fact("text", "name", "名称", "Name"),
    fact("code", "prefix", "前缀", "Prefix"),
    fact("choices", "scopes", "权限范围", "Scopes", { names: SCOPE_NAMES }),
    link("tradeUnion", "TradeUnion", "管辖范围", "Subtree"),
    fact("choices", "addresses", "允许的地址", "Allowed addresses"),
    fact("instant", "expiresAt", "到期时间", "Expires at"),
    fact("instant", "lastUsedAt", "最近使用", "Last used", { sortable: false }),
    fact("instant", "revokedAt", "撤销时间", "Revoked at"),
  ],
  columns: ["name", "prefix", "scopes", "tradeUnion", "expiresAt", "lastUsedAt", "revokedAt"],
  hidden: ["addresses"],
  filters: ["name", "prefix"],
  order: { field: "expiresAt", order: "DESC" },
  sections: [
    { title: words("令牌", "Token"), facts: ["name", "prefix", "expiresAt", "revokedAt", "lastUsedAt"] },
    { title: words("可以访问", "May reach"), facts: ["scopes", "tradeUnion", "addresses"] },
  ],
  writes: { create: false, update: false },
  also: "version uses { usedOn calls }",
  dated: false,
};
