/** Every record of every room, loaded once; importing this file fills the register that the compiler and the printer read. */
import { Account, RoleGrant } from "./access/account.entity.js";
import { ApiToken } from "./access/apiToken.entity.js";
import { Assessment, Scheme } from "./assessments/assessment.entity.js";
import { AuditEntry } from "./audit/auditEntry.entity.js";
import { Award, AwardRound } from "./awards/award.entity.js";
import { Attachment } from "./documents/attachment.entity.js";
import { IssuedDocument } from "./documents/issuedDocument.entity.js";
import { HardshipCase } from "./duties/hardshipCase.entity.js";
import { Coverage, Employer } from "./employers/employer.entity.js";
import { EmployerYear } from "./employers/employerYear.entity.js";
import { Division } from "./hierarchy/division.entity.js";
import { PartyCommittee, PartyLeadership } from "./hierarchy/partyCommittee.entity.js";
import { TownshipProfile } from "./hierarchy/townshipProfile.entity.js";
import { TradeUnion } from "./hierarchy/tradeUnion.entity.js";
import { Affiliation, FederationMembership, TradeUnionVersion } from "./hierarchy/tradeUnionVersion.entity.js";
import { Membership } from "./people/membership.entity.js";
import { Person } from "./people/person.entity.js";
import { Position, Term } from "./positions/position.entity.js";
import { Course, TrainingRequirement } from "./training/course.entity.js";
import { Enrolment } from "./training/enrolment.entity.js";

export const ENTITIES = [
  Account,
  RoleGrant,
  ApiToken,
  AuditEntry,
  Division,
  PartyCommittee,
  PartyLeadership,
  TownshipProfile,
  TradeUnion,
  TradeUnionVersion,
  Affiliation,
  FederationMembership,
  Employer,
  EmployerYear,
  Coverage,
  Person,
  Membership,
  HardshipCase,
  Position,
  Term,
  Course,
  TrainingRequirement,
  Enrolment,
  AwardRound,
  Award,
  Scheme,
  Assessment,
  IssuedDocument,
  Attachment,
];
