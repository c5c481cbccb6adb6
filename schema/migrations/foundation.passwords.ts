import { may, ROLES } from "../access/permissions.rules.js";
import { ACT, TOLD, WHO, WHY } from "./foundation.audit.js";

const setters = ROLES.filter((role) => may(role, "amend:account"))
  .map((role) => `'${role}'`)
  .join(", ");

/** What passwords are proved against. It stands apart from the accounts, which readers see: no role that reads or writes for somebody may select here. */
export const passwords = /* sql */ `
create table account_password (
  account_id integer primary key references account,
  hash text not null check (hash like '$argon2id$%'),
  password_set_at timestamptz(3) not null default clock_timestamp(),
  valid_until timestamptz(3) -- of a password that an administrator set anew; after it nobody signs in by it
);
create trigger never_delete before delete on account_password for each row execute function refuse_delete();

create function date_password() returns trigger language plpgsql as $$
begin
  new.password_set_at := clock_timestamp();
  return new;
end $$;
-- The same password hashed anew, as the hashing has become stronger, is no new password.
create trigger date_password before update of hash on account_password for each row when (${TOLD}) execute function date_password();

-- Of a password the log keeps when it was set and by whom, beside the changes of its account.
create function note_password() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into audit_entry (account_id, action, record, record_id, before, after, reason, request_id)
  values (${WHO}, ${ACT}, 'account', new.account_id, jsonb_build_object('password_set_at', case when tg_op = 'UPDATE' then old.password_set_at end),
    jsonb_build_object('password_set_at', new.password_set_at), ${WHY});
  return null;
end $$;
create constraint trigger note_password after insert or update on account_password deferrable initially deferred for each row
  when (${TOLD}) execute function note_password();

-- With a new password every session ends, and a name that was waiting waits no longer.
create function end_sessions_of_password() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform end_sessions_of(new.account_id);
  delete from login_attempt l using account a where a.id = new.account_id and l.key = 'name ' || a.username_key;
  return null;
end $$;
create trigger end_sessions after insert or update of hash on account_password for each row when (${TOLD}) execute function end_sessions_of_password();

-- Behind the wall nobody writes here but who may set passwords for others, and then one password at a time.
create function keep_password(for_account integer, new_hash text, minutes integer) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if coalesce(app_role() not in (${setters}), true) then
    raise exception 'this role sets no passwords' using errcode = '42501';
  end if;
  insert into account_password (account_id, hash, valid_until) values (for_account, new_hash, clock_timestamp() + make_interval(mins => minutes))
  on conflict (account_id) do update set hash = excluded.hash, valid_until = excluded.valid_until;
end $$;
revoke execute on function note_password(), end_sessions_of_password() from public;
`;
