/** Codes of what a person can put right: the closed list of user errors. Codes never change; messages may. */
export const REFUSAL_CODES = [
  "INVALID_CREDENTIALS",
  "SECOND_FACTOR_REQUIRED",
  "SUPERIOR_NOT_IN_FORCE",
  "GLYPH_MISSING",
  "REQUIRED",
  "INVALID_FORMAT",
  "OUT_OF_RANGE",
  "NOT_UNIQUE",
  "NEEDS_REVIEW",
  "CONFLICT",
  "PERIOD_LOCKED",
  "TERM_OVERLAP",
  "TERM_PROTECTED",
  "HIERARCHY_CYCLE",
  "EDGE_OVERLAP",
  "ILLEGAL_TRANSITION",
  "CONSENT_MISSING",
  "NOTICE_PERIOD_OPEN",
  "QUOTA_EXCEEDED",
  "REFERENCE_UNKNOWN",
  "IN_USE",
  "FILE_TYPE_REFUSED",
  "FILE_CONTENT_REFUSED",
  "STORAGE_FULL",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/**
 * Why a change is refused. `path` leads from the input root to the field (`["terms", "2", "endsOn"]`), `clause` names the
 * clause of the policy text (三(二)), `facts` are the values the message speaks of.
 */
export interface Refusal {
  code: RefusalCode;
  path?: string[];
  clause?: string;
  facts?: Record<string, unknown>;
}

/** A refusal with the facts its message needs and the field it concerns. */
export function refusal(code: RefusalCode, facts?: Record<string, unknown>, path?: string[], clause?: string): Refusal {
  return { code, ...(path && { path }), ...(clause && { clause }), ...(facts && { facts }) };
}
