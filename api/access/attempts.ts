import type { Pool } from "pg";
import { neighbourhood } from "../../schema/access/addresses.rules.js";
import { FREE_ATTEMPTS, FREE_ATTEMPTS_OF_NETWORK, waitSeconds } from "../../schema/access/signIn.rules.js";

/** What attempts are counted by. Each kind has its own first word, so that no name can be typed that counts as another kind. */
export const attemptKey = {
  name: (key: string) => `name ${key}`,
  network: (address: string) => `network ${neighbourhood(address)}`,
  device: (id: number) => `device ${id}`,
  code: (accountId: number) => `code ${accountId}`,
};

const freeFor = (key: string) => (key.startsWith("network ") ? FREE_ATTEMPTS_OF_NETWORK : FREE_ATTEMPTS);
const WAITS = [0, 1, 2, 3, 4, 5].map((more) => waitSeconds(FREE_ATTEMPTS + more));

/**
 * Counts an attempt before it is looked at, so that no number of simultaneous ones gets past the limit. False while the key
 * has to wait; attempts made meanwhile do not lengthen the wait. An hour without failures forgets them.
 */
export async function countAttempt(pool: Pool, key: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `insert into login_attempt as a (key, failures, last_failed_at) values ($1, 1, clock_timestamp())
     on conflict (key) do update set
       failures = case when a.last_failed_at < clock_timestamp() - interval '1 hour' then 1 else a.failures + 1 end,
       last_failed_at = clock_timestamp()
     where a.failures < $2 or a.last_failed_at < clock_timestamp() - make_interval(secs => ($3::integer[])[least(a.failures - $2 + 1, cardinality($3::integer[]))])`,
    [key, freeFor(key), WAITS],
  );
  return rowCount === 1;
}

/** A right answer wipes the slate of its keys, and takes itself back from the network's; slates nobody has used for a day go with them. */
export async function forgiveAttempts(pool: Pool, keys: readonly string[]): Promise<void> {
  const [shared, own] = [true, false].map((is) => keys.filter((key) => key.startsWith("network ") === is));
  if (shared?.length)
    await pool.query("update login_attempt set failures = greatest(0, failures - 1) where key = any($1)", [shared]);
  await pool.query(
    "delete from login_attempt where key = any($1) or last_failed_at < clock_timestamp() - interval '1 day'",
    [own],
  );
}

const turns = new Map<string, Promise<unknown>>();

/** Attempts on one name go one after the other, so that several right ones at once do not count against each other. */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(key) ?? Promise.resolve()).then(work, work);
  turns.set(key, turn);
  try {
    return await turn;
  } finally {
    if (turns.get(key) === turn) turns.delete(key);
  }
}
