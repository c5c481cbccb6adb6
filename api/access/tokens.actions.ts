import { randomBytes, randomInt } from "node:crypto";
import type { Pool } from "pg";
import { refuse } from "../shared/refuse.js";
import { accountOf } from "./accounts.actions.js";
import { audited } from "./audited.js";
import { secretHash } from "./session.js";

const LONGEST_DAYS = 365;
const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

export interface TokenFacts {
  name: string;
  prefix: string;
  username: string;
  role: string;
  unionCode: string | null;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}

/** Makes a token that acts under the account's grant for at most a year. The token is shown this once; only its hash is kept. @throws Refused */
export async function createToken(pool: Pool, { name, username, days = 90, reason = "" }: { name: string; username: string; days?: number; reason?: string }): Promise<{ token: string; prefix: string }> {
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS) refuse("OUT_OF_RANGE", { field: { zh: "有效天数", en: "Days" }, least: 1, most: LONGEST_DAYS }, ["days"]);
  const prefix = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  const token = `gonghui_${prefix}_${randomBytes(32).toString("base64url")}`;
  await audited(pool, { action: "createToken", reason }, async (client) => {
    const accountId = await accountOf(client, username);
    const { rows } = await client.query("select id from role_grant where account_id = $1 and valid_from <= today_in_shaoxing() and (valid_through is null or valid_through >= today_in_shaoxing()) order by id limit 1", [accountId]);
    if (!rows[0]) refuse("REFERENCE_UNKNOWN", { field: { zh: "授权", en: "Grant" }, value: username }, ["username"]);
    await client.query(
      `insert into api_token (name, prefix, token_hash, role_grant_id, expires_at) values ($1, $2, $3, $4, clock_timestamp() + make_interval(days => $5))`,
      [name, prefix, secretHash(token), rows[0].id, days],
    );
  });
  return { token, prefix };
}

/** All tokens, newest first; never their secrets. */
export async function listTokens(pool: Pool): Promise<TokenFacts[]> {
  const { rows } = await pool.query<TokenFacts>(
    `select t.name, t.prefix, a.username, g.role, u.code as "unionCode", t.created_at as "createdAt", t.expires_at as "expiresAt", t.revoked_at as "revokedAt", t.last_used_at as "lastUsedAt"
     from api_token t join role_grant g on g.id = t.role_grant_id join account a on a.id = g.account_id left join trade_union u on u.id = g.trade_union_id order by t.id desc`,
  );
  return rows;
}

/** Revokes a token by its prefix; it is refused from the next second on. @throws Refused */
export async function revokeToken(pool: Pool, prefix: string): Promise<void> {
  const { rowCount } = await pool.query("update api_token set revoked_at = clock_timestamp() where prefix = $1 and revoked_at is null", [prefix]);
  if (rowCount === 0) refuse("REFERENCE_UNKNOWN", { field: { zh: "令牌", en: "Token" }, value: prefix }, ["prefix"]);
}
