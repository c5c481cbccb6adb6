import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { verify } from "@node-rs/argon2";
import type pg from "pg";
import { loadDemonstration } from "../../api/demonstration/load.js";
import { loadApart } from "../../api/demonstration/loadApart.js";
import { withConnection } from "../../api/shared/databaseConnection.js";
import { isUnionUscc, isUscc } from "../../schema/employers/uscc.rules.js";
import { SEALED_PLACES } from "../../schema/people/personalFields.rules.js";
import { sexOf, whyNotResidentId } from "../../schema/people/residentId.rules.js";
import { freshDatabase } from "../shared/freshDatabase.js";
import { testSealing } from "../shared/testSealing.js";
import { openCity, PATIENCE } from "./city.js";

let city: Awaited<ReturnType<typeof openCity>>;
beforeAll(async () => {
  city = await openCity();
}, PATIENCE);
afterAll(() => city.end());
const one = (sql: string, values?: unknown[]) => city.one(sql, values);
const list = (sql: string, values?: unknown[]) => city.list(sql, values);
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

test("every resident number and every credit code is valid, and belongs to nobody", async () => {
  const { rows: sealed } = await city.client.query("select id, resident_id_sealed, birth_on::text, sex from person");
  const people = sealed.map((row) => ({
    ...row,
    resident_id: testSealing.open(SEALED_PLACES.RESIDENT_ID, row.id, row.resident_id_sealed),
  }));
  expect(
    people.filter(
      ({ resident_id: id, birth_on, sex }) =>
        whyNotResidentId(id, "2026-11-22") ||
        !id.startsWith("330699") ||
        id.slice(6, 14) !== birth_on.replaceAll("-", "") ||
        sexOf(id) !== sex,
    ),
  ).toEqual([]);
  const { rows: codes } = await city.client.query("select uscc from employer");
  expect(codes.filter(({ uscc }) => !isUscc(uscc))).toEqual([]);
  const { rows: unions } = await city.client.query("select uscc from trade_union where uscc is not null");
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
  const { rows } = await city.client.query(
    "select a.username, p.hash, g.role, u.code from account a join account_password p on p.account_id = a.id join role_grant g on g.account_id = a.id left join trade_union u on u.id = g.trade_union_id order by a.id",
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
  for (const { hash } of rows) expect(await verify(hash, "gonghui-demo")).toBe(true);
  expect(rows[0].hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("each table is summed up once in the log, and a second load changes nothing", async () => {
  const tables = await list("select record from audit_entry order by record");
  expect(new Set(tables).size).toBe(tables.length);
  expect(tables).toEqual(expect.arrayContaining(["division", "trade_union", "person", "position", "assessment"]));
  await loadDemonstration(city.client, testSealing);
  expect(await list("select record from audit_entry order by record")).toEqual(tables);
  expect(await one("select demonstration from installation")).toBe(true);
});

const SHAPE = `select pg_get_constraintdef(oid, true) from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
  union all select pg_get_indexdef(indexrelid) from pg_index join pg_class c on c.oid = indexrelid where c.relnamespace = 'public'::regnamespace
  union all select pg_get_triggerdef(oid) || tgenabled::text from pg_trigger where not tgisinternal order by 1`;
const TABLES =
  "select tablename from pg_tables where schemaname = 'public' and tablename not in ('audit_entry', 'installation', 'wall_key', 'mikro_orm_migrations') order by 1";
const digests = async (reader: pg.ClientBase) => {
  const tables = (await reader.query(TABLES)).rows.map(({ tablename }) => tablename as string);
  const all: Record<string, unknown> = {};
  for (const table of tables) {
    const { rows } = await reader.query(
      `select md5(string_agg(line, E'\\n' order by line collate "C")) as digest from (select (to_jsonb(t) - '{known_from,amended_at,created_at,password_set_at,last_seen_at,${Object.values(
        SEALED_PLACES,
      )
        .map(({ column }) => `${column}_sealed`)
        .join(",")}}'::text[])::text as line from ${table} t) l`,
    );
    all[table] = rows[0].digest;
  }
  return all;
};

test(
  "a load by a process of its own, as at the first start, gives the same rows and leaves the schema as it was",
  async () => {
    const other = await freshDatabase();
    await withConnection(other.address, async (second) => {
      const before = (await second.query(SHAPE)).rows;
      await loadApart({ address: other.address, keys: testSealing.ring.all() });
      expect((await second.query(SHAPE)).rows).toEqual(before);
      expect(await digests(second)).toEqual(await digests(city.client));
    });
    await other.drop();
  },
  PATIENCE,
);
