import type { Pool } from "pg";
import { HOURLY_POINTS, restored, secondsUntil } from "../../schema/access/limits.rules.js";
import { TopLevel } from "../shared/topLevel.js";
import { inTurn } from "./attempts.js";

/** What `extensions.cost` tells a partner: points asked for, used, and left. */
export interface Cost {
  requested: number;
  actual: number;
  /** Points one operation may cost. */
  limit: number;
  bucket: {
    available: number;
    /** Points that come back in a second. */
    restoreRate: number;
    /** When the bucket is full again, if nothing more is asked. */
    resetAt: string;
  };
}

/** Points taken from the database at a time: one write for so many, whatever the number of operations. */
const BLOCK = 250;
const IDLE_MILLISECONDS = 60_000;

/** One caller's share of its bucket in this process: leased points, and what the database last said is left beside them. */
class Bucket {
  private leased = 0;
  private rest = { available: 0, at: performance.now() };
  private hourly: number;
  private empty = { until: 0, wanted: 0 };
  usedAt = performance.now();

  constructor(
    private readonly pool: Pool,
    private readonly holder: string,
    private readonly usual: number,
  ) {
    this.hourly = usual;
  }

  /** Takes points, or says in how many seconds they will be there. */
  async take(points: number): Promise<number> {
    this.usedAt = performance.now();
    const isPaid =
      this.pay(points) || (!this.isKnownEmpty(points) && (await inTurn(this.holder, () => this.lease(points))));
    return isPaid ? 0 : secondsUntil(points, this.available, this.hourly);
  }

  private pay(points: number): boolean {
    if (this.leased < points) return false;
    this.leased -= points;
    return true;
  }

  /** Points that were asked for and not used. */
  give(points: number): void {
    this.leased += points;
  }

  /** Asking again in vain would cost a write for each refusal. */
  private isKnownEmpty(points: number): boolean {
    return performance.now() < this.empty.until && points >= this.empty.wanted;
  }

  /**
   * Those who come at once take turns, and pay in their turn. What is left of the last lease is set aside for whoever is leasing:
   * were it paid to somebody who comes meanwhile, the lease would fall short and refuse a caller who has points in plenty.
   */
  private async lease(points: number): Promise<boolean> {
    if (this.pay(points)) return true;
    let own = this.leased;
    this.leased = 0;
    try {
      const { rows } = await this.pool.query<{ granted: number; available: number; hourly: number }>({
        name: "lease points",
        text: "select granted, available, hourly from lease_points($1, $2, $3, $4)",
        values: [this.holder, points - own, BLOCK, this.usual],
      });
      const [row = { granted: 0, available: 0, hourly: this.usual }] = rows;
      own += row.granted;
      this.hourly = row.hourly;
      this.rest = { available: row.available, at: performance.now() };
      if (row.granted === 0) this.empty = { until: performance.now() + 1_000, wanted: points };
    } finally {
      this.leased += own;
    }
    return this.pay(points);
  }

  get available(): number {
    return restored(this.leased + this.rest.available, this.hourly, (performance.now() - this.rest.at) / 1_000);
  }

  get state(): Cost["bucket"] {
    const { available, hourly } = this;
    const missing = (hourly - available) / hourly;
    return {
      available: Math.floor(available),
      restoreRate: Number((hourly / 3_600).toFixed(3)),
      resetAt: new Date(Date.now() + missing * 3_600_000).toISOString(),
    };
  }

  /** Hands unused points back for other processes. */
  async settle(): Promise<void> {
    const points = this.leased;
    this.leased = 0;
    if (points > 0)
      await this.pool.query("update cost_budget set available = available + $2 where holder = $1", [
        this.holder,
        points,
      ]);
  }
}

/** What one request may cost, taken from its caller's bucket before it runs. */
export class Allowance {
  private requested = 0;

  constructor(
    private readonly bucket: Bucket,
    private readonly limit: number,
    /** Whether the answer tells the caller what it cost. */
    readonly isTold: boolean,
  ) {}

  /** @throws TopLevel QUERY_TOO_EXPENSIVE or RATE_LIMITED */
  async take(points: number): Promise<void> {
    const { limit, bucket } = this;
    refuseCost(points, limit);
    const wait = await bucket.take(points);
    this.requested = points;
    if (wait > 0)
      throw new TopLevel(
        "RATE_LIMITED",
        {
          zh: `本小时的调用额度不足：本次需 ${points} 点，现余 ${bucket.state.available} 点，请 ${wait} 秒后再试。`,
          en: `This hour's points are used up: ${points} asked for, ${bucket.state.available} left; try again in ${wait} s.`,
        },
        { retryAfter: wait, cost: this.cost(0) },
      );
  }

  /** Gives back what was not used, and tells what it came to. */
  settle(actual: number): Cost {
    this.bucket.give(Math.max(0, this.requested - actual));
    return this.cost(Math.min(actual, this.requested));
  }

  private cost(actual: number): Cost {
    return { requested: this.requested, actual, limit: this.limit, bucket: this.bucket.state };
  }
}

/** @throws TopLevel QUERY_TOO_EXPENSIVE */
export function refuseCost(points: number, limit: number): void {
  if (points > limit)
    throw new TopLevel(
      "QUERY_TOO_EXPENSIVE",
      {
        zh: `单次查询至多 ${limit} 点，本次为 ${points} 点，请减小 first 或拆分查询。`,
        en: `An operation may cost ${limit} points, this one ${points}; lower first or split it.`,
      },
      { rule: "cost", limit, requested: points },
    );
}

/** The buckets of one server. */
export class Allowances {
  private readonly buckets = new Map<string, Bucket>();
  private readonly sweep = setInterval(() => this.giveBack(performance.now() - IDLE_MILLISECONDS), 15_000).unref();

  constructor(private readonly pool: Pool) {}

  /** The allowance of a token, by its prefix, or of an account. */
  of(caller: { prefix: string } | { accountId: number }, limit: number): Allowance {
    const isToken = "prefix" in caller;
    const holder = isToken ? `token:${caller.prefix}` : `account:${caller.accountId}`;
    const bucket =
      this.buckets.get(holder) ?? new Bucket(this.pool, holder, HOURLY_POINTS[isToken ? "token" : "account"]);
    this.buckets.set(holder, bucket);
    return new Allowance(bucket, limit, isToken);
  }

  private giveBack(before: number): void {
    for (const [holder, bucket] of this.buckets)
      if (bucket.usedAt < before) {
        this.buckets.delete(holder);
        bucket.settle().catch(() => undefined); // what is lost comes back within the hour
      }
  }

  async close(): Promise<void> {
    clearInterval(this.sweep);
    await Promise.all([...this.buckets.values()].map((bucket) => bucket.settle().catch(() => undefined)));
  }
}
