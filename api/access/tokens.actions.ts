import { randomBytes, randomInt } from "node:crypto";
import type { Pool, PoolClient } from "pg";
import { isNetwork } from "../../schema/access/addresses.rules.js";
import { may, type Role } from "../../schema/access/permissions.rules.js";
import { SCOPES, scopesOf, unknownScopes } from "../../schema/access/scopes.rules.js";
import { type Refusal, refusal } from "../../schema/shared/refusal.rules.js";
import { because, Refused, refuse } from "../shared/refuse.js";
import { accountOf, insertAccount } from "./accounts.actions.js";
import { audited } from "./audited.js";
import { secretHash } from "./session.js";

export const LONGEST_DAYS = 365;
const MOST_ADDRESSES = 20;
const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

interface TokenFacts {
  name: string;
  prefix: string;
  username: string;
  role: string;
  unionCode: string | null;
  scopes: string[];
  addresses: string[];
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}

/** Whose grant a token acts under: an account's, or one of its own under an account that nobody can sign in to. */
type TokenHolder = { username: string } | { role: Role; unionCode?: string | undefined };
type NewToken = TokenHolder & {
  name: string;
  days?: number | undefined;
  /** All scopes of the grant's role when left out. */
  scopes?: string[] | undefined;
  addresses?: string[] | undefined;
  /** Code of a union inside the scope of the grant, to narrow the token to its subtree. */
  subtreeCode?: string | undefined;
  reason?: string;
};

/** A new secret: what the partner is given once, what it is told by, and what is kept of it. */
export function newTokenSecret(): { token: string; prefix: string; tokenHash: Buffer } {
  const prefix = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  const token = `gonghui_${prefix}_${randomBytes(32).toString("base64url")}`;
  return { token, prefix, tokenHash: secretHash(token) };
}

/** What is wrong with the scopes and addresses of a token that is to act under a role. */
export function tokenFaults(role: Role, scopes: readonly string[], addresses: readonly string[]): Refusal[] {
  const unknown = unknownScopes(scopes);
  const empty = scopes.filter((scope) => SCOPES.get(scope)?.every((permission) => !may(role, permission)));
  const wrong = addresses.filter((network) => !isNetwork(network));
  return [
    ...(scopes.length === 0 ? [refusal("REQUIRED", { field: { zh: "权限范围", en: "Scopes" } }, ["scopes"])] : []),
    ...(unknown.length > 0 ? [refusal("OUT_OF_RANGE", { allowed: [...SCOPES.keys()] }, ["scopes"])] : []),
    ...(empty.length > 0
      ? [
          because("OUT_OF_RANGE", ["scopes"], {
            zh: `超出本人权限的范围不能授予：${empty.join("、")}。`,
            en: `Scopes beyond your own permissions cannot be given: ${empty.join(", ")}.`,
          }),
        ]
      : []),
    ...(wrong.length > 0 || addresses.length > MOST_ADDRESSES
      ? [
          refusal(
            "INVALID_FORMAT",
            {
              field: { zh: "允许的地址", en: "Allowed addresses" },
              expected: {
                zh: `至多 ${MOST_ADDRESSES} 个 IP 或 CIDR，如 10.1.0.0/16`,
                en: `at most ${MOST_ADDRESSES} addresses or CIDR networks such as 10.1.0.0/16`,
              },
            },
            ["addresses"],
          ),
        ]
      : []),
  ];
}

/** Makes a token for a partner system, for at most a year. It is shown this once; only its hash is kept. @throws Refused */
export async function createToken(
  pool: Pool,
  { name, days = 90, reason = "", scopes, addresses = [], subtreeCode, ...holder }: NewToken,
): Promise<{ token: string; prefix: string }> {
  if (name.trim() === "") refuse("REQUIRED", { field: { zh: "令牌名称", en: "Name of the token" } }, ["name"]);
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS)
    refuse("OUT_OF_RANGE", { field: { zh: "有效天数", en: "Days" }, least: 1, most: LONGEST_DAYS }, ["days"]);
  const { token, prefix, tokenHash } = newTokenSecret();
  await audited(pool, { action: "createToken", reason }, async (client) => {
    const grantId =
      "username" in holder
        ? await grantOf(client, holder.username)
        : await ownGrant(client, `token-${prefix}`, name, holder);
    const { rows } = await client.query<{ role: Role; unionId: number | null; path: string | null }>(
      'select g.role, g.trade_union_id as "unionId", u.path from role_grant g left join trade_union u on u.id = g.trade_union_id where g.id = $1',
      [grantId],
    );
    const { role, unionId } = rows[0] as (typeof rows)[0];
    const chosen = scopes ?? scopesOf(role);
    const faults = tokenFaults(role, chosen, addresses);
    if (faults.length > 0) throw new Refused(faults);
    await client.query(
      `insert into api_token (name, prefix, token_hash, role_grant_id, trade_union_id, scopes, addresses, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, transaction_timestamp() + make_interval(days => $8))`,
      [
        name.trim(),
        prefix,
        tokenHash,
        grantId,
        subtreeCode === undefined ? unionId : await subtreeOf(client, subtreeCode, grantId),
        chosen,
        addresses,
        days,
      ],
    );
  });
  return { token, prefix };
}

async function subtreeOf(client: PoolClient, code: string, grantId: number): Promise<number> {
  const { rows } = await client.query(
    `select u.id from trade_union u join role_grant g on g.id = $2 left join trade_union top on top.id = g.trade_union_id
     where u.code = $1 and u.standing and (g.trade_union_id is null or (u.path >= top.path and u.path < subtree_end(top.path)))`,
    [code, grantId],
  );
  return (
    rows[0]?.id ?? refuse("REFERENCE_UNKNOWN", { field: { zh: "工会", en: "Trade union" }, value: code }, ["unionCode"])
  );
}

async function grantOf(client: PoolClient, username: string): Promise<number> {
  const accountId = await accountOf(client, username);
  const { rows } = await client.query(
    "select id from role_grant g where account_id = $1 and is_in_force(g) order by id limit 1",
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
  return (await insertAccount(client, { username, displayName, role, unionCode })).grantId;
}

/** All tokens, newest first; never their secrets. */
export async function listTokens(pool: Pool): Promise<TokenFacts[]> {
  const { rows } = await pool.query<TokenFacts>(
    `select t.name, t.prefix, a.username, g.role, u.code as "unionCode", t.scopes, t.addresses, t.created_at as "createdAt", t.expires_at as "expiresAt", t.revoked_at as "revokedAt",
       (select max(last_used_at) from api_token_use x where x.api_token_id = t.id) as "lastUsedAt"
     from api_token t join role_grant g on g.id = t.role_grant_id join account a on a.id = g.account_id left join trade_union u on u.id = t.trade_union_id order by t.id desc`,
  );
  return rows;
}

/** Revokes a token by its prefix; every process refuses it within a second. @throws Refused */
export async function revokeToken(pool: Pool, prefix: string, reason = ""): Promise<void> {
  await audited(pool, { action: "revokeToken", reason }, async (client) => {
    const { rowCount } = await client.query(
      "update api_token set revoked_at = clock_timestamp(), version = version + 1, amended_at = transaction_timestamp() where prefix = $1 and revoked_at is null",
      [prefix],
    );
    if (rowCount === 0) refuse("REFERENCE_UNKNOWN", { field: { zh: "令牌", en: "Token" }, value: prefix }, ["prefix"]);
  });
}
