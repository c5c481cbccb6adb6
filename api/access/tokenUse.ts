import type { Pool } from "pg";

const FLUSH_MILLISECONDS = 1_000;
interface Use {
  calls: number;
  flushedAt: number;
  timer?: NodeJS.Timeout | undefined;
}
const uses = new WeakMap<Pool, Map<number, Use>>();

/** Counts a call by a token. The first is written at once, those that follow within the same second together after it. */
export async function countUse(pool: Pool, tokenId: number): Promise<void> {
  const all = uses.get(pool) ?? new Map<number, Use>();
  uses.set(pool, all);
  const use = all.get(tokenId) ?? { calls: 0, flushedAt: Number.NEGATIVE_INFINITY };
  all.set(tokenId, use);
  use.calls++;
  if (use.timer) return;
  if (performance.now() - use.flushedAt > FLUSH_MILLISECONDS) return flush(pool, tokenId, use);
  use.timer = setTimeout(() => void flush(pool, tokenId, use).catch(() => undefined), FLUSH_MILLISECONDS).unref();
}

async function flush(pool: Pool, tokenId: number, use: Use): Promise<void> {
  const { calls } = use;
  use.calls = 0;
  use.timer = undefined;
  use.flushedAt = performance.now();
  if (calls === 0 || pool.ending) return;
  await pool.query(
    `insert into api_token_use as u (api_token_id, used_on, calls, last_used_at) values ($1, today_in_shaoxing(), $2, clock_timestamp())
     on conflict (api_token_id, used_on) do update set calls = u.calls + $2, last_used_at = clock_timestamp()`,
    [tokenId, calls],
  );
}
