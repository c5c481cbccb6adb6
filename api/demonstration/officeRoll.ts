import type {
  ElectionMethod,
  EmploymentMode,
  EndReason,
  PositionRole,
  TreatmentRank,
} from "../../schema/positions/position.rules.js";
import type { LocalDate } from "../../schema/shared/period.rules.js";
import type { Chance } from "./chance.js";
import { type Member, TOLD_UNTIL, type Union } from "./city.js";
import { Sheet } from "./sheet.js";
import type { TermPlan } from "./terms.js";

export interface Office {
  union: Union;
  holder: Member;
  role: PositionRole;
  mode: EmploymentMode;
  from: LocalDate;
  termNumber?: number | undefined;
  termEndOn?: LocalDate | undefined;
  endedOn?: LocalDate | undefined;
  endReason?: EndReason | undefined;
  rank?: TreatmentRank | undefined;
  method?: ElectionMethod | undefined;
  concurrentPost?: string | undefined;
  inPartyCommittee?: boolean | undefined;
  actingChair?: boolean;
}

/** Offices and terms as they will be written, and who held which, for the training that follows. */
export class OfficeRoll {
  readonly terms = new Sheet("term", {
    trade_union_id: "integer",
    term_number: "integer",
    start_on: "date",
    term_end_on: "date",
    elected_on: "date",
    election_method: "text",
    approval_doc_no: "text",
  });
  readonly positions = new Sheet("position", {
    id: "integer",
    trade_union_id: "integer",
    person_id: "integer",
    role: "text",
    employment_mode: "text",
    acting_chair: "boolean",
    term_number: "integer",
    start_on: "date",
    term_end_on: "date",
    ended_on: "date",
    end_reason: "text",
    treatment_rank: "text",
    election_method: "text",
    approval_doc_no: "text",
    concurrent_post: "text",
    is_party_member: "boolean",
    is_party_committee_member: "boolean",
    in_party_leadership: "boolean",
  });
  readonly offices: Office[] = [];

  term(union: Union, { number, from, through }: TermPlan, method: ElectionMethod | undefined): void {
    this.terms.add({
      trade_union_id: union.id,
      term_number: number,
      start_on: from,
      term_end_on: through,
      elected_on: from,
      election_method: method,
      approval_doc_no: documentNo(union, from),
    });
    union.latestTerm = { from, through };
  }

  /** Enters an office, cut to the life of its union. */
  appoint(office: Office, chance: Chance): void {
    const {
      union,
      holder,
      role,
      mode,
      from,
      termNumber,
      termEndOn,
      rank,
      method,
      concurrentPost,
      inPartyCommittee,
      actingChair,
    } = office;
    const last = union.dissolvedOn;
    if ((last && from > last) || from > TOLD_UNTIL) return;
    if (last && (!office.endedOn || office.endedOn > last))
      Object.assign(office, { endedOn: last, endReason: "UNION_DISSOLVED" });
    if (office.endedOn && office.endedOn < from) return;
    this.offices.push(office);
    const isLeading = role === "CHAIR" || role === "VICE_CHAIR" || role === "EXECUTIVE_VICE_CHAIR";
    this.positions.add({
      id: this.positions.count + 1,
      trade_union_id: union.id,
      person_id: holder.id,
      role,
      employment_mode: mode,
      acting_chair: actingChair ?? false,
      term_number: termNumber,
      start_on: from,
      term_end_on: termEndOn && termEndOn >= from ? termEndOn : null,
      ended_on: office.endedOn,
      end_reason: office.endReason,
      treatment_rank: rank,
      election_method: method,
      approval_doc_no: isLeading ? documentNo(union, from) : null,
      concurrent_post: concurrentPost,
      is_party_member: holder.isPartyMember,
      is_party_committee_member: inPartyCommittee,
      in_party_leadership: isLeading ? holder.isPartyMember && chance.holds(35) : null,
    });
  }
}

/** Number of the paper by which the superior approved it. */
export function documentNo({ township, parent, id }: Union, on: LocalDate): string {
  const office =
    township && parent !== undefined && parent !== township.union.parent
      ? `${township.stem.slice(0, 1)}街镇工`
      : "绍总工";
  return `${office}〔${on.slice(0, 4)}〕${(id % 97) + 1}号`;
}
