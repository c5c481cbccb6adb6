import { termEndOn } from "../../schema/positions/office.rules.js";
import { addDays, addYears, type LocalDate } from "../../schema/shared/period.rules.js";
import type { Chance } from "./chance.js";
import { TOLD_UNTIL, type Union } from "./city.js";

export interface TermPlan {
  number: number;
  from: LocalDate;
  through: LocalDate;
  /** Last day on which this committee sat: the day before the next was elected; none while it sits. */
  satThrough?: LocalDate | undefined;
}

/** Terms are told of from here on; earlier ones only count. */
const TOLD_FROM = "2011-06-01";
const WITHOUT_TERM = ["TOWNSHIP_WORK_COMMITTEE", "BRANCH", "GROUP"];

/** The terms of a union's committee since 2011; some elections are late, and some overdue on the last day. */
export function termsOf(union: Union, chance: Chance): TermPlan[] {
  if (WITHOUT_TERM.includes(union.type)) return [];
  const isGrassroots = union.type.startsWith("GRASSROOTS") || union.type === "VILLAGE_UNION";
  const years = isGrassroots && chance.holds(35) ? 3 : 5;
  let from = union.establishedOn;
  let number = 1;
  const late = 3 + (100 - (union.township?.quality ?? 92)) * 0.42;
  const set = firstDayAtTheMark(union);
  if (set)
    [from, number] = [
      set,
      1 + Math.max(1, Math.floor((Number(set.slice(0, 4)) - Number(union.establishedOn.slice(0, 4))) / 5)),
    ];
  while (addYears(from, years) <= TOLD_FROM) [from, number] = [addYears(from, years), number + 1];
  const terms: TermPlan[] = [];
  const end = union.dissolvedOn ?? TOLD_UNTIL;
  for (;;) {
    const term: TermPlan = { number, from, through: termEndOn(from, set ? 5 : years) };
    terms.push(term);
    const next = addDays(term.through, 1 + (chance.holds(late) ? chance.whole(40, 900) : 0));
    if (next > end || set) break;
    term.satThrough = addDays(next, -1);
    [from, number] = [next, number + 1];
  }
  return terms;
}

/** A few terms end on the very last day of 2025, and a few on the day before it. */
function firstDayAtTheMark({ id, establishedOn, type, dissolvedOn }: Union): LocalDate | undefined {
  if (establishedOn > "2015-12-31" || dissolvedOn || !type.startsWith("GRASSROOTS")) return undefined;
  return ({ 7: "2021-01-01", 8: "2020-12-31" } as Record<number, LocalDate>)[id % 211];
}
