import { ROLES } from "../access/permissions.rules.js";
import { id, kept, oneOf, versioned } from "./foundation.shared.js";

/** The log of changes comes first: every other table writes into it. */
export const audit = /* sql */ `
create table audit_entry (
  id bigint primary key generated always as identity,
  at timestamptz(3) not null default clock_timestamp(),
  account_id integer,
  action text not null,
  record text not null,
  record_id integer not null,
  trade_union_id integer,
  before jsonb,
  after jsonb,
  reason text,
  request_id text
);
create index audit_entry_record on audit_entry (record, record_id, id);
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only added to' using errcode = 'GH001';
end $$;
create trigger only_added_to before update or delete on audit_entry for each row execute function refuse_rewriting();
create trigger never_truncated before truncate on audit_entry for each statement execute function refuse_rewriting();

-- One entry for each written row, in the writer's own transaction. Arguments: columns whose values stay out of the log.
create function write_audit() returns trigger language plpgsql as $$
declare
  was jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) - coalesce(tg_argv, '{}') end;
  now_is jsonb := to_jsonb(new) - coalesce(tg_argv, '{}'); -- without arguments tg_argv is null, and so would the whole be
begin
  if current_setting('gonghui.projecting', true) = 'on' or current_setting('gonghui.loading', true) = 'on' then return null; end if;
  if now_is ->> 'known_to' is not null then return null; end if; -- the copy of a superseded belief is no change of its own
  if tg_op = 'UPDATE' and was - 'version' - 'amended_at' = now_is - 'version' - 'amended_at' then return null; end if;
  insert into audit_entry (account_id, action, record, record_id, trade_union_id, before, after, reason, request_id)
  values (nullif(current_setting('gonghui.account', true), '')::integer,
          coalesce(nullif(current_setting('gonghui.action', true), ''), lower(tg_op)),
          tg_table_name, new.id,
          coalesce((now_is ->> 'trade_union_id')::integer, (now_is ->> 'keeper_id')::integer, case when tg_table_name = 'trade_union' then new.id end),
          was, now_is, nullif(current_setting('gonghui.reason', true), ''), nullif(current_setting('gonghui.request', true), ''));
  return null;
end $$;
`;

export const access = /* sql */ `
create table account (
  ${id},
  username text not null,
  username_key text not null unique,
  display_name text not null,
  password_hash text not null,
  must_change_password boolean not null default false,
  disabled_at timestamptz(3),
  created_at timestamptz(3) not null default transaction_timestamp(),
  ${versioned}
);
create table role_grant (
  ${id},
  account_id integer not null references account,
  ${oneOf("role", ROLES)} not null,
  trade_union_id integer references trade_union,
  valid_from date not null,
  valid_through date,
  ${versioned},
  check (trade_union_id is not null or role in ('SYSTEM_ADMINISTRATOR', 'AUDITOR'))
);
create index role_grant_account on role_grant (account_id);
create table session (
  ${id},
  account_id integer not null references account,
  role_grant_id integer not null references role_grant,
  token_hash bytea not null unique,
  created_at timestamptz(3) not null default transaction_timestamp(),
  last_seen_at timestamptz(3) not null default transaction_timestamp(),
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3)
);
create index session_account on session (account_id);
create table api_token (
  ${id},
  name text not null,
  prefix text not null unique,
  token_hash bytea not null unique,
  role_grant_id integer not null references role_grant,
  created_at timestamptz(3) not null default transaction_timestamp(),
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  last_used_at timestamptz(3)
);
create table login_attempt (
  key text primary key,
  failures integer not null,
  last_failed_at timestamptz(3) not null
);
${kept("account", { secret: ["password_hash"] })}
${kept("role_grant")}
`;
