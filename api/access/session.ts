import { createHash, randomBytes } from "node:crypto";
import type { Pool, PoolClient } from "pg";
import { isAllowedFrom } from "../../schema/access/addresses.rules.js";
import type { Role } from "../../schema/access/permissions.rules.js";
import { SESSION } from "../../schema/access/signIn.rules.js";
import { subtreeEnd, type Viewer } from "../reading/viewer.js";
import { countUse } from "./tokenUse.js";

/** The account behind a secret: who it is, and by which session or token. */
export interface CallerAccount {
  id: number;
  username: string;
  displayName: string;
  mustChangePassword: boolean;
  hasSecondFactor: boolean;
  sessionId?: number;
  /** The token in use, for partner systems. */
  token?: { id: number; expiresAt: string };
}

/** Who is behind a cookie or a token, by the grant in use. */
interface Caller {
  viewer: Viewer;
  account: CallerAccount;
  addresses: readonly string[];
}

interface CallerRow extends Omit<CallerAccount, "id" | "sessionId" | "token"> {
  accountId: number;
  sessionId: number | null;
  tokenId: number | null;
  expiresAt: string | null;
  scopes: string[] | null;
  addresses: string[] | null;
  grantId: number;
  role: Role;
  tradeUnionId: number | null;
  path: string | null;
  subtreeId: number | null;
  subtree: string | null;
  today: string;
}

export const secretHash = (secret: string) => createHash("sha256").update(secret).digest();

/** The account behind a secret with the grant in use, if both are in force today. */
const CALLER = /* sql */ `
  a.id as "accountId", a.username, a.display_name as "displayName", a.must_change_password as "mustChangePassword",
  exists (select from second_factor f where f.account_id = a.id and f.confirmed_at is not null) as "hasSecondFactor",
  g.id as "grantId", g.role, g.trade_union_id as "tradeUnionId", u.path, today_in_shaoxing()::text as today`;
const GRANT = /* sql */ `
  join account a on a.id = g.account_id and a.disabled_at is null
  left join trade_union u on u.id = g.trade_union_id`;
const ALIVE = /* sql */ `s.token_hash = $1 and s.revoked_at is null and s.expires_at > clock_timestamp() and s.last_seen_at > clock_timestamp() - interval '${SESSION.idleMinutes} minutes'`;

const BY_COOKIE = /* sql */ `
  with seen as (update session s set last_seen_at = clock_timestamp() where ${ALIVE} and s.last_seen_at < clock_timestamp() - interval '1 minute')
  select ${CALLER}, s.id as "sessionId" from session s join role_grant g on g.id = s.role_grant_id ${GRANT} where ${ALIVE} and is_in_force(g) and (s.sign_in_link_id is null or link_in_force(s.sign_in_link_id))`;
const BY_TOKEN = /* sql */ `
  select ${CALLER}, t.id as "tokenId", t.scopes, t.addresses, t.trade_union_id as "subtreeId", b.path as subtree,
    to_char(t.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "expiresAt"
  from api_token t join role_grant g on g.id = t.role_grant_id ${GRANT} left join trade_union b on b.id = t.trade_union_id
  where t.token_hash = $1 and t.revoked_at is null and t.expires_at > clock_timestamp() and is_in_force(g)`;

/** Less than a second, with the time that asking takes. */
const MEMORY_MILLISECONDS = 900;
const MEMORIES = 5_000;
type Memory = Map<string, { until: number; caller: Caller }>;
const memories = new WeakMap<Pool, Memory>();

function memoryOf(pool: Pool): Memory {
  const memory = memories.get(pool) ?? new Map();
  memories.set(pool, memory);
  return memory;
}

/** Asks at most once a second for each secret: whatever is revoked, narrowed or moved is refused within that second everywhere. */
async function callerBehind(pool: Pool, sql: string, name: string, secret: string): Promise<Caller | undefined> {
  const memory = memoryOf(pool);
  const hash = secretHash(secret);
  const key = `${name}${hash.toString("base64")}`;
  const known = memory.get(key);
  const asked = performance.now();
  if (known && known.until > asked) return known.caller;
  memory.delete(key);
  const { rows } = await pool.query<CallerRow>({ name, text: sql, values: [hash] });
  const caller = rows[0] && callerOf(rows[0]);
  if (!caller) return undefined;
  if (memory.size >= MEMORIES) memory.delete(memory.keys().next().value as string);
  memory.set(key, { until: asked + MEMORY_MILLISECONDS, caller });
  return caller;
}

/** A grant over a union whose path is unknown is a grant over nothing, never over everything; likewise a token that has left its grant. */
function callerOf(row: CallerRow): Caller | undefined {
  const { accountId, username, displayName, mustChangePassword, hasSecondFactor, sessionId, tokenId } = row;
  const { grantId, role, today, tradeUnionId, subtreeId, scopes, expiresAt } = row;
  if (tradeUnionId !== null && !row.path) return undefined;
  const path = subtreeId == null ? row.path : row.subtree;
  if (subtreeId != null && !path) return undefined;
  if (row.path && path && !(path >= row.path && path < subtreeEnd(row.path))) return undefined;
  return {
    viewer: { accountId, grantId, role, today, ...(path ? { path } : {}), ...(scopes ? { scopes } : {}) },
    account: {
      id: accountId,
      username,
      displayName,
      mustChangePassword,
      hasSecondFactor,
      ...(sessionId ? { sessionId } : {}),
      ...(tokenId ? { token: { id: tokenId, expiresAt: expiresAt as string } } : {}),
    },
    addresses: row.addresses ?? [],
  };
}

export const viewerOfCookie = (pool: Pool, token: string) => callerBehind(pool, BY_COOKIE, "caller by cookie", token);

/** Tokens look like `gonghui_XXXXXXXX_` and 43 more characters; anything else is not even looked up. From an address that is not allowed a token is nobody's. */
export async function viewerOfToken(pool: Pool, bearer: string, address: string): Promise<Caller | undefined> {
  if (!/^gonghui_[A-Za-z0-9]{8}_[A-Za-z0-9_-]{43}$/.test(bearer)) return undefined;
  const caller = await callerBehind(pool, BY_TOKEN, "caller by token", bearer);
  if (!caller?.account.token || !isAllowedFrom(address, caller.addresses)) return undefined;
  await countUse(pool, caller.account.token.id);
  return caller;
}

/** Where a session is opened from, for its owner's list. */
export interface Whence {
  address?: string | undefined;
  agent?: string | undefined;
}
/** By which link a provider's person signed in, and the provider's own name of the session. */
export interface ProviderSession {
  linkId: number;
  sid?: string | undefined;
}

/** Opens a session for a grant and gives the secret for its cookie; only the hash is kept. */
export async function openSession(
  client: Pool | PoolClient,
  accountId: number,
  roleGrantId: number,
  { address, agent }: Whence = {},
  provider?: ProviderSession,
): Promise<{ token: string; id: number; seconds: number }> {
  const token = randomBytes(32).toString("base64url");
  const { rows } = await client.query(
    `insert into session (account_id, role_grant_id, token_hash, expires_at, address, agent, sign_in_link_id, provider_session)
     values ($1, $2, $3, clock_timestamp() + interval '${SESSION.hours} hours', $4, $5, $6, $7) returning id`,
    [
      accountId,
      roleGrantId,
      secretHash(token),
      address ?? null,
      agent?.slice(0, 200) ?? null,
      provider?.linkId ?? null,
      provider?.sid ?? null,
    ],
  );
  return { token, id: rows[0].id, seconds: SESSION.hours * 3_600 };
}

/** Gives a session another grant and with it a new secret; it still ends when it would have ended. */
export async function turnSession(
  client: Pool | PoolClient,
  sessionId: number,
  roleGrantId: number,
): Promise<{ token: string; seconds: number }> {
  const token = randomBytes(32).toString("base64url");
  const { rows } = await client.query(
    "update session set role_grant_id = $2, token_hash = $3 where id = $1 returning greatest(1, extract(epoch from expires_at - clock_timestamp()))::integer as seconds",
    [sessionId, roleGrantId, secretHash(token)],
  );
  return { token, seconds: rows[0].seconds };
}

/** Ends sessions of an account: one, all, or all but one. Every process refuses them within a second. */
export async function endSessions(
  client: { query(text: string, values: unknown[]): Promise<unknown> },
  accountId: number,
  { only, except }: { only?: number | undefined; except?: number | undefined } = {},
): Promise<void> {
  await client.query(
    `update session set revoked_at = clock_timestamp() where account_id = $1 and revoked_at is null
       and ($2::integer is null or id = $2) and ($3::integer is null or id <> $3)`,
    [accountId, only ?? null, except ?? null],
  );
}

/** Forgets what this process remembers of an account, so that here a change holds at once. Callers are remembered by the pool they were asked of: the gate's. */
export function forgetAccount(pool: Pool, accountId: number): void {
  const memory = memoryOf(pool);
  for (const [key, { caller }] of memory) if (caller.account.id === accountId) memory.delete(key);
}
