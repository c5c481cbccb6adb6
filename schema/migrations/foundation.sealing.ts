/** What keeps sealed personal data in order; the keys themselves never come here. */
export const sealing = /* sql */ `
-- A known text sealed by each key in use: whoever comes with other keys is told before anything is read or written.
alter table installation add column sealing_probes jsonb not null default '{}';

-- A value sealed by a key that is not in use here would be lost to everybody else. Tried again, it is sealed by the right one.
create function check_sealing_key() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not (select coalesce(sealing_probes ? new.resident_id_key, true) and coalesce(sealing_probes ? new.phone_key, true) from installation) then
    raise exception 'sealed by a key that is not in use' using errcode = '40001';
  end if;
  return null;
end $$;
create trigger check_sealing_key after insert or update of resident_id_key, phone_key on person for each row execute function check_sealing_key();
revoke execute on function check_sealing_key() from public;

-- The number is part of what is sealed, so it is given before the row is written.
create function next_person_id() returns integer language sql security definer set search_path = pg_catalog, public, pg_temp as
$$ select nextval(pg_get_serial_sequence('public.person', 'id'))::integer $$;

-- Reaches over a border, and tells no more than a number: whose identity number it is that may be borne once. Who comes second with it waits for the first.
create function holder_of_resident_id(wanted bytea[], but_not integer) returns integer language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare found_id integer;
begin
  perform pg_advisory_xact_lock(hashtext('resident id'), hashtext(encode(w.index, 'hex'))) from (select unnest(wanted) as index order by 1) w;
  select p.id into found_id from person p where p.resident_id_bidx = any (wanted) and p.id <> but_not limit 1;
  return found_id;
end $$;

-- Enters a reveal in the log under the name of the one who acts. Answers 0, or the seconds to wait when the hour is used up.
create index audit_entry_reveal on audit_entry (account_id, at) where action = 'revealPersonalData' and kind = 'ACCESS';
create function enter_reveal(person_id integer, union_id integer, told jsonb, most_per_hour integer) returns integer language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  who integer := nullif(current_setting('gonghui.account', true), '')::integer;
  earliest timestamptz;
begin
  if who is null then raise exception 'nobody is named who reveals' using errcode = 'GH001'; end if;
  perform pg_advisory_xact_lock(hashtext('reveals of an account'), who);
  select e.at into earliest from audit_entry e
    where e.account_id = who and e.action = 'revealPersonalData' and e.kind = 'ACCESS' and e.at > clock_timestamp() - interval '1 hour'
    order by e.at desc offset most_per_hour - 1 limit 1;
  if found then return ceil(extract(epoch from earliest + interval '1 hour' - clock_timestamp())); end if;
  insert into audit_entry (kind, account_id, action, record, record_id, trade_union_id, after, reason, request_id)
  values ('ACCESS', who, 'revealPersonalData', 'person', person_id, union_id, told, nullif(current_setting('gonghui.reason', true), ''), nullif(current_setting('gonghui.request', true), ''));
  return 0;
end $$;
`;
