import type { RecordName } from "../records.js";
import type { Permission } from "./permissions.rules.js";

/** Which rows of a record a reader sees. The compiler turns it into SQL at every hop, loading for a change into the same SQL. */
export type RowRule =
  /** Any signed-in reader. */
  | "everyone"
  /** Rows with a path of their own inside the reader's subtree. */
  | "own path"
  /** Rows whose link leads to a visible record. */
  | { through: string }
  /** Rows that some visible row of another record points at. */
  | { some: RecordName; by: string }
  /** Rows that meet one of several rules. */
  | { any: readonly RowRule[] }
  /** The rule, and only for holders of a permission. */
  | { holding: Permission; and: RowRule };

const throughUnion: RowRule = { through: "tradeUnion" };

/** Scope is a subtree of affiliation and nothing else: lying in a territory opens no record. Permission follows today's tree, whatever day is asked about. */
export const VISIBILITY: Record<RecordName, RowRule> = {
  Division: "everyone",
  PartyCommittee: "everyone",
  TownshipProfile: "everyone",
  Scheme: "everyone",
  AwardRound: "everyone",
  TrainingRequirement: "everyone",
  TradeUnion: "own path",
  TradeUnionVersion: throughUnion,
  Affiliation: throughUnion,
  PartyLeadership: throughUnion,
  FederationMembership: throughUnion,
  Coverage: throughUnion,
  Membership: throughUnion,
  HardshipCase: { holding: "read:hardship-case", and: throughUnion },
  Term: throughUnion,
  Position: throughUnion,
  Assessment: throughUnion,
  IssuedDocument: throughUnion,
  Attachment: { any: [{ through: "tradeUnion" }, { through: "award" }] },
  Employer: { any: [{ through: "keeper" }, { some: "Coverage", by: "employer" }] },
  EmployerYear: { through: "employer" },
  Person: { any: [{ through: "keeper" }, { some: "Membership", by: "person" }, { some: "Position", by: "person" }] },
  Course: { through: "organiser" },
  Enrolment: { through: "person" },
  Award: { any: [{ through: "recommendedBy" }, { through: "collective" }, { through: "person" }] },
  Account: { holding: "read:account", and: { some: "RoleGrant", by: "account" } },
  RoleGrant: { holding: "read:role-grant", and: throughUnion },
  ApiToken: { holding: "read:api-token", and: throughUnion },
  AuditEntry: { holding: "read:audit-entry", and: throughUnion },
};
