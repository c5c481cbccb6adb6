import { ACCOUNT, API_TOKEN, ROLE_GRANT } from "../access/account.facts.js";
import { ASSESSMENT, SCHEME } from "../assessments/assessment.facts.js";
import { AUDIT_ENTRY } from "../audit/auditEntry.facts.js";
import { AWARD, AWARD_ROUND } from "../awards/award.facts.js";
import { ATTACHMENT } from "../documents/attachment.facts.js";
import { ISSUED_DOCUMENT } from "../documents/issuedDocument.facts.js";
import { HARDSHIP_CASE } from "../duties/hardshipCase.facts.js";
import { COVERAGE, EMPLOYER, EMPLOYER_YEAR } from "../employers/employer.facts.js";
import { AFFILIATION, FEDERATION_MEMBERSHIP, PARTY_LEADERSHIP, UNION_VERSION } from "../hierarchy/history.facts.js";
import { DIVISION, PARTY_COMMITTEE, TOWNSHIP_PROFILE } from "../hierarchy/territory.facts.js";
import { TRADE_UNION } from "../hierarchy/tradeUnion.facts.js";
import { MEMBERSHIP, PERSON } from "../people/person.facts.js";
import { POSITION, TERM } from "../positions/position.facts.js";
import { COURSE, ENROLMENT, TRAINING_REQUIREMENT } from "../training/training.facts.js";
import { type Description, resourceOf } from "./description.js";

/** Every record the console knows. */
export const DESCRIPTIONS: Description[] = [
  TRADE_UNION,
  DIVISION,
  PARTY_COMMITTEE,
  TOWNSHIP_PROFILE,
  UNION_VERSION,
  AFFILIATION,
  FEDERATION_MEMBERSHIP,
  PARTY_LEADERSHIP,
  EMPLOYER,
  EMPLOYER_YEAR,
  COVERAGE,
  PERSON,
  MEMBERSHIP,
  HARDSHIP_CASE,
  POSITION,
  TERM,
  COURSE,
  ENROLMENT,
  TRAINING_REQUIREMENT,
  AWARD,
  AWARD_ROUND,
  ASSESSMENT,
  SCHEME,
  ISSUED_DOCUMENT,
  ATTACHMENT,
  ACCOUNT,
  ROLE_GRANT,
  API_TOKEN,
  AUDIT_ENTRY,
];

const BY_RESOURCE = new Map(DESCRIPTIONS.map((one) => [resourceOf(one.record) as string, one]));

/** What the console knows of a resource by its name in the address. */
export function descriptionOf(resource: string): Description {
  const found = BY_RESOURCE.get(resource);
  if (!found) throw new Error(`No record is listed as ${resource}`);
  return found;
}
