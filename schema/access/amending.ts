import type { RecordName } from "../records.js";
import type { Permission } from "./permissions.rules.js";

/** Where a change of a record is asked for: the union whose path has to lie in the actor's scope. */
export interface Amending {
  permission: Permission;
  /** SQL of that union's path today, for a row. */
  path(row: string): string;
  /** SQL of rows that any holder may amend, wherever the scope lies. */
  anywhere?(row: string): string;
  /** Changes that ask for a second union too, each with the SQL of its path. */
  also?: Partial<Record<Permission, (row: string) => string>>;
}

/** Permission follows today's tree, whatever day the row is shown for. */
const unionOf = (link: string) => (row: string) => `(select w.path from trade_union w where w.id = ${row}.${link})`;
const unionBehind = (table: string, link: string, union: string) => (row: string) =>
  `(select w.path from ${table} v join trade_union w on w.id = v.${union} where v.id = ${row}.${link})`;
const superior = (row: string) =>
  `(select coalesce(p.path, w.path) from trade_union w left join trade_union p on p.id = w.parent_id where w.id = ${row}.id)`;

/** Every record that is amended by a mutation, with the union its actions ask about. */
export const AMENDING: Partial<Record<RecordName, Amending>> = {
  TradeUnion: {
    permission: "amend:trade-union",
    path: unionOf("id"),
    also: { "affiliate:trade-union": superior, "dissolve:trade-union": superior },
  },
  FederationMembership: { permission: "amend:federation-membership", path: unionOf("trade_union_id") },
  TownshipProfile: { permission: "amend:township-profile", path: (row) => `leading_union_path(${row}.division_id)` },
  Employer: { permission: "amend:employer", path: unionOf("keeper_id") },
  EmployerYear: { permission: "amend:employer-year", path: unionBehind("employer", "employer_id", "keeper_id") },
  Coverage: { permission: "amend:coverage", path: unionOf("trade_union_id") },
  Person: { permission: "amend:person", path: unionOf("keeper_id") },
  Membership: { permission: "amend:membership", path: unionOf("trade_union_id") },
  HardshipCase: { permission: "amend:hardship-case", path: unionOf("trade_union_id") },
  Term: { permission: "amend:term", path: unionOf("trade_union_id") },
  Position: { permission: "amend:position", path: unionOf("trade_union_id") },
  Course: { permission: "amend:course", path: unionOf("organiser_id") },
  Enrolment: { permission: "amend:enrolment", path: unionBehind("course", "course_id", "organiser_id") },
  AwardRound: {
    permission: "amend:award-round",
    path: () => "municipal_path()",
    anywhere: (row) => `${row}.level = 'COUNTY'`,
  },
  Award: { permission: "amend:award", path: unionOf("recommended_by_id") },
  Attachment: { permission: "withdraw:attachment", path: unionOf("trade_union_id") },
  Assessment: { permission: "amend:assessment", path: unionOf("trade_union_id") },
};
