import { ROLE_NAMES } from "../../schema/access/permissions.rules.js";
import { SCOPE_NAMES } from "../../schema/access/scopes.rules.js";
import type { Deed } from "../shared/deed.js";
import { choice, fact, link } from "../shared/facts.js";

const target = ({ id, version }: { id?: string; version?: number }) => ({ id, version });
const ROLE = choice("role", ROLE_NAMES, "角色", "Role", { required: true });
const SCOPE = link("tradeUnion", "TradeUnion", "管辖范围（此工会及其下级）", "Scope (a union and below)");
const FROM = fact("day", "validFrom", "起（不填为今天）", "From (today when empty)");
const THROUGH = fact("day", "validThrough", "止（含当日，可不填）", "Through (may be empty)");

export const CREATE_ACCOUNT: Deed = {
  mutation: "createAccount",
  record: "Account",
  verb: "create",
  label: "account.create",
  help: "account.createHelp",
  facts: [
    fact("text", "username", "用户名", "User name", { required: true }),
    fact("text", "displayName", "显示姓名", "Name shown", { required: true }),
    ROLE,
    SCOPE,
    FROM,
    THROUGH,
  ],
  given: () => ({}),
  secret: "oneTimePassword",
  alone: true,
};

export const DISABLE_ACCOUNT: Deed = {
  mutation: "disableAccount",
  record: "Account",
  verb: "disable",
  label: "account.disable",
  help: "account.disableHelp",
  facts: [],
  given: target,
  grave: true,
};

export const SET_PASSWORD: Deed = {
  mutation: "setPassword",
  record: "Account",
  verb: "amend",
  label: "account.setPassword",
  help: "account.setPasswordHelp",
  facts: [],
  given: target,
  secret: "oneTimePassword",
};

export const GRANT_ROLE: Deed = {
  mutation: "grantRole",
  record: "RoleGrant",
  verb: "grant",
  label: "account.grant",
  facts: [ROLE, SCOPE, FROM, THROUGH],
  given: ({ id }) => ({ accountId: id }),
};

export const REVOKE_GRANT: Deed = {
  mutation: "revokeGrant",
  record: "RoleGrant",
  verb: "revoke",
  label: "account.revoke",
  help: "account.revokeHelp",
  facts: [fact("day", "validThrough", "最后一日（可不填）", "Last day (may be empty)")],
  given: target,
  grave: true,
};

const listed = (text: unknown) =>
  String(text ?? "")
    .split(/[\s,，;；]+/)
    .filter(Boolean);

export const CREATE_TOKEN: Deed = {
  mutation: "createToken",
  record: "ApiToken",
  verb: "create",
  label: "account.createToken",
  help: "account.createTokenHelp",
  facts: [
    fact("text", "name", "名称", "Name", { required: true }),
    fact("choices", "scopes", "权限范围", "Scopes", { required: true, names: SCOPE_NAMES }),
    link("tradeUnion", "TradeUnion", "管辖范围（不填为本人范围）", "Subtree (your own when empty)"),
    fact(
      "text",
      "addresses",
      "允许的 IP 或 CIDR，逗号分隔（不填即不限）",
      "Allowed addresses, with commas (any when empty)",
    ),
    fact("count", "days", "有效天数（不填为 90，至多 365）", "Days (90 when empty, at most 365)"),
  ],
  given: () => ({}),
  shaped: ({ addresses, ...values }) => ({ ...values, addresses: listed(addresses) }),
  secret: "token",
  alone: true,
};

export const REVOKE_TOKEN: Deed = {
  mutation: "revokeToken",
  record: "ApiToken",
  verb: "revoke",
  label: "account.revokeToken",
  help: "account.revokeTokenHelp",
  facts: [],
  given: target,
  grave: true,
};
