import type { Pool, PoolClient } from "pg";
import { ROLES, type Role } from "../../schema/access/permissions.rules.js";
import { usernameKey, whyNotPassword, whyNotUsername } from "../../schema/access/signIn.rules.js";
import { type Refusal, refusal } from "../../schema/shared/refusal.rules.js";
import { because, Refused, refuse } from "../shared/refuse.js";
import { audited } from "./audited.js";
import { hashPassword, keepPassword, replacePassword } from "./passwords.js";
import { forgetAccount } from "./session.js";

interface NewAccount {
  username: string;
  displayName: string;
  password: string;
  role: Role;
  /** Code of the union at the top of the scope; only system administrators and auditors may do without. */
  unionCode?: string | undefined;
  mustChangePassword?: boolean;
  reason?: string;
}

/** Makes an account with one grant. Used by the command line and the first start. @throws Refused */
export async function createAccount(pool: Pool, account: NewAccount): Promise<{ id: number }> {
  const { username, displayName, password, role, unionCode, mustChangePassword = true, reason = "" } = account;
  const faults = [whyNotUsername(username), whyNotPassword(password, username, ["password"])].filter(
    (fault) => fault !== undefined,
  );
  if (faults.length > 0) throw new Refused(faults);
  const passwordHash = await hashPassword(password);
  return audited(pool, { action: "createAccount", reason }, (client) =>
    insertAccount(
      client,
      { username, displayName, role, mustChangePassword, ...(unionCode === undefined ? {} : { unionCode }) },
      passwordHash,
    ),
  );
}

/** The rows of an account and its grant. Without a password nobody signs in to it by one. @throws Refused */
export async function insertAccount(
  client: PoolClient,
  account: Omit<NewAccount, "password">,
  passwordHash?: string,
): Promise<{ id: number; grantId: number }> {
  const { username, displayName, role, unionCode, mustChangePassword = false } = account;
  const fault = whyNotGrant(role, unionCode);
  if (fault) throw new Refused([fault]);
  const tradeUnionId = unionCode === undefined ? null : await unionOf(client, unionCode);
  const { rows } = await client.query(
    `insert into account (username, username_key, display_name, must_change_password) values ($1, $2, $3, $4)
     on conflict (username_key) do nothing returning id`,
    [username.trim(), usernameKey(username), displayName.trim(), mustChangePassword],
  );
  if (!rows[0]) refuse("NOT_UNIQUE", { field: { zh: "用户名", en: "User name" }, value: username }, ["username"]);
  if (passwordHash !== undefined) await keepPassword(client, rows[0].id, passwordHash);
  const grant = await client.query(
    "insert into role_grant (account_id, role, trade_union_id, valid_from) values ($1, $2, $3, today_in_shaoxing()) returning id",
    [rows[0].id, role, tradeUnionId],
  );
  return { id: rows[0].id, grantId: grant.rows[0].id };
}

/** Disables an account: its sessions end, and its tokens are refused from the next second on. @throws Refused */
export async function disableAccount(pool: Pool, username: string, reason = ""): Promise<void> {
  const changed = await audited(pool, { action: "disableAccount", reason }, async (client) => {
    const id = await accountOf(client, username);
    await client.query(
      "update account set disabled_at = transaction_timestamp(), version = version + 1, amended_at = transaction_timestamp() where id = $1 and disabled_at is null",
      [id],
    );
    return id;
  });
  forgetAccount(pool, changed);
}

/** Sets a password for someone else, who has to change it at the next sign-in. @throws Refused */
export async function setPassword(
  pool: Pool,
  username: string,
  password: string,
  { mustChangePassword = true, reason = "" } = {},
): Promise<void> {
  const fault = whyNotPassword(password, username, ["password"]);
  if (fault) throw new Refused([fault]);
  const passwordHash = await hashPassword(password);
  const changed = await audited(pool, { action: "setPassword", reason }, async (client) => {
    const id = await accountOf(client, username);
    await replacePassword(client, id, passwordHash, mustChangePassword);
    return id;
  });
  forgetAccount(pool, changed);
}

function whyNotGrant(role: Role, unionCode: string | undefined): Refusal | undefined {
  if (!ROLES.includes(role)) return refusal("OUT_OF_RANGE", { allowed: [...ROLES] }, ["role"]);
  if (unionCode !== undefined || role === "SYSTEM_ADMINISTRATOR" || role === "AUDITOR") return undefined;
  return because("REQUIRED", ["unionCode"], {
    zh: "此角色须指定范围（工会代码）。",
    en: "This role needs a scope: the code of a union.",
  });
}

async function unionOf(client: PoolClient, code: string): Promise<number> {
  const { rows } = await client.query("select id from trade_union where code = $1 and standing", [code]);
  return (
    rows[0]?.id ?? refuse("REFERENCE_UNKNOWN", { field: { zh: "工会", en: "Trade union" }, value: code }, ["unionCode"])
  );
}

export async function accountOf(client: PoolClient, username: string): Promise<number> {
  const { rows } = await client.query("select id from account where username_key = $1", [usernameKey(username)]);
  return (
    rows[0]?.id ?? refuse("REFERENCE_UNKNOWN", { field: { zh: "账号", en: "Account" }, value: username }, ["username"])
  );
}
