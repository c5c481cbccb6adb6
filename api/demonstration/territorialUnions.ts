import type { UnionType } from "../../schema/hierarchy/unionType.rules.js";
import type { LocalDate } from "../../schema/shared/period.rules.js";
import { type City, chanceFor, type Township, type Union } from "./city.js";
import type { DivisionPlan } from "./divisions.js";
import { characterOf } from "./townshipCharacter.js";

const CITY_UNION_FROM = "1983-09-20";
const COUNTY_UNIONS_FROM = "1983-10-18";
/** The union of a county outlives its county: 绍兴县总工会 became 柯桥区总工会, 上虞市总工会 上虞区总工会. */
const COUNTY_UNION_BEFORE: Record<string, string> = { "330603": "330621", "330604": "330682" };
const COUNTIES = ["330602", "330603", "330604", "330624", "330681", "330683"];

/** City, county, township and village unions: those whose codes are the codes of their divisions. */
export function foundTerritorialUnions(city: City): void {
  const municipal = city.found({
    type: "MUNICIPAL_FEDERATION",
    words: ["绍兴市", "总工会"],
    establishedOn: CITY_UNION_FROM,
    territory: city.division("330600").id,
    code: "330600",
  });
  for (const key of COUNTIES) foundCountyUnion(city, key, municipal);
  const below = childrenOf(city);
  for (const division of city.divisions.values())
    if (division.level === "TOWNSHIP") foundTownship(city, division, below.get(division.key) ?? []);
}

function childrenOf(city: City): Map<string, DivisionPlan[]> {
  const below = new Map<string, DivisionPlan[]>();
  for (const division of city.divisions.values())
    below.set(division.parentKey, [...(below.get(division.parentKey) ?? []), division]);
  return below;
}

function foundCountyUnion(city: City, key: string, parent: Union): void {
  const before = COUNTY_UNION_BEFORE[key];
  const names = [...(before ? city.division(before).names : []), ...city.division(key).names];
  const inLife = names.filter(({ to }) => to === undefined || to > COUNTY_UNIONS_FROM);
  const now = inLife.at(-1) as (typeof inLife)[number];
  const union = city.found({
    type: "COUNTY_FEDERATION",
    words: [now.name, "总工会"],
    parent,
    establishedOn: COUNTY_UNIONS_FROM,
    territory: city.division(key).id,
    code: now.code,
  });
  union.versions = inLife.map(({ code, name, from, to, deed }) => ({
    code,
    words: [name, "总工会"],
    type: "COUNTY_FEDERATION",
    from: from > COUNTY_UNIONS_FROM ? from : COUNTY_UNIONS_FROM,
    to,
    ...(from > COUNTY_UNIONS_FROM && { reason: `行政区划调整，${deed ?? ""}` }),
  }));
  city.counties.set(key, union);
  if (before) city.counties.set(before, union);
}

const ENDINGS: Partial<Record<UnionType, string>> = {
  TOWNSHIP_FEDERATION: "总工会",
  TOWNSHIP_COMMITTEE: "工会委员会",
  TOWNSHIP_WORK_COMMITTEE: "工会工作委员会",
};

interface Form {
  type: UnionType;
  from: LocalDate;
}

function foundTownship(city: City, division: DivisionPlan, villages: DivisionPlan[]): void {
  const chance = chanceFor(`township ${division.key}`);
  const character = characterOf(division, villages.length, chance);
  const countyKey = division.parents.at(-1)?.under as string;
  const establishedOn = chance.day("1984-03-01", "1991-12-20");
  const forms = formsOf(division, character, establishedOn);
  const last = forms.at(-1) as Form;
  const union = city.found({
    type: last.type,
    words: [division.name, ENDINGS[last.type] as string],
    parent: city.counties.get(countyKey) as Union,
    establishedOn,
    territory: division.id,
    code: division.key,
  });
  union.versions = versionsOf(division, forms, establishedOn);
  union.superiors = superiorsOf(city, division, establishedOn);
  const township: Township = {
    key: division.key,
    division,
    countyKey,
    stem: division.name.replace(/(街道|镇|乡)$/, ""),
    union,
    villages: [],
    ...character,
  };
  union.township = township;
  city.townships.push(township);
  for (const village of villages) foundVillage(city, township, village);
}

/** 绍兴县 and 柯桥区 are two divisions and one union: a change between them is no change of superior. */
function superiorsOf(city: City, division: DivisionPlan, establishedOn: LocalDate): Union["superiors"] {
  const kept: Union["superiors"] = [];
  for (const { under, from, to, deed } of division.parents) {
    if (to !== undefined && to <= establishedOn) continue;
    const parent = city.counties.get(under) as Union;
    const last = kept.at(-1);
    if (last?.parent === parent) last.to = to;
    else
      kept.push({
        parent,
        from: last ? from : establishedOn,
        to,
        ...(last && { reason: `随行政区划调整划转，${deed ?? ""}` }),
      });
  }
  return kept;
}

/** The forms a township union went through, the last the form of today. */
function formsOf(
  { key, type }: DivisionPlan,
  { enterprises, workers, quality }: Pick<Township, "enterprises" | "workers" | "quality">,
  establishedOn: LocalDate,
): Form[] {
  const chance = chanceFor(`form ${key}`);
  const isDue = enterprises >= 50 && workers >= 2000;
  const first: Form = { type: "TOWNSHIP_COMMITTEE", from: establishedOn };
  if (key === "330602001") return [first, { type: "TOWNSHIP_FEDERATION", from: "2006-05-18" }];
  if (key === "330602007")
    return [
      { type: "TOWNSHIP_WORK_COMMITTEE", from: establishedOn },
      { type: "TOWNSHIP_FEDERATION", from: "2025-07-01" },
    ];
  if (isDue && quality < 38 && chance.holds(45)) return [first];
  if (isDue || chance.holds(12)) {
    const from = chance.day("2003-06-01", quality < 45 ? "2024-11-30" : "2016-12-20");
    return [first, { type: "TOWNSHIP_FEDERATION", from }];
  }
  if (type === "TOWNSHIP" || chance.holds(30)) return [{ type: "TOWNSHIP_WORK_COMMITTEE", from: establishedOn }];
  return [first];
}

function versionsOf(division: DivisionPlan, forms: Form[], establishedOn: LocalDate): Union["versions"] {
  const breaks = new Set([establishedOn, ...forms.map(({ from }) => from), ...division.names.map(({ from }) => from)]);
  const days = [...breaks].filter((day) => day >= establishedOn).sort();
  const all = days.map((from) => {
    const form = forms.filter((one) => one.from <= from).at(-1) as Form;
    const naming = division.names.filter((one) => one.from <= from).at(-1) ?? division.names[0];
    const reason =
      form.from === from && from > establishedOn
        ? "组织形式变更"
        : naming?.from === from
          ? "随行政区划调整更名"
          : undefined;
    return {
      code: naming?.code as string,
      words: [naming?.name as string, ENDINGS[form.type] as string],
      type: form.type,
      from,
      reason,
    };
  });
  const kept = all.filter(
    (one, place) =>
      place === 0 || one.words.join() !== all[place - 1]?.words.join() || one.code !== all[place - 1]?.code,
  );
  return kept.map((one, place) => ({ ...one, to: kept[place + 1]?.from }));
}

function foundVillage(city: City, township: Township, division: DivisionPlan): void {
  const chance = chanceFor(`village ${division.key}`);
  const name = division.name
    .replace(/(村民委员会|村委会)$/, "村")
    .replace(/社区(居民委员会|居委会)$/, "社区")
    .replace(/(居民委员会|居委会)$/, "居民区");
  const isLate = chance.holds((100 - township.quality) / 4);
  const establishedOn = isLate ? chance.day("2024-03-01", "2026-09-20") : chance.day("2001-04-01", "2016-11-30");
  const union = city.found({
    type: "VILLAGE_UNION",
    words: [name, "工会委员会"],
    parent: township.union,
    establishedOn,
    territory: division.id,
    township,
    code: division.key,
  });
  township.villages.push({ division, name, union });
}
