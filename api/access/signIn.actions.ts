import type { Pool } from "pg";
import type { Role } from "../../schema/access/permissions.rules.js";
import type { SignedInAccount } from "../../schema/access/signedIn.js";
import type { ChangePasswordInput, LoginInput } from "../../schema/access/signIn.input.js";
import { PASSWORD_LENGTH, usernameKey, whyNotPassword } from "../../schema/access/signIn.rules.js";
import { refusal } from "../../schema/shared/refusal.rules.js";
import type { Visit } from "../context.js";
import { recordDenial } from "../shared/denials.js";
import { enterInLog } from "../shared/logbook.js";
import { nameDigest } from "../shared/nameDigest.js";
import { Refused } from "../shared/refuse.js";
import { countAttempt, forgiveAttempts, inTurn } from "./attempts.js";
import { audited } from "./audited.js";
import { hashPassword, isRightPassword, pauseLikeWork } from "./passwords.js";
import { endSessions, openSession } from "./session.js";

interface AccountRow {
  id: number;
  username: string;
  displayName: string;
  passwordHash: string;
  mustChangePassword: boolean;
  disabled: boolean;
  grantId: number | null;
  role: Role | null;
}

const ACCOUNT = /* sql */ `
  select a.id, a.username, a.display_name as "displayName", a.password_hash as "passwordHash", a.must_change_password as "mustChangePassword",
    a.disabled_at is not null as disabled, g.id as "grantId", g.role
  from account a left join lateral (
    select id, role from role_grant g where g.account_id = a.id and g.valid_from <= today_in_shaoxing()
      and (g.valid_through is null or g.valid_through >= today_in_shaoxing()) order by g.id limit 1) g on true
  where a.username_key = $1`;
const LONGEST_NAME = 100;

const wrong = (path: string[]) => new Refused([refusal("INVALID_CREDENTIALS", {}, path)]);

/** The account of a name and a right password. An unknown name, a wrong password, a wait and a disabled account look and last alike. */
async function prove(
  pool: Pool,
  username: string,
  password: string,
  visit: Visit,
  action: string,
): Promise<AccountRow | undefined> {
  const key = usernameKey(username).slice(0, LONGEST_NAME);
  const proven = await inTurn(key, async () => {
    if (!(await countAttempt(pool, key))) return "wait";
    const { rows } = await pool.query<AccountRow>(ACCOUNT, [key]);
    const account = rows[0];
    const isRight = await isRightPassword(account?.passwordHash, password.slice(0, PASSWORD_LENGTH.most * 4));
    if (account && isRight && !account.disabled && account.grantId !== null) {
      await forgiveAttempts(pool, key);
      return account;
    }
    await recordFailure(pool, { action, visit, key, account, outcome: "refused" });
    return undefined;
  });
  if (proven !== "wait") return proven;
  await pauseLikeWork();
  await recordFailure(pool, { action, visit, key, outcome: "waiting" });
  return undefined;
}

interface Failure {
  action: string;
  visit: Visit;
  key: string;
  account?: AccountRow | undefined;
  outcome: "refused" | "waiting";
}

/** A name that nobody has may be a password typed into the wrong field, so it is kept as a keyed digest only. */
function recordFailure(pool: Pool, { action, visit, key, account, outcome }: Failure): Promise<void> {
  return recordDenial(pool, visit.address, {
    kind: "SIGN_IN",
    action,
    accountId: account?.id,
    record: "account",
    recordId: account?.id ?? 0,
    roleGrantId: account?.grantId,
    requestId: visit.requestId,
    facts: { outcome, ...(account ? {} : { nameDigest: nameDigest(key) }) },
  });
}

/** Signs in: a new session each time, its secret in a cookie that scripts cannot read. @throws Refused */
export async function login(pool: Pool, { username, password }: LoginInput, visit: Visit): Promise<SignedInAccount> {
  const account = await prove(pool, username, password, visit, "login");
  if (!account) throw wrong([]);
  const session = await openSession(pool, account.id, account.grantId as number);
  await enterInLog(pool, {
    kind: "SIGN_IN",
    action: "login",
    accountId: account.id,
    record: "session",
    recordId: session.id,
    roleGrantId: account.grantId,
    requestId: visit.requestId,
    facts: { outcome: "opened" },
  });
  visit.setCookie(session.token, session.seconds);
  const { displayName, mustChangePassword, role } = account;
  return { username: account.username, displayName, mustChangePassword, role: role as Role };
}

/** Signs out: this session ends, on every process within a second. */
export async function logout(
  pool: Pool,
  account: { id: number; sessionId?: number } | undefined,
  visit: Visit,
): Promise<void> {
  visit.setCookie(null);
  if (!account?.sessionId) return;
  await endSessions(pool, account.id, account.sessionId);
  const { rows } = await pool.query<{ grantId: number }>('select role_grant_id as "grantId" from session where id = $1', [account.sessionId]);
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
  pool: Pool,
  username: string,
  input: ChangePasswordInput,
  visit: Visit,
): Promise<SignedInAccount> {
  const reason = whyNotPassword(input.newPassword, username);
  if (reason) throw new Refused([reason]);
  const account = await prove(pool, username, input.currentPassword, visit, "changePassword");
  if (!account) throw wrong(["currentPassword"]);
  const passwordHash = await hashPassword(input.newPassword);
  const session = await audited(
    pool,
    { accountId: account.id, action: "changePassword", requestId: visit.requestId },
    async (client) => {
      await client.query(
        "update account set password_hash = $2, must_change_password = false, version = version + 1, amended_at = transaction_timestamp() where id = $1",
        [account.id, passwordHash],
      );
      await endSessions(client, account.id);
      return openSession(client, account.id, account.grantId as number);
    },
  );
  visit.setCookie(session.token, session.seconds);
  const { displayName, role } = account;
  return { username: account.username, displayName, role: role as Role, mustChangePassword: false };
}
