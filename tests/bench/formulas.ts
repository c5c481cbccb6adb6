/** Takes the divisions of the file; `path` follows from the parents. */
export const PREPARE = /* sql */ `
create temp table nation (id integer primary key, parent_id integer, code text, name text, level text, division_type text, union_type text, union_name text, staffed boolean);
`;

const DIGITS = "n.code || lpad((n.id % 997)::text, 18 - length(n.code), '0')";
const SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
const GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文建国志红玉";
const letter = (text: string, number: string) => `substr('${text}', 1 + (${number} % ${text.length})::integer, 1)`;

/** The statements that fill every table from the divisions alone. Multipliers are primes, so that values scatter. */
export const FILL = (root: { id: number; code: string; name: string }): string[] => [
  /* sql */ `insert into division (id, code, name, level, type, parent_id, standing) select id, code, name, level, division_type, nullif(parent_id, ${root.id}), true from nation`,
  /* sql */ `insert into division_version (division_id, code, name, type, valid_from) select id, code, name, division_type, '2000-01-01' from nation`,
  /* sql */ `insert into division_parent (division_id, parent_id, valid_from) select id, parent_id, '2000-01-01' from nation where parent_id <> ${root.id}`,

  /* sql */ `insert into nation values (${root.id}, null, '${root.code}', null, null, null, 'MUNICIPAL_FEDERATION', '${root.name}', true)`,
  /* sql */ `create temp table route as
    with recursive down(id, path) as (
      select ${root.id}, '${root.id}.'
      union all
      select n.id, down.path || n.id || '.' from down join nation n on n.parent_id = down.id)
    select id, path from down`,
  /* sql */ `insert into trade_union (id, code, name, type, parent_id, path, standing, member_count, employee_count, established_on, approved_on, approval_doc_no,
      legal_person_status, uscc, territory_id, address, phone, search_text)
    select n.id, n.code, n.union_name, n.union_type, n.parent_id, r.path, true, 8 + (n.id * 7919::bigint % 991)::integer, 20 + (n.id * 7919::bigint % 991)::integer + (n.id * 104729::bigint % 211)::integer,
      date '2001-01-01' + (n.id * 48271::bigint % 7000)::integer, date '2001-01-01' + (n.id * 48271::bigint % 7000)::integer - 20, '工组〔' || 2001 + n.id % 19 || '〕' || 1 + n.id % 300 || '号',
      case n.id % 3 when 0 then 'NONE' else 'VALID' end, ${DIGITS}, case when n.id <> ${root.id} then n.id end, n.name || '人民路' || 1 + n.id % 300 || '号', '0575-8' || lpad((n.id * 7919::bigint % 10000000)::text, 7, '0'), n.union_name
    from nation n join route r on r.id = n.id order by n.id`,
  /* sql */ `insert into trade_union_version (trade_union_id, trade_union_scope, code, name, type, valid_from) select id, path, code, name, type, established_on from trade_union order by id`,
  // A superior may be younger than its union: the affiliation begins with the younger of the two, back to the root.
  /* sql */ `create temp table since as
    with recursive down(id, day) as (
      select id, established_on from trade_union where id = ${root.id}
      union all
      select u.id, greatest(u.established_on, down.day) from down join nation n on n.parent_id = down.id join trade_union u on u.id = n.id)
    select id, day from down`,
  /* sql */ `insert into affiliation (trade_union_id, trade_union_scope, parent_id, valid_from) select s.id, r.path, n.parent_id, s.day from since s join nation n on n.id = s.id join route r on r.id = s.id where n.parent_id is not null order by s.id`,
  /* sql */ `insert into trade_union_path (trade_union_id, trade_union_scope, path, valid_from) select s.id, r.path, r.path, s.day from since s join route r on r.id = s.id order by r.path collate "C"`,

  /* sql */ `create temp table seat as select row_number() over (order by n.id)::integer - 1 as place, n.id, r.path from nation n join route r on r.id = n.id where staffed`,
  /* sql */ `insert into person (id, name, sex, birth_on, keeper_id, keeper_scope, search_text)
    select n, name, case n % 2 when 0 then 'MALE' else 'FEMALE' end, date '1960-01-01' + (n * 48271::bigint % 15000)::integer, s.id, s.path, name
    from generate_series(1, 200000) n
    cross join lateral (select ${letter(SURNAMES, "n")} || ${letter(GIVEN, "n / 7")} || case n % 3 when 0 then '' else ${letter(GIVEN, "n / 131")} end as name) t
    join seat s on s.place = n % (select count(*) from seat)`,
  // Officers are on the file of their own union, as they are in life.
  /* sql */ `insert into position (trade_union_id, trade_union_scope, person_id, role, employment_mode, term_number, start_on, term_end_on)
    select s.id, s.path, case k when 1 then s.place + c.seats else s.place end + case s.place when 0 then c.seats else 0 end, (array['CHAIR', 'VICE_CHAIR', 'COMMITTEE_MEMBER'])[k + 1], case k when 0 then 'FULL_TIME' else 'PART_TIME' end, 5,
      date '2021-06-01' + (s.place % 700), date '2029-06-01' + (s.place % 700)
    from seat s cross join generate_series(0, 2) k cross join (select count(*)::integer as seats from seat) c order by s.id, k`,
  /* sql */ `insert into course (id, code, name, category, level, mode, organiser_id, organiser_scope, start_on, end_on, hours)
    select n, 'K' || lpad(n::text, 4, '0'), '第' || n || '期工会干部培训班', 'ROTATION', 'COUNTY', 'OFF_THE_JOB', s.id, s.path, date '2022-01-10' + n, date '2022-01-12' + n, 24
    from generate_series(1, 600) n join seat s on s.place = n`,
  /* sql */ `insert into enrolment (person_id, course_id, attended_hours, result)
    select 1 + n % 200000, 1 + (n * 7 + n / 200000 * 311) % 600, 8 + n % 3 * 8, case n % 19 when 0 then 'FAILED' else 'PASSED' end from generate_series(0, 299999) n`,
  /* sql */ `insert into award (person_id, recommended_by_id, recommended_by_scope, level, title, state, conferred_on)
    select 1 + (n * 48271::bigint % 200000)::integer, s.id, s.path, 'COUNTY', 'COUNTY_MODEL_WORKER', 'CONFERRED', date '2015-04-28' + n % 3000
    from generate_series(0, 49999) n join seat s on s.place = (n * 7919::bigint % (select count(*) from seat))`,
  /* sql */ `drop table seat, since, route, nation`,
];
