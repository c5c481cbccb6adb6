import { words } from "../shared/bilingual.rules.js";
import { type Refusal, refusal } from "../shared/refusal.rules.js";

const LENGTH = { least: 5, most: 120 };

/** One spelling: full-width signs made half-width, no blanks at the ends or in rows. */
export const normaliseHomeAddress = (text: string): string => text.normalize("NFKC").trim().replace(/\s+/g, " ");

/** Why an address is refused: it names a place somebody can be found at. */
export function whyNotHomeAddress(text: string, path?: string[]): Refusal | undefined {
  const { length } = [...normaliseHomeAddress(text)];
  if (length >= LENGTH.least && length <= LENGTH.most) return undefined;
  return refusal(
    "INVALID_FORMAT",
    {
      field: words("家庭住址", "home address"),
      expected: words(`${LENGTH.least} 至 ${LENGTH.most} 字`, `${LENGTH.least} to ${LENGTH.most} characters`),
    },
    path,
  );
}

/** A name of a division holds no sign of a street, a village or a house. */
const NAME = "[^\\P{L}路街巷弄号村室幢栋楼]";
const DIVISIONS = new RegExp(
  `^(?:${NAME}{2,8}?(?:省|自治区))?(?:${NAME}{2,8}?(?:市|自治州|地区|盟))?(?:${NAME}{1,8}?(?:县|区|市|旗))?(?:${NAME}{1,8}?(?:街道|镇|乡))?`,
  "u",
);

/** An address as it may be shown: as far as county and township. One that begins with neither shows nothing. */
export function maskHomeAddress(address: string): string {
  const [shown = ""] = DIVISIONS.exec(address.replace(/\s/g, "")) ?? [];
  return `${shown}****`;
}
