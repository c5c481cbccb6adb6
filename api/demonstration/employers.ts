import { type EmployerCategory, type KeySector, nonPublicByDefault } from "../../schema/employers/employer.rules.js";
import { addDays, type LocalDate } from "../../schema/shared/period.rules.js";
import type { Chance } from "./chance.js";
import { type City, chanceFor, type Employer, TOLD_UNTIL, type Township, type Village } from "./city.js";
import { COMPANY_CATEGORIES, FIRM_FIRST, FIRM_SECOND, FIXED_UNITS, type Trade } from "./trades.js";

const COUNTY_PLACES: Record<string, readonly string[]> = {
  "330602": ["绍兴", "绍兴市越城区", "绍兴越城", "绍兴市"],
  "330603": ["绍兴柯桥", "绍兴市柯桥区", "浙江", "绍兴"],
  "330604": ["绍兴上虞", "绍兴市上虞区", "浙江", "绍兴"],
  "330624": ["新昌县", "新昌", "浙江"],
  "330681": ["诸暨市", "诸暨", "浙江"],
  "330683": ["嵊州市", "嵊州", "浙江"],
};
const OTHER_FORMS: Partial<Record<EmployerCategory, string>> = {
  OTHER_STOCK_COMPANY: "股份有限公司",
  STATE_HOLDING_STOCK_COMPANY: "股份有限公司",
  COLLECTIVE: "厂",
  SHAREHOLDING_COOPERATIVE: "厂（股份合作）",
  STATE_OWNED: "总公司",
  HONG_KONG_MACAO_TAIWAN_INVESTED: "（浙江）有限公司",
};
/** Days from which a deadline of R02 falls on, before or after the end of a year; 29 February among them. */
const BOUNDARY_OPENINGS: LocalDate[] = [
  "2024-12-30",
  "2024-12-31",
  "2025-01-01",
  "2023-12-31",
  "2024-02-29",
  "2023-12-30",
];
const HEADS_AT_THE_MARK = [200, 199, 201, 200, 199, 200];

/** Employers of every township: its organ and institutions, its firms, and what its villages own. */
export function openEmployers(city: City): void {
  const taken = new Set<string>();
  for (const township of city.townships) {
    const chance = chanceFor(`employers ${township.key}`);
    openOrgan(city, township, chance);
    for (const unit of FIXED_UNITS)
      open(city, township, {
        words: unit.words(township.stem, township.division.name),
        category: unit.category,
        industry: unit.industry,
        trade: "公共服务",
        employees: chance.whole(...unit.employees),
        openedOn: chance.day("1985-01-01", "2012-12-31"),
        chance,
      });
    const firms = township.employerCount - FIXED_UNITS.length - 1;
    const large = largeFirms(township);
    for (let place = 0; place < firms; place += 1) openFirm(city, township, place, large, taken, chance);
    for (const village of township.villages) openVillageUnit(city, township, village, chance);
  }
}

function openOrgan(city: City, township: Township, chance: Chance): void {
  const { name } = township.division;
  const words = name.endsWith("街道") ? [name, "办事处"] : [name, "人民政府"];
  open(city, township, {
    words,
    category: "STATE_ORGAN",
    industry: "PUBLIC_ADMINISTRATION",
    trade: "机关",
    employees: chance.whole(26, 48),
    openedOn: "1984-01-01",
    chance,
  });
}

/** Firms with 200 employees or more: by the size of the township's industry. */
function largeFirms({ key, employerCount, trades }: Township): number {
  const weight = trades.slice(0, 2).reduce((sum, [trade]) => sum + trade.size, 0);
  const firms = Math.max(0, Math.round((employerCount - 45) / 54 + weight / 2.6 - 0.25));
  return key === "330602001" ? 2 : firms;
}

function openFirm(
  city: City,
  township: Township,
  place: number,
  large: number,
  taken: Set<string>,
  chance: Chance,
): void {
  const trade = chance.weighted(township.trades);
  const isLarge = place < large;
  const category = isLarge
    ? chance.weighted(COMPANY_CATEGORIES.filter(([one]) => one !== "SELF_EMPLOYED" && one !== "COLLECTIVE"))
    : chance.weighted(COMPANY_CATEGORIES);
  const words = firmName(township, trade, category, taken, chance);
  const atMark = isLarge && place === 0 ? HEADS_AT_THE_MARK[township.union.id % 23] : undefined;
  const employees =
    atMark ?? (isLarge ? 202 + Math.floor(chance.next() ** 3 * 240) : headCount(trade.size, category, chance));
  const boundary = place >= large ? BOUNDARY_OPENINGS[(place - large) * 7 - (township.union.id % 5)] : undefined;
  const isInTashan = township.key === "330602001";
  const openedOn = (isInTashan ? BOUNDARY_OPENINGS[place - large] : boundary) ?? openingDay(chance, isLarge);
  const employer = open(city, township, {
    words,
    category,
    industry: trade.industry,
    trade: trade.words[0] as string,
    employees,
    openedOn,
    chance,
  });
  if (!isLarge && chance.holds(3))
    employer.closedOn = chance.day(addDays(laterOf(openedOn, "2019-01-01"), 400), TOLD_UNTIL);
  if (employer.closedOn && employer.closedOn >= TOLD_UNTIL) delete employer.closedOn;
  if (!isLarge && chance.holds(0.6)) employer.openedOn = undefined;
}

const laterOf = (one: LocalDate, other: LocalDate) => (one > other ? one : other);

function openingDay(chance: Chance, isLarge: boolean): LocalDate {
  const [from, through] = isLarge
    ? (["1992-03-01", "2016-12-31"] as const)
    : chance.weighted([
        [["1993-01-10", "2004-12-31"], 22],
        [["2005-01-01", "2014-12-31"], 36],
        [["2015-01-01", "2022-12-31"], 30],
        [["2023-01-01", "2024-12-31"], 7],
        [["2025-01-01", TOLD_UNTIL], 5],
      ] as const);
  return chance.day(from, through);
}

function headCount(size: number, category: EmployerCategory, chance: Chance): number {
  if (category === "SELF_EMPLOYED") return chance.whole(3, 6);
  const shift = size * 4;
  const [least, most] = chance.weighted([
    [[3, 6], 64 - shift],
    [[7, 12], 27],
    [[13, 24], 3.4 + size],
    [[25, 40], 2.3 + size],
    [[41, 190], 0.3 + size / 3],
  ] as [readonly [number, number], number][]);
  return chance.whole(least, most);
}

function firmName(
  { countyKey, stem }: Township,
  trade: Trade,
  category: EmployerCategory,
  taken: Set<string>,
  chance: Chance,
): string[] {
  for (;;) {
    const place = chance.holds(12)
      ? `${(COUNTY_PLACES[countyKey] as string[])[0]}${stem}`
      : chance.pick(COUNTY_PLACES[countyKey] as string[]);
    const own = `${chance.pick(FIRM_FIRST)}${chance.pick(FIRM_SECOND)}`;
    const isStall = category === "SELF_EMPLOYED";
    const line = isStall ? chance.pick(trade.stalls ?? ["经营部", "加工厂"]) : chance.pick(trade.words);
    const words = isStall ? [place, own, line] : [place, own, line, legalForm(category, trade)];
    const name = words.join("");
    if (taken.has(name) || own[0] === own[1]) continue;
    taken.add(name);
    return words;
  }
}

/** Only makers of things are works (厂). */
function legalForm(category: EmployerCategory, { industry }: Trade): string {
  const form = OTHER_FORMS[category] ?? "有限公司";
  return form.startsWith("厂") && industry !== "MANUFACTURING" ? "有限公司" : form;
}

/** A village owns an economic cooperative, a community keeps a service centre. */
function openVillageUnit(city: City, township: Township, { name, division }: Village, chance: Chance): void {
  const isVillage = !/(社区|居民区)$/.test(name);
  const unit = open(city, township, {
    words: [township.division.name, name, isVillage ? "股份经济合作社" : "邻里服务中心"],
    category: isVillage ? "COLLECTIVE" : "PRIVATE_NON_ENTERPRISE",
    industry: isVillage ? "AGRICULTURE" : "RESIDENT_SERVICES",
    trade: "村（社区）",
    employees: chance.whole(3, isVillage ? 6 : 9),
    openedOn: chance.day("2001-01-01", "2015-12-31"),
    chance,
  });
  unit.territory = division.id;
}

interface Opening {
  words: string[];
  category: EmployerCategory;
  industry: Employer["industry"];
  trade: string;
  employees: number;
  openedOn: LocalDate;
  chance: Chance;
}

function open(
  city: City,
  township: Township,
  { words, category, industry, trade, employees, openedOn, chance }: Opening,
): Employer {
  const nonPublic = nonPublicByDefault(category) ?? chance.holds(85);
  const village = chance.holds(70) && township.villages.length > 0 ? chance.pick(township.villages) : undefined;
  const employer: Employer = {
    id: city.employers.length + 1,
    words,
    category,
    nonPublic,
    industry,
    keySectors: keySectorsOf(category, nonPublic, chance),
    openedOn,
    territory: village?.division.id ?? township.division.id,
    township,
    employees,
    trade,
  };
  city.employers.push(employer);
  return employer;
}

function keySectorsOf(category: EmployerCategory, nonPublic: boolean, chance: Chance): KeySector[] {
  const tags: KeySector[] = [];
  if (nonPublic && category !== "PRIVATE_NON_ENTERPRISE") tags.push("NON_PUBLIC");
  if (category === "FOREIGN_INVESTED" || category === "HONG_KONG_MACAO_TAIWAN_INVESTED") tags.push("FOREIGN_INVESTED");
  if (category === "HONG_KONG_MACAO_TAIWAN_INVESTED" && chance.holds(50)) tags.push("TAIWAN_INVESTED");
  if (category === "PRIVATE_NON_ENTERPRISE") tags.push("NEW_SOCIAL_ORGANIZATION");
  if (tags.includes("NON_PUBLIC") && chance.holds(9)) tags.push("DEVELOPMENT_ZONE");
  return tags;
}
