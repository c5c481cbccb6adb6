import { type Bilingual, words } from "../shared/bilingual.rules.js";
import { maskPhone, normalisePhone } from "./phone.rules.js";
import { maskResidentId, normaliseResidentId } from "./residentId.rules.js";

/** Personal data kept sealed; shown masked, and whole only by a reveal with a reason. */
export const PERSONAL_FIELDS = ["RESIDENT_ID", "PHONE"] as const;
export type PersonalField = (typeof PERSONAL_FIELDS)[number];

export const PERSONAL_FIELD_NAMES: Record<PersonalField, Bilingual> = {
  RESIDENT_ID: words("居民身份号码", "Resident identity number"),
  PHONE: words("手机号", "Telephone"),
};

/** Where a sealed value stands: its columns begin with `column` and end with _sealed, _bidx, _mask and _key. */
export interface SealedPlace {
  table: string;
  column: string;
  /** The form in which two spellings of one value are the same; what the blind index is made of. */
  normalise(value: string): string;
  /** What everybody may see of it. */
  mask(value: string): string;
}

export const SEALED_PLACES: Record<PersonalField, SealedPlace> = {
  RESIDENT_ID: { table: "person", column: "resident_id", normalise: normaliseResidentId, mask: maskResidentId },
  PHONE: { table: "person", column: "phone", normalise: normalisePhone, mask: maskPhone },
};

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
