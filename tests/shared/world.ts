import { hash } from "@node-rs/argon2";
import type pg from "pg";
import type { House } from "../../api/context.js";
import type { DatabaseAddress } from "../../api/shared/database.js";
import { withConnection } from "../../api/shared/databaseConnection.js";
import { registerKey } from "../../api/shared/openSealing.js";
import { freshDatabase } from "./freshDatabase.js";
import { houseOver } from "./houseOver.js";
import { sealInto, testSealing } from "./testSealing.js";

export const PASSWORD = "gonghui-demo";

/** Ids of the small world: a city, two counties, three townships, a village, three grassroots unions and a federation. */
export const UNION = {
  city: 1,
  yuecheng: 2,
  keqiao: 3,
  tashan: 4,
  fushan: 5,
  keqiaoTown: 6,
  village: 7,
  factory: 8,
  joint: 9,
  mill: 10,
  federation: 11,
};
export const DIVISION = { city: 1, yuecheng: 2, keqiao: 3, tashan: 4, fushan: 5, keqiaoTown: 6, village: 7, lushan: 8 };
export const EMPLOYER = { factory: 1, shopOne: 2, shopTwo: 3, mill: 4 };
export const PERSON = { chair: 1, deputy: 2, worker: 3, spinner: 4 };

const UNIONS: [number, number | null, number, string, string, string][] = [
  [1, null, 1, "330600", "绍兴市总工会", "MUNICIPAL_FEDERATION"],
  [2, 1, 2, "330602", "越城区总工会", "COUNTY_FEDERATION"],
  [3, 1, 3, "330603", "柯桥区总工会", "COUNTY_FEDERATION"],
  [4, 2, 4, "330602001", "塔山街道总工会", "TOWNSHIP_FEDERATION"],
  [5, 2, 5, "330602002", "府山街道工会委员会", "TOWNSHIP_COMMITTEE"],
  [6, 3, 6, "330603001", "柯桥街道总工会", "TOWNSHIP_FEDERATION"],
  [7, 4, 7, "330602001001", "塔山社区工会", "VILLAGE_UNION"],
  [8, 4, 4, "330602001-0001", "东湖机械厂工会委员会", "GRASSROOTS_INDEPENDENT"],
  [9, 4, 4, "330602001-0002", "解放路联合工会委员会", "GRASSROOTS_JOINT"],
  [10, 6, 6, "330603001-0001", "轻纺城织造厂工会委员会", "GRASSROOTS_INDEPENDENT"],
  [11, 4, 4, "330602001-0003", "塔山街道餐饮行业工会联合会", "INDUSTRY_FEDERATION"],
];

const DIVISIONS: [number, number | null, string, string, string, string][] = [
  [1, null, "330600", "绍兴市", "CITY", "PREFECTURE_CITY"],
  [2, 1, "330602", "越城区", "COUNTY", "DISTRICT"],
  [3, 1, "330603", "柯桥区", "COUNTY", "DISTRICT"],
  [4, 2, "330602001", "塔山街道", "TOWNSHIP", "SUBDISTRICT"],
  [5, 2, "330602002", "府山街道", "TOWNSHIP", "SUBDISTRICT"],
  [6, 3, "330603001", "柯桥街道", "TOWNSHIP", "SUBDISTRICT"],
  [7, 4, "330602001001", "塔山社区", "VILLAGE", "COMMUNITY"],
  [8, 2, "330602005", "鲁迅街道", "TOWNSHIP", "SUBDISTRICT"],
];

const ACCOUNTS: [string, string, number | null][] = [
  ["admin", "SYSTEM_ADMINISTRATOR", null],
  ["shaoxing", "FEDERATION_ADMINISTRATOR", 1],
  ["yuecheng", "FEDERATION_ADMINISTRATOR", 2],
  ["keqiao", "FEDERATION_ADMINISTRATOR", 3],
  ["tashan", "FEDERATION_ADMINISTRATOR", 4],
  ["clerk", "CLERK", 4],
  ["assessor", "COUNTY_ASSESSOR", 2],
  ["reviewer", "CITY_ASSESSOR", 1],
  ["official", "OFFICIAL", 1],
  ["auditor", "AUDITOR", null],
  ["gone", "CLERK", 4],
];

async function rows(client: pg.Client, sql: string, lines: readonly unknown[][]): Promise<void> {
  for (const line of lines) await client.query(sql, line as unknown[]);
}

/** Fills a migrated database; each number is the id of its row. */
export async function fillWorld(client: pg.Client): Promise<void> {
  await client.query("begin"); // a union has its name and place by the end of its transaction
  await rows(
    client,
    "insert into division (id, level) values ($1, $2)",
    DIVISIONS.map(([id, , , , level]) => [id, level]),
  );
  await rows(
    client,
    "insert into division_version (division_id, code, name, type, valid_from) values ($1, $2, $3, $4, '2000-01-01')",
    DIVISIONS.map(([id, , code, name, , type]) => [id, code, name, type]),
  );
  await rows(
    client,
    "insert into division_parent (division_id, parent_id, valid_from) values ($1, $2, '2000-01-01')",
    DIVISIONS.filter(([, parent]) => parent).map(([id, parent]) => [id, parent]),
  );
  await rows(
    client,
    "insert into trade_union (id, established_on, territory_id, search_text) values ($1, '2001-05-01', $2, $3)",
    UNIONS.map(([id, , territory, , name]) => [id, territory, name]),
  );
  await rows(
    client,
    "insert into trade_union_version (trade_union_id, code, name, type, valid_from) values ($1, $2, $3, $4, '2001-05-01')",
    UNIONS.map(([id, , , code, name, type]) => [id, code, name, type]),
  );
  await rows(
    client,
    "insert into affiliation (trade_union_id, parent_id, valid_from) values ($1, $2, '2001-05-01')",
    UNIONS.filter(([, parent]) => parent).map(([id, parent]) => [id, parent]),
  );
  await registerKey(client, testSealing);
  const hashed = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await rows(
    client,
    "insert into account (id, username, username_key, display_name) values ($1, $2, $2, $2)",
    ACCOUNTS.map(([name], index) => [index + 1, name]),
  );
  await rows(
    client,
    "insert into account_password (account_id, hash) values ($1, $2)",
    ACCOUNTS.map((_, index) => [index + 1, hashed]),
  );
  await rows(
    client,
    "insert into role_grant (id, account_id, role, trade_union_id, valid_from) values ($1, $1, $2, $3, '2020-01-01')",
    ACCOUNTS.map(([, role, union], index) => [index + 1, role, union]),
  );
  await client.query("update account set disabled_at = now(), version = version + 1 where username = 'gone'");
  await rows(
    client,
    "insert into employer (id, name, category, non_public, territory_id, keeper_id, opened_on, opened_on_kind) values ($1, $2, 'PRIVATE', true, $3, $4, '2015-03-10', 'OPENED')",
    [
      [1, "东湖机械厂", 4, 4],
      [2, "解放路小吃店", 4, 4],
      [3, "解放路书店", 4, 4],
      [4, "轻纺城织造厂", 6, 6],
    ],
  );
  await rows(
    client,
    "insert into employer_year (employer_id, year, reference_on, employee_count) values ($1, 2024, '2024-09-30', $2)",
    [
      [1, 230],
      [2, 9],
      [3, 6],
      [4, 480],
    ],
  );
  await rows(client, "insert into coverage (trade_union_id, employer_id, valid_from) values ($1, $2, '2015-06-01')", [
    [8, 1],
    [9, 2],
    [9, 3],
    [10, 4],
  ]);
  await rows(client, "insert into person (id, name, sex, birth_on, keeper_id) values ($1, $2, $3, $4, $5)", [
    [1, "张文华", "MALE", "1970-01-01", 8],
    [2, "李秀英", "FEMALE", "1980-02-02", 8],
    [3, "王建国", "MALE", "1990-03-03", 9],
    [4, "赵纺娘", "FEMALE", "1985-04-04", 10],
  ]);
  await sealInto(client, "RESIDENT_ID", 4, "330699198504040021");
  await rows(
    client,
    "insert into membership (person_id, trade_union_id, status, valid_from) values ($1, $2, 'ACTIVE', '2016-01-01')",
    [
      [1, 8],
      [2, 8],
      [4, 10],
    ],
  );
  await client.query(
    "insert into position (id, trade_union_id, person_id, role, employment_mode, start_on, term_end_on) values (1, 8, 1, 'CHAIR', 'FULL_TIME', '2024-06-10', '2029-06-09')",
  );
  await client.query(
    "insert into scheme (id, key, edition, name, valid_from_year) values (1, 'LIUHAO', 2026, '乡镇（街道）工会“六好”考核办法', 2024)",
  );
  await client.query(
    "insert into assessment (id, trade_union_id, scheme_id, year, cutoff_on) values (1, 4, 1, 2025, '2025-12-31')",
  );
  await client.query(
    "insert into course (id, code, name, category, level, mode, organiser_id, start_on, end_on, hours) values (1, 'YC-2025-01', '新任工会主席上岗培训', 'QUALIFICATION', 'COUNTY', 'FACE_TO_FACE', 2, '2025-03-03', '2025-03-07', 40)",
  );
  await rows(
    client,
    "insert into api_token (name, prefix, token_hash, role_grant_id, trade_union_id, scopes, expires_at) values ($1, $1, decode(md5($1), 'hex'), $2, $3, '{unions:read}', now() + interval '30 days')",
    [
      ["tashan-1", 5, 4],
      ["keqiao-1", 4, 3],
    ],
  );
  for (const table of [
    "division",
    "trade_union",
    "account",
    "role_grant",
    "employer",
    "person",
    "position",
    "scheme",
    "assessment",
    "course",
  ])
    await client.query(`select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`);
  await client.query("commit");
  await client.query("analyze");
}

const WORLD = {
  name: "world",
  build: async (address: DatabaseAddress) => {
    const { migrate } = await import("../../api/orm.js");
    await migrate(address);
    await withConnection(address, fillWorld);
  },
};

export interface World {
  house: House;
  address: DatabaseAddress;
  /** SQL past every door, to look at what is really there. */
  sql<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  end(): Promise<void>;
}

/** A world of its own for one test file. */
export async function openWorld(): Promise<World> {
  const database = await freshDatabase({ template: WORLD });
  const { house, close } = await houseOver(database.address);
  return {
    house,
    address: database.address,
    sql: async (text, values = []) => (await house.reads.pool.query(text, values)).rows,
    end: async () => {
      await close();
      await database.drop();
    },
  };
}
