import { afterAll, beforeAll, expect, test } from "@jest/globals";
import pg from "pg";
import { verifyChain } from "../../api/audit/verify.js";
import { withConnection } from "../../api/shared/databaseConnection.js";
import { openWorld, type World } from "../shared/world.js";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

const verified = () => withConnection(world.address, (client) => verifyChain(client));
const ROUND =
  "insert into award_round (name, level, year, conferred_by) select $1 || n, 'COUNTY', 2025, '区政府' from generate_series(1, $2::integer) n";

async function inTransaction(settings: Record<string, string>, ...statements: [string, unknown[]?][]): Promise<void> {
  const client = new pg.Client({ ...world.address, ssl: false });
  await client.connect();
  try {
    await client.query("begin");
    for (const [name, value] of Object.entries(settings))
      await client.query("select set_config($1, $2, true)", [name, value]);
    for (const [text, values] of statements) await client.query(text, values);
    await client.query("commit");
  } finally {
    await client.end();
  }
}

test("numbers rise without a gap in the order of the chain, whoever writes at once and whatever is rolled back", async () => {
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let turn = 0; turn < 6; turn++) {
      await inTransaction({ "gonghui.account": String(writer + 1) }, [ROUND, [`同时 ${writer}/${turn}/`, 3]]);
      await expect(inTransaction({}, [ROUND, [`作废 ${writer}/${turn}/`, 2]], ["select 1 / 0"])).rejects.toMatchObject({
        code: "22012",
      });
    }
  });
  await Promise.all(writers);
  const [{ entries, last }] = (await world.sql<{ entries: number; last: number }>(
    "select count(*)::int as entries, max(id)::int as last from audit_entry",
  )) as [{ entries: number; last: number }];
  expect(entries).toBe(last);
  expect(entries).toBeGreaterThanOrEqual(144);
  expect(await verified()).toMatchObject({ head: { id: last } });
  expect((await verified()).fault).toBeUndefined();
});

test("what a writer says of number, time and hash is not believed", async () => {
  await world.sql(
    "insert into audit_entry (id, at, action, record, record_id, algorithm, prev_hash, hash) values (999999, '2001-01-01', 'x', 'x', 1, 0, '', '')",
  );
  const [row] = await world.sql(
    "select id::int, at > now() - interval '1 minute' as fresh, algorithm, length(hash) as bytes from audit_entry order by id desc limit 1",
  );
  expect(row).toMatchObject({ fresh: true, algorithm: 1, bytes: 32 });
  expect((await verified()).fault).toBeUndefined();
});

test("a statement over many rows makes one entry for each 500 of them, with every row before and after", async () => {
  const settings = {
    "gonghui.many": "on",
    "gonghui.account": "1",
    "gonghui.action": "importAwardRounds",
    "gonghui.reason": "成批载入",
    "gonghui.request": "import 7",
  };
  await inTransaction(settings, [ROUND, ["成批 ", 1_200]]);
  await inTransaction(settings, [
    "update award_round set conferred_by = '区人民政府', version = version + 1 where name like '成批 %'",
  ]);
  const rows = await world.sql<Record<string, unknown>>(
    `select before is null as made, cardinality(record_ids) as ids, jsonb_array_length(after) as rows, jsonb_array_length(before) as earlier, record, record_id as number, account_id as account, reason, request_id as request,
       after -> 0 ->> 'conferred_by' as now_is, before -> 0 ->> 'conferred_by' as was, (after -> 0 ->> 'id')::int = record_ids[1] as fits from audit_entry where action = 'importAwardRounds' order by id`,
  );
  const each = { record: "award_round", number: 0, account: 1, reason: "成批载入", request: "import 7", fits: true };
  expect(rows).toEqual([
    ...[500, 500, 200].map((ids) => ({
      ...each,
      made: true,
      ids,
      rows: ids,
      earlier: null,
      now_is: "区政府",
      was: null,
    })),
    ...[500, 500, 200].map((ids) => ({
      ...each,
      made: false,
      ids,
      rows: ids,
      earlier: ids,
      now_is: "区人民政府",
      was: "区政府",
    })),
  ]);
  expect((await verified()).fault).toBeUndefined();
});

test("a statement over many rows that changes nothing makes no entry, and secrets stay out of it", async () => {
  await inTransaction({ "gonghui.many": "on", "gonghui.action": "nothing" }, [
    "update award_round set version = version + 1 where name like '成批 1%'",
  ]);
  expect(await world.sql("select 1 from audit_entry where action = 'nothing'")).toEqual([]);
  await inTransaction({ "gonghui.many": "on", "gonghui.action": "secrets" }, [
    "update api_token set token_hash = sha256(token_hash), name = name || '.', version = version + 1",
  ]);
  const [row] = await world.sql<{ text: string }>(
    "select before::text || after::text as text from audit_entry where action = 'secrets'",
  );
  expect(row?.text).toContain("tashan-1");
  expect(row?.text).not.toContain("token_hash");
});

test("the log is written in read committed only, as an older snapshot would fork the chain", async () => {
  const client = new pg.Client({ ...world.address, ssl: false });
  await client.connect();
  await client.query("begin isolation level repeatable read");
  await client.query(ROUND, ["隔离 ", 1]);
  await expect(client.query("commit")).rejects.toMatchObject({ code: "0A000" });
  await client.end();
});

test("an entry about a record of somebody else's tables is kept for the union that keeps the record", async () => {
  await inTransaction(
    { "gonghui.action": "kept" },
    ["insert into enrolment (person_id, course_id) values (1, 1)"],
    ["update employer_year set employee_count = 231, version = version + 1 where employer_id = 1"],
  );
  expect(
    await world.sql("select record, trade_union_id as union from audit_entry where action = 'kept' order by id"),
  ).toEqual([
    { record: "enrolment", union: 8 },
    { record: "employer_year", union: 4 },
  ]);
});
