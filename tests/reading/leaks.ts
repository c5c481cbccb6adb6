import type { Role } from "../../schema/access/permissions.rules.js";
import type { LeakCheck } from "./differential.js";
import type { Rows } from "./plainRows.js";

const KEEPERS: readonly Role[] = ["SYSTEM_ADMINISTRATOR", "FEDERATION_ADMINISTRATOR", "AUDITOR"];
const LOG_READERS: readonly Role[] = ["SYSTEM_ADMINISTRATOR", "FEDERATION_ADMINISTRATOR", "AUDITOR"];
const HARDSHIP_READERS: readonly Role[] = ["FEDERATION_ADMINISTRATOR", "CLERK"];

/** Every id a reader may see, written down by hand: $1 the scope (null: everything), $2 whether accounts, $3 whether the log, $4 whether hardship cases. */
const SEEN = /* sql */ `
with
  unions as (select id from trade_union where $1::text is null or ($1 <> '' and starts_with(path, $1))),
  employers as (select id from employer where keeper_id in (table unions) or id in (select employer_id from coverage where known_to is null and trade_union_id in (table unions))),
  persons as (select id from person where keeper_id in (table unions)
    or id in (select person_id from membership where known_to is null and trade_union_id in (table unions))
    or id in (select person_id from position where known_to is null and trade_union_id in (table unions))),
  grants as (select id, account_id from role_grant where $2 and ($1 is null or trade_union_id in (table unions)))
select 'tradeUnion-' || id as id from unions
union all select 'employer-' || id from employers
union all select 'person-' || id from persons
union all select 'roleGrant-' || id from grants
union all select 'apiToken-' || id from api_token where $2 and ($1 is null or trade_union_id in (table unions))
union all select 'account-' || id from account where $2 and ($1 is null or id in (select account_id from grants))
union all select 'auditEntry-' || id from audit_entry where $3 and ($1 is null or trade_union_id in (table unions))
union all select 'division-' || id from division
union all select 'partyCommittee-' || id from party_committee where known_to is null
union all select 'townshipProfile-' || id from township_profile
union all select 'scheme-' || id from scheme
union all select 'awardRound-' || id from award_round
union all select 'trainingRequirement-' || id from training_requirement
union all select 'tradeUnionVersion-' || id from trade_union_version where known_to is null and trade_union_id in (table unions)
union all select 'affiliation-' || id from affiliation where known_to is null and trade_union_id in (table unions)
union all select 'partyLeadership-' || id from party_leadership where known_to is null and trade_union_id in (table unions)
union all select 'federationMembership-' || id from federation_membership where known_to is null and trade_union_id in (table unions)
union all select 'coverage-' || id from coverage where known_to is null and trade_union_id in (table unions)
union all select 'membership-' || id from membership where known_to is null and trade_union_id in (table unions)
union all select 'position-' || id from position where known_to is null and trade_union_id in (table unions)
union all select 'hardshipCase-' || id from hardship_case where $4 and trade_union_id in (table unions)
union all select 'term-' || id from term where trade_union_id in (table unions)
union all select 'assessment-' || id from assessment where trade_union_id in (table unions)
union all select 'issuedDocument-' || id from issued_document where trade_union_id in (table unions)
union all select 'attachment-' || id from attachment where trade_union_id in (table unions) or award_id in (select id from award where recommended_by_id in (table unions) or collective_id in (table unions) or person_id in (table persons))
union all select 'employerYear-' || id from employer_year where employer_id in (table employers)
union all select 'course-' || id from course where organiser_id in (table unions)
union all select 'enrolment-' || id from enrolment where person_id in (table persons)
union all select 'award-' || id from award where recommended_by_id in (table unions) or collective_id in (table unions) or person_id in (table persons)`;

/** Tells which of the ids a reader was sent are not among those written down. */
export function leakCheck(rows: Rows): LeakCheck {
  const known = new Map<string, Promise<Set<string>>>();
  return async ({ role, path }, ids) => {
    if (path === "") return [...ids];
    const key = `${path} ${KEEPERS.includes(role)} ${LOG_READERS.includes(role)} ${HARDSHIP_READERS.includes(role)}`;
    const seen =
      known.get(key) ??
      rows
        .sql(SEEN, [path ?? null, KEEPERS.includes(role), LOG_READERS.includes(role), HARDSHIP_READERS.includes(role)])
        .then((found) => new Set(found.map(({ id }) => id as string)));
    known.set(key, seen);
    const mine = await seen;
    return [...ids].filter((id) => !mine.has(id));
  };
}
