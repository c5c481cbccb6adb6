/** A fact that a rule looks at; null or absent when the records do not tell it, which is never the same as 0 or no. */
export type Fact<T> = T | null | undefined;

/** Whether all claims hold: false as soon as one is known to be false, undefined while one that matters is unknown. */
export function allOf(claims: readonly Fact<boolean>[]): boolean | undefined {
  if (claims.includes(false)) return false;
  return claims.every((claim) => claim === true) ? true : undefined;
}

/** Whether one claim at least holds: true as soon as one is known to be true, undefined while one that matters is unknown. */
export function anyOf(claims: readonly Fact<boolean>[]): boolean | undefined {
  if (claims.includes(true)) return true;
  return claims.every((claim) => claim === false) ? false : undefined;
}

/** 以上: the mark itself is reached; undefined when the count is unknown. */
export function reaches(count: Fact<number>, mark: number): boolean | undefined {
  return count == null ? undefined : count >= mark;
}
