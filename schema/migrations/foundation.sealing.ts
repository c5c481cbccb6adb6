import { placesOf, SEALED_PLACES } from "../people/personalFields.rules.js";

const TABLES = [...new Set(Object.values(SEALED_PLACES).map(({ table }) => table))];
/** Mutations that show a sealed value whole; they share what an account may see in an hour. */
const ACTS = ["revealPersonalData", "revealHardshipDetails"].map((act) => `'${act}'`).join(", ");

const keyCheck = (table: string) => {
  const keys = placesOf(table).map(({ column }) => `${column}_key`);
  return /* sql */ `
create function check_sealing_key_of_${table}() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not (select ${keys.map((key) => `coalesce(sealing_probes ? new.${key}, true)`).join(" and ")} from installation) then
    raise exception 'sealed by a key that is not in use' using errcode = '40001';
  end if;
  return null;
end $$;
create trigger check_sealing_key after insert or update of ${keys.join(", ")} on ${table} for each row execute function check_sealing_key_of_${table}();
revoke execute on function check_sealing_key_of_${table}() from public;
`;
};

/** What keeps sealed personal data in order; the keys themselves never come here. */
export const sealing = /* sql */ `
-- A known text sealed by each key in use: whoever comes with other keys is told before anything is read or written.
alter table installation add column sealing_probes jsonb not null default '{}';

-- A value sealed by a key that is not in use here would be lost to everybody else. Tried again, it is sealed by the right one.
${TABLES.map(keyCheck).join("")}
-- The number is part of what is sealed, so it is given before the row is written.
create function next_sealed_id(kind text) returns integer language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if kind not in (${TABLES.map((table) => `'${table}'`).join(", ")}) then
    raise exception 'rows of % are given their number by the table', kind using errcode = 'GH001';
  end if;
  return nextval(pg_get_serial_sequence(format('public.%I', kind), 'id'));
end $$;

-- Reaches over a border, and tells no more than a number: whose identity number it is that may be borne once. Who comes second with it waits for the first.
create function holder_of_resident_id(wanted bytea[], but_not integer) returns integer language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare found_id integer;
begin
  perform pg_advisory_xact_lock(hashtext('resident id'), hashtext(encode(w.index, 'hex'))) from (select unnest(wanted) as index order by 1) w;
  select p.id into found_id from person p where p.resident_id_bidx = any (wanted) and p.id <> but_not limit 1;
  return found_id;
end $$;

-- Enters a reveal in the log under the name of the one who acts. Answers 0, or the seconds to wait when the hour is used up.
create index audit_entry_reveal on audit_entry (account_id, at) where action in (${ACTS}) and kind = 'ACCESS';
create function enter_reveal(kind_of_record text, row_id integer, union_id integer, told jsonb, most_per_hour integer) returns integer language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  who integer := nullif(current_setting('gonghui.account', true), '')::integer;
  act text := current_setting('gonghui.action', true);
  earliest timestamptz;
begin
  if who is null then raise exception 'nobody is named who reveals' using errcode = 'GH001'; end if;
  if act is null or act not in (${ACTS}) then raise exception 'this is no reveal' using errcode = 'GH001'; end if;
  perform pg_advisory_xact_lock(hashtext('reveals of an account'), who);
  select e.at into earliest from audit_entry e
    where e.account_id = who and e.action in (${ACTS}) and e.kind = 'ACCESS' and e.at > clock_timestamp() - interval '1 hour'
    order by e.at desc offset most_per_hour - 1 limit 1;
  if found then return ceil(extract(epoch from earliest + interval '1 hour' - clock_timestamp())); end if;
  insert into audit_entry (kind, account_id, action, record, record_id, trade_union_id, after, reason, request_id)
  values ('ACCESS', who, act, kind_of_record, row_id, union_id, told, nullif(current_setting('gonghui.reason', true), ''), nullif(current_setting('gonghui.request', true), ''));
  return 0;
end $$;
`;
