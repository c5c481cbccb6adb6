import { addDays, type LocalDate, later } from "../../schema/shared/period.rules.js";
import type { Chance } from "./chance.js";
import { type City, chanceFor, type Employer, TOLD_UNTIL, type Township, type Union } from "./city.js";
import { codeOn } from "./upperUnions.js";

/** An employer covered by a union over a time. */
export interface CoveragePlan {
  union: Union;
  employer: Employer;
  from: LocalDate;
  to?: LocalDate | undefined;
}

/** Unions of the units of every township: of one unit, of several jointly, of the village's own unit; and the units left without. */
export function foundGrassrootsUnions(
  city: City,
  parks: Map<string, Union>,
  federations: Map<Township, Union[]>,
): CoveragePlan[] {
  const coverages: CoveragePlan[] = city.employers
    .filter(({ union }) => union)
    .map((employer) => covered(employer.union as Union, employer));
  const byTownship = new Map<Township, Employer[]>();
  for (const employer of city.employers) {
    if (employer.union) continue;
    const list = byTownship.get(employer.township);
    if (list) list.push(employer);
    else byTownship.set(employer.township, [employer]);
  }
  for (const [township, employers] of byTownship)
    coverages.push(...new Founding(city, township, parks, federations.get(township) ?? []).found(employers));
  return coverages;
}

function covered(union: Union, employer: Employer, from: LocalDate = union.establishedOn): CoveragePlan {
  union.employers.push(...(union.employers.includes(employer) ? [] : [employer]));
  employer.union = union;
  return { union, employer, from, to: employer.closedOn && addDays(employer.closedOn, 1) };
}

/** The founding of the unions of one township. */
class Founding {
  private readonly chance: Chance;
  private readonly coverages: CoveragePlan[] = [];
  private joints = 0;

  constructor(
    private readonly city: City,
    private readonly township: Township,
    private readonly parks: Map<string, Union>,
    private readonly federations: Union[],
  ) {
    this.chance = chanceFor(`unions ${township.key}`);
  }

  found(employers: Employer[]): CoveragePlan[] {
    const forJoint: Employer[] = [];
    for (const employer of employers) {
      if (employer.trade === "村（社区）") this.coverByVillage(employer);
      else if (employer.trade === "机关" || employer.trade === "公共服务") this.foundOwn(employer);
      else if (this.chance.holds(this.likelihood(employer))) {
        if (this.chance.holds(ownShare(employer))) this.foundOwn(employer);
        else forJoint.push(employer);
      }
    }
    while (forJoint.length > 1)
      this.foundJoint(
        forJoint.splice(0, forJoint.length === 3 ? 3 : Math.min(forJoint.length, this.chance.whole(2, 6))),
      );
    for (const employer of forJoint) this.foundOwn(employer);
    return this.coverages;
  }

  private likelihood({ openedOn, employees }: Employer): number {
    if (employees >= 200) return 97;
    const asUsual = 63 + this.township.quality * 0.36;
    return openedOn && openedOn > "2025-01-02" ? asUsual * 0.35 : asUsual;
  }

  private coverByVillage(employer: Employer): void {
    const village = this.township.villages.find(({ division }) => division.id === employer.territory);
    if (village)
      this.coverages.push(
        covered(village.union, employer, later(village.union.establishedOn, employer.openedOn ?? "2001-01-01")),
      );
  }

  private foundOwn(employer: Employer): void {
    const establishedOn = this.ownDay(employer);
    if (establishedOn > TOLD_UNTIL || (employer.closedOn && addDays(employer.closedOn, -200) < establishedOn)) return;
    const isOrgan = employer.trade === "机关";
    const union = this.city.found({
      type: "GRASSROOTS_INDEPENDENT",
      words: isOrgan ? [this.township.division.name, "机关工会委员会"] : [...employer.words, "工会委员会"],
      ...this.place(employer, establishedOn),
      establishedOn,
      dissolvedOn: employer.closedOn,
      territory: employer.territory,
    });
    this.coverages.push(covered(union, employer));
  }

  /** The founding day of a unit's own union: within a year of opening as a rule, late otherwise; old firms in the campaigns after 2001. */
  private ownDay({ openedOn, trade }: Employer): LocalDate {
    const opened = openedOn ?? "2006-01-01";
    if (trade === "机关" || trade === "公共服务") return this.chance.day(later(opened, "1992-01-01"), "2013-12-31");
    if (opened < "2002-01-01") return this.chance.day(later(addDays(opened, 60), "1994-01-01"), "2013-12-20");
    const isInTime = this.chance.holds(58 + this.township.quality * 0.36);
    return addDays(opened, isInTime ? this.chance.whole(50, 362) : this.chance.whole(370, 2200));
  }

  /** Superior and code: the township as a rule; else the village it lies in, a federation, or the zone. */
  private place(
    { territory, keySectors, trade }: Employer,
    on: LocalDate,
  ): { parent: Union; code: string; township: Township } {
    const { township, chance } = this;
    const own = (parent: Union) => ({ parent, code: this.city.nextCode(township.key), township });
    if (trade === "机关" || trade === "公共服务") return own(township.union);
    const park = this.parks.get(township.countyKey);
    if (
      keySectors.includes("DEVELOPMENT_ZONE") &&
      park &&
      park.establishedOn <= on &&
      township.key !== "330602001" &&
      chance.holds(60)
    )
      return { parent: park, code: this.city.nextCode(codeOn(park.parent as Union, on)), township };
    const federation = chance.holds(8) ? this.federations.find(({ establishedOn }) => establishedOn <= on) : undefined;
    if (federation) return own(federation);
    const village = chance.holds(16) ? township.villages.find(({ division }) => division.id === territory) : undefined;
    if (village && village.union.establishedOn <= on)
      return { parent: village.union, code: this.city.nextCode(village.division.key), township };
    return own(township.union);
  }

  private foundJoint(units: Employer[]): void {
    const { township, chance } = this;
    const ready = units.map(({ openedOn }) => addDays(openedOn ?? "2004-01-01", 50)).sort();
    const establishedOn = later(ready[1] as LocalDate, chance.day("2003-03-01", "2018-12-20"));
    if (establishedOn > TOLD_UNTIL) return;
    this.joints += 1;
    const serial =
      this.joints > 1
        ? `第${"一二三四五六七八九十".charAt((this.joints - 1) % 10)}${this.joints > 10 ? "片区" : ""}`
        : "";
    const trade = units[0]?.trade ?? "";
    const union = this.city.found({
      type: "GRASSROOTS_JOINT",
      words: [township.division.name, serial, trade, "企业联合工会委员会"].filter(Boolean),
      ...this.place({ ...(units[0] as Employer), keySectors: [] }, establishedOn),
      establishedOn,
      territory: township.division.id,
    });
    for (const employer of units) {
      const from = later(establishedOn, addDays(employer.openedOn ?? "2004-01-01", chance.whole(50, 355)));
      if (from <= TOLD_UNTIL && !(employer.closedOn && employer.closedOn < addDays(from, 30)))
        this.coverages.push(covered(union, employer, from));
    }
  }
}

/** How often, of a hundred units of this size, the union is one's own rather than a joint one. */
function ownShare({ employees }: Employer): number {
  if (employees >= 200) return 100;
  if (employees >= 25) return 92;
  return employees >= 7 ? 66 : 48;
}
