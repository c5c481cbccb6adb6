import type { Role } from "../../schema/access/permissions.rules.js";
import { UNKNOWN_NAME } from "../../schema/access/sealedSecrets.rules.js";
import { PASSWORD_LENGTH, usernameKey } from "../../schema/access/signIn.rules.js";
import type { House, Visit } from "../context.js";
import { recordDenial } from "../shared/denials.js";
import { attemptKey, countAttempt, forgiveAttempts, inTurn } from "./attempts.js";
import { knownDevice } from "./knownDevice.js";
import { isRightPassword, pauseLikeWork, renewHash } from "./passwords.js";

interface AccountRow {
  id: number;
  username: string;
  displayName: string;
  passwordHash: string | null;
  mustChangePassword: boolean;
  disabled: boolean;
  hasSecondFactor: boolean;
  grants: { id: number; role: Role }[];
}
/** What proving somebody takes of the house. */
export type Gate = Pick<House, "reads" | "sealing">;
/** An account that has proved itself, with the grant it will act under. */
interface Proven extends AccountRow {
  grantId: number;
  role: Role;
  device: number | undefined;
}

const ACCOUNT = /* sql */ `
  select a.id, a.username, a.display_name as "displayName", case when p.valid_until is null or p.valid_until > clock_timestamp() then p.hash end as "passwordHash", a.must_change_password as "mustChangePassword",
    a.disabled_at is not null as disabled,
    exists (select from second_factor f where f.account_id = a.id and f.confirmed_at is not null) as "hasSecondFactor",
    (select coalesce(json_agg(json_build_object('id', g.id, 'role', g.role) order by g.id), '[]') from role_grant g where g.account_id = a.id and is_in_force(g)) as grants
  from account a left join account_password p on p.account_id = a.id where a.username_key = $1`;
const LONGEST_NAME = 100;

/** The account of a name and a right password. An unknown name, a wrong password, a wait and a disabled account look and last alike. */
export async function provePassword(
  house: Gate,
  username: string,
  password: string,
  visit: Visit,
  action: string,
  wantedGrant?: number,
): Promise<Proven | undefined> {
  const pool = house.reads.gate;
  const key = usernameKey(username).slice(0, LONGEST_NAME);
  const device = await knownDevice(pool, visit, key);
  const keys = device ? [attemptKey.device(device)] : [attemptKey.network(visit.address), attemptKey.name(key)];
  const proven = await inTurn(key, async () => {
    for (const each of keys) if (!(await countAttempt(pool, each))) return "wait";
    const { rows } = await pool.query<AccountRow>(ACCOUNT, [key]);
    const account = rows[0];
    const isRight = await isRightPassword(
      account?.passwordHash ?? undefined,
      password.slice(0, PASSWORD_LENGTH.most * 4),
    );
    const grant = account?.grants.find(({ id }) => wantedGrant === undefined || id === wantedGrant);
    if (account?.passwordHash && isRight && !account.disabled && grant) {
      await forgiveAttempts(pool, keys);
      await renewHash(pool, account.id, account.passwordHash, password);
      return { ...account, grantId: grant.id, role: grant.role, device };
    }
    await recordFailure(house, { action, visit, key, account, outcome: "refused" });
    return undefined;
  });
  if (proven !== "wait") return proven;
  await pauseLikeWork();
  await recordFailure(house, { action, visit, key, outcome: "waiting" });
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
function recordFailure({ reads, sealing }: Gate, { action, visit, key, account, outcome }: Failure): Promise<void> {
  return recordDenial(reads.gate, visit.address, {
    kind: "SIGN_IN",
    action,
    accountId: account?.id,
    record: "account",
    recordId: account?.id ?? 0,
    roleGrantId: account?.grants[0]?.id,
    requestId: visit.requestId,
    facts: { outcome, ...(account ? {} : { nameDigest: sealing.digest(UNKNOWN_NAME, key) }) },
  });
}
