import type { IndustryBase, RegionalBase } from "../../schema/hierarchy/union.rules.js";
import { addDays } from "../../schema/shared/period.rules.js";
import { type City, chanceFor, type Township, type Union } from "./city.js";
import { Sheet } from "./sheet.js";
import { codeOn } from "./upperUnions.js";

const REGIONAL: readonly (readonly [RegionalBase, string])[] = [
  ["ECONOMIC_ZONE", "工业园区"],
  ["SHOPPING_STREET", "商业街区"],
  ["OFFICE_BUILDING", "商务楼宇"],
  ["SPECIALISED_MARKET", "专业市场"],
  ["VILLAGE_COMMUNITY", "社区"],
];
/** Industries with a federation for a whole county. */
const COUNTY_INDUSTRIES: readonly (readonly [county: string, trade: string, base: IndustryBase])[] = [
  ["330602", "黄酒", "INDUSTRY_ASSOCIATION"],
  ["330603", "印染", "INDUSTRY_ASSOCIATION"],
  ["330603", "纺织", "INDUSTRY_ASSOCIATION"],
  ["330604", "化工", "LEADING_ENTERPRISE"],
  ["330604", "伞业", "INDUSTRY_ASSOCIATION"],
  ["330681", "袜业", "INDUSTRY_ASSOCIATION"],
  ["330681", "珍珠", "INDUSTRY_ASSOCIATION"],
  ["330681", "五金", "PRIVATE_BUSINESS_ASSOCIATION"],
  ["330683", "领带", "INDUSTRY_ASSOCIATION"],
  ["330683", "厨具", "LEADING_ENTERPRISE"],
  ["330624", "轴承", "INDUSTRY_ASSOCIATION"],
  ["330624", "农业开发", "ECONOMIC_COOPERATIVE"],
];

export interface Federations {
  regional: Map<Township, Union[]>;
  byIndustry: { union: Union; county: string; trade: string }[];
}

/** Regional and industry federations; they are founded before the grassroots unions, some of which stand under them. */
export function foundFederations(city: City): Federations {
  const regional = new Map<Township, Union[]>();
  for (const township of city.townships) {
    const chance = chanceFor(`federations ${township.key}`);
    const wanted =
      township.key === "330602001" ? 2 : township.employerCount > 85 ? chance.whole(1, 2) : Number(chance.holds(45));
    const bases =
      township.key === "330602001" ? [REGIONAL[1], REGIONAL[2]] : [REGIONAL[chance.whole(0, 4)], REGIONAL[0]];
    const unions = [...new Set(bases)].slice(0, wanted).map((one) => {
      const [base, word] = one as (typeof REGIONAL)[number];
      const establishedOn = chance.day("2004-05-01", "2019-11-30");
      const union = city.found({
        type: "REGIONAL_FEDERATION",
        words: [township.division.name, word, "工会联合会"],
        parent: township.union,
        establishedOn,
        territory: township.division.id,
        township,
        code: city.nextCode(township.key),
      });
      union.regionalBase = base;
      return union;
    });
    regional.set(township, unions);
  }
  const byIndustry = COUNTY_INDUSTRIES.map(([county, trade, base]) => {
    const parent = city.counties.get(county) as Union;
    const establishedOn = chanceFor(`industry ${county}${trade}`).day("2005-05-01", "2018-11-30");
    const union = city.found({
      type: "INDUSTRY_FEDERATION",
      words: [city.division(county).name, trade, "行业工会联合会"],
      parent,
      establishedOn,
      territory: parent.territory,
      code: city.nextCode(codeOn(parent, establishedOn)),
    });
    union.industryBase = base;
    return { union, county, trade };
  });
  return { regional, byIndustry };
}

/** Who belongs to which federation, over which time; one union may belong to a regional and to an industry federation at once. */
export function federationSheet(city: City, { regional, byIndustry }: Federations): Sheet {
  const sheet = new Sheet("federation_membership", {
    trade_union_id: "integer",
    federation_id: "integer",
    kind: "text",
    valid_from: "date",
    valid_to: "date",
  });
  const chance = chanceFor("federation memberships");
  for (const union of city.unions) {
    if (union.type !== "GRASSROOTS_INDEPENDENT" && union.type !== "GRASSROOTS_JOINT") continue;
    const { township } = union;
    if (!township) continue;
    const end = union.dissolvedOn && addDays(union.dissolvedOn, 1);
    const join = (federation: Union, kind: "REGIONAL" | "INDUSTRY") => {
      const from = chance.day(
        latest(union.establishedOn, federation.establishedOn),
        latest(union.establishedOn, federation.establishedOn, "2023-06-30"),
      );
      const left = end ?? (chance.holds(6) ? chance.day(addDays(from, 200), "2026-09-30") : undefined);
      if (left === undefined || left > from)
        sheet.add({ trade_union_id: union.id, federation_id: federation.id, kind, valid_from: from, valid_to: left });
    };
    const near = (regional.get(township) ?? []).filter(() => chance.holds(24));
    for (const federation of near.filter((one) => !union.dissolvedOn || one.establishedOn < union.dissolvedOn))
      join(federation, "REGIONAL");
    const trade = union.employers[0]?.trade;
    const line = byIndustry.find((one) => one.county === township.countyKey && one.trade === trade);
    if (line && chance.holds(55) && (!union.dissolvedOn || line.union.establishedOn < union.dissolvedOn))
      join(line.union, "INDUSTRY");
  }
  return sheet;
}

const latest = (...days: string[]) => days.reduce((one, other) => (one > other ? one : other));
