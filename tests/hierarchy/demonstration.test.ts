import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openCity, PATIENCE } from "../demonstration/city.js";

let city: Awaited<ReturnType<typeof openCity>>;
beforeAll(async () => {
  city = await openCity();
}, PATIENCE);
afterAll(() => city.end());
const one = (sql: string, values?: unknown[]) => city.one(sql, values);
const list = (sql: string, values?: unknown[]) => city.list(sql, values);
const childrenOf =
  "select name from trade_union_as_of($2) where parent_id = (select id from trade_union_as_of($2) where code = $1) and type = any ($3) order by code";

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
  const { rows } = await city.client.query(
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
  const { rows } = await city.client.query(
    "select distinct u.type, p.type as superior from generate_series('1990-01-01'::date, '2026-01-01', '4 years') day, trade_union_as_of(day::date) u join trade_union_as_of(day::date) p on p.id = u.parent_id",
  );
  expect(rows.filter(({ type, superior }) => !allowedSuperiors(type).includes(superior))).toEqual([]);
  expect(new Set(rows.map(({ type }) => type)).size).toBe(13);
});
