import type { Pool } from "pg";
import type { OwnGrant, OwnSession, SignedInAccount } from "../../schema/access/signedIn.js";
import { SESSION } from "../../schema/access/signIn.rules.js";
import type { Context } from "../context.js";
import { numberOf } from "../reading/predicates.js";
import { enterInLog, type Occurrence } from "../shared/logbook.js";
import { refuse } from "../shared/refuse.js";
import { TopLevel } from "../shared/topLevel.js";
import { endSessions, forgetAccount, turnSession } from "./session.js";

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** The account, when it is signed in by a session; a token is no person. @throws TopLevel */
export function inPerson({ account, viewer }: Context): {
  id: number;
  username: string;
  sessionId: number;
  grantId: number;
} {
  if (!account?.sessionId || !viewer?.grantId)
    throw new TopLevel("UNAUTHENTICATED", { zh: "请先登录。", en: "Sign in first." });
  const { id, username, sessionId } = account;
  return { id, username, sessionId, grantId: viewer.grantId };
}

const occurrence = (
  { account, viewer, visit }: Context,
  action: string,
  recordId: number,
  outcome: string,
  roleGrantId = viewer?.grantId,
): Occurrence => ({
  kind: "SIGN_IN",
  action,
  accountId: account?.id,
  record: "session",
  recordId,
  roleGrantId,
  requestId: visit.requestId,
  facts: { outcome },
});

/** The grants of an account that are in force today. */
export async function ownGrants(pool: Pool, accountId: number, inUse: number | undefined): Promise<OwnGrant[]> {
  const { rows } = await pool.query({
    name: "own grants",
    text: `select 'roleGrant-' || g.id as id, g.role, g.valid_from::text as "validFrom", g.valid_through::text as "validThrough", coalesce(g.id = $2, false) as "inUse",
        case when u.id is not null then json_build_object('id', 'tradeUnion-' || u.id, 'code', u.code, 'name', u.name) end as scope
      from role_grant g left join trade_union u on u.id = g.trade_union_id where g.account_id = $1 and is_in_force(g) order by g.id`,
    values: [accountId, inUse ?? null],
  });
  return rows as OwnGrant[];
}

/** Another grant for this session, with a new secret: what was known before it is worth nothing after it. @throws Refused */
export async function switchGrant(context: Context, grantId: string): Promise<SignedInAccount> {
  const { house, visit, account } = context;
  const { id, sessionId } = inPerson(context);
  const pool = house.reads.gate;
  const wanted = numberOf("RoleGrant", grantId);
  const grant = (await ownGrants(pool, id, undefined)).find((each) => each.id === grantId);
  if (!grant)
    refuse(
      "REFERENCE_UNKNOWN",
      { field: { zh: "本人有效的授权", en: "Grant of your own" }, value: grantId.slice(0, 60) },
      ["grantId"],
    );
  const { token, seconds } = await turnSession(pool, sessionId, wanted);
  await enterInLog(pool, occurrence(context, "switchGrant", sessionId, "opened", wanted));
  forgetAccount(pool, id);
  visit.setCookie(token, seconds);
  const { username, displayName, mustChangePassword, hasSecondFactor } = account as NonNullable<Context["account"]>;
  return { username, displayName, mustChangePassword, hasSecondFactor, role: grant.role };
}

/** The sessions of an account that are alive. */
export async function ownSessions(context: Context): Promise<OwnSession[]> {
  const { id, sessionId } = inPerson(context);
  const { rows } = await context.house.reads.gate.query({
    name: "own sessions",
    text: `select 'session-' || id as id, to_char(created_at at time zone 'UTC', ${INSTANT}) as "createdAt", to_char(last_seen_at at time zone 'UTC', ${INSTANT}) as "lastSeenAt",
        to_char(expires_at at time zone 'UTC', ${INSTANT}) as "expiresAt", address, agent, id = $2 as current
      from session where account_id = $1 and revoked_at is null and expires_at > clock_timestamp()
        and last_seen_at > clock_timestamp() - interval '${SESSION.idleMinutes} minutes' order by id desc`,
    values: [id, sessionId],
  });
  return rows as OwnSession[];
}

/** Ends one session of one's own, or all but this one. Every process refuses them within a second. @throws Refused */
export async function revokeSession(context: Context, id: string | undefined): Promise<OwnSession[]> {
  const { id: accountId, sessionId } = inPerson(context);
  const pool = context.house.reads.gate;
  if (id !== undefined && !(await ownSessions(context)).some((each) => each.id === id))
    refuse("REFERENCE_UNKNOWN", { field: { zh: "会话", en: "Session" }, value: id.slice(0, 60) }, ["id"]);
  await endSessions(
    pool,
    accountId,
    id === undefined ? { except: sessionId } : { only: Number(id.slice("session-".length)) },
  );
  forgetAccount(pool, accountId);
  await enterInLog(pool, occurrence(context, "revokeSession", Number(id?.slice("session-".length) ?? 0), "closed"));
  if (id === `session-${sessionId}`) {
    context.visit.setCookie(null);
    return [];
  }
  return ownSessions(context);
}
