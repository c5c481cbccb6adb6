import { randomBytes } from "node:crypto";
import type { Pool } from "pg";
import type { Visit } from "../context.js";
import { secretHash } from "./session.js";

/** Holds a secret of 256 bits that we gave out ourselves: who brings it back has signed in to this account from this browser before. */
export const DEVICE_COOKIE = "gonghui_device";
const DAYS = 180;
const MOST_OF_ACCOUNT = 20;

/** The device of this visit, if it is known to the account of that name; a stranger's, or another account's, is none. */
export async function knownDevice(pool: Pool, visit: Visit, usernameKey: string): Promise<number | undefined> {
  const secret = visit.cookies[DEVICE_COOKIE];
  if (!secret || !/^[A-Za-z0-9_-]{43}$/.test(secret)) return undefined;
  const { rows } = await pool.query(
    `select d.id from known_device d join account a on a.id = d.account_id
     where d.token_hash = $1 and a.username_key = $2 and d.last_seen_at > clock_timestamp() - interval '${DAYS} days'`,
    [secretHash(secret), usernameKey],
  );
  return rows[0]?.id;
}

/** After a sign-in the device is known, for half a year after it was last seen. */
export async function rememberDevice(
  pool: Pool,
  visit: Visit,
  accountId: number,
  known: number | undefined,
): Promise<void> {
  if (known) {
    await pool.query("update known_device set last_seen_at = clock_timestamp() where id = $1", [known]);
    return;
  }
  const secret = randomBytes(32).toString("base64url");
  await pool.query("insert into known_device (account_id, token_hash) values ($1, $2)", [
    accountId,
    secretHash(secret),
  ]);
  await pool.query(
    "delete from known_device where account_id = $1 and id not in (select id from known_device where account_id = $1 order by last_seen_at desc, id desc limit $2)",
    [accountId, MOST_OF_ACCOUNT],
  );
  visit.setCookie(secret, DAYS * 86_400, DEVICE_COOKIE);
}
