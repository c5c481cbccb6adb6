import { EMPLOYER_CATEGORIES, INDUSTRY_SECTIONS, KEY_SECTORS, OPENED_ON_KINDS } from "../employers/employer.rules.js";
import { EDUCATION_LEVELS, MEMBERSHIP_STATUSES, POLITICAL_STATUSES, SEXES } from "../people/person.rules.js";
import { sealedColumnsOf } from "../people/personalFields.rules.js";
import {
  ELECTION_METHODS,
  EMPLOYMENT_MODES,
  END_REASONS,
  POSITION_ROLES,
  TREATMENT_RANKS,
} from "../positions/position.rules.js";
import { dated, id, kept, oneOf, sealedColumns, sealedIndexes, versioned } from "./foundation.shared.js";

export const employers = /* sql */ `
create table employer (
  ${id},
  name text not null check (name <> ''),
  uscc text unique check (uscc ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'),
  ${oneOf("category", EMPLOYER_CATEGORIES)} not null,
  non_public boolean,
  ${oneOf("industry", INDUSTRY_SECTIONS)},
  key_sectors text[] not null default '{}' check (key_sectors <@ array[${KEY_SECTORS.map((name) => `'${name}'`).join(", ")}]),
  opened_on date,
  ${oneOf("opened_on_kind", OPENED_ON_KINDS)},
  closed_on date,
  territory_id integer not null references division,
  keeper_id integer not null references trade_union,
  address text,
  search_text text not null default '',
  ${versioned},
  check (closed_on is null or opened_on is null or closed_on >= opened_on)
);
create index employer_keeper on employer (keeper_id);
create index employer_territory on employer (territory_id);
create index employer_search on employer using gin (search_text gin_trgm_ops);
create table employer_year (
  ${id},
  employer_id integer not null references employer,
  year integer not null check (year between 1949 and 2200),
  reference_on date not null,
  employee_count integer not null check (employee_count >= 0),
  female_employee_count integer check (female_employee_count between 0 and employee_count),
  dispatched_count integer check (dispatched_count >= 0),
  migrant_count integer check (migrant_count between 0 and employee_count),
  payroll_fen bigint check (payroll_fen >= 0),
  ${versioned},
  unique (employer_id, year)
);
create index employer_year_latest on employer_year (employer_id, reference_on desc) include (employee_count);
create table coverage (
  ${id},
  trade_union_id integer not null references trade_union,
  employer_id integer not null references employer,
  ${dated()}, ${versioned}, check (valid_to > valid_from),
  constraint covered_once exclude using gist ((trade_union_id + 0) with =, (employer_id + 0) with =, daterange(valid_from, valid_to) with &&) where (known_to is null)
);
create index coverage_union on coverage (trade_union_id) where known_to is null;
create index coverage_employer on coverage (employer_id) where known_to is null;
${kept("employer")} ${kept("employer_year")} ${kept("coverage", { isDated: true })}
`;

export const people = /* sql */ `
create table person (
  ${id},
  name text not null check (name <> ''),
  ${oneOf("sex", SEXES)} not null,
  birth_on date check (birth_on > '1900-01-01'),
  ethnicity text,
  ${oneOf("political_status", POLITICAL_STATUSES)},
  ${oneOf("education", EDUCATION_LEVELS)},
  ${sealedColumns("person")},
  migrant_worker boolean not null default false,
  dispatched_worker boolean not null default false,
  keeper_id integer not null references trade_union,
  search_text text not null default '',
  ${versioned}
);
create index person_keeper on person (keeper_id);
${sealedIndexes("person")}
create index person_search on person using gin (search_text gin_trgm_ops);
create table membership (
  ${id},
  person_id integer not null references person,
  trade_union_id integer not null references trade_union,
  ${oneOf("status", MEMBERSHIP_STATUSES)} not null,
  card_no text,
  reason text,
  ${dated()}, ${versioned}, check (valid_to > valid_from),
  constraint one_active_membership exclude using gist ((person_id + 0) with =, daterange(valid_from, valid_to) with &&) where (known_to is null and status = 'ACTIVE')
);
create index membership_union on membership (trade_union_id, valid_from) where known_to is null;
create index membership_person on membership (person_id) where known_to is null;
${kept("person", { secret: sealedColumnsOf("person") })} ${kept("membership", { isDated: true })}
`;

export const positions = /* sql */ `
create table term (
  ${id},
  trade_union_id integer not null references trade_union,
  term_number integer not null check (term_number > 0),
  start_on date not null,
  term_end_on date not null,
  elected_on date,
  ${oneOf("election_method", ELECTION_METHODS)},
  approval_doc_no text,
  ${versioned},
  check (term_end_on >= start_on),
  unique (trade_union_id, term_number)
);
create index term_union on term (trade_union_id, start_on desc);
create table position (
  ${id},
  trade_union_id integer not null references trade_union,
  person_id integer not null references person,
  ${oneOf("role", POSITION_ROLES)} not null,
  ${oneOf("employment_mode", EMPLOYMENT_MODES)} not null,
  acting_chair boolean not null default false,
  term_number integer check (term_number > 0),
  start_on date not null,
  term_end_on date,
  ended_on date,
  ${oneOf("end_reason", END_REASONS)},
  ${oneOf("treatment_rank", TREATMENT_RANKS)},
  ${oneOf("election_method", ELECTION_METHODS)},
  approval_doc_no text,
  concurrent_post text,
  is_party_member boolean,
  is_party_committee_member boolean,
  in_party_leadership boolean,
  known_from timestamptz(3) not null default transaction_timestamp(), known_to timestamptz(3), record_id integer,
  ${versioned},
  check (ended_on >= start_on), check (term_end_on >= start_on), check ((ended_on is null) = (end_reason is null)),
  check (not acting_chair or role in ('VICE_CHAIR', 'EXECUTIVE_VICE_CHAIR')),
  constraint one_chair_at_a_time exclude using gist ((trade_union_id + 0) with =, daterange(start_on, ended_on, '[]') with &&) where (role = 'CHAIR' and known_to is null),
  constraint one_holder_once exclude using gist ((trade_union_id + 0) with =, role with =, (person_id + 0) with =, daterange(start_on, ended_on, '[]') with &&) where (known_to is null)
);
create index position_person on position (person_id) where known_to is null;
${kept("term")} ${kept("position", { isDated: true })}
`;
