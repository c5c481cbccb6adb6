import type { Bilingual } from "../../schema/shared/bilingual.rules.js";
import { type Refusal, type RefusalCode, refusal } from "../../schema/shared/refusal.rules.js";

/** A change that is refused for reasons its author can put right. The door rolls back and makes them the payload's user errors. */
export class Refused extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map(({ code }) => code).join(" "));
  }
}

/** @throws Refused */
export function refuse(
  code: RefusalCode,
  facts: Record<string, unknown> = {},
  path: string[] = [],
  clause?: string,
): never {
  throw new Refused([refusal(code, facts, path, clause)]);
}

/** A refusal in words of its own, where the general text of the code would not say enough. */
export function because(
  code: RefusalCode,
  path: string[],
  reason: Bilingual,
  facts: Record<string, unknown> = {},
): Refusal {
  return refusal(code, { ...facts, reason }, path);
}
