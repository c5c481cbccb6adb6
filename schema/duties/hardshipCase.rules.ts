import { type Bilingual, words } from "../shared/bilingual.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { type Refusal, refusal } from "../shared/refusal.rules.js";

/** 困难职工类别: customary in union relief work; which households fall under which is decided by the locality. */
export const HARDSHIP_CATEGORIES = ["DEEP", "RELATIVE", "ACCIDENTAL"] as const;
export type HardshipCategory = (typeof HARDSHIP_CATEGORIES)[number];

export const HARDSHIP_CATEGORY_NAMES: Record<HardshipCategory, Bilingual> = {
  DEEP: words("深度困难", "Deep hardship"),
  RELATIVE: words("相对困难", "Relative hardship"),
  ACCIDENTAL: words("意外致困", "Hardship by an accident"),
};

/** Why a case cannot be open from one day to another: no day lies ahead, and it closes on or after the day it opened. */
export function whyNotOpen(openedOn: LocalDate, closedOn: LocalDate | null | undefined, today: LocalDate): Refusal[] {
  const wrong: Refusal[] = [];
  if (openedOn > today) wrong.push(refusal("OUT_OF_RANGE", { most: today }, ["openedOn"]));
  if (closedOn && (closedOn < openedOn || closedOn > today))
    wrong.push(refusal("OUT_OF_RANGE", { least: openedOn, most: today }, ["closedOn"]));
  return wrong;
}
