import "../register.js";
import { scopeKeysOf } from "../access/scopeKeys.js";
import { CHAIN_ALGORITHM, CHAIN_START, entryText } from "../audit/auditChain.rules.js";
import { AUDIT_KINDS } from "../audit/auditKinds.rules.js";

const table = /* sql */ `
create table audit_entry (
  id bigint primary key,
  at timestamptz(3) not null,
  kind text not null default 'CHANGE' check (kind in (${AUDIT_KINDS.map((kind) => `'${kind}'`).join(", ")})),
  account_id integer,
  action text not null,
  record text not null,
  record_id integer not null, -- 0 where the entry is about many rows, listed in record_ids
  record_ids integer[],
  trade_union_id integer,
  before jsonb,
  after jsonb,
  reason text,
  request_id text,
  algorithm smallint not null,
  prev_hash bytea not null,
  hash bytea not null
);
create index audit_entry_record on audit_entry (record, record_id, id);
create index audit_entry_records on audit_entry using gin (record_ids) where record_ids is not null;
create index audit_entry_seen on audit_entry (at) where kind <> 'CHANGE';
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only added to' using errcode = 'GH001';
end $$;
create trigger only_added_to before update or delete on audit_entry for each row execute function refuse_rewriting();
create trigger never_truncated before truncate on audit_entry for each statement execute function refuse_rewriting();
revoke insert, update, delete, truncate on audit_entry from public;
`;

/** Numbers are given under the lock that orders the chain, so they rise without a gap: a missing one was taken away. */
const chain = /* sql */ `
create function chain_audit() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  head_id bigint;
  head_hash bytea;
begin
  if current_setting('transaction_isolation') not in ('read committed', 'read uncommitted') then
    raise exception 'the audit log is written in read committed transactions only' using errcode = '0A000'; -- an older snapshot would not see the newest entry
  end if;
  perform pg_advisory_xact_lock(hashtext('gonghui audit chain'));
  select id, hash into head_id, head_hash from audit_entry order by id desc limit 1;
  new.id := coalesce(head_id, 0) + 1;
  new.at := date_trunc('milliseconds', clock_timestamp());
  new.algorithm := ${CHAIN_ALGORITHM};
  new.prev_hash := coalesce(head_hash, '\\x${CHAIN_START}');
  new.hash := sha256(new.prev_hash || int2send(new.algorithm) || int8send(new.id) || convert_to(${entryText("new")}, 'UTF8'));
  return new;
end $$;
create trigger chain_audit before insert on audit_entry for each row execute function chain_audit();
`;

/** Whose union a row belongs to, so that whoever keeps the row sees what became of it. */
const unionOf = /* sql */ `
create function union_of_row(kind text, line jsonb) returns integer language plpgsql stable as $$
declare
  keeper integer := coalesce((line ->> 'trade_union_id')::integer, (line ->> 'keeper_id')::integer, (line ->> 'organiser_id')::integer, (line ->> 'recommended_by_id')::integer);
begin
  if kind = 'trade_union' then return (line ->> 'id')::integer; end if;
  if keeper is not null then return keeper; end if;
  if line ? 'employer_id' then return (select e.keeper_id from employer e where e.id = (line ->> 'employer_id')::integer); end if;
  if line ? 'person_id' then return (select p.keeper_id from person p where p.id = (line ->> 'person_id')::integer); end if;
  return null;
end $$;
`;

export const WHO = "nullif(current_setting('gonghui.account', true), '')::integer";
export const ACT = "coalesce(nullif(current_setting('gonghui.action', true), ''), lower(tg_op))";
export const WHY =
  "nullif(current_setting('gonghui.reason', true), ''), nullif(current_setting('gonghui.request', true), '')";
/** Columns that change by themselves and are no change. */
const UNTOLD = "- 'version' - 'amended_at'";

const rows = /* sql */ `
-- One entry for each written row, in the writer's own transaction. Arguments: columns whose values stay out of the log.
create function write_audit() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  was jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) - coalesce(tg_argv, '{}') end;
  now_is jsonb := to_jsonb(new) - coalesce(tg_argv, '{}'); -- without arguments tg_argv is null, and so would the whole be
begin
  if now_is ->> 'known_to' is not null then return null; end if; -- the copy of a superseded belief is no change of its own
  if tg_op = 'UPDATE' and was ${UNTOLD} = now_is ${UNTOLD} then return null; end if;
  insert into audit_entry (account_id, action, record, record_id, trade_union_id, before, after, reason, request_id)
  values (${WHO}, ${ACT}, tg_table_name, new.id, union_of_row(tg_table_name, now_is), was, now_is, ${WHY});
  return null;
end $$;

-- One entry for at most 500 rows of one statement, with all of them in it: for whoever writes many rows and says so (gonghui.many).
create function write_audit_of_many() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  untold text[] := coalesce(tg_argv, '{}');
begin
  if tg_op = 'INSERT' then
    insert into audit_entry (account_id, action, record, record_id, record_ids, trade_union_id, after, reason, request_id)
    select ${WHO}, ${ACT}, tg_table_name, 0, array_agg(id order by id), case when min(owner) = max(owner) and count(owner) = count(*) then min(owner) end,
      jsonb_agg(now_is order by id), ${WHY}
    from (select id, now_is, union_of_row(tg_table_name, now_is) as owner, (row_number() over (order by id) - 1) / 500 as part
      from (select n.id, to_jsonb(n) - untold as now_is from new_rows n) told where now_is ->> 'known_to' is null) parted
    group by part order by part;
  else
    insert into audit_entry (account_id, action, record, record_id, record_ids, trade_union_id, before, after, reason, request_id)
    select ${WHO}, ${ACT}, tg_table_name, 0, array_agg(id order by id), case when min(owner) = max(owner) and count(owner) = count(*) then min(owner) end,
      jsonb_agg(was order by id), jsonb_agg(now_is order by id), ${WHY}
    from (select id, was, now_is, union_of_row(tg_table_name, now_is) as owner, (row_number() over (order by id) - 1) / 500 as part
      from (select n.id, to_jsonb(o) - untold as was, to_jsonb(n) - untold as now_is from new_rows n join old_rows o on o.id = n.id) told
      where now_is ->> 'known_to' is null and was ${UNTOLD} <> now_is ${UNTOLD}) parted
    group by part order by part;
  end if;
  return null;
end $$;
`;

const closed = ["chain_audit()", "union_of_row(text, jsonb)", "write_audit()", "write_audit_of_many()"]
  .map((name) => `revoke execute on function ${name} from public;`)
  .join("\n");

/** The log comes first: every other table writes into it. */
export const audit = [table, chain, unionOf, rows, closed].join("\n");

const silent = (name: string) => `current_setting('gonghui.${name}', true) = 'on'`;
/** Whether a change is one that somebody makes. */
export const TOLD = `not coalesce(${silent("projecting")}, false) and not coalesce(${silent("loading")}, false)`;

/**
 * The triggers by which a table writes into the log; the keys of the second wall say nothing of their own and stay out. Entries of single rows are written when the transaction commits: the chain is then
 * locked for the commit only, and never while a row is still waited for.
 */
export function logged(tableName: string, untold: readonly string[]): string {
  const names = [...untold, ...scopeKeysOf(tableName).map(({ column }) => column)]
    .map((name) => `'${name}'`)
    .join(", ");
  return /* sql */ `
create constraint trigger write_audit after insert or update on ${tableName} deferrable initially deferred for each row
  when (${TOLD} and not coalesce(${silent("many")}, false)) execute function write_audit(${names});
create trigger write_audit_of_inserted after insert on ${tableName} referencing new table as new_rows for each statement
  when (${TOLD} and ${silent("many")}) execute function write_audit_of_many(${names});
create trigger write_audit_of_updated after update on ${tableName} referencing old table as old_rows new table as new_rows for each statement
  when (${TOLD} and ${silent("many")}) execute function write_audit_of_many(${names});`;
}
