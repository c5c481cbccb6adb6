import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ReadPool } from "../../api/shared/readPool.js";
import { testServer } from "../shared/freshDatabase.js";
import { openCity, PATIENCE } from "./city.js";
import { recount } from "./recount.js";
import { readTables, type Tables } from "./tables.js";

let city: Awaited<ReturnType<typeof openCity>>;
beforeAll(async () => {
  city = await openCity();
}, PATIENCE);
afterAll(() => city.end());
const one = (sql: string, values?: unknown[]) => city.one(sql, values);
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
    tables ??= await readTables(city.client);
    const union = await one("select id from trade_union_as_of($2) where code = $1", [code, day]);
    expect(await one("select township_facts($1, $2)", [union, day])).toEqual(recount(tables, union, day));
  },
  PATIENCE,
);

test(
  "a township's facts are the same for everyone who sees it, and nobody else is told them",
  async () => {
    const reads = new ReadPool({ ...testServer(), database: city.client.database ?? "" }, 2);
    try {
      const pathOf = (code: string) => one("select path from trade_union where code = $1 and standing", [code]);
      const facts = async (asked: string, path: string | undefined) =>
        JSON.parse(
          await reads.query(
            "select coalesce(township_facts((select id from trade_union where code = $1 and standing), '2025-12-31'), 'null')::text",
            [asked],
            "",
            { accountId: 1, role: "FEDERATION_ADMINISTRATOR", today: "2026-11-22", ...(path ? { path } : {}) },
          ),
        );
      const whole = await one(
        "select township_facts(id, '2025-12-31') from trade_union where code = '330602001' and standing",
      );
      expect(whole).not.toBeNull();
      for (const reader of ["330602001", "330602", "330600"])
        expect(await facts("330602001", await pathOf(reader))).toEqual(whole);
      expect(await facts("330602001", undefined)).toEqual(whole);
      expect(await facts("330602001", await pathOf("330602002"))).toBeNull();
      const id = await one("select id from trade_union where code = '330602001' and standing");
      const byNumber = await reads.query("select coalesce(township_facts($1, '2025-12-31'), 'null')::text", [id], "", {
        accountId: 1,
        role: "FEDERATION_ADMINISTRATOR",
        today: "2026-11-22",
        path: await pathOf("330603"),
      });
      expect(byNumber).toBe("null");
    } finally {
      await reads.end();
    }
  },
  PATIENCE,
);

test("a union that is no township union, or not in force, has no facts", async () => {
  expect(await one("select township_facts(id, '2025-12-31') from trade_union where code = '330602'")).toBeNull();
  expect(await one("select township_facts(id, '1980-01-01') from trade_union where code = '330602001'")).toBeNull();
});

test("townships differ: good ones and bad ones, every form, a chair missing here and there", async () => {
  const { rows } = await city.client.query(
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
