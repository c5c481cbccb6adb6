import { ASSESSMENT_STATES } from "../assessments/assessment.rules.js";
import { AWARD_LEVELS, AWARD_STATES, AWARD_TITLES } from "../awards/award.rules.js";
import { POSITION_ROLES } from "../positions/position.rules.js";
import { COURSE_CATEGORIES, COURSE_LEVELS, COURSE_MODES, ENROLMENT_RESULTS } from "../training/training.rules.js";
import { id, kept, oneOf, versioned } from "./foundation.shared.js";

export const training = /* sql */ `
create table course (
  ${id},
  code text not null unique,
  name text not null check (name <> ''),
  ${oneOf("category", COURSE_CATEGORIES)} not null,
  ${oneOf("level", COURSE_LEVELS)} not null,
  ${oneOf("mode", COURSE_MODES)} not null,
  organiser_id integer not null references trade_union,
  start_on date not null,
  end_on date not null,
  hours integer not null check (hours > 0),
  location text,
  budget_fen bigint check (budget_fen >= 0),
  ${versioned},
  check (end_on >= start_on)
);
create index course_organiser on course (organiser_id);
create table enrolment (
  ${id},
  person_id integer not null references person,
  course_id integer not null references course,
  attended_hours integer not null default 0 check (attended_hours >= 0),
  ${oneOf("result", ENROLMENT_RESULTS)},
  score integer check (score between 0 and 100),
  certificate_no text,
  issued_on date,
  valid_through date,
  ${versioned},
  unique (person_id, course_id)
);
create index enrolment_course on enrolment (course_id);
create table training_requirement (
  ${id},
  ${oneOf("role", POSITION_ROLES)} not null,
  hours_per_year integer check (hours_per_year >= 0),
  first_year boolean not null default false,
  document_no text,
  valid_from date not null,
  valid_to date,
  ${versioned},
  exclude using gist (role with =, daterange(valid_from, valid_to) with &&)
);
-- Nobody attends more hours than the course has.
create function check_attended_hours() returns trigger language plpgsql as $$
begin
  if new.attended_hours > (select hours from course where id = new.course_id) then
    raise exception 'more hours attended than the course has' using errcode = 'GH020';
  end if;
  return new;
end $$;
create trigger check_attended_hours before insert or update on enrolment for each row execute function check_attended_hours();
${kept("course")} ${kept("enrolment")} ${kept("training_requirement")}
`;

export const awards = /* sql */ `
create table award_round (
  ${id},
  name text not null,
  ${oneOf("level", AWARD_LEVELS)} not null,
  year integer not null,
  conferred_by text not null,
  ${versioned},
  unique (level, year, name)
);
create table award (
  ${id},
  award_round_id integer references award_round,
  person_id integer references person,
  collective_id integer references trade_union,
  recommended_by_id integer not null references trade_union,
  ${oneOf("level", AWARD_LEVELS)} not null,
  ${oneOf("title", AWARD_TITLES)} not null,
  ${oneOf("state", AWARD_STATES)} not null,
  conferred_on date,
  conferred_by text,
  decision_no text,
  certificate_no text,
  revoked_on date,
  revocation_decision_no text,
  revocation_ground text,
  ${versioned},
  check ((person_id is null) <> (collective_id is null)),
  check (state <> 'CONFERRED' or conferred_on is not null),
  check (revoked_on is null or (revocation_ground is not null and revoked_on >= conferred_on))
);
create index award_person on award (person_id);
create index award_recommended on award (recommended_by_id);
create index award_collective on award (collective_id);
create index award_round_index on award (award_round_id);
${kept("award_round")} ${kept("award")}
`;

export const assessments = /* sql */ `
create table scheme (
  ${id},
  key text not null,
  edition integer not null,
  name text not null,
  valid_from_year integer not null,
  valid_through_year integer,
  document_no text,
  ${versioned},
  unique (key, edition)
);
create table assessment (
  ${id},
  trade_union_id integer not null references trade_union,
  scheme_id integer not null references scheme,
  year integer not null check (year between 1949 and 2200),
  cutoff_on date not null,
  ${oneOf("state", ASSESSMENT_STATES)} not null default 'OPEN',
  note text,
  ${versioned},
  unique (trade_union_id, scheme_id, year)
);
create index assessment_year on assessment (year, trade_union_id);
${kept("scheme")} ${kept("assessment")}
`;

export const documents = /* sql */ `
create table issued_document (
  ${id},
  kind text not null,
  title text not null,
  verification_code text not null unique check (verification_code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  trade_union_id integer not null references trade_union,
  assessment_id integer references assessment,
  year integer,
  issuer_id integer not null references trade_union,
  issued_at timestamptz(3) not null default transaction_timestamp(),
  facts jsonb not null,
  facts_digest text not null,
  pdf bytea,
  pdf_digest text,
  audit_head bigint not null, -- newest entry of the log before its facts were read
  audit_head_hash bytea not null,
  superseded_by_id integer references issued_document,
  withdrawn_on date,
  ${versioned}
);
create unique index issued_once on issued_document (kind, trade_union_id, year) where superseded_by_id is null and withdrawn_on is null;
create table verification (
  id bigint primary key generated always as identity,
  issued_document_id integer not null references issued_document,
  at timestamptz(3) not null default transaction_timestamp()
);
${kept("issued_document", { secret: ["facts", "pdf"] })}
`;
