import { words } from "../shared/bilingual.rules.js";
import { type Refusal, refusal } from "../shared/refusal.rules.js";

const SHOWN = 4;
const DIGITS = { least: 16, most: 19 };

/** One spelling for one card: full-width made half-width, no blanks, no hyphens. */
export const normaliseBankAccount = (text: string): string => text.normalize("NFKC").replace(/[\s-]/g, "");

/** Whether the last digit is the check digit of the others; ISO/IEC 7812-1, Luhn's formula. */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const weighed = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}

/** Why a card number is refused: cards have 16 to 19 digits, the last of them a check digit. */
export function whyNotBankAccount(text: string, path?: string[]): Refusal | undefined {
  const number = normaliseBankAccount(text);
  const field = words("银行卡号", "bank card number");
  const wrong = (zh: string, en: string) => refusal("INVALID_FORMAT", { field, expected: words(zh, en) }, path);
  if (!/^\d+$/.test(number) || number.length < DIGITS.least || number.length > DIGITS.most)
    return wrong(`${DIGITS.least} 至 ${DIGITS.most} 位数字`, `${DIGITS.least} to ${DIGITS.most} digits`);
  if (!passesLuhn(number)) return wrong("校验位正确的卡号", "a right check digit");
  return undefined;
}

/** The number as it may be shown: the last four digits. One too short to keep anything back shows nothing. */
export const maskBankAccount = (number: string): string =>
  number.length < SHOWN + 8 ? "*".repeat(number.length) : `${"*".repeat(number.length - SHOWN)}${number.slice(-SHOWN)}`;
