import { afterAll, beforeAll, expect, test } from "@jest/globals";
import pg from "pg";
import type { Viewer } from "../../api/reading/viewer.js";
import { ReadPool } from "../../api/shared/readPool.js";
import { code, textOf } from "../house/tree.js";
import { READING_WORLD } from "../reading/world.js";
import { type FreshDatabase, freshDatabase } from "../shared/freshDatabase.js";

let database: FreshDatabase;
let client: pg.Client;
let reads: ReadPool;
let today: string;
beforeAll(async () => {
  database = await freshDatabase({ template: READING_WORLD });
  client = new pg.Client({ ...database.address, ssl: false });
  await client.connect();
  reads = new ReadPool(database.address, 2);
  today = (await client.query("select today_in_shaoxing()::text as today")).rows[0].today as string;
});
afterAll(async () => {
  await client.end();
  await reads.end();
  await database.drop();
});

const viewer = (path: string | undefined, role: Viewer["role"] = "FEDERATION_ADMINISTRATOR"): Viewer => ({
  accountId: 1,
  role,
  today,
  ...(path === undefined ? {} : { path }),
});
const NAMES = "select coalesce(json_agg(u.path order by u.id), '[]')::text from trade_union u";
const pathsFor = async (pool: ReadPool, path: string) =>
  JSON.parse(await pool.query(NAMES, [], "", viewer(path))) as string[];

test("a statement that has lost its predicate still sees its scope only, and with the second wall down it would see all", async () => {
  const inside = await pathsFor(reads, "1.10.");
  expect(inside.length).toBeGreaterThan(0);
  expect(inside.filter((path) => !path.startsWith("1.10."))).toEqual([]);
  const without = new ReadPool(database.address, 1, { secondWall: false });
  const all = await pathsFor(without, "1.10.");
  await without.end();
  expect(all.length).toBeGreaterThan(inside.length);
});

test("the second wall comes down on the bench only", () => {
  const { NODE_ENV } = process.env;
  try {
    for (const environment of ["production", "development", ""]) {
      process.env.NODE_ENV = environment;
      expect(() => new ReadPool(database.address, 1, { secondWall: false })).toThrow("bench only");
    }
  } finally {
    process.env.NODE_ENV = NODE_ENV;
  }
});

test("nothing is left on a connection: the next reader has a scope of their own, and after an error too", async () => {
  const one = new ReadPool(database.address, 1);
  const [county, other] = [await pathsFor(one, "1.2."), await pathsFor(one, "1.10.")];
  expect(county.filter((path) => !path.startsWith("1.2."))).toEqual([]);
  expect(other.filter((path) => !path.startsWith("1.10."))).toEqual([]);
  await expect(one.query("select 1/0::integer", [], "", viewer("1.2."))).rejects.toMatchObject({ code: "22012" });
  await expect(
    one.query("insert into scheme (key) values ('x') returning ''", [], "", viewer("1.2.")),
  ).rejects.toMatchObject({ code: "25006" });
  expect(
    (
      await one.pool.query(
        "select current_user = session_user as owner, current_setting('gonghui.scope', true) as scope",
      )
    ).rows,
  ).toEqual([{ owner: true, scope: "" }]);
  expect(await pathsFor(one, "1.10.")).toEqual(other);
  await one.end();
});

test("a union is not committed without a name and a place", async () => {
  await expect(client.query("insert into trade_union (established_on) values ('2020-01-01')")).rejects.toMatchObject({
    code: "GH012",
  });
});

/** The owner's connections are for these alone; whatever a reader asks for goes through the wall. */
const OWNERS_ERRANDS = [
  "api/house.ts",
  "api/serve.ts",
  "api/visits.ts",
  "api/firstStart.ts",
  "api/healthDoor.ts",
  "api/accessCommand.ts",
  "api/reportCommand.ts",
  "api/reportDoor.ts",
  "api/attachmentDoor.ts", // where the bytes lie is nobody's to read
  "api/auditCommand.ts",
  "api/shared/watchedReads.ts", // who read what is told to the log, which no reader may write
  "api/documents/uploadDoor.ts", // denials are told to the log
  "api/shared/door.ts", // denials are recorded beside the change that was refused
  "api/access/access.resolver.ts",
  "api/access/allowance.ts", // points are nobody's record
  "api/graphqlServer.ts",
  "api/access/ownGrants.actions.ts", // one's own grants and sessions, by the account that is signed in
  "api/access/secondFactor.actions.ts",
  "api/access/provePassword.ts", // who somebody is has to be known before there is a wall for them
  "api/access/signIn.actions.ts",
  "api/access/providerDoor.ts",
  "api/shared/readPool.ts",
  "api/shared/wall.ts",
];
test("only the office's own errands use the owner's connections", () => {
  const users = code().filter(
    (path) => path.startsWith("api/") && /\breads\.(?:pool|gate)\b|this\.pool\b|\{ pool \}/.test(textOf(path)),
  );
  expect(users.filter((path) => !OWNERS_ERRANDS.includes(path))).toEqual([]);
  expect(users).toContain("api/shared/wall.ts");
});
