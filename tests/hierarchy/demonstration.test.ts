import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { verify } from "@node-rs/argon2";
import pg from "pg";
import { loadDemonstration } from "../../api/demonstration/load.js";
import { migrate } from "../../api/orm.js";
import { withConnection } from "../../api/shared/databaseConnection.js";
import { isUnionUscc, isUscc } from "../../schema/employers/uscc.rules.js";
import { sexOf, whyNotResidentId } from "../../schema/people/residentId.rules.js";
import { type FreshDatabase, freshDatabase, type Template } from "../shared/freshDatabase.js";
import { readTables, recount, type Tables } from "./recount.js";

const PATIENCE = 240_000;
const DEMONSTRATION: Template = {
  name: "demonstration",
  build: async (address) => {
    await migrate(address);
    await withConnection(address, loadDemonstration);
  },
};
let database: FreshDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await freshDatabase({ template: DEMONSTRATION });
  client = new pg.Client({ ...database.address, ssl: false });
  await client.connect();
}, PATIENCE);
afterAll(async () => {
  await client.end();
  await database.drop();
});

const one = async (sql: string, values: unknown[] = []): Promise<never> =>
  Object.values((await client.query(sql, values)).rows[0] ?? {})[0] as never;
const list = async (sql: string, values: unknown[] = []): Promise<unknown[]> =>
  (await client.query(sql, values)).rows.map((row) => Object.values(row)[0]);
const childrenOf =
  "select name from trade_union_as_of($2) where parent_id = (select id from trade_union_as_of($2) where code = $1) and type = any ($3) order by code";

test.each([
  ["unions in force", "select count(*) from trade_union where standing", 8000],
  ["employers", "select count(*) from employer", 10_000],
  ["members", "select sum(member_count) from trade_union where standing", 40_000],
  ["positions over time", "select count(*) from position", 20_000],
  ["training enrolments", "select count(*) from enrolment", 10_000],
  ["awards", "select count(*) from award", 1300],
  ["honours of the nation", "select count(*) from award where level in ('NATIONAL', 'ACFTU')", 85],
  ["honours of the province", "select count(*) from award where level in ('PROVINCIAL', 'PROVINCIAL_FEDERATION')", 646],
  ["honours of the city", "select count(*) from award where level = 'MUNICIPAL'", 596],
  ["honours taken back", "select count(*) from award where state = 'REVOKED'", 1],
  [
    "units with 200 employees or more",
    "select count(*) from employer_year where year = 2026 and employee_count >= 200",
    80,
  ],
  ["units with exactly 200", "select count(*) from employer_year where year = 2026 and employee_count = 200", 1],
  ["units with exactly 199", "select count(*) from employer_year where year = 2026 and employee_count = 199", 1],
  [
    "joint unions down to one unit",
    "select count(*) from (select from coverage c join trade_union u on u.id = c.trade_union_id and u.type = 'GRASSROOTS_JOINT' and u.standing where c.valid_to is null group by c.trade_union_id having count(*) = 1) j",
    1,
  ],
  [
    "larger units inside joint unions",
    "select count(*) from coverage c join trade_union u on u.id = c.trade_union_id and u.type = 'GRASSROOTS_JOINT' join employer_year y on y.employer_id = c.employer_id and y.year = 2026 and y.employee_count >= 25 where c.valid_to is null",
    1,
  ],
  [
    "units that opened exactly a year before the end of 2025",
    "select count(*) from employer where opened_on = '2024-12-31'",
    1,
  ],
  ["terms that end on the last day of 2025", "select count(*) from term where term_end_on = '2025-12-31'", 1],
  ["people with a character outside the basic plane", "select count(*) from person where name like '%𬭎%'", 1],
])("the city has %s", async (_, sql, least) => {
  expect(Number(await one(sql))).toBeGreaterThanOrEqual(least);
});

test("every division of the list has its union, under the same code", async () => {
  expect(await one("select count(*)::integer from division where standing and level = 'VILLAGE'")).toBe(2168);
  expect(
    await list(
      "select d.code from division d where standing and level in ('CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE') and not exists (select from trade_union u where u.standing and u.code = d.code and u.territory_id = d.id)",
    ),
  ).toEqual([]);
});

test("the city of the policy text had 绍兴县 and 上虞市; since 2013-10-18 it has 柯桥区 and 上虞区", async () => {
  const federations = (day: string) => list(childrenOf, ["330600", day, ["COUNTY_FEDERATION"]]);
  expect(await federations("2013-09-05")).toEqual([
    "越城区总工会",
    "绍兴县总工会",
    "新昌县总工会",
    "诸暨市总工会",
    "上虞市总工会",
    "嵊州市总工会",
  ]);
  expect(await federations("2014-01-01")).toEqual([
    "越城区总工会",
    "柯桥区总工会",
    "上虞区总工会",
    "新昌县总工会",
    "诸暨市总工会",
    "嵊州市总工会",
  ]);
  const counties =
    "select name from division_as_of($1) d where parent_id = (select id from division_as_of($1) where code = '330600') order by code";
  expect(await list(counties, ["2013-09-05"])).toEqual(["越城区", "绍兴县", "新昌县", "诸暨市", "上虞市", "嵊州市"]);
  expect(await list(counties, ["2026-11-01"])).toEqual(["越城区", "柯桥区", "上虞区", "新昌县", "诸暨市", "嵊州市"]);
});

test("绍兴县 ends on 2013-10-18 and names its successors; its union goes on", async () => {
  expect(await list("select name from division_as_of('2013-10-17') where code = '330621'")).toEqual(["绍兴县"]);
  expect(await list("select name from division_as_of('2013-10-18') where code = '330621'")).toEqual([]);
  const successors =
    "select v.name || case when s.whole then '' else '（部分）' end from division_succession s join division_version v on v.division_id = s.successor_id join division_version p on p.division_id = s.predecessor_id where p.code = $1 and s.succeeded_on = '2013-10-18' order by v.code";
  expect(await list(successors, ["330621"])).toEqual(["越城区（部分）", "柯桥区（部分）"]);
  expect(await list(successors, ["330682"])).toEqual(["上虞区"]);
  const identity = (code: string, day: string) =>
    one("select id from trade_union_as_of($2) where code = $1", [code, day]);
  expect(await identity("330621", "2013-10-17")).toBe(await identity("330603", "2013-10-18"));
  expect(await identity("330682", "2013-10-17")).toBe(await identity("330604", "2013-10-18"));
});

test.each([
  ["孙端", "330602015", "2013-09-05", "绍兴县", "绍兴县总工会", "TOWN"],
  ["孙端", "330602015", "2014-01-01", "越城区", "越城区总工会", "TOWN"],
  ["孙端", "330602015", "2019-09-30", "越城区", "越城区总工会", "TOWN"],
  ["孙端", "330602015", "2019-10-01", "越城区", "越城区总工会", "SUBDISTRICT"],
  ["陶堰", "330602016", "2013-10-18", "越城区", "越城区总工会", "TOWN"],
  ["富盛", "330602108", "2013-10-17", "绍兴县", "绍兴县总工会", "TOWN"],
  ["富盛", "330602108", "2013-10-18", "越城区", "越城区总工会", "TOWN"],
  ["沥海", "330602017", "2013-09-05", "上虞市", "上虞市总工会", "SUBDISTRICT"],
  ["沥海", "330602017", "2021-02-20", "上虞区", "上虞区总工会", "SUBDISTRICT"],
  ["沥海", "330602017", "2021-02-21", "越城区", "越城区总工会", "SUBDISTRICT"],
  ["皋埠", "330602013", "2001-01-12", "绍兴县", "绍兴县总工会", "SUBDISTRICT"],
  ["皋埠", "330602013", "2001-01-13", "越城区", "越城区总工会", "SUBDISTRICT"],
])("%s (%s) on %s lies in %s and its union stands under %s", async (stem, code, day, county, federation, type) => {
  const { rows } = await client.query(
    `select d.name, d.type, p.name as county, a.name as federation from division_as_of($2) d join division_as_of($2) p on p.id = d.parent_id
     join trade_union_as_of($2) u on u.code = d.code join trade_union_as_of($2) a on a.id = u.parent_id where d.code = $1`,
    [code, day],
  );
  expect(rows).toEqual([{ name: expect.stringMatching(`^${stem}`), type, county, federation }]);
});

test.each([
  "1984-06-01",
  "2001-01-12",
  "2013-10-17",
  "2013-10-18",
  "2019-11-30",
  "2021-02-21",
  "2025-12-31",
  "2026-11-01",
])("on %s the unions are one tree", async (day) => {
  expect(
    await list("select code from trade_union_as_of($1) u where parent_id is null and code <> '330600'", [day]),
  ).toEqual([]);
  expect(
    await list(
      "select u.code from trade_union_as_of($1) u join trade_union_as_of($1) p on p.id = u.parent_id where u.path <> p.path || u.id || '.'",
      [day],
    ),
  ).toEqual([]);
  expect(
    await one(
      "select count(*)::integer from trade_union_as_of($1) u where parent_id is not null and not exists (select from trade_union_as_of($1) p where p.id = u.parent_id)",
      [day],
    ),
  ).toBe(0);
});

test("every type of union stands where the rules allow it, on the days told of", async () => {
  const { allowedSuperiors } = await import("../../schema/hierarchy/affiliation.rules.js");
  const { rows } = await client.query(
    "select distinct u.type, p.type as superior from generate_series('1990-01-01'::date, '2026-01-01', '4 years') day, trade_union_as_of(day::date) u join trade_union_as_of(day::date) p on p.id = u.parent_id",
  );
  expect(rows.filter(({ type, superior }) => !allowedSuperiors(type).includes(superior))).toEqual([]);
  expect(new Set(rows.map(({ type }) => type)).size).toBe(13);
});

test("every resident number and every credit code is valid, and belongs to nobody", async () => {
  const { rows: people } = await client.query("select resident_id, birth_on::text, sex from person");
  expect(
    people.filter(
      ({ resident_id: id, birth_on, sex }) =>
        whyNotResidentId(id, "2026-11-22") ||
        !id.startsWith("330699") ||
        id.slice(6, 14) !== birth_on.replaceAll("-", "") ||
        sexOf(id) !== sex,
    ),
  ).toEqual([]);
  const { rows: codes } = await client.query("select uscc from employer");
  expect(codes.filter(({ uscc }) => !isUscc(uscc))).toEqual([]);
  const { rows: unions } = await client.query("select uscc from trade_union where uscc is not null");
  expect(unions.length).toBeGreaterThan(4000);
  expect(unions.filter(({ uscc }) => !isUnionUscc(uscc))).toEqual([]);
});

test("people, unions and employers are found by characters, pinyin and initials; 单 is a surname read Shàn", async () => {
  const found = (table: string, text: string) =>
    one(`select count(*)::integer from ${table} where search_text like $1`, [`%${text}%`]);
  for (const text of ["塔山街道总工会", "tashanjiedaozonggonghui", "tsjdzgh", "330602001"])
    expect(await found("trade_union", text)).toBeGreaterThan(0);
  expect(
    await list("select distinct split_part(search_text, ' ', 2) like 'shan%' from person where name like '单%'"),
  ).toEqual([true]);
  expect(await list("select distinct search_text like '%hong%' from person where name like '_𬭎'")).toEqual([true]);
});

test("offices lie within the lives of their unions, nobody attends more hours than a course has, and both sums are kept", async () => {
  expect(
    await one(
      "select count(*)::integer from position p join trade_union u on u.id = p.trade_union_id where p.start_on < u.established_on or p.start_on > u.dissolved_on or coalesce(p.ended_on, 'infinity') > coalesce(u.dissolved_on, 'infinity')",
    ),
  ).toBe(0);
  expect(
    await one(
      "select count(*)::integer from enrolment e join course c on c.id = e.course_id where e.attended_hours > c.hours",
    ),
  ).toBe(0);
  expect(
    await one(
      "select count(*)::integer from coverage c join employer e on e.id = c.employer_id where c.valid_from < e.opened_on or c.valid_to > e.closed_on + 1",
    ),
  ).toBe(0);
  expect(
    await one(
      "select count(*)::integer from membership m join trade_union u on u.id = m.trade_union_id where m.status = 'ACTIVE' and m.valid_from < u.established_on",
    ),
  ).toBe(0);
  expect(
    await one(
      "select count(*)::integer from trade_union_as_of(today_in_shaoxing()) n join trade_union u using (id) where (n.code, n.name, n.path, n.member_count, n.employee_count) is distinct from (u.code, u.name, u.path, u.member_count, u.employee_count)",
    ),
  ).toBe(0);
});

test("the accounts of the contract sign in within their scopes", async () => {
  const { rows } = await client.query(
    "select a.username, a.password_hash, g.role, u.code from account a join role_grant g on g.account_id = a.id left join trade_union u on u.id = g.trade_union_id order by a.id",
  );
  expect(rows.map(({ username, role, code }) => [username, role, code].join(" "))).toEqual([
    "admin SYSTEM_ADMINISTRATOR ",
    "shaoxing FEDERATION_ADMINISTRATOR 330600",
    "yuecheng FEDERATION_ADMINISTRATOR 330602",
    "tashan FEDERATION_ADMINISTRATOR 330602001",
    "clerk CLERK 330602001",
    "assessor COUNTY_ASSESSOR 330602",
    "reviewer CITY_ASSESSOR 330600",
    "official OFFICIAL 330600",
    "auditor AUDITOR ",
  ]);
  for (const { password_hash: hash } of rows) expect(await verify(hash, "gonghui-demo")).toBe(true);
  expect(rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("each table is summed up once in the log, and a second load changes nothing", async () => {
  const tables = await list("select record from audit_entry order by record");
  expect(new Set(tables).size).toBe(tables.length);
  expect(tables).toEqual(expect.arrayContaining(["division", "trade_union", "person", "position", "assessment"]));
  await loadDemonstration(client);
  expect(await list("select record from audit_entry order by record")).toEqual(tables);
  expect(await one("select demonstration from installation")).toBe(true);
});

const SHAPE = `select pg_get_constraintdef(oid, true) from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
  union all select pg_get_indexdef(indexrelid) from pg_index join pg_class c on c.oid = indexrelid where c.relnamespace = 'public'::regnamespace
  union all select pg_get_triggerdef(oid) || tgenabled::text from pg_trigger where not tgisinternal order by 1`;
const TABLES =
  "select tablename from pg_tables where schemaname = 'public' and tablename not in ('audit_entry', 'installation', 'mikro_orm_migrations') order by 1";
const digests = async (reader: pg.ClientBase) => {
  const tables = (await reader.query(TABLES)).rows.map(({ tablename }) => tablename as string);
  const all: Record<string, unknown> = {};
  for (const table of tables) {
    const { rows } = await reader.query(
      `select md5(string_agg(line, E'\\n' order by line collate "C")) as digest from (select (to_jsonb(t) - '{known_from,amended_at,created_at,last_seen_at}'::text[])::text as line from ${table} t) l`,
    );
    all[table] = rows[0].digest;
  }
  return all;
};

test(
  "two loads give the same rows, and a load leaves the schema as it was",
  async () => {
    const other = await freshDatabase();
    await withConnection(other.address, async (second) => {
      const before = (await second.query(SHAPE)).rows;
      await loadDemonstration(second);
      expect((await second.query(SHAPE)).rows).toEqual(before);
      expect(await digests(second)).toEqual(await digests(client));
    });
    await other.drop();
  },
  PATIENCE,
);

let tables: Tables;
test.each([
  ["330602001", "2025-12-31"],
  ["330602001", "2024-12-31"],
  ["330602001", "2013-09-05"],
  ["330602007", "2025-06-30"],
  ["330602007", "2025-07-01"],
  ["330602015", "2013-10-17"],
  ["330602017", "2021-02-21"],
  ["330681005", "2025-12-31"],
  ["330604007", "2025-03-31"],
  ["330624201", "2026-10-31"],
  ["330602014", "2019-11-30"],
  ["330602014", "2019-12-01"],
])(
  "the facts of %s on %s are those of a recount",
  async (code, day) => {
    tables ??= await readTables(client);
    const union = await one("select id from trade_union_as_of($2) where code = $1", [code, day]);
    expect(await one("select township_facts($1, $2)", [union, day])).toEqual(recount(tables, union, day));
  },
  PATIENCE,
);

test("a union that is no township union, or not in force, has no facts", async () => {
  expect(await one("select township_facts(id, '2025-12-31') from trade_union where code = '330602'")).toBeNull();
  expect(await one("select township_facts(id, '1980-01-01') from trade_union where code = '330602001'")).toBeNull();
});

test("townships differ: good ones and bad ones, every form, a chair missing here and there", async () => {
  const { rows } = await client.query(
    "select township_facts(id, '2025-12-31') as facts from trade_union where type like 'TOWNSHIP%' and standing",
  );
  const facts = rows.map(({ facts }) => facts);
  const rates = (part: string, whole: string) => facts.map((one) => one[part] / one[whole]).sort((a, b) => a - b);
  for (const [part, whole, low, high] of [
    ["unionisedEmployers", "dueEmployers", 0.8, 0.95],
    ["members", "employees", 0.75, 0.85],
    ["unionsWithBothOrgans", "unions", 0.75, 0.9],
    ["cadresTrained", "cadres", 0.6, 0.75],
  ] as const) {
    const sorted = rates(part, whole);
    expect(sorted[5]).toBeLessThan(low);
    expect(sorted[97]).toBeGreaterThan(high);
    expect(sorted[102]).toBeLessThanOrEqual(1);
  }
  expect(new Set(facts.map(({ townshipForm }) => townshipForm))).toEqual(
    new Set(["FEDERATION", "COMMITTEE", "WORK_COMMITTEE"]),
  );
  const vacancies = facts.map(({ chairVacantDays }) => chairVacantDays);
  expect(vacancies).toEqual(expect.arrayContaining([0, 90, 91]));
  expect(
    facts.filter(
      ({ townshipForm, enterpriseCount, secondaryTertiaryEmployees }) =>
        townshipForm !== "FEDERATION" && enterpriseCount >= 50 && secondaryTertiaryEmployees >= 2000,
    ).length,
  ).toBeGreaterThan(0);
});
