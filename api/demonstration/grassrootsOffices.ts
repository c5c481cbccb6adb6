import type { ElectionMethod, PositionRole } from "../../schema/positions/position.rules.js";
import { addDays, type LocalDate } from "../../schema/shared/period.rules.js";
import type { Chance } from "./chance.js";
import { chanceFor, type Member, TOLD_UNTIL, type Union } from "./city.js";
import type { OfficeRoll } from "./officeRoll.js";
import { type TermPlan, termsOf } from "./terms.js";

const POSTS = ["办公室主任", "副总经理", "人事主管", "生产部经理", "行政部经理", "车间主任", "财务主管", "质检部主管"];
const VILLAGE_POSTS = ["党支部副书记", "党支部委员", "妇联主席", "治保主任"];

/** Offices of a union that has members of its own: chair, vice chair, committee, review and women's organs, staff. */
export function fillGrassroots(roll: OfficeRoll, union: Union): void {
  new Committee(roll, union, chanceFor(`offices ${union.code}`)).fill();
}

class Committee {
  private readonly quality: number;
  private readonly employees: number;
  private readonly isLargeUnit: boolean;
  private readonly women: Member[];

  constructor(
    private readonly roll: OfficeRoll,
    private readonly union: Union,
    private readonly chance: Chance,
  ) {
    this.quality = union.township?.quality ?? 90;
    this.employees = union.employers.reduce((most, one) => Math.max(most, one.employees), 0);
    this.isLargeUnit = this.employees >= 200;
    this.women = union.members.filter(({ sex }) => sex === "FEMALE");
  }

  fill(): void {
    const { union, chance, roll } = this;
    const terms = termsOf(union, chance);
    const method = this.method();
    for (const term of terms) roll.term(union, term, method);
    this.fillChair(terms, method);
    for (const term of terms.slice(-2)) this.fillOrgans(term);
    const latest = terms.at(-1);
    if (!latest) return;
    this.fillVice(latest, method);
    const seats = union.members.length >= 25 ? 3 : union.members.length >= 12 ? 1 : 0;
    for (let place = 0; place < seats; place += 1) this.seat("COMMITTEE_MEMBER", union.members[5 + place], latest);
    const likely = (this.employees >= 25 ? 40 : 12) + this.quality * 0.45;
    if (chance.holds(likely)) this.hireStaff();
  }

  private method(): ElectionMethod {
    const unit = this.union.employers[0];
    const isNonPublic = unit?.nonPublic && unit.category !== "PRIVATE_NON_ENTERPRISE";
    return this.chance.holds(isNonPublic ? 8 + this.quality * 0.5 : 22) ? "DIRECT" : "BY_COMMITTEE";
  }

  /** The same chair again as a rule; another after an election, or in mid-term after a gap. */
  private fillChair(terms: TermPlan[], method: ElectionMethod): void {
    const { union, chance } = this;
    let place = 0;
    const isFullTime = this.isLargeUnit ? chance.holds(30 + this.quality * 0.45) : chance.holds(5);
    for (const [index, term] of terms.entries()) {
      if (index > 0 && chance.holds(36)) place = (place + chance.whole(1, 3)) % Math.min(5, union.members.length);
      const isLast = index === terms.length - 1;
      const leaves = chance.holds(5) ? chance.day(addDays(term.from, 120), addDays(term.through, -60)) : undefined;
      const ends = leaves && leaves < addDays(term.satThrough ?? TOLD_UNTIL, -20) ? leaves : undefined;
      const reason = chance.weighted([
        ["RESIGNED", 50],
        ["RETIRED", 25],
        ["MID_TERM_TRANSFER", 22],
        ["DECEASED", 3],
      ] as const);
      this.chair(
        union.members[place],
        term,
        term.from,
        ends ?? term.satThrough,
        ends ? reason : "RE_ELECTION",
        isFullTime,
        method,
      );
      if (!ends) continue;
      place = (place + 1) % Math.min(5, union.members.length);
      const from = addDays(ends, chance.whole(1, 140));
      if (!(isLast && chance.holds(35)) && from < term.through && from < (term.satThrough ?? TOLD_UNTIL))
        this.chair(union.members[place], term, from, term.satThrough, "RE_ELECTION", isFullTime, method);
    }
  }

  private chair(
    holder: Member | undefined,
    term: TermPlan,
    from: LocalDate,
    endedOn: LocalDate | undefined,
    endReason: "RE_ELECTION" | "RESIGNED" | "RETIRED" | "MID_TERM_TRANSFER" | "DECEASED",
    isFullTime: boolean,
    method: ElectionMethod,
  ): void {
    if (!holder) return;
    const { union, chance } = this;
    const posts = union.type === "VILLAGE_UNION" ? VILLAGE_POSTS : POSTS;
    const isRanked = isFullTime && union.type.startsWith("GRASSROOTS") && chance.holds(70 + this.quality * 0.28);
    this.roll.appoint(
      {
        union,
        holder,
        role: "CHAIR",
        mode: isFullTime ? "FULL_TIME" : "PART_TIME",
        from,
        termNumber: term.number,
        termEndOn: term.through,
        endedOn,
        endReason: endedOn ? endReason : undefined,
        rank: isRanked ? "ENTERPRISE_DEPUTY_ADMIN" : undefined,
        method,
        concurrentPost: isFullTime ? undefined : chance.pick(posts),
      },
      chance,
    );
  }

  private fillVice(term: TermPlan, method: ElectionMethod): void {
    const { union, chance } = this;
    if (this.employees < 25 || !chance.holds(this.isLargeUnit ? 75 : 50)) return;
    const isFullTime = chance.holds(this.isLargeUnit ? 15 + this.quality * 0.4 : 6);
    this.seat("VICE_CHAIR", union.members[4], term, { isFullTime, method });
  }

  private fillOrgans(term: TermPlan): void {
    const { union, chance, women } = this;
    const { members } = union;
    const kept = 66 + this.quality * 0.34;
    const woman = women[0];
    const isSmall = members.length < 12;
    if (chance.holds(kept)) {
      this.seat(
        members.length >= 25 ? "AUDIT_CHAIR" : "AUDIT_MEMBER",
        isSmall && woman && woman !== members[0] ? woman : (members[2] ?? members[1]),
        term,
      );
      if (members.length >= 60) this.seat("AUDIT_MEMBER", members[8], term);
    }
    if (woman && chance.holds(kept)) {
      this.seat(women.length >= 10 ? "WOMEN_CHAIR" : "WOMEN_MEMBER", woman, term);
      if (women.length >= 30) this.seat("WOMEN_MEMBER", women[3], term);
    }
  }

  private seat(
    role: PositionRole,
    holder: Member | undefined,
    term: TermPlan,
    { isFullTime = false, method = undefined as ElectionMethod | undefined } = {},
  ): void {
    if (!holder) return;
    const rank = role === "VICE_CHAIR" && isFullTime && this.chance.holds(85) ? "ENTERPRISE_MIDDLE_FULL" : undefined;
    this.roll.appoint(
      {
        union: this.union,
        holder,
        role,
        mode: isFullTime ? "FULL_TIME" : "PART_TIME",
        from: term.from,
        termNumber: term.number,
        termEndOn: term.through,
        endedOn: term.satThrough,
        endReason: term.satThrough ? "RE_ELECTION" : undefined,
        rank,
        method,
      },
      this.chance,
    );
  }

  private hireStaff(): void {
    const { union, chance } = this;
    const holder = union.members[3] ?? union.members[1];
    const from = chance.day(
      union.establishedOn,
      union.establishedOn > "2021-01-01" ? addDays(union.establishedOn, 200) : "2023-06-30",
    );
    if (holder) this.roll.appoint({ union, holder, role: "STAFF", mode: "FULL_TIME", from }, chance);
  }
}
