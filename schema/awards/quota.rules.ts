import type { Bilingual } from "../shared/bilingual.rules.js";
import { ceiling, type Fraction, floor, fraction, multiply } from "../shared/fraction.rules.js";
import { type Refusal, refusal } from "../shared/refusal.rules.js";

/** A share of the whole list that a group must reach or must not pass; dated data of the round, never a constant. */
export interface QuotaFacts {
  group: Bilingual;
  bound: "AT_LEAST" | "AT_MOST";
  share: Fraction;
}

/** How many of a list the quota asks for or allows: 60 % of 7 is at least 5, at most 10 % of 9 is 0. */
export function quotaCount({ bound, share }: QuotaFacts, listed: number): number {
  const exact = multiply(share, fraction(listed));
  return Number(bound === "AT_LEAST" ? ceiling(exact) : floor(exact));
}

/** Why a list of nominees does not keep a quota. */
export function whyNotQuota(quota: QuotaFacts, listed: number, inGroup: number): Refusal | undefined {
  const count = quotaCount(quota, listed);
  if (quota.bound === "AT_LEAST" ? inGroup >= count : inGroup <= count) return undefined;
  const limit = quota.bound === "AT_LEAST" ? { least: count } : { most: count };
  return refusal("QUOTA_EXCEEDED", { quota: quota.group, count: inGroup, ...limit });
}
