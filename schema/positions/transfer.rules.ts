import { type Bilingual, words } from "../shared/bilingual.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { type Refusal, refusal } from "../shared/refusal.rules.js";
import { isProtected } from "./office.rules.js";
import type { PositionRole } from "./position.rules.js";

/** The two bodies whose consent a transfer in mid-term needs. */
export const CONSENTING_BODIES = ["OWN_COMMITTEE", "SUPERIOR_UNION"] as const;
export type ConsentingBody = (typeof CONSENTING_BODIES)[number];

export const CONSENTING_BODY_NAMES: Record<ConsentingBody, Bilingual> = {
  OWN_COMMITTEE: words("本级工会委员会", "Committee of the own union"),
  SUPERIOR_UNION: words("上一级工会", "The union next above"),
};

export const CONSENT_DECISIONS = ["AGREED", "REFUSED"] as const;
export type ConsentDecision = (typeof CONSENT_DECISIONS)[number];

export const CONSENT_DECISION_NAMES: Record<ConsentDecision, Bilingual> = {
  AGREED: words("同意", "Agreed"),
  REFUSED: words("不同意", "Refused"),
};

export interface PostFacts {
  role: PositionRole;
  termEndOn: LocalDate;
  /** The union next above on the day of the transfer. */
  superiorId: number | string;
}

export interface ConsentFacts {
  body: ConsentingBody;
  decision: ConsentDecision;
  decidedOn: LocalDate;
  /** The union that gave the consent as superior. */
  superiorId?: number | string;
}

/** Whether a consent holds for a transfer: agreed, by the day, and the superior is the one of that day. */
export function isGoodConsent(consent: ConsentFacts, post: PostFacts, on: LocalDate): boolean {
  const bySuperior = consent.body !== "SUPERIOR_UNION" || consent.superiorId === post.superiorId;
  return consent.decision === "AGREED" && consent.decidedOn <= on && bySuperior;
}

/** The bodies whose good consent a transfer on a day still lacks. */
export function missingConsents(post: PostFacts, consents: readonly ConsentFacts[], on: LocalDate): ConsentingBody[] {
  return CONSENTING_BODIES.filter(
    (body) => !consents.some((consent) => consent.body === body && isGoodConsent(consent, post, on)),
  );
}

/**
 * Implementation Opinions 3(2): 因工作需要调动时，应当征得本级工会委员会和上一级工会的同意. In term (up to and including
 * `termEndOn`) a chair or vice chair moves only with both consents, each given by the day.
 */
export function whyNotTransfer(post: PostFacts, consents: readonly ConsentFacts[], on: LocalDate): Refusal | undefined {
  if (!isProtected(post.role) || post.termEndOn < on) return undefined;
  const missing = missingConsents(post, consents, on);
  if (missing.length === 0) return undefined;
  const names = missing.map((body) => CONSENTING_BODY_NAMES[body]);
  return refusal("CONSENT_MISSING", { missing: names, bodies: missing }, undefined, "三(二)");
}
