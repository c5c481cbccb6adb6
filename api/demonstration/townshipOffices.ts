import { addDays, type LocalDate } from "../../schema/shared/period.rules.js";
import type { Chance } from "./chance.js";
import { type City, chanceFor, type Member, TOLD_UNTIL, type Township, type Union } from "./city.js";
import type { OfficeRoll } from "./officeRoll.js";
import { type TermPlan, termsOf } from "./terms.js";

type Leadership = "PARTY_CHAIR" | "FULL_TIME_CHAIR" | "PARTY_CHAIR_ALONE" | "OTHER_PART_TIME";

/** Offices of a township union, filled from the township's own office: every case of the tables of R45 and R46 occurs. */
export function fillTownship(roll: OfficeRoll, city: City, township: Township): void {
  const { union } = township;
  const people = officeOf(city, township)?.members ?? [];
  if (people.length < 12) return;
  const chance = chanceFor(`leadership ${township.key}`);
  const kind = leadershipOf(township, chance);
  const terms = termsOf(union, chance);
  const isAppointed = terms.length === 0;
  for (const term of terms) roll.term(union, term, "BY_COMMITTEE");
  const stretches = isAppointed ? appointedStretches(union, chance) : terms;
  for (const [index, stretch] of stretches.entries()) {
    const isLast = index === stretches.length - 1;
    const rest = {
      termNumber: isAppointed ? undefined : stretch.number,
      termEndOn: isAppointed ? undefined : stretch.through,
      method: isAppointed ? ("APPOINTED" as const) : ("BY_COMMITTEE" as const),
    };
    const ended = { endedOn: stretch.satThrough, endReason: stretch.satThrough ? ("RE_ELECTION" as const) : undefined };
    const isFullTime = kind === "FULL_TIME_CHAIR";
    const gap = isLast ? vacancyOf(township, chance) : 0;
    const common = {
      union,
      role: "CHAIR" as const,
      mode: isFullTime ? ("FULL_TIME" as const) : ("PART_TIME" as const),
      ...rest,
      inPartyCommittee: kind === "PARTY_CHAIR" || kind === "PARTY_CHAIR_ALONE",
      rank: isFullTime && chance.holds(86) ? ("TOWNSHIP_DEPUTY_ADMIN" as const) : undefined,
      concurrentPost: isFullTime
        ? undefined
        : chance.pick(
            kind === "OTHER_PART_TIME"
              ? ["党建办公室主任", "社会事务办公室主任"]
              : ["党委副书记", "党委委员、组织委员", "党委委员、人大主席"],
          ),
    };
    fillChair(roll, common, people, index, stretch, ended, gap, chance);
    fillBeside(roll, township, people, index, stretch, { ...rest, ...ended }, kind, chance);
  }
  for (let place = 0; place < 1 + Number(township.quality > 45) + Number(township.quality > 75); place += 1)
    roll.appoint(
      {
        union,
        holder: people[9 + place] as Member,
        role: "PROFESSIONAL_UNION_WORKER",
        mode: "FULL_TIME",
        from: chance.day("2014-03-01", "2023-12-01"),
      },
      chance,
    );
}

/** The grassroots union of the township's own office. */
export function officeOf(city: City, township: Township): Union | undefined {
  return city.employers.find((one) => one.township === township && one.trade === "机关")?.union;
}

function leadershipOf({ key, quality }: Township, chance: Chance): Leadership {
  if (key === "330602001") return "PARTY_CHAIR";
  return chance.weighted([
    ["PARTY_CHAIR", 52 + quality * 0.2],
    ["FULL_TIME_CHAIR", 18],
    ["PARTY_CHAIR_ALONE", 16 - quality * 0.12],
    ["OTHER_PART_TIME", 12 - quality * 0.09],
  ] as const);
}

/** Days without a chair in 2025: none as a rule, few, exactly the 90 that are still allowed, 91, or the rest of the year. */
function vacancyOf({ key, union }: Township, chance: Chance): number {
  if (key === "330602001") return 0;
  return chance.weighted([
    [0, 76],
    [chance.whole(20, 80), 12],
    [90, 4],
    [91, 4],
    [999, union.id % 3 === 0 ? 5 : 2],
  ] as const);
}

type ChairOffice = Omit<Parameters<OfficeRoll["appoint"]>[0], "holder" | "from" | "endedOn" | "endReason">;
type Ending = { endedOn?: LocalDate | undefined; endReason?: "RE_ELECTION" | undefined };

function fillChair(
  roll: OfficeRoll,
  office: ChairOffice,
  people: Member[],
  index: number,
  stretch: TermPlan,
  ended: Ending,
  gap: number,
  chance: Chance,
): void {
  const holder = people[index % 3] as Member;
  const left = "2025-03-31";
  if (gap === 0 || stretch.from >= left) {
    roll.appoint({ ...office, holder, from: stretch.from, ...ended }, chance);
    return;
  }
  roll.appoint({ ...office, holder, from: stretch.from, endedOn: left, endReason: "MID_TERM_TRANSFER" }, chance);
  const from = addDays(left, gap + 1);
  if (gap < 999 && (!ended.endedOn || from < ended.endedOn))
    roll.appoint({ ...office, holder: people[(index + 1) % 3] as Member, from, ...ended }, chance);
}

function fillBeside(
  roll: OfficeRoll,
  township: Township,
  people: Member[],
  index: number,
  stretch: TermPlan,
  rest: Pick<ChairOffice, "termNumber" | "termEndOn"> & Ending,
  kind: Leadership,
  chance: Chance,
): void {
  const { union } = township;
  const isFullTime = kind === "PARTY_CHAIR";
  const rank =
    isFullTime && chance.holds(township.key === "330602001" ? 100 : 84) ? ("TOWNSHIP_MIDDLE_FULL" as const) : undefined;
  const at = (place: number) => people[3 + ((place + index) % 5)] as Member;
  roll.appoint(
    {
      union,
      holder: at(0),
      role: "VICE_CHAIR",
      mode: isFullTime ? "FULL_TIME" : "PART_TIME",
      from: stretch.from,
      ...rest,
      rank,
      inPartyCommittee: false,
    },
    chance,
  );
  roll.appoint({ union, holder: at(1), role: "AUDIT_CHAIR", mode: "PART_TIME", from: stretch.from, ...rest }, chance);
  const woman = people.filter(({ sex }) => sex === "FEMALE")[index % 3];
  if (woman)
    roll.appoint({ union, holder: woman, role: "WOMEN_CHAIR", mode: "PART_TIME", from: stretch.from, ...rest }, chance);
  for (const place of [2, 3])
    roll.appoint(
      { union, holder: at(place), role: "COMMITTEE_MEMBER", mode: "PART_TIME", from: stretch.from, ...rest },
      chance,
    );
}

/** A dispatched committee has no term: its chairs are appointed and replaced. */
function appointedStretches({ establishedOn }: Union, chance: Chance): TermPlan[] {
  const stretches: TermPlan[] = [];
  let from = establishedOn > "2012-05-01" ? establishedOn : chance.day("2011-06-01", "2013-06-30");
  while (from < TOLD_UNTIL) {
    const next = addDays(from, chance.whole(1200, 2300));
    stretches.push({
      number: stretches.length + 1,
      from,
      through: next,
      satThrough: next < TOLD_UNTIL ? addDays(next, -1) : undefined,
    });
    from = next;
  }
  return stretches;
}
