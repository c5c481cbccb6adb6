import { createHash, randomBytes } from "node:crypto";
import type { Pool, PoolClient } from "pg";
import type { Role } from "../../schema/access/permissions.rules.js";
import { SESSION } from "../../schema/access/signIn.rules.js";
import type { Viewer } from "../reading/viewer.js";

/** Who is behind a cookie or a token, by the grant in use. */
interface Caller {
  viewer: Viewer;
  account: { id: number; username: string; displayName: string; mustChangePassword: boolean; sessionId?: number };
}

interface CallerRow {
  accountId: number;
  username: string;
  displayName: string;
  mustChangePassword: boolean;
  sessionId: number | null;
  role: Role;
  tradeUnionId: number | null;
  path: string | null;
  today: string;
}

export const secretHash = (secret: string) => createHash("sha256").update(secret).digest();

/** The account behind a secret with the grant in use, if both are in force today. */
const CALLER = (sessionId: string) => /* sql */ `
  a.id as "accountId", a.username, a.display_name as "displayName", a.must_change_password as "mustChangePassword", ${sessionId} as "sessionId",
  g.role, g.trade_union_id as "tradeUnionId", u.path, today_in_shaoxing()::text as today`;
const GRANT = /* sql */ `
  join account a on a.id = g.account_id and a.disabled_at is null
  left join trade_union u on u.id = g.trade_union_id`;
const IN_FORCE = /* sql */ `g.valid_from <= today_in_shaoxing() and (g.valid_through is null or g.valid_through >= today_in_shaoxing())`;
const ALIVE = /* sql */ `s.token_hash = $1 and s.revoked_at is null and s.expires_at > clock_timestamp() and s.last_seen_at > clock_timestamp() - interval '${SESSION.idleMinutes} minutes'`;

const BY_COOKIE = /* sql */ `
  with seen as (update session s set last_seen_at = clock_timestamp() where ${ALIVE} and s.last_seen_at < clock_timestamp() - interval '1 minute')
  select ${CALLER("s.id")} from session s join role_grant g on g.id = s.role_grant_id ${GRANT} where ${ALIVE} and ${IN_FORCE}`;
const BY_TOKEN = /* sql */ `
  with used as (update api_token set last_used_at = clock_timestamp()
    where token_hash = $1 and revoked_at is null and expires_at > clock_timestamp() and (last_used_at is null or last_used_at < clock_timestamp() - interval '1 minute'))
  select ${CALLER("null::integer")} from api_token t join role_grant g on g.id = t.role_grant_id ${GRANT}
  where t.token_hash = $1 and t.revoked_at is null and t.expires_at > clock_timestamp() and ${IN_FORCE}`;

const MEMORY_MILLISECONDS = 1_000;
const MEMORIES = 5_000;
const memory = new Map<string, { until: number; caller: Caller }>();

/** Asks at most once a second for each secret: a session that ends is refused within that second everywhere. */
async function callerBehind(pool: Pool, sql: string, name: string, secret: string): Promise<Caller | undefined> {
  const hash = secretHash(secret);
  const key = `${name}${hash.toString("base64")}`;
  const known = memory.get(key);
  if (known && known.until > performance.now()) return known.caller;
  memory.delete(key);
  const { rows } = await pool.query<CallerRow>({ name, text: sql, values: [hash] });
  const caller = rows[0] && callerOf(rows[0]);
  if (!caller) return undefined;
  if (memory.size >= MEMORIES) memory.delete(memory.keys().next().value as string);
  memory.set(key, { until: performance.now() + MEMORY_MILLISECONDS, caller });
  return caller;
}

/** A grant over a union whose path is unknown is a grant over nothing, never over everything. */
function callerOf({
  accountId,
  username,
  displayName,
  mustChangePassword,
  sessionId,
  role,
  tradeUnionId,
  path,
  today,
}: CallerRow): Caller | undefined {
  if (tradeUnionId !== null && !path) return undefined;
  return {
    viewer: { accountId, role, today, ...(path ? { path } : {}) },
    account: { id: accountId, username, displayName, mustChangePassword, ...(sessionId ? { sessionId } : {}) },
  };
}

export const viewerOfCookie = (pool: Pool, token: string) => callerBehind(pool, BY_COOKIE, "caller by cookie", token);

/** Tokens look like `gonghui_XXXXXXXX_` and 43 more characters; anything else is not even looked up. */
export async function viewerOfToken(pool: Pool, bearer: string): Promise<Caller | undefined> {
  return /^gonghui_[A-Za-z0-9]{8}_[A-Za-z0-9_-]{43}$/.test(bearer)
    ? callerBehind(pool, BY_TOKEN, "caller by token", bearer)
    : undefined;
}

/** Opens a session for a grant and gives the secret for its cookie; only the hash is kept. */
export async function openSession(
  client: Pool | PoolClient,
  accountId: number,
  roleGrantId: number,
): Promise<{ token: string; id: number; seconds: number }> {
  const token = randomBytes(32).toString("base64url");
  const { rows } = await client.query(
    `insert into session (account_id, role_grant_id, token_hash, expires_at) values ($1, $2, $3, clock_timestamp() + interval '${SESSION.hours} hours') returning id`,
    [accountId, roleGrantId, secretHash(token)],
  );
  return { token, id: rows[0].id, seconds: SESSION.hours * 3_600 };
}

/** Ends sessions of an account: one, or all. Ours are forgotten at once, other processes forget within a second. */
export async function endSessions(client: Pool | PoolClient, accountId: number, only?: number): Promise<void> {
  await client.query(
    "update session set revoked_at = clock_timestamp() where account_id = $1 and revoked_at is null and ($2::integer is null or id = $2)",
    [accountId, only ?? null],
  );
  for (const [key, { caller }] of memory) if (caller.account.id === accountId) memory.delete(key);
}
