import type { HardshipCategory } from "../../schema/duties/hardshipCase.rules.js";
import { addDays, later } from "../../schema/shared/period.rules.js";
import { type City, chanceFor, TOLD_UNTIL, type Union } from "./city.js";
import { Sheet } from "./sheet.js";

const CATEGORIES: readonly (readonly [HardshipCategory, number])[] = [
  ["DEEP", 20],
  ["RELATIVE", 50],
  ["ACCIDENTAL", 30],
];
/** Made up like the persons they are told of. */
const DETAILS: Record<HardshipCategory, readonly string[]> = {
  DEEP: ["（虚构）本人患重病，家庭人均收入低于当地低保标准。", "（虚构）家中两人残疾，无固定收入来源。"],
  RELATIVE: ["（虚构）子女就读大学，配偶待业，支出大于收入。", "（虚构）家庭人均收入略高于低保标准，医疗支出较大。"],
  ACCIDENTAL: ["（虚构）住房失火受损，需临时救助。", "（虚构）家属遭遇交通事故，治疗费用较高。"],
};
/** Of so many unions with members, one has a case on file. */
const UNIONS_EACH = 30;

/** The files of workers in hardship, kept by the unions they belong to. */
export function hardshipSheet(city: City): Sheet {
  const sheet = new Sheet("hardship_case", {
    id: "integer",
    person_id: "integer",
    trade_union_id: "integer",
    category: "text",
    opened_on: "date",
    closed_on: "date",
    details: "text",
  });
  const unions = city.unions.filter(({ members, dissolvedOn }) => members.length > 0 && !dissolvedOn);
  for (const union of unions.filter((_, place) => place % UNIONS_EACH === 0)) openCase(sheet, union);
  return sheet;
}

function openCase(sheet: Sheet, union: Union): void {
  const chance = chanceFor(`hardship ${union.code}`);
  const worker = chance.pick(union.members);
  const category = chance.weighted(CATEGORIES);
  const openedOn = chance.day(later(later(worker.joinedOn, union.establishedOn), "2023-01-01"), TOLD_UNTIL);
  const closedOn = addDays(openedOn, chance.whole(180, 720));
  sheet.add({
    id: sheet.count + 1,
    person_id: worker.id,
    trade_union_id: union.id,
    category,
    opened_on: openedOn,
    closed_on: chance.holds(40) && closedOn < TOLD_UNTIL ? closedOn : null,
    details: chance.pick(DETAILS[category]),
  });
}
