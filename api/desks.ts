import { ENTITIES } from "../schema/register.js";
import type { Class } from "../schema/shared/register.js";
import { AccessResolver } from "./access/access.resolver.js";
import { AccountsDesk } from "./access/accounts.resolver.js";
import { AssessmentsDesk } from "./assessments/assessments.resolver.js";
import { AwardsDesk } from "./awards/awards.resolver.js";
import { DocumentsDesk } from "./documents/documents.resolver.js";
import { DutiesDesk } from "./duties/duties.resolver.js";
import { EmployersDesk } from "./employers/employers.resolver.js";
import { HierarchyDesk } from "./hierarchy/hierarchy.resolver.js";
import { PeopleDesk } from "./people/people.resolver.js";
import { PositionsDesk } from "./positions/positions.resolver.js";
import { NodeResolver } from "./shared/node.resolver.js";
import { recordDesk } from "./shared/recordDesk.js";
import { TrainingDesk } from "./training/training.resolver.js";

/** Everything that answers: the dull readings of every record, and the resolvers of the rooms. */
export const DESKS = [
  NodeResolver,
  AccessResolver,
  AccountsDesk,
  EmployersDesk,
  HierarchyDesk,
  PeopleDesk,
  DutiesDesk,
  PositionsDesk,
  TrainingDesk,
  AwardsDesk,
  AssessmentsDesk,
  DocumentsDesk,
  ...(ENTITIES as unknown as Class[]).map(recordDesk),
];
