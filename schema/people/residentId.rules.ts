import { words } from "../shared/bilingual.rules.js";
import { isLocalDate, type LocalDate } from "../shared/period.rules.js";
import { type Refusal, refusal } from "../shared/refusal.rules.js";
import type { Sex } from "./person.rules.js";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = "10X98765432";

/** Blanks removed, full-width made half-width, a final `x` written `X`. */
export function normaliseResidentId(text: string): string {
  return text.normalize("NFKC").trim().toUpperCase();
}

/** The check character that the first 17 digits call for; GB 11643-1999. */
export function residentIdCheckCharacter(number: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(number[place]), 0);
  return CHECK_CHARACTERS[sum % 11] as string;
}

/** The birth date inside a number; it need not be a day of the calendar. */
export function birthOnOf(number: string): LocalDate {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

/** Sex by the last digit of the sequence: odd is male. */
export function sexOf(number: string): Sex {
  return Number(number[16]) % 2 === 1 ? "MALE" : "FEMALE";
}

/**
 * Why a resident identity number is refused; GB 11643-1999. The calendar date is checked beside the checksum, a birth in
 * the future is refused, and the division may be any code: numbers keep the division of first registration.
 */
export function whyNotResidentId(text: string, today: LocalDate, path?: string[]): Refusal | undefined {
  const number = normaliseResidentId(text);
  const field = words("居民身份号码", "resident identity number");
  const wrong = (zh: string, en: string) => refusal("INVALID_FORMAT", { field, expected: words(zh, en) }, path);
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return wrong("18 位号码，末位可为 X", "18 digits, the last may be X");
  const birthOn = birthOnOf(number);
  if (!isLocalDate(birthOn)) return wrong("真实的出生日期", "a birth date of the calendar");
  if (birthOn > today) return wrong("不晚于今天的出生日期", "a birth date not in the future");
  if (residentIdCheckCharacter(number) !== number[17]) return wrong("校验码正确的号码", "a right check character");
  return undefined;
}

/** The number as it may be shown: first and last character only; division and sequence tell too much. */
export function maskResidentId(number: string): string {
  return number.length < 2 ? "*".repeat(number.length) : `${number[0]}${"*".repeat(number.length - 2)}${number.at(-1)}`;
}
