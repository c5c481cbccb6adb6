import type { Pool } from "pg";
import type { SignedInAccount } from "../../schema/access/signedIn.js";
import type { ChangePasswordInput, LoginInput } from "../../schema/access/signIn.input.js";
import { samePassword, whyNotPassword } from "../../schema/access/signIn.rules.js";
import { refusal } from "../../schema/shared/refusal.rules.js";
import type { Visit } from "../context.js";
import { numberOf } from "../reading/predicates.js";
import { enterInLog } from "../shared/logbook.js";
import { Refused } from "../shared/refuse.js";
import { audited } from "./audited.js";
import { rememberDevice } from "./knownDevice.js";
import { hashPassword, replacePassword } from "./passwords.js";
import { type Gate, provePassword } from "./provePassword.js";
import { proveFactor } from "./secondFactor.actions.js";
import { endSessions, forgetAccount, openSession, type ProviderSession } from "./session.js";

const wrong = (path: string[]) => new Refused([refusal("INVALID_CREDENTIALS", {}, path)]);

/** Signs in: a new session each time, its secret in a cookie that scripts cannot read. @throws Refused */
export async function login(
  house: Gate,
  { username, password, grantId, code }: LoginInput,
  visit: Visit,
): Promise<SignedInAccount> {
  const pool = house.reads.gate;
  const wanted = grantId == null ? undefined : numberOf("RoleGrant", grantId);
  const account = await provePassword(house, username, password, visit, "login", wanted);
  if (!account) throw wrong([]);
  if (account.hasSecondFactor) await proveFactor(house, account.id, code ?? undefined, visit);
  return admit(pool, account, visit);
}

type Proven = SignedInAccount & { id: number; grantId: number };

/** Opens a session for who has proved to be somebody, by a password or by a provider: the same one, with the same entry in the log. */
export async function admit(
  pool: Pool,
  account: Proven & { device?: number | undefined },
  visit: Visit,
  provider?: ProviderSession,
): Promise<SignedInAccount> {
  const session = await openSession(pool, account.id, account.grantId, visit, provider);
  await enterInLog(pool, {
    kind: "SIGN_IN",
    action: "login",
    accountId: account.id,
    record: "session",
    recordId: session.id,
    roleGrantId: account.grantId,
    requestId: visit.requestId,
    facts: { outcome: "opened", ...(provider ? { way: "oidc" } : {}) },
  });
  visit.setCookie(session.token, session.seconds);
  await rememberDevice(pool, visit, account.id, account.device);
  const { username, displayName, mustChangePassword, role, hasSecondFactor } = account;
  return { username, displayName, mustChangePassword, role, hasSecondFactor };
}

/** Signs out: this session ends, on every process within a second. */
export async function logout(
  pool: Pool,
  account: { id: number; sessionId?: number } | undefined,
  visit: Visit,
): Promise<void> {
  visit.setCookie(null);
  if (!account?.sessionId) return;
  await endSessions(pool, account.id, { only: account.sessionId });
  forgetAccount(pool, account.id);
  const { rows } = await pool.query<{ grantId: number }>(
    'select role_grant_id as "grantId" from session where id = $1',
    [account.sessionId],
  );
  await enterInLog(pool, {
    kind: "SIGN_IN",
    action: "logout",
    accountId: account.id,
    record: "session",
    recordId: account.sessionId,
    roleGrantId: rows[0]?.grantId,
    requestId: visit.requestId,
    facts: { outcome: "closed" },
  });
}

/** Changes one's own password; every session ends and this visitor gets a new one. @throws Refused */
export async function changePassword(
  house: Gate,
  { username, grantId }: { username: string; grantId?: number | undefined },
  input: ChangePasswordInput,
  visit: Visit,
): Promise<SignedInAccount> {
  const pool = house.reads.gate;
  const reason = whyNotPassword(input.newPassword, username);
  if (reason) throw new Refused([reason]);
  const account = await provePassword(house, username, input.currentPassword, visit, "changePassword", grantId);
  if (!account) throw wrong(["currentPassword"]);
  if (input.newPassword === input.currentPassword) throw new Refused([samePassword()]);
  const passwordHash = await hashPassword(input.newPassword);
  const session = await audited(
    pool,
    { accountId: account.id, action: "changePassword", requestId: visit.requestId },
    async (client) => {
      await replacePassword(client, account.id, passwordHash, false);
      return openSession(client, account.id, account.grantId, visit);
    },
  );
  forgetAccount(pool, account.id);
  visit.setCookie(session.token, session.seconds);
  const { displayName, role, hasSecondFactor } = account;
  return { username: account.username, displayName, role, mustChangePassword: false, hasSecondFactor };
}
