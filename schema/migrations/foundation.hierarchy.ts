import {
  DIVISION_LEVELS,
  DIVISION_TYPES,
  FEDERATION_KINDS,
  INDUSTRY_BASES,
  LEGAL_PERSON_STATUSES,
  REGIONAL_BASES,
  UNION_STATES,
  UNION_TYPES,
} from "../hierarchy/unionType.rules.js";
import { dated, id, kept, oneOf, versioned } from "./foundation.shared.js";

/** Divisions of the state, with their names, kinds and parents over time. */
export const divisions = /* sql */ `
create table division (
  ${id},
  code text,
  name text,
  ${oneOf("level", DIVISION_LEVELS)} not null,
  ${oneOf("type", DIVISION_TYPES)},
  parent_id integer references division,
  standing boolean not null default false,
  ${versioned}
);
create index division_code on division (code);
create index division_parent_id on division (parent_id, code);
create table division_version (
  ${id},
  division_id integer not null references division,
  code text not null check (code ~ '^[0-9]{6}([0-9]{3}){0,2}$'),
  name text not null check (name <> ''),
  ${oneOf("type", DIVISION_TYPES)} not null,
  backfilled boolean not null default false,
  deed text,
  ${dated()}, check (valid_to > valid_from),
  exclude using gist ((division_id + 0) with =, daterange(valid_from, valid_to) with &&) where (known_to is null),
  exclude using gist (code with =, daterange(valid_from, valid_to) with &&) where (known_to is null)
);
create table division_parent (
  ${id},
  division_id integer not null references division,
  parent_id integer not null references division,
  deed text,
  ${dated()}, check (valid_to > valid_from), check (parent_id <> division_id),
  exclude using gist ((division_id + 0) with =, daterange(valid_from, valid_to) with &&) where (known_to is null)
);
create index division_version_division on division_version (division_id, valid_from) include (valid_to, code, name, type) where known_to is null;
create index division_parent_division on division_parent (division_id, valid_from) where known_to is null;
create index division_parent_parent on division_parent (parent_id) where known_to is null;
create table division_succession (
  ${id},
  predecessor_id integer not null references division,
  successor_id integer not null references division,
  succeeded_on date not null,
  whole boolean not null,
  deed text,
  unique (predecessor_id, successor_id, succeeded_on)
);
create table party_committee (
  ${id},
  division_id integer not null references division,
  name text not null check (name <> ''),
  ${dated()}, ${versioned}, check (valid_to > valid_from),
  exclude using gist ((division_id + 0) with =, daterange(valid_from, valid_to) with &&) where (known_to is null)
);
create table township_profile (
  ${id},
  division_id integer not null references division,
  year integer not null check (year between 1949 and 2200),
  reference_on date not null,
  enterprise_count integer check (enterprise_count >= 0),
  secondary_tertiary_employees integer check (secondary_tertiary_employees >= 0),
  source text not null,
  ${versioned},
  unique (division_id, year)
);

create function division_as_of(day date) returns setof division language sql stable as $$
  select d.id, v.code, v.name, d.level, v.type, p.parent_id, true, d.version, d.amended_at
  from division d
  join division_version v on v.division_id = d.id and v.known_to is null and v.valid_from <= day and (v.valid_to is null or v.valid_to > day)
  left join division_parent p on p.division_id = d.id and p.known_to is null and p.valid_from <= day and (p.valid_to is null or p.valid_to > day)
$$;
-- Makes the columns of division show the given day (today, in practice).
create function project_divisions(day date) returns void language plpgsql as $$
begin
  perform set_config('gonghui.projecting', 'on', true);
  update division d set code = n.code, name = n.name, type = n.type, parent_id = n.parent_id, standing = true
  from division_as_of(day) n
  where n.id = d.id and (d.code, d.name, d.type, d.parent_id, d.standing) is distinct from (n.code, n.name, n.type, n.parent_id, true);
  update division d set standing = false, code = v.code, name = v.name, type = v.type
  from (select distinct on (division_id) division_id, code, name, type from division_version where known_to is null order by division_id, valid_from desc) v
  where v.division_id = d.id and (d.standing or d.code is null) and not exists (
    select from division_version n where n.division_id = d.id and n.known_to is null and n.valid_from <= day and (n.valid_to is null or n.valid_to > day));
  perform set_config('gonghui.projecting', '', true);
end $$;
create function divisions_changed() returns trigger language plpgsql as $$
begin
  if current_setting('gonghui.loading', true) is distinct from 'on' then perform project_divisions(today_in_shaoxing()); end if;
  return null;
end $$;
create trigger project after insert or update on division_version for each statement execute function divisions_changed();
create trigger project after insert or update on division_parent for each statement execute function divisions_changed();
`;

/** Unions: an identity row that also shows today, and dated rows that are the record. */
export const unions = /* sql */ `
create table trade_union (
  ${id},
  code text collate "C",
  name text,
  ${oneOf("type", UNION_TYPES)},
  parent_id integer references trade_union,
  path text collate "C" check (path ~ '^[0-9]+(\\.[0-9]+)*\\.$'),
  standing boolean not null default false,
  member_count integer not null default 0,
  employee_count integer default 0, -- null where it covers employers of whom no figure is known
  ${oneOf("state", UNION_STATES)} not null default 'ACTIVE',
  established_on date not null,
  approved_on date,
  approval_doc_no text,
  dissolved_on date,
  ${oneOf("legal_person_status", LEGAL_PERSON_STATUSES)} not null default 'NONE',
  uscc text check (uscc ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'),
  legal_person_valid_from date,
  legal_person_valid_through date,
  territory_id integer references division,
  ${oneOf("regional_base", REGIONAL_BASES)},
  ${oneOf("industry_base", INDUSTRY_BASES)},
  address text,
  phone text,
  search_text text not null default '',
  ${versioned},
  check (dissolved_on is null or dissolved_on >= established_on),
  check (legal_person_valid_through is null or legal_person_valid_through >= legal_person_valid_from)
);
create table trade_union_version (
  ${id},
  trade_union_id integer not null references trade_union,
  code text collate "C" not null check (code ~ '^[0-9]{6}([0-9]{3}){0,2}(-[0-9]{4})?$'),
  name text not null check (name <> ''),
  ${oneOf("type", UNION_TYPES)} not null,
  document_no text,
  reason text,
  ${dated()}, check (valid_to > valid_from),
  constraint one_version_at_a_time exclude using gist ((trade_union_id + 0) with =, daterange(valid_from, valid_to) with &&) where (known_to is null),
  constraint one_union_per_code exclude using gist (code with =, daterange(valid_from, valid_to) with &&) where (known_to is null)
);
-- What held on a day is looked up union by union; the exclusion index takes five times as long for that.
create index trade_union_version_union on trade_union_version (trade_union_id, valid_from) include (valid_to, code, name, type) where known_to is null;
create index trade_union_version_code on trade_union_version (code) where known_to is null;
create table affiliation (
  ${id},
  trade_union_id integer not null references trade_union,
  parent_id integer not null references trade_union,
  document_no text,
  reason text,
  ${dated()}, check (valid_to > valid_from), constraint not_its_own_superior check (parent_id <> trade_union_id),
  constraint one_superior_at_a_time exclude using gist ((trade_union_id + 0) with =, daterange(valid_from, valid_to) with &&) where (known_to is null)
);
create index affiliation_union on affiliation (trade_union_id, valid_from) include (valid_to, parent_id) where known_to is null;
create index affiliation_parent on affiliation (parent_id, valid_from) where known_to is null;
create table federation_membership (
  ${id},
  trade_union_id integer not null references trade_union,
  federation_id integer not null references trade_union,
  ${oneOf("kind", FEDERATION_KINDS)} not null,
  ${dated()}, ${versioned}, check (valid_to > valid_from), check (federation_id <> trade_union_id),
  exclude using gist ((trade_union_id + 0) with =, (federation_id + 0) with =, daterange(valid_from, valid_to) with &&) where (known_to is null)
);
create index federation_membership_union on federation_membership (trade_union_id) where known_to is null;
create index federation_membership_federation on federation_membership (federation_id) where known_to is null;
create table party_leadership (
  ${id},
  trade_union_id integer not null references trade_union,
  party_committee_id integer not null references party_committee,
  ${dated()}, ${versioned}, check (valid_to > valid_from),
  exclude using gist ((trade_union_id + 0) with =, daterange(valid_from, valid_to) with &&) where (known_to is null)
);
create index party_leadership_union on party_leadership (trade_union_id, valid_from) where known_to is null;
-- The path of every union on every day, derived from the affiliations: one row per period of constant path.
create table trade_union_path (
  trade_union_id integer not null references trade_union,
  path text collate "C" not null,
  valid_from date not null,
  valid_to date,
  exclude using gist ((trade_union_id + 0) with =, daterange(valid_from, valid_to) with &&) deferrable initially deferred
);
create index trade_union_path_union on trade_union_path (trade_union_id, valid_from) include (valid_to, path);
create index trade_union_path_path on trade_union_path (path, valid_from, valid_to) include (trade_union_id);

create unique index trade_union_code on trade_union (code) where standing;
create index trade_union_parent on trade_union (parent_id, code, id) where standing;
create index trade_union_path_standing on trade_union (path) include (id, code, type, member_count, employee_count) where standing;
create index trade_union_path_all on trade_union (path);
create index trade_union_search on trade_union using gin (search_text gin_trgm_ops);
create index trade_union_territory on trade_union (territory_id);
create index trade_union_members on trade_union (member_count desc, id) where standing;
${["trade_union", "trade_union_version", "affiliation", "federation_membership", "party_leadership"].map((table) => kept(table, { isDated: table !== "trade_union", isVersioned: !["trade_union_version", "affiliation"].includes(table) })).join("")}
${kept("division")} ${kept("division_version", { isDated: true, isVersioned: false })} ${kept("division_parent", { isDated: true, isVersioned: false })}
${kept("party_committee", { isDated: true })} ${kept("township_profile")}
`;
