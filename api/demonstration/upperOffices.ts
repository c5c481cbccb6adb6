import { type City, chanceFor, type Member, type Township, type Union } from "./city.js";
import type { OfficeRoll } from "./officeRoll.js";
import { termsOf } from "./terms.js";
import { officeOf } from "./townshipOffices.js";

/** Offices of city and county federations, industrial and zone unions, and of the regional and industry federations. */
export function fillUpper(roll: OfficeRoll, city: City, union: Union, children: Map<Union, Union[]>): void {
  const people = poolOf(city, union, children);
  if (people.length < 6) return;
  const chance = chanceFor(`upper offices ${union.code}`);
  const isFederation = union.type === "REGIONAL_FEDERATION" || union.type === "INDUSTRY_FEDERATION";
  for (const [index, term] of termsOf(union, chance).entries()) {
    roll.term(union, term, "BY_COMMITTEE");
    const common = {
      union,
      from: term.from,
      termNumber: term.number,
      termEndOn: term.through,
      endedOn: term.satThrough,
      endReason: term.satThrough ? ("RE_ELECTION" as const) : undefined,
    };
    const at = (place: number) => people[(place + index) % Math.min(people.length, 14)] as Member;
    const isFullTime = union.type === "MUNICIPAL_FEDERATION" || union.type === "COUNTY_FEDERATION";
    roll.appoint(
      {
        ...common,
        holder: at(0),
        role: "CHAIR",
        mode: isFederation || isFullTime ? "PART_TIME" : "FULL_TIME",
        method: "BY_COMMITTEE",
        inPartyCommittee: isFullTime ? true : undefined,
        concurrentPost: isFullTime ? "人大常委会副主任" : undefined,
      },
      chance,
    );
    if (isFullTime) {
      roll.appoint(
        { ...common, holder: at(2), role: "EXECUTIVE_VICE_CHAIR", mode: "FULL_TIME", method: "BY_COMMITTEE" },
        chance,
      );
      for (const place of [4, 5])
        roll.appoint({ ...common, holder: at(place), role: "STANDING_MEMBER", mode: "PART_TIME" }, chance);
    }
    roll.appoint(
      {
        ...common,
        holder: at(1),
        role: "VICE_CHAIR",
        mode: isFullTime ? "FULL_TIME" : "PART_TIME",
        method: "BY_COMMITTEE",
      },
      chance,
    );
    if (!isFederation || chance.holds(80))
      roll.appoint({ ...common, holder: at(3), role: "AUDIT_CHAIR", mode: "PART_TIME" }, chance);
    const woman = people.slice(0, 14).filter(({ sex }) => sex === "FEMALE")[index % 2];
    if (woman && (!isFederation || chance.holds(80)))
      roll.appoint({ ...common, holder: woman, role: "WOMEN_CHAIR", mode: "PART_TIME" }, chance);
  }
}

/** Whom the offices can be given to: members of a grassroots union nearby. */
function poolOf(city: City, union: Union, children: Map<Union, Union[]>): Member[] {
  const below = (children.get(union) ?? []).filter(({ members, dissolvedOn }) => members.length >= 6 && !dissolvedOn);
  const office = below.find(({ words }) => words.includes("总工会机关"));
  const nearby = union.township && officeOf(city, union.township as Township);
  const fallback = (children.get(union.parent ?? union) ?? []).find(({ words }) => words.includes("总工会机关"));
  return (office ?? below[0] ?? nearby ?? fallback)?.members ?? [];
}
