import { type Bilingual, words } from "../shared/bilingual.rules.js";
import { type Refusal, refusal } from "../shared/refusal.rules.js";

/** One spelling for one number: full-width made half-width, no blanks, no hyphens. */
export function normalisePhone(text: string): string {
  return text.normalize("NFKC").replace(/[\s-]/g, "");
}

/** A mobile number of 11 digits, or a landline with its area code. */
export const isPhone = (text: string) => /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/.test(text);

const FORM = words("11 位手机号或带区号的座机号", "a mobile number of 11 digits, or a landline with its area code");
/** Why a text is no telephone number. */
export const whyNotPhone = (text: string, field: Bilingual, path: string[]): Refusal | undefined =>
  isPhone(text) ? undefined : refusal("INVALID_FORMAT", { field, expected: FORM }, path);

const SHOWN = { start: 3, end: 4 };
/** The number as it may be shown: `138****1234`. One too short to keep anything back shows nothing. */
export function maskPhone(number: string): string {
  return number.length < SHOWN.start + SHOWN.end + 4
    ? "*".repeat(number.length)
    : `${number.slice(0, SHOWN.start)}****${number.slice(-SHOWN.end)}`;
}
