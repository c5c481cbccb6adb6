/** Totals of every subtree today, kept beside the tree so that a whole city or nation is summed in one look-up. */
export const rollups = /* sql */ `
-- The totals of what lies at and below a path, as far as they were folded.
create table rollup_total (
  path text collate "C" primary key,
  unions integer not null,
  members bigint not null,
  employees bigint not null,
  uncounted integer not null -- unions whose employees are not known
);
-- What has changed since, each at its own path. Whoever changes a union only adds here: a total that all changes wrote to would let one change wait for another at the root.
create table rollup_change (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  unions integer not null,
  members bigint not null,
  employees bigint not null,
  uncounted integer not null -- unions whose employees are not known
);
create index rollup_change_path on rollup_change (path) include (unions, members, employees, uncounted);

-- Adds waiting changes to every path above them. A move needs no more than this: what left a path was taken from it, what came was added.
create function fold_rollups() returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not pg_try_advisory_xact_lock(20130906) then return; end if; -- somebody is at it
  with taken as (delete from rollup_change returning path, unions, members, employees, uncounted),
  above as (
    select array_to_string(step[1:depth], '.') || '.' as path, sum(unions)::integer as unions, sum(members)::bigint as members, sum(employees)::bigint as employees, sum(uncounted)::integer as uncounted
    from taken cross join lateral string_to_array(rtrim(path, '.'), '.') step cross join lateral generate_series(1, cardinality(step)) depth
    group by 1)
  insert into rollup_total as t select path, unions, members, employees, uncounted from above
  on conflict (path) do update set unions = t.unions + excluded.unions, members = t.members + excluded.members, employees = t.employees + excluded.employees, uncounted = t.uncounted + excluded.uncounted;
  delete from rollup_total where unions = 0 and members = 0 and employees = 0 and uncounted = 0;
end $$;

revoke execute on function fold_rollups() from public;

-- Counts the whole tree from scratch.
create function rebuild_rollups() returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(20130906);
  delete from rollup_total;
  delete from rollup_change;
  insert into rollup_change (path, unions, members, employees, uncounted) select path, 1, member_count, coalesce(employee_count, 0), (employee_count is null)::integer from trade_union where standing and path is not null;
  perform fold_rollups();
end $$;

create function unions_added_up() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare noted integer;
begin
  if tg_op = 'INSERT' then
    insert into rollup_change (path, unions, members, employees, uncounted)
    select path, 1, member_count, coalesce(employee_count, 0), (employee_count is null)::integer from fresh where standing and path is not null;
  else
    insert into rollup_change (path, unions, members, employees, uncounted)
    select path, sum(unions), sum(members), sum(employees), sum(uncounted)
    from (
      select path, 1 as unions, member_count as members, coalesce(employee_count, 0) as employees, (employee_count is null)::integer as uncounted from fresh where standing and path is not null
      union all
      select path, -1, -member_count, -coalesce(employee_count, 0), -(employee_count is null)::integer from stale where standing and path is not null) change
    group by path
    having sum(unions) <> 0 or sum(members) <> 0 or sum(employees) <> 0 or sum(uncounted) <> 0;
  end if;
  get diagnostics noted = row_count;
  if noted > 200 then perform fold_rollups(); end if;
  return null;
end $$;
revoke execute on function unions_added_up() from public;
create trigger add_up_on_insert after insert on trade_union referencing new table as fresh for each statement execute function unions_added_up();
create trigger add_up_on_update after update on trade_union referencing old table as stale new table as fresh for each statement execute function unions_added_up();
`;
