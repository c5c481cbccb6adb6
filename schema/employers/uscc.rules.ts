import { words } from "../shared/bilingual.rules.js";
import { type Refusal, refusal } from "../shared/refusal.rules.js";

/** GB 32100-2015: 31 characters, without I, O, S, V and Z; the value of a character is its place. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

function weighed(text: string, alphabet: string, weights: number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * alphabet.indexOf(text[place] as string), 0);
}

/** Surrounding blanks removed and full-width characters made half-width; lower case is kept, so that it can be refused. */
export function normaliseUscc(text: string): string {
  return text.normalize("NFKC").trim();
}

/** The check character that the first 17 characters call for; a remainder of 0 gives `0`. */
export function usccCheckCharacter(code: string): string {
  return ALPHABET[(31 - (weighed(code, ALPHABET, WEIGHTS) % 31)) % 31] as string;
}

/** GB 11714: the check character of the organisation code in positions 9 to 17; 10 is written `X`, 11 `0`. */
export function organisationCheckCharacter(code: string): string {
  const rest = 11 - (weighed(code.slice(8, 16), ALPHANUMERIC, ORGANISATION_WEIGHTS) % 11);
  return rest === 10 ? "X" : String(rest % 11);
}

const isWellFormed = (code: string) => code.length === 18 && [...code].every((one) => ALPHABET.includes(one));

/** Whether the text is a unified social credit code: 18 characters of the alphabet and both check characters right. */
export function isUscc(code: string): boolean {
  return isWellFormed(code) && organisationCheckCharacter(code) === code[16] && usccCheckCharacter(code) === code[17];
}

/** Whether a code belongs to a trade union: 81 基层工会, 89 其他. */
export function isUnionUscc(code: string): boolean {
  return isUscc(code) && /^8[19]/.test(code);
}

/**
 * Why a unified social credit code is refused; GB 32100-2015. A code that would be right in upper case is not converted
 * in silence: it is offered as `suggestion`. The division inside is not checked, old codes live on.
 */
export function whyNotUscc(text: string, path?: string[]): Refusal | undefined {
  const code = normaliseUscc(text);
  if (isUscc(code)) return undefined;
  const upper = code.toUpperCase();
  const field = words("统一社会信用代码", "unified social credit code");
  const expected = isWellFormed(code)
    ? words("校验码正确的代码", "a code whose check characters are right")
    : words("18 位数字或大写字母（不含 I、O、S、V、Z）", "18 digits or capital letters without I, O, S, V, Z");
  return refusal("INVALID_FORMAT", { field, expected, ...(isUscc(upper) && { suggestion: upper }) }, path);
}
