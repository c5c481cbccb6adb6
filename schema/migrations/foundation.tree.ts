/** How paths follow the affiliations, and how the identity rows show today. */
export const tree = /* sql */ `
create function trade_union_as_of(day date) returns setof trade_union language sql stable as $$
  select u.id, v.code, v.name, v.type, a.parent_id, p.path, true,
    (select count(*)::integer from membership m where m.trade_union_id = u.id and m.status = 'ACTIVE' and m.known_to is null
       and m.valid_from <= day and (m.valid_to is null or m.valid_to > day)),
    (select case when count(*) = 0 then 0 else sum(y.employee_count) end::integer from coverage c left join lateral (
       select e.employee_count from employer_year e where e.employer_id = c.employer_id and e.reference_on <= day order by e.reference_on desc limit 1) y on true
     where c.trade_union_id = u.id and c.known_to is null and c.valid_from <= day and (c.valid_to is null or c.valid_to > day)),
    u.state, u.established_on, u.approved_on, u.approval_doc_no, u.dissolved_on, u.legal_person_status, u.uscc,
    u.legal_person_valid_from, u.legal_person_valid_through, u.territory_id, u.regional_base, u.industry_base, u.address, u.phone,
    u.search_text, u.version, u.amended_at
  from trade_union u
  join trade_union_version v on v.trade_union_id = u.id and v.known_to is null and v.valid_from <= day and (v.valid_to is null or v.valid_to > day)
  left join affiliation a on a.trade_union_id = u.id and a.known_to is null and a.valid_from <= day and (a.valid_to is null or a.valid_to > day)
  left join trade_union_path p on p.trade_union_id = u.id and p.valid_from <= day and (p.valid_to is null or p.valid_to > day)
$$;

-- Makes the identity rows of the given unions (all, when null) show the given day.
create function project_unions(day date, only_ids integer[] default null) returns void language plpgsql as $$
begin
  perform set_config('gonghui.projecting', 'on', true);
  update trade_union u set code = n.code, name = n.name, type = n.type, parent_id = n.parent_id, path = n.path, standing = true,
    member_count = n.member_count, employee_count = n.employee_count
  from trade_union_as_of(day) n
  where n.id = u.id and (only_ids is null or u.id = any (only_ids))
    and (u.code, u.name, u.type, u.parent_id, u.path, u.standing, u.member_count, u.employee_count)
      is distinct from (n.code, n.name, n.type, n.parent_id, n.path, true, n.member_count, n.employee_count);
  -- A union not in force on the day keeps the face of its nearest version and the path of its last superior.
  update trade_union u set standing = false, code = v.code, name = v.name, type = v.type,
    path = coalesce((select p.path from trade_union_path p where p.trade_union_id = u.id order by p.valid_from desc limit 1), u.id || '.')
  from (select distinct on (trade_union_id) trade_union_id, code, name, type, valid_from, valid_to from trade_union_version
        where known_to is null order by trade_union_id, valid_from desc) v
  where v.trade_union_id = u.id and (only_ids is null or u.id = any (only_ids)) and (u.standing or u.path is null) and not exists (
    select from trade_union_version n where n.trade_union_id = u.id and n.known_to is null and n.valid_from <= day and (n.valid_to is null or n.valid_to > day));
  perform set_config('gonghui.projecting', '', true);
end $$;

-- Writes the dated paths of the given unions and of everything ever below them anew, and refuses what is not a tree.
create function rebuild_paths(changed integer[]) returns void language plpgsql as $$
declare
  below integer[];
  broken record;
begin
  perform pg_advisory_xact_lock(20130905);
  with recursive down(id) as (
    select unnest(changed)
    union
    select a.trade_union_id from affiliation a join down on a.parent_id = down.id where a.known_to is null)
  select array_agg(id) into below from down;

  delete from trade_union_path where trade_union_id = any (below);
  with recursive segment(trade_union_id, path, valid_from, valid_to) as (
    select u.id, u.id || '.', min(v.valid_from), nullif(max(coalesce(v.valid_to, 'infinity')), 'infinity')
    from unnest(below) u(id) join trade_union_version v on v.trade_union_id = u.id and v.known_to is null
    where not exists (select from affiliation a where a.trade_union_id = u.id and a.known_to is null)
    group by u.id
    union all
    select a.trade_union_id, p.path || a.trade_union_id || '.', greatest(a.valid_from, p.valid_from), least(a.valid_to, p.valid_to)
    from affiliation a join trade_union_path p on p.trade_union_id = a.parent_id
    where a.known_to is null and a.trade_union_id = any (below) and not a.parent_id = any (below)
      and daterange(a.valid_from, a.valid_to) && daterange(p.valid_from, p.valid_to)
    union all
    select a.trade_union_id, s.path || a.trade_union_id || '.', greatest(a.valid_from, s.valid_from), least(a.valid_to, s.valid_to)
    from segment s join affiliation a on a.parent_id = s.trade_union_id and a.known_to is null
    where daterange(a.valid_from, a.valid_to) && daterange(s.valid_from, s.valid_to)
  ) insert into trade_union_path select trade_union_id, path, valid_from, valid_to from segment;

  -- Every day of every affiliation must lead up to a root: else the superior is not in force that day, or leads back down.
  select a.trade_union_id, a.parent_id, a.parent_id = any (select down.id from (
      with recursive under(id) as (select a.trade_union_id union select x.trade_union_id from affiliation x join under on x.parent_id = under.id where x.known_to is null)
      select id from under) down) as circular
  into broken
  from affiliation a
  left join lateral (select range_agg(daterange(p.valid_from, p.valid_to)) as days from trade_union_path p where p.trade_union_id = a.trade_union_id) covered on true
  where a.known_to is null and a.trade_union_id = any (below)
    and not coalesce(covered.days @> daterange(a.valid_from, a.valid_to), false)
  limit 1;
  if found then
    raise exception 'union % cannot be led by union % on every day asked', broken.trade_union_id, broken.parent_id
      using errcode = case when broken.circular then 'GH010' else 'GH011' end;
  end if;
  perform project_unions(today_in_shaoxing(), below);
end $$;

create function unions_changed() returns trigger language plpgsql as $$
declare changed integer[];
begin
  if current_setting('gonghui.loading', true) = 'on' or current_setting('gonghui.projecting', true) = 'on' then return null; end if;
  select array_agg(distinct trade_union_id) into changed from fresh where known_to is null;
  if changed is not null then perform rebuild_paths(changed); end if;
  return null;
end $$;
create trigger rebuild_on_insert after insert on affiliation referencing new table as fresh for each statement execute function unions_changed();
create trigger rebuild_on_update after update on affiliation referencing new table as fresh for each statement execute function unions_changed();
create trigger rebuild_on_insert after insert on trade_union_version referencing new table as fresh for each statement execute function unions_changed();
create trigger rebuild_on_update after update on trade_union_version referencing new table as fresh for each statement execute function unions_changed();

-- Head counts of the unions whose members or employers changed.
create function recount(changed integer[]) returns void language sql as $$
  select project_unions(today_in_shaoxing(), changed) where changed is not null
    and current_setting('gonghui.loading', true) is distinct from 'on'
$$;
create function members_changed() returns trigger language plpgsql as $$
begin
  perform recount((select array_agg(distinct trade_union_id) from fresh));
  return null;
end $$;
create function members_moved() returns trigger language plpgsql as $$
begin
  if current_setting('gonghui.projecting', true) = 'on' then return null; end if; -- the rows follow a union that moves: nobody came or went
  perform recount((select array_agg(distinct trade_union_id) from (select trade_union_id from fresh union select trade_union_id from stale) t));
  return null;
end $$;
create function employer_years_changed() returns trigger language plpgsql as $$
begin
  perform recount((select array_agg(distinct c.trade_union_id) from fresh y join coverage c on c.employer_id = y.employer_id and c.known_to is null));
  return null;
end $$;
create trigger recount_on_insert after insert on membership referencing new table as fresh for each statement execute function members_changed();
create trigger recount_on_update after update on membership referencing new table as fresh old table as stale for each statement execute function members_moved();
create trigger recount_on_insert after insert on coverage referencing new table as fresh for each statement execute function members_changed();
create trigger recount_on_update after update on coverage referencing new table as fresh old table as stale for each statement execute function members_moved();
create trigger recount_on_insert after insert on employer_year referencing new table as fresh for each statement execute function employer_years_changed();
create trigger recount_on_update after update on employer_year referencing new table as fresh for each statement execute function employer_years_changed();

-- Called when the day has turned: planned changes take effect in the rows that show today.
create function turn_the_day() returns date language plpgsql as $$
declare day date := today_in_shaoxing();
begin
  perform pg_advisory_xact_lock(20130905);
  if (select projected_on from installation) < day then
    perform project_divisions(day);
    perform project_unions(day);
    update installation set projected_on = day;
  end if;
  perform fold_rollups();
  return day;
end $$;
`;
