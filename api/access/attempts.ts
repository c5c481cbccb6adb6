import type { Pool } from "pg";
import { FREE_ATTEMPTS, waitSeconds } from "../../schema/access/signIn.rules.js";

const WAITS = [0, 1, 2, 3, 4, 5].map((more) => waitSeconds(FREE_ATTEMPTS + more));

/**
 * Counts an attempt before it is looked at, so that no number of simultaneous ones gets past the limit. False while the name
 * has to wait; attempts made meanwhile do not lengthen the wait. An hour without failures forgets them.
 */
export async function countAttempt(pool: Pool, key: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `insert into login_attempt as a (key, failures, last_failed_at) values ($1, 1, clock_timestamp())
     on conflict (key) do update set
       failures = case when a.last_failed_at < clock_timestamp() - interval '1 hour' then 1 else a.failures + 1 end,
       last_failed_at = clock_timestamp()
     where a.failures < $2 or a.last_failed_at < clock_timestamp() - make_interval(secs => ($3::integer[])[least(a.failures - $2 + 1, cardinality($3::integer[]))])`,
    [key, FREE_ATTEMPTS, WAITS],
  );
  return rowCount === 1;
}

/** A right password wipes the slate; slates nobody has used for a day go with it. */
export async function forgiveAttempts(pool: Pool, key: string): Promise<void> {
  await pool.query(
    "delete from login_attempt where key = $1 or last_failed_at < clock_timestamp() - interval '1 day'",
    [key],
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
