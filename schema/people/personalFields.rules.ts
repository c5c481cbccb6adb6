import { type Bilingual, words } from "../shared/bilingual.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import type { Refusal } from "../shared/refusal.rules.js";
import { maskBankAccount, normaliseBankAccount, whyNotBankAccount } from "./bankAccount.rules.js";
import { maskHomeAddress, normaliseHomeAddress, whyNotHomeAddress } from "./homeAddress.rules.js";
import { maskPhone, normalisePhone, whyNotPhone } from "./phone.rules.js";
import { maskResidentId, normaliseResidentId, whyNotResidentId } from "./residentId.rules.js";

/** Where a sealed value stands: its columns begin with `column` and end with _sealed, _bidx, _mask and _key. */
export interface SealedPlace {
  table: string;
  column: string;
  /** The field of the record, in inputs and in memory; `${property}Masked` shows the mask. */
  property: string;
  /** Whether it is found whole, by a blind index; what is not has no _bidx. */
  index: "unique" | "many" | "none";
  /** What is sealed of what was given; as it was given, where nothing is said. */
  tidy?(value: string): string;
  /** The form in which two spellings of one value are the same; what the blind index is made of. */
  normalise(value: string): string;
  /** What everybody may see of it. */
  mask(value: string): string;
}

/** Personal data of a person kept sealed; shown masked, and whole only by a reveal with a reason. */
export const PERSONAL_PLACES = {
  RESIDENT_ID: {
    table: "person",
    column: "resident_id",
    property: "residentId",
    index: "unique",
    tidy: normaliseResidentId,
    normalise: normaliseResidentId,
    mask: maskResidentId,
  },
  PHONE: {
    table: "person",
    column: "phone",
    property: "phone",
    index: "many",
    normalise: normalisePhone,
    mask: maskPhone,
  },
  BANK_ACCOUNT: {
    table: "person",
    column: "bank_account",
    property: "bankAccount",
    index: "many",
    tidy: normaliseBankAccount,
    normalise: normaliseBankAccount,
    mask: maskBankAccount,
  },
  HOME_ADDRESS: {
    table: "person",
    column: "home_address",
    property: "homeAddress",
    index: "none",
    tidy: normaliseHomeAddress,
    normalise: normaliseHomeAddress,
    mask: maskHomeAddress,
  },
} as const satisfies Record<string, SealedPlace>;

export type PersonalField = keyof typeof PERSONAL_PLACES;
export const PERSONAL_FIELDS = Object.keys(PERSONAL_PLACES) as PersonalField[];
export type PersonalProperty = (typeof PERSONAL_PLACES)[PersonalField]["property"];

export const PERSONAL_FIELD_NAMES: Record<PersonalField, Bilingual> = {
  RESIDENT_ID: words("居民身份号码", "Resident identity number"),
  PHONE: words("手机号", "Telephone"),
  BANK_ACCOUNT: words("银行卡号", "Bank card number"),
  HOME_ADDRESS: words("家庭住址", "Home address"),
};

/** Every place of every record that holds sealed values: whoever seals, finds or rotates goes through all of them. */
export const SEALED_PLACES = {
  ...PERSONAL_PLACES,
  /** 困难情况: a text about a life shows nothing of itself. */
  HARDSHIP_DETAILS: {
    table: "hardship_case",
    column: "details",
    property: "details",
    index: "none",
    normalise: (text: string) => text,
    mask: () => "****",
  },
} as const satisfies Record<string, SealedPlace>;
export type SealedName = keyof typeof SEALED_PLACES;

/** The places of one table. */
export const placesOf = (table: string): SealedPlace[] =>
  (Object.values(SEALED_PLACES) as SealedPlace[]).filter((place) => place.table === table);
/** Columns of a table whose values stay out of the log. */
export const sealedColumnsOf = (table: string): string[] => placesOf(table).map(({ column }) => `${column}_sealed`);

const WHY_NOT: Record<PersonalField, (value: string, today: LocalDate, path: string[]) => Refusal | undefined> = {
  RESIDENT_ID: whyNotResidentId,
  PHONE: (value, _today, path) => whyNotPhone(value, PERSONAL_FIELD_NAMES.PHONE, path),
  BANK_ACCOUNT: (value, _today, path) => whyNotBankAccount(value, path),
  HOME_ADDRESS: (value, _today, path) => whyNotHomeAddress(value, path),
};
/** Why what is given for a field is not put on file. */
export const whyNotPersonal = (field: PersonalField, value: string, today: LocalDate): Refusal | undefined =>
  WHY_NOT[field](value, today, [PERSONAL_PLACES[field].property]);

/** What a personal number may be looked at for. */
export const REVEAL_REASONS = ["IDENTITY_CHECK", "CONTACT", "BENEFIT", "CORRECTION", "RIGHTS_PROTECTION"] as const;
export type RevealReason = (typeof REVEAL_REASONS)[number];

export const REVEAL_REASON_NAMES: Record<RevealReason, Bilingual> = {
  IDENTITY_CHECK: words("核对本人身份", "Checking who the person is"),
  CONTACT: words("联系本人", "Getting in touch with the person"),
  BENEFIT: words("发放慰问金、补助等待遇", "Paying a benefit"),
  CORRECTION: words("核实、更正档案", "Putting the file right"),
  RIGHTS_PROTECTION: words("办理信访、维权事项", "A complaint or a case of the person's rights"),
};

/** Reveals an account has in any hour. */
export const REVEALS_PER_HOUR = 30;
