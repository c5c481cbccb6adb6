import { APP_ROLE, ROOT_ROLE } from "../access/policies.js";

/** What counts as a unit of a kind in the rules: R02, R41 and R42 speak of enterprises and public institutions only. */
const IN_RULES = (employer: string) => `${employer}.category not in ('STATE_ORGAN', 'PRIVATE_NON_ENTERPRISE')`;
const IN_FORCE = (row: string) =>
  `${row}.known_to is null and ${row}.valid_from <= day and (${row}.valid_to is null or ${row}.valid_to > day)`;
const IN_OFFICE = (row: string) =>
  `${row}.known_to is null and ${row}.start_on <= day and (${row}.ended_on is null or ${row}.ended_on >= day)`;
const LEADING = "('CHAIR', 'EXECUTIVE_VICE_CHAIR', 'VICE_CHAIR')";

/**
 * What the records say of a township union and everything below it on a day, as TownshipFacts in
 * schema/assessments/townshipFacts.rules.ts describes it, under the same names. Counts only: marks, shares and points are
 * the rules' affair. The numbers 25, 200 and one year are those of the Opinions of 2013 and decide what is counted as what.
 * A union that is not in force on the day, or is no township union, has no facts: the answer is null.
 *
 * The counts are of the whole record, whoever asks: an employer of the township is unionised although the union that covers
 * it lies outside the asker's scope. Who may ask about the township is looked at first.
 *
 * A subtree is small beside the tables, which the planner cannot know: without the settings it reads whole tables (75 ms).
 */
export const townshipFacts = /* sql */ `
create function township_facts(union_id integer, day date) returns jsonb language sql stable security definer set search_path = pg_catalog, public, pg_temp
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set jit = off as $$
with township as materialized (
  select u.id, u.territory_id, p.path, p.valid_from, v.type, greatest(date_trunc('year', day)::date, f.founded_on) as year_from
  from trade_union u
  join trade_union_path p on p.trade_union_id = u.id and p.valid_from <= day and (p.valid_to is null or p.valid_to > day)
  join trade_union_version v on v.trade_union_id = u.id and ${IN_FORCE("v")}
  cross join lateral (select min(valid_from) as founded_on from trade_union_version o where o.trade_union_id = u.id and o.known_to is null) f
  where u.id = union_id and (current_setting('role') <> '${APP_ROLE}' or u.path >= app_scope() and u.path < subtree_end(app_scope()))
    and v.type in ('TOWNSHIP_FEDERATION', 'TOWNSHIP_COMMITTEE', 'TOWNSHIP_WORK_COMMITTEE')
), scope as materialized (
  select p.trade_union_id as id, v.type
  from township t
  join trade_union_path p on p.path >= t.path and p.path < subtree_end(t.path) and p.valid_from <= day and (p.valid_to is null or p.valid_to > day)
  join trade_union_version v on v.trade_union_id = p.trade_union_id and ${IN_FORCE("v")}
), roll as materialized (
  select s.id, count(m.person_id)::integer as members, count(*) filter (where e.sex = 'FEMALE') as women
  from scope s
  join membership m on m.trade_union_id = s.id and m.status = 'ACTIVE' and ${IN_FORCE("m")}
  join person e on e.id = m.person_id
  group by s.id
), office as materialized (
  select s.id as union_id, s.type, o.person_id, o.role, o.employment_mode, o.election_method
  from scope s join position o on o.trade_union_id = s.id and ${IN_OFFICE("o")}
), organs as materialized (
  select union_id, bool_or(role in ('AUDIT_CHAIR', 'AUDIT_MEMBER')) as review, bool_or(role in ('WOMEN_CHAIR', 'WOMEN_MEMBER')) as women,
    bool_or(role in ${LEADING} and employment_mode = 'FULL_TIME') as officer, bool_or(role = 'STAFF' and employment_mode = 'FULL_TIME') as staff
  from office group by union_id
), covered as materialized (
  select c.employer_id, c.trade_union_id as union_id, s.type, ${IN_RULES("e")} as in_rules, e.non_public, o.officer, o.staff
  from scope s
  join coverage c on c.trade_union_id = s.id and ${IN_FORCE("c")}
  join employer e on e.id = c.employer_id
  left join organs o on o.union_id = s.id
), unit as materialized (
  select c.employer_id, c.in_rules, c.officer, c.staff, y.employee_count
  from (select employer_id, bool_or(in_rules) as in_rules, coalesce(bool_or(officer), false) as officer, coalesce(bool_or(staff), false) as staff from covered group by employer_id) c
  left join lateral (select employee_count from employer_year y where y.employer_id = c.employer_id and y.reference_on <= day order by y.reference_on desc limit 1) y on true
), elected as materialized (
  select s.id, coalesce(r.members, 0) as members, coalesce(o.review, false) and (coalesce(r.women, 0) = 0 or coalesce(o.women, false)) as has_organs,
    u.legal_person_valid_from <= day and u.legal_person_valid_through >= day
      and (u.legal_person_status in ('VALID', 'EXPIRED') or u.legal_person_status = 'CANCELLED' and u.dissolved_on is not null) is true as is_registered
  from scope s join trade_union u on u.id = s.id left join roll r on r.id = s.id left join organs o on o.union_id = s.id
  where s.type in ('VILLAGE_UNION', 'REGIONAL_FEDERATION', 'INDUSTRY_FEDERATION', 'GRASSROOTS_INDEPENDENT', 'GRASSROOTS_JOINT')
), due as materialized (
  select e.id, (
      select count(*) > 0 from coverage c join trade_union u on u.id = c.trade_union_id
      where c.employer_id = e.id and ${IN_FORCE("c")} and u.established_on <= day and (u.dissolved_on is null or u.dissolved_on >= day)) as is_unionised
  from scope s join employer e on e.keeper_id = s.id
  where ${IN_RULES("e")} and (e.opened_on + interval '1 year')::date < day and (e.closed_on is null or e.closed_on > day)
), place as materialized (
  select p.division_id, exists (
      select from trade_union u join scope s on s.id = u.id
      where u.territory_id = p.division_id and (s.type = 'VILLAGE_UNION' or s.type = 'REGIONAL_FEDERATION' and u.regional_base = 'VILLAGE_COMMUNITY')) as is_covered
  from township t join division_parent p on p.parent_id = t.territory_id and ${IN_FORCE("p")}
), current_term as materialized (
  select distinct on (t.trade_union_id) t.term_end_on
  from scope s join term t on t.trade_union_id = s.id and t.start_on <= day
  order by t.trade_union_id, t.start_on desc
), chairs as materialized (
  select o.* from scope s cross join lateral (
    select o.trade_union_id, o.person_id, o.start_on, o.ended_on, (o.start_on + interval '1 year')::date as due_on
    from position o where o.trade_union_id = s.id and o.role = 'CHAIR' and o.known_to is null offset 0) o
), new_chair as materialized (
  select o.person_id, (
      select count(*) > 0 from enrolment e join course k on k.id = e.course_id
      where e.person_id = o.person_id and e.result = 'PASSED' and k.end_on between o.start_on and o.due_on) as is_trained
  from chairs o
  where o.due_on between date_trunc('year', day)::date and day and (o.ended_on is null or o.ended_on >= o.due_on)
    and not exists (select from chairs b where b.trade_union_id = o.trade_union_id and b.person_id = o.person_id and b.ended_on = o.start_on - 1)
), cadre as materialized (
  select o.person_id, (
      select count(*) > 0 from enrolment e join course k on k.id = e.course_id
      where e.person_id = o.person_id and e.result = 'PASSED' and k.end_on between date_trunc('year', day)::date and day) as is_trained
  from (select distinct person_id from office) o
), firm_chair as materialized (
  select o.election_method from office o
  where o.role = 'CHAIR' and o.type in ('GRASSROOTS_INDEPENDENT', 'GRASSROOTS_JOINT')
    and exists (select from covered c where c.union_id = o.union_id and c.in_rules and c.non_public)
)
select jsonb_build_object(
  'cutoffOn', to_char(day, 'YYYY-MM-DD'),
  'townshipForm', case t.type when 'TOWNSHIP_FEDERATION' then 'FEDERATION' when 'TOWNSHIP_COMMITTEE' then 'COMMITTEE' else 'WORK_COMMITTEE' end,
  'chair', (select jsonb_build_object('employmentMode', o.employment_mode, 'isPartyCommitteeMember', o.is_party_committee_member, 'treatmentRank', o.treatment_rank)
    from position o where o.trade_union_id = t.id and o.role = 'CHAIR' and ${IN_OFFICE("o")}),
  'fullTimeViceChairRanks', coalesce((select jsonb_agg(o.treatment_rank order by o.start_on, o.id) from position o
    where o.trade_union_id = t.id and o.role in ('VICE_CHAIR', 'EXECUTIVE_VICE_CHAIR') and o.employment_mode = 'FULL_TIME' and ${IN_OFFICE("o")}), '[]'),
  'chairVacantDays', day - t.year_from + 1 - coalesce((
    select sum(upper(led.days) - lower(led.days)) from (
      select unnest(range_agg(daterange(o.start_on, o.ended_on, '[]')) * datemultirange(daterange(t.year_from, day, '[]'))) as days
      from position o where o.trade_union_id = t.id and o.role = 'CHAIR' and o.known_to is null) led), 0),
  'enterpriseCount', profile.enterprise_count, 'secondaryTertiaryEmployees', profile.secondary_tertiary_employees,
  'dueEmployers', (select count(*) from due), 'unionisedEmployers', (select count(*) from due where is_unionised),
  'members', (select coalesce(sum(members), 0) from roll), 'employees', (select coalesce(sum(employee_count), 0) from unit),
  'listedPlaces', (select count(*) from place), 'coveredPlaces', (select count(*) from place where is_covered),
  'unionsWithTerm', (select count(*) from current_term), 'unionsWithinTerm', (select count(*) from current_term where term_end_on >= day)
) || (select jsonb_build_object(
  'unions', count(*), 'unionsWithBothOrgans', count(*) filter (where has_organs), 'registeredUnions', count(*) filter (where is_registered),
  'largeUnions', count(*) filter (where members >= 25), 'registeredLargeUnions', count(*) filter (where members >= 25 and is_registered)) from elected
) || (select jsonb_build_object(
  'largeUnits', count(*) filter (where employee_count >= 200), 'compliantLargeUnits', count(*) filter (where employee_count >= 200 and officer),
  'smallUnits', count(*) filter (where employee_count < 200), 'compliantSmallUnits', count(*) filter (where employee_count < 200 and (officer or staff))) from unit where in_rules
) || jsonb_build_object(
  'newChairs', (select count(*) from new_chair), 'newChairsTrained', (select count(*) from new_chair where is_trained),
  'cadres', (select count(*) from cadre), 'cadresTrained', (select count(*) from cadre where is_trained),
  'nonPublicChairs', (select count(*) from firm_chair), 'directlyElectedChairs', (select count(*) from firm_chair where election_method = 'DIRECT'))
from township t
left join lateral (select enterprise_count, secondary_tertiary_employees from township_profile p
  where p.division_id = t.territory_id and p.reference_on <= day order by p.reference_on desc limit 1) profile on true
$$;
revoke execute on function township_facts(integer, date) from public;
grant execute on function township_facts(integer, date) to ${APP_ROLE}, ${ROOT_ROLE};
`;
