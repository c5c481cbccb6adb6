import { randomBytes, randomInt } from "node:crypto";
import type { Pool, PoolClient } from "pg";
import type { Role } from "../../schema/access/permissions.rules.js";
import { refuse } from "../shared/refuse.js";
import { accountOf, insertAccount } from "./accounts.actions.js";
import { audited } from "./audited.js";
import { secretHash } from "./session.js";

/** No password has this hash. */
const NO_PASSWORD = "-";
const LONGEST_DAYS = 365;
const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

interface TokenFacts {
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

/** Whose grant a token acts under: an account's, or one of its own under an account that nobody can sign in to. */
type TokenHolder = { username: string } | { role: Role; unionCode?: string | undefined };
type NewToken = TokenHolder & { name: string; days?: number | undefined; reason?: string };

/** Makes a token for a partner system, for at most a year. It is shown this once; only its hash is kept. @throws Refused */
export async function createToken(
  pool: Pool,
  { name, days = 90, reason = "", ...holder }: NewToken,
): Promise<{ token: string; prefix: string }> {
  if (name.trim() === "") refuse("REQUIRED", { field: { zh: "令牌名称", en: "Name of the token" } }, ["name"]);
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS)
    refuse("OUT_OF_RANGE", { field: { zh: "有效天数", en: "Days" }, least: 1, most: LONGEST_DAYS }, ["days"]);
  const prefix = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  const token = `gonghui_${prefix}_${randomBytes(32).toString("base64url")}`;
  await audited(pool, { action: "createToken", reason }, async (client) => {
    const grantId =
      "username" in holder
        ? await grantOf(client, holder.username)
        : await ownGrant(client, `token-${prefix}`, name, holder);
    await client.query(
      `insert into api_token (name, prefix, token_hash, role_grant_id, expires_at) values ($1, $2, $3, $4, clock_timestamp() + make_interval(days => $5))`,
      [name, prefix, secretHash(token), grantId, days],
    );
  });
  return { token, prefix };
}

async function grantOf(client: PoolClient, username: string): Promise<number> {
  const accountId = await accountOf(client, username);
  const { rows } = await client.query(
    "select id from role_grant where account_id = $1 and valid_from <= today_in_shaoxing() and (valid_through is null or valid_through >= today_in_shaoxing()) order by id limit 1",
    [accountId],
  );
  return (
    rows[0]?.id ?? refuse("REFERENCE_UNKNOWN", { field: { zh: "授权", en: "Grant" }, value: username }, ["username"])
  );
}

async function ownGrant(
  client: PoolClient,
  username: string,
  displayName: string,
  { role, unionCode }: { role: Role; unionCode?: string | undefined },
): Promise<number> {
  return (await insertAccount(client, { username, displayName, role, unionCode }, NO_PASSWORD)).grantId;
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
  const { rowCount } = await pool.query(
    "update api_token set revoked_at = clock_timestamp() where prefix = $1 and revoked_at is null",
    [prefix],
  );
  if (rowCount === 0) refuse("REFERENCE_UNKNOWN", { field: { zh: "令牌", en: "Token" }, value: prefix }, ["prefix"]);
}
