import { type AwardTitle, awardLevelOf, isCollectiveTitle } from "../../schema/awards/award.rules.js";
import type { Chance } from "./chance.js";
import { type City, chanceFor, type Member, type Union } from "./city.js";
import { HONOURS, type Honour } from "./honourList.js";
import type { Roll } from "./people.js";
import { Sheet } from "./sheet.js";

/** In so many cases of a hundred the honour was taken back. */
const REVOKED_PERCENT = 1.1;
const ROUND_NAMES: Record<string, string> = {
  NATIONAL: "全国劳动模范和先进工作者表彰",
  ACFTU: "全国五一劳动奖表彰",
  PROVINCIAL: "浙江省劳动模范表彰",
  PROVINCIAL_FEDERATION: "浙江省五一劳动奖表彰",
  MUNICIPAL: "绍兴市劳动模范表彰",
  COUNTY: "县（市、区）劳动模范表彰",
};

/** Rounds and honours since 1994; who was honoured long ago is retired by now and no longer on a roll. */
export class Honours {
  readonly rounds = new Sheet("award_round", {
    id: "integer",
    name: "text",
    level: "text",
    year: "integer",
    conferred_by: "text",
  });
  readonly awards = new Sheet("award", {
    award_round_id: "integer",
    person_id: "integer",
    collective_id: "integer",
    recommended_by_id: "integer",
    level: "text",
    title: "text",
    state: "text",
    conferred_on: "date",
    conferred_by: "text",
    decision_no: "text",
    certificate_no: "text",
    revoked_on: "date",
    revocation_decision_no: "text",
    revocation_ground: "text",
  });
  private readonly roundIds = new Map<string, number>();
  private readonly honoured = new Set<string>();
  private readonly grassroots: Union[];

  constructor(
    city: City,
    private readonly roll: Roll,
  ) {
    this.grassroots = city.unions.filter(
      ({ members, dissolvedOn, establishedOn }) => members.length >= 12 && !dissolvedOn && establishedOn < "2012-01-01",
    );
  }

  fill(): void {
    for (const honour of HONOURS) {
      const chance = chanceFor(`awards ${honour.title}`);
      for (let place = 0; place < honour.count; place += 1)
        this.confer(honour, honour.years[place % honour.years.length] as number, place, chance);
    }
    this.nominate();
  }

  private round(title: AwardTitle, year: number, conferredBy: string): number {
    const level = awardLevelOf(title);
    const key = `${level} ${year}`;
    const known = this.roundIds.get(key);
    if (known) return known;
    const id = this.rounds.count + 1;
    this.rounds.add({ id, name: `${year}年${ROUND_NAMES[level]}`, level, year, conferred_by: conferredBy });
    this.roundIds.set(key, id);
    return id;
  }

  private confer({ title, conferredBy, paper }: Honour, year: number, place: number, chance: Chance): void {
    const union = chance.pick(this.grassroots);
    const collective = isCollectiveTitle(title) ? union : undefined;
    const person = collective ? undefined : this.personFor(union, title, year, chance);
    const conferredOn = `${year}-${title.includes("MUNICIPAL") || title.includes("COUNTY") ? "04-26" : "04-28"}`;
    const isRevoked = chance.holds(REVOKED_PERCENT) && year < 2022;
    this.awards.add({
      award_round_id: this.round(title, year, conferredBy),
      person_id: person?.id,
      collective_id: collective?.id,
      recommended_by_id: recommenderOf(union).id,
      level: awardLevelOf(title),
      title,
      state: isRevoked ? "REVOKED" : "CONFERRED",
      conferred_on: conferredOn,
      conferred_by: conferredBy,
      decision_no: `${paper}〔${year}〕${(place % 40) + 3}号`,
      certificate_no: `${title
        .split("_")
        .map((word) => word[0])
        .join("")}${year}${String(place + 1).padStart(4, "0")}`,
      ...(isRevoked && {
        revoked_on: chance.day(`${year + 2}-02-01`, "2025-11-30"),
        revocation_decision_no: `${paper}〔${year + 3}〕9号`,
        revocation_ground: chance.pick(["受到刑事处罚", "推荐材料弄虚作假", "被开除党籍"]),
      }),
    });
  }

  private personFor(union: Union, title: AwardTitle, year: number, chance: Chance): Member {
    const fitting = union.members.filter(
      ({ id, bornOn }) => Number(bornOn.slice(0, 4)) + 28 <= year && !this.honoured.has(`${id} ${title}`),
    );
    const chosen = year >= 2006 ? fitting[chance.whole(0, Math.max(0, fitting.length - 1))] : undefined;
    const person =
      chosen ??
      this.roll.person(
        recommenderOf(union),
        chance.day(`${year - 55}-01-10`, `${year - 32}-12-20`),
        chance.holds(70) ? "MALE" : "FEMALE",
        true,
        chance,
      );
    this.honoured.add(`${person.id} ${title}`);
    return person;
  }

  /** Nominations under way for the next round. */
  private nominate(): void {
    const chance = chanceFor("nominations");
    const round = this.rounds.count + 1;
    this.rounds.add({
      id: round,
      name: "2027年绍兴市劳动模范表彰",
      level: "MUNICIPAL",
      year: 2027,
      conferred_by: "绍兴市人民政府",
    });
    for (const state of [
      "NOMINATED",
      "NOMINATED",
      "UNIT_CONGRESS",
      "UNIT_NOTICE",
      "UNIT_NOTICE",
      "COUNTY_REVIEW",
      "DEPT_OPINIONS",
      "OBJECTED",
      "REJECTED",
      "WITHDRAWN",
    ]) {
      const union = chance.pick(this.grassroots);
      const person = this.personFor(union, "MUNICIPAL_MODEL_WORKER", 2026, chance);
      this.awards.add({
        award_round_id: round,
        person_id: person.id,
        recommended_by_id: recommenderOf(union).id,
        level: "MUNICIPAL",
        title: "MUNICIPAL_MODEL_WORKER",
        state,
      });
    }
  }
}

/** The township union, or the county's for units without one. */
function recommenderOf({ township, parent, ...union }: Union): Union {
  return township?.union ?? parent ?? (union as Union);
}
