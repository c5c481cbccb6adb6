import { isLocalDate } from "../shared/period.rules.js";
import { maskBankAccount, passesLuhn } from "./bankAccount.rules.js";
import { maskPhone } from "./phone.rules.js";
import { birthOnOf, maskResidentId } from "./residentId.rules.js";

const RESIDENT_ID = /(?<!\d)[1-9]\d{16}[\dXx](?!\d)/g;
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;
const CARD = /(?<!\d)[1-9]\d{15,18}(?!\d)/g;

/** A text in which identity, card and mobile numbers are masked: for messages and logs, which must not carry them. */
export function withoutPersonalNumbers(text: string): string {
  return text
    .replace(RESIDENT_ID, (found) => (isLocalDate(birthOnOf(found)) ? maskResidentId(found) : found))
    .replace(CARD, (found) => (passesLuhn(found) ? maskBankAccount(found) : found))
    .replace(MOBILE, maskPhone);
}

/** Whether a text carries a personal number, such as a reason that quotes what it asks for. */
export const holdsPersonalNumber = (text: string) => {
  const plain = text.normalize("NFKC");
  return withoutPersonalNumbers(plain) !== plain;
};
