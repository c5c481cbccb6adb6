import type { EmployerCategory, IndustrySection, KeySector } from "../../schema/employers/employer.rules.js";
import type { IndustryBase, RegionalBase, UnionState, UnionType } from "../../schema/hierarchy/unionType.rules.js";
import type { Sex } from "../../schema/people/person.rules.js";
import type { LocalDate } from "../../schema/shared/period.rules.js";
import { Chance } from "./chance.js";
import type { DivisionPlan } from "./divisions.js";
import type { Trade } from "./trades.js";

/** Last day that the demonstration tells of. */
export const TOLD_UNTIL: LocalDate = "2026-10-31";

interface UnionVersion {
  code: string;
  words: string[];
  type: UnionType;
  from: LocalDate;
  to?: LocalDate | undefined;
  reason?: string | undefined;
  documentNo?: string | undefined;
}
interface Superior {
  parent: Union;
  from: LocalDate;
  to?: LocalDate | undefined;
  reason?: string | undefined;
  documentNo?: string | undefined;
}
export interface Union {
  id: number;
  type: UnionType;
  /** The name of today, cut where its words end. */
  words: string[];
  code: string;
  parent?: Union | undefined;
  path: string;
  establishedOn: LocalDate;
  dissolvedOn?: LocalDate | undefined;
  state: UnionState;
  territory: number;
  township?: Township | undefined;
  versions: UnionVersion[];
  superiors: Superior[];
  regionalBase?: RegionalBase;
  industryBase?: IndustryBase;
  employers: Employer[];
  members: Member[];
  /** Last day of the latest term, and its first; none for dispatched committees, branches and groups. */
  latestTerm?: { from: LocalDate; through: LocalDate } | undefined;
}
export interface Employer {
  id: number;
  words: string[];
  category: EmployerCategory;
  nonPublic: boolean;
  industry: IndustrySection;
  keySectors: KeySector[];
  openedOn: LocalDate | undefined;
  closedOn?: LocalDate | undefined;
  territory: number;
  township: Township;
  employees: number;
  trade: string;
  union?: Union;
}
export interface Member {
  id: number;
  sex: Sex;
  bornOn: LocalDate;
  joinedOn: LocalDate;
  isPartyMember: boolean;
}
export interface Village {
  division: DivisionPlan;
  /** 塔山社区, 塔山村: the name without the word for its committee. */
  name: string;
  union: Union;
}
export interface Township {
  key: string;
  division: DivisionPlan;
  countyKey: string;
  /** The name without 镇, 乡 or 街道. */
  stem: string;
  union: Union;
  villages: Village[];
  trades: (readonly [Trade, number])[];
  employerCount: number;
  /** 0 to 99: how well its unions keep the rules. */
  quality: number;
  enterprises: number;
  workers: number;
}

interface Founding {
  type: UnionType;
  words: string[];
  parent?: Union;
  establishedOn: LocalDate;
  dissolvedOn?: LocalDate | undefined;
  territory: number;
  township?: Township | undefined;
  code: string;
}

/** The demonstration city as it is being thought up: unions, employers and people before they are written. */
export class City {
  readonly unions: Union[] = [];
  readonly employers: Employer[] = [];
  readonly townships: Township[] = [];
  readonly counties = new Map<string, Union>();
  private readonly serials = new Map<string, number>();

  constructor(readonly divisions: Map<string, DivisionPlan>) {}

  division(key: string): DivisionPlan {
    const found = this.divisions.get(key);
    if (!found) throw new Error(`the list of divisions has no ${key}`);
    return found;
  }

  get municipal(): Union {
    return this.unions[0] as Union;
  }

  /** A code for a union that is not territorial: the leading territorial union's and four digits, never used twice. */
  nextCode(leading: string): string {
    const serial = (this.serials.get(leading) ?? 0) + 1;
    this.serials.set(leading, serial);
    return `${leading}-${String(serial).padStart(4, "0")}`;
  }

  found({ type, words, parent, establishedOn, dissolvedOn, territory, township, code }: Founding): Union {
    const id = this.unions.length + 1;
    const to = dissolvedOn && nextDay(dissolvedOn);
    const union: Union = {
      id,
      type,
      words,
      code,
      parent,
      path: `${parent?.path ?? ""}${id}.`,
      establishedOn,
      dissolvedOn,
      territory,
      township,
      state: dissolvedOn ? "DISSOLVED" : "ACTIVE",
      employers: [],
      members: [],
      versions: [{ code, words, type, from: establishedOn, to }],
      superiors: parent ? [{ parent, from: establishedOn, to }] : [],
    };
    this.unions.push(union);
    return union;
  }
}

function nextDay(day: LocalDate): LocalDate {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

/** Chance for one purpose; another purpose never changes what this one draws. */
export const chanceFor = (purpose: string) => new Chance(`gonghui demonstration: ${purpose}`);
