import { passesLuhn } from "../../schema/people/bankAccount.rules.js";
import { EDUCATION_LEVELS, POLITICAL_STATUSES, type Sex } from "../../schema/people/person.rules.js";
import { residentIdCheckCharacter } from "../../schema/people/residentId.rules.js";
import { addDays, addYears, type LocalDate, later } from "../../schema/shared/period.rules.js";
import type { Chance } from "./chance.js";
import { type City, chanceFor, type Member, TOLD_UNTIL, type Union } from "./city.js";
import { nameOf } from "./personNames.js";
import { personSearchText } from "./pinyin.js";
import { Sheet } from "./sheet.js";

/** A division that was never assigned: no number of the demonstration is anybody's. */
const NO_DIVISION = "330699";
/** So many first members of a union are the ones its offices are given to; among them both sexes. */
const CORE = 5;
const EDUCATION: readonly (readonly [(typeof EDUCATION_LEVELS)[number], number])[] = [
  ["PRIMARY", 4],
  ["JUNIOR_SECONDARY", 30],
  ["SENIOR_SECONDARY", 28],
  ["JUNIOR_COLLEGE", 20],
  ["BACHELOR", 16],
  ["MASTER", 2],
];
const CADRE_EDUCATION: typeof EDUCATION = [
  ["SENIOR_SECONDARY", 18],
  ["JUNIOR_COLLEGE", 36],
  ["BACHELOR", 42],
  ["MASTER", 4],
];
const POLITICS: readonly (readonly [(typeof POLITICAL_STATUSES)[number], number])[] = [
  ["PARTY_MEMBER", 14],
  ["PROBATIONARY_PARTY_MEMBER", 0.6],
  ["YOUTH_LEAGUE_MEMBER", 9],
  ["DEMOCRATIC_PARTY_MEMBER", 0.8],
  ["MASSES", 75],
];
const CADRE_POLITICS: typeof POLITICS = [
  ["PARTY_MEMBER", 52],
  ["DEMOCRATIC_PARTY_MEMBER", 2],
  ["MASSES", 46],
];
const ETHNICITIES: readonly (readonly [string, number])[] = [
  ["汉族", 970],
  ["畲族", 6],
  ["土家族", 8],
  ["苗族", 8],
  ["回族", 4],
  ["壮族", 4],
];

/** So many people there are for each whose card and address are on file, as those have who are paid a benefit. */
const PAID_EACH = 20;
/** Numbers that begin with 9 belong to no issuer of cards. */
const NO_ISSUER = "999933";

/** A card number that nobody holds, with the check digit it calls for. */
export function cardNumber(id: number): string {
  const digits = `${NO_ISSUER}${String(id).padStart(12, "0")}`;
  return Array.from({ length: 10 }, (_, check) => `${digits}${check}`).find(passesLuhn) as string;
}

/** A house in a road that is nowhere. */
export const homeOf = ({ township }: Union, id: number): string =>
  `绍兴市${township?.division.name ?? ""}虚构路${(id % 900) + 1}号`;

/** People and their standing in the unions. */
export class Roll {
  readonly persons = new Sheet("person", {
    id: "integer",
    name: "text",
    sex: "text",
    birth_on: "date",
    ethnicity: "text",
    political_status: "text",
    education: "text",
    resident_id: "text",
    phone: "text",
    bank_account: "text",
    home_address: "text",
    migrant_worker: "boolean",
    dispatched_worker: "boolean",
    keeper_id: "integer",
    search_text: "text",
  });
  readonly memberships = new Sheet("membership", {
    person_id: "integer",
    trade_union_id: "integer",
    status: "text",
    card_no: "text",
    reason: "text",
    valid_from: "date",
    valid_to: "date",
  });
  /** Members in good standing on the last day told of. */
  active = 0;
  private readonly serials = new Map<string, number>();

  /** A person kept on the file of a union. */
  person(keeper: Union, bornOn: LocalDate, sex: Sex, isCadre: boolean, chance: Chance): Member {
    const id = this.persons.count + 1;
    const { surname, given } = nameOf(sex, chance);
    const politics = chance.weighted(isCadre ? CADRE_POLITICS : POLITICS);
    this.persons.add({
      id,
      name: `${surname}${given}`,
      sex,
      birth_on: bornOn,
      ethnicity: chance.weighted(ETHNICITIES),
      political_status: politics,
      education: chance.weighted(isCadre ? CADRE_EDUCATION : EDUCATION),
      resident_id: this.residentId(bornOn, sex),
      phone: `1990000${String(id % 10000).padStart(4, "0")}`,
      ...(id % PAID_EACH === 0 ? { bank_account: cardNumber(id), home_address: homeOf(keeper, id) } : {}),
      migrant_worker: !isCadre && chance.holds(31),
      dispatched_worker: !isCadre && chance.holds(5),
      keeper_id: keeper.id,
      search_text: personSearchText(surname, given),
    });
    return { id, sex, bornOn, joinedOn: bornOn, isPartyMember: politics === "PARTY_MEMBER" };
  }

  /** The next number of a birthday: odd sequences are men's, even ones women's. */
  private residentId(bornOn: LocalDate, sex: Sex): string {
    const key = `${bornOn}${sex}`;
    const serial = (this.serials.get(key) ?? 0) + 1;
    this.serials.set(key, serial);
    const digits = `${NO_DIVISION}${bornOn.replaceAll("-", "")}${String(serial * 2 - Number(sex === "MALE")).padStart(3, "0")}`;
    return `${digits}${residentIdCheckCharacter(digits)}`;
  }
}

/** Enrols the members of every union that covers employers: the rate follows how well the township keeps the rules. */
export function enrolMembers(city: City): Roll {
  const roll = new Roll();
  const unions = city.unions.filter(({ employers }) => employers.length > 0);
  for (const union of unions) enrolUnion(roll, union, unions);
  return roll;
}

function enrolUnion(roll: Roll, union: Union, unions: Union[]): void {
  const chance = chanceFor(`members ${union.code}`);
  const base = union.township ? 0.6 + union.township.quality * 0.0034 : 0.9;
  const rate = Math.min(0.985, base + (chance.next() - 0.5) * 0.16);
  const employees = union.employers.reduce((sum, one) => sum + one.employees, 0);
  const count = Math.max(Math.min(3, employees), Math.round(employees * rate));
  for (let place = 0; place < count; place += 1) union.members.push(enrolMember(roll, union, unions, place, chance));
}

function enrolMember(roll: Roll, union: Union, unions: Union[], place: number, chance: Chance): Member {
  const isCore = place < CORE;
  const sex: Sex =
    place === 0
      ? chance.holds(68)
        ? "MALE"
        : "FEMALE"
      : place === 1
        ? "FEMALE"
        : chance.holds(54)
          ? "MALE"
          : "FEMALE";
  const born = isCore
    ? chance.day("1968-01-02", earliest("1988-12-30", addDays(union.establishedOn, -22 * 365)))
    : chance.day("1967-01-02", "2004-12-30");
  const member = roll.person(union, born, sex, isCore && place < 3, chance);
  member.joinedOn = later(isCore ? union.establishedOn : joiningDay(union, chance), addYears(born, 19));
  const end = union.dissolvedOn && addDays(union.dissolvedOn, 1);
  if (end && member.joinedOn >= end) member.joinedOn = union.establishedOn;
  const from = isCore || chance.holds(97) ? member.joinedOn : transferIn(roll, union, member, unions, chance);
  stand(roll, union, member, from, end, isCore, chance);
  return member;
}

const earliest = (one: LocalDate, other: LocalDate) => (one < other ? one : other);

/** Most joined at the founding or in the years after it; a tenth in the last two. */
function joiningDay({ establishedOn }: Union, chance: Chance): LocalDate {
  if (chance.holds(45) || establishedOn > "2025-09-30") return establishedOn;
  return chance.holds(80)
    ? chance.day(establishedOn, "2024-06-30")
    : chance.day(later(establishedOn, "2024-07-01"), TOLD_UNTIL);
}

/** Some came from another union: active there until the day they became active here. */
function transferIn(roll: Roll, union: Union, member: Member, unions: Union[], chance: Chance): LocalDate {
  const from = unions[chance.whole(0, unions.length - 1)] as Union;
  const arrival = later(chance.day("2018-01-01", "2026-03-31"), addDays(member.joinedOn, 90));
  if (
    from === union ||
    from.establishedOn > member.joinedOn ||
    arrival > TOLD_UNTIL ||
    union.dissolvedOn ||
    (from.dissolvedOn && from.dissolvedOn < arrival)
  )
    return member.joinedOn;
  const row = { person_id: member.id, trade_union_id: from.id, card_no: cardOf(member) };
  roll.memberships.add({ ...row, status: "ACTIVE", valid_from: member.joinedOn, valid_to: arrival });
  roll.memberships.add({ ...row, status: "TRANSFERRED_OUT", reason: "工作单位变动，会籍转出", valid_from: arrival });
  return arrival;
}

const cardOf = ({ id }: Member) => `3306${String(id).padStart(8, "0")}`;

function stand(
  roll: Roll,
  union: Union,
  member: Member,
  from: LocalDate,
  end: LocalDate | undefined,
  isCore: boolean,
  chance: Chance,
): void {
  const row = { person_id: member.id, trade_union_id: union.id, card_no: cardOf(member) };
  if (!isCore && !end && from > "2026-07-01" && chance.holds(12)) {
    roll.memberships.add({ ...row, card_no: null, status: "APPLIED", valid_from: from });
    return;
  }
  const leaves = !isCore && !end && chance.holds(2.2) ? chance.day(addDays(from, 180), "2026-09-30") : undefined;
  const to = end ?? (leaves && leaves > from && leaves < TOLD_UNTIL ? leaves : undefined);
  roll.memberships.add({ ...row, status: "ACTIVE", valid_from: from, valid_to: to });
  if (to === undefined) roll.active += 1;
  else if (end) roll.memberships.add({ ...row, status: "RETAINED", reason: "工会撤销，会籍保留", valid_from: end });
  else
    roll.memberships.add({
      ...row,
      status: chance.weighted([
        ["WITHDRAWN", 60],
        ["RETAINED", 36],
        ["REMOVED", 2],
        ["DECEASED", 2],
      ]),
      valid_from: to,
    });
}
