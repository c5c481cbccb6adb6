import { afterAll, beforeAll, expect, test } from "@jest/globals";
import pg from "pg";
import { Chance } from "../../api/demonstration/chance.js";
import { APP_ROLE } from "../../schema/access/policies.js";
import { scopeKeys, wrongScopeKeys } from "../../schema/access/scopeKeys.js";
import { READING_WORLD } from "../reading/world.js";
import { type FreshDatabase, freshDatabase } from "../shared/freshDatabase.js";
import { behind, signed } from "./wallProbes.js";

let database: FreshDatabase;
let client: pg.Client;
let other: pg.Client;
beforeAll(async () => {
  database = await freshDatabase({ template: READING_WORLD });
  client = await open();
  other = await open();
});
afterAll(async () => {
  await client.end();
  await other.end();
  await database.drop();
});

async function open(): Promise<pg.Client> {
  const opened = new pg.Client({ ...database.address, ssl: false });
  await opened.connect();
  return opened;
}
const rowsOf = async <Row>(sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows as Row[];
const wrong = async () => (await rowsOf<{ wrong: number }>(wrongScopeKeys()))[0]?.wrong;

/** Looks at the database in a transaction that leaves nothing behind. */
async function within<T>(work: () => Promise<T>): Promise<T> {
  await client.query("begin");
  try {
    return await work();
  } finally {
    await client.query("rollback");
  }
}

const MOVE = `
  with ended as (
    update affiliation set valid_to = today_in_shaoxing() where trade_union_id = $1 and known_to is null and valid_to is null and valid_from < today_in_shaoxing() returning trade_union_id)
  insert into affiliation (trade_union_id, parent_id, valid_from) select trade_union_id, $2, today_in_shaoxing() from ended`;
const pathOf = async (union: number) =>
  (await rowsOf<{ path: string }>("select path from trade_union where id = $1", [union]))[0]?.path as string;

/** Everything of the keyed tables but their keys, the affiliations and paths apart, which a move is about. */
const contents = async () => {
  const kept = scopeKeys().filter(({ table }) => !["affiliation", "trade_union_path"].includes(table));
  const digests: string[] = [];
  for (const table of new Set(kept.map((key) => key.table))) {
    const keys = kept.filter((key) => key.table === table).map(({ column }) => `'${column}'`);
    const [row] = await rowsOf<{ digest: string }>(
      `select md5(string_agg(line, ',' order by line)) as digest from (select (to_jsonb(t) - array[${keys.join(", ")}])::text as line from ${table} t) l`,
    );
    digests.push(`${table} ${row?.digest}`);
  }
  return digests;
};

test("every row that points at a union carries its path of today, a corrected row too", async () => {
  expect(scopeKeys().length).toBeGreaterThan(15);
  expect(await wrong()).toBe(0);
  for (const { table, column } of scopeKeys().filter(({ superseded }) => superseded)) {
    const [row] = await rowsOf<{ live: number; superseded: number }>(
      `select count(*) filter (where known_to is null)::integer as live, count(*) filter (where known_to is not null)::integer as superseded from ${table} where ${column} is not null`,
    );
    expect([table, (row?.live ?? 0) > 0]).toEqual([table, true]);
  }
  const [{ corrected = 0 } = {}] = await rowsOf<{ corrected: number }>(
    "select count(*)::integer as corrected from membership where known_to is not null",
  );
  expect(corrected).toBeGreaterThan(0);
});

test("wherever unions move, the rows go with them, and nothing else of them changes: no version, no belief, no entry", async () => {
  const chance = new Chance("moves of unions");
  const unions = (
    await rowsOf<{ id: number }>("select id from trade_union where standing and parent_id is not null order by id")
  ).map(({ id }) => id);
  const before = await contents();
  const [{ entries: first } = { entries: 0 }] = await rowsOf<{ entries: number }>(
    "select count(*)::integer as entries from audit_entry where record <> 'affiliation'",
  );
  let moved = 0;
  for (let tried = 0; tried < 60; tried++) {
    const [union, superior] = [chance.pick(unions), chance.pick(unions)];
    const stood = await pathOf(union);
    await client.query(MOVE, [union, superior]).catch(({ code }: { code: string }) => {
      if (!/^(GH01[01]|23P01|23514)$/.test(code)) throw new Error(`refused with ${code}`);
    });
    if ((await pathOf(union)) !== stood) moved++;
    expect([tried, union, superior, await wrong()]).toEqual([tried, union, superior, 0]);
  }
  expect(moved).toBeGreaterThan(10);
  expect(await contents()).toEqual(before);
  expect(await rowsOf("select count(*)::integer as entries from audit_entry where record <> 'affiliation'")).toEqual([
    { entries: first },
  ]);
});

test("nobody writes a key: what is written into one is put right, whatever the writer claims to be doing", () =>
  within(async () => {
    const [{ path = "" } = {}] = await rowsOf<{ path: string }>(
      "select path from trade_union where standing and parent_id is null order by id limit 1",
    );
    const claim = await signed(client, path);
    for (const projecting of ["", "on"])
      for (const { table, column } of scopeKeys().filter((key) => key.table !== "trade_union_path")) {
        const versioned = ["trade_union_version", "affiliation"].includes(table) ? "" : ", version = version + 1";
        const live = scopeKeys().some((key) => key.table === table && key.superseded) ? " and known_to is null" : "";
        const seen = await behind(client, claim, APP_ROLE, async () => {
          await client.query(`set local gonghui.projecting = '${projecting}'`);
          const held = await client.query(
            `update ${table} set ${column} = '1.999.'${versioned} where ${column} is not null${live} returning ${column} as key`,
          );
          return held.rows.map(({ key }) => key as string);
        });
        expect([table, column, projecting, seen.filter((key) => key === "1.999.").length]).toEqual([
          table,
          column,
          projecting,
          0,
        ]);
      }
    await client.query("update term set trade_union_scope = '1.999.', version = version + 1");
    expect(await wrong()).toBe(0);
    const added = await rowsOf<{ trade_union_scope: string }>(
      "insert into term (trade_union_id, term_number, start_on, term_end_on, trade_union_scope) select max(id), 99, '2020-01-01', '2025-01-01', '1.999.' from trade_union returning trade_union_scope",
    );
    expect(added[0]?.trade_union_scope).not.toBe("1.999.");
    expect(await wrong()).toBe(0);
  }));

test("a row for a union out of sight is refused by the wall, like one for a union that does not exist; the owner is told of the latter", () =>
  within(async () => {
    const claim = await signed(client, "1.10.");
    const refusal = (union: number, role: string | undefined) => {
      const write = () =>
        client.query(
          "insert into term (trade_union_id, term_number, start_on, term_end_on) values ($1, 98, '2020-01-01', '2025-01-01')",
          [union],
        );
      return (role ? behind(client, claim, role, write) : write()).then(
        () => "",
        ({ code }: { code: string }) => code,
      );
    };
    const [{ id = 0 } = {}] = await rowsOf<{ id: number }>(
      "select id from trade_union where path < '1.10.' order by id limit 1",
    );
    expect([await refusal(id, APP_ROLE), await refusal(999_999, APP_ROLE)]).toEqual(["42501", "42501"]);
    await client.query("savepoint owner");
    expect(await refusal(999_999, undefined)).toBe("23503");
    await client.query("rollback to savepoint owner");
  }));

test("the log tells nothing of the keys", () =>
  within(async () => {
    await client.query(
      "insert into term (trade_union_id, term_number, start_on, term_end_on) select max(id), 97, '2020-01-01', '2025-01-01' from trade_union",
    );
    await client.query("set constraints all immediate");
    const [{ after = {} } = {}] = await rowsOf<{ after: object }>(
      "select after from audit_entry order by id desc limit 1",
    );
    expect(Object.keys(after)).toContain("trade_union_id");
    expect(Object.keys(after).filter((name) => name.endsWith("_scope"))).toEqual([]);
  }));

const COURSE =
  "insert into course (code, name, category, level, mode, organiser_id, start_on, end_on, hours) values ($1, '培训', 'ROTATION', 'COUNTY', 'OFF_THE_JOB', $2, '2025-01-01', '2025-01-02', 8)";
const MOVABLE = `
  select u.id as union, s.id as superior from trade_union u join trade_union s on s.standing and s.id <> u.id and s.id <> u.parent_id and s.parent_id is not null and not s.path like u.path || '%'
  join affiliation a on a.trade_union_id = u.id and a.known_to is null and a.valid_to is null and a.valid_from < today_in_shaoxing()
  join trade_union_version v on v.trade_union_id = s.id and v.known_to is null and v.valid_to is null
  where u.standing order by u.id, s.id desc limit 1`;

/** A union moves while a row for it is being written, and both are committed; whoever comes second waits for the first. */
async function race(first: "move" | "row"): Promise<void> {
  const [{ union = 0, superior = 0 } = {}] = await rowsOf<{ union: number; superior: number }>(MOVABLE);
  const stood = await pathOf(union);
  const begin = (who: pg.Client, sql: string, values: unknown[]) => async () => {
    await who.query("begin");
    await who.query(sql, values);
    return () => who.query("commit");
  };
  const move = begin(client, MOVE, [union, superior]);
  const row = begin(other, COURSE, [`RACE ${union} ${first}`, union]);
  const commit = await (first === "move" ? move : row)();
  const second = (first === "move" ? row : move)();
  await new Promise((resolve) => setTimeout(resolve, 100));
  await commit();
  await (await second)();
  expect(await pathOf(union)).not.toBe(stood);
}

test("a row written while its union moves arrives with it, whichever comes first", async () => {
  for (const first of ["move", "row"] as const) {
    await race(first);
    expect([first, await wrong()]).toEqual([first, 0]);
  }
});

test("keys that stayed behind are noticed: without the lock of the union, and without the trigger that follows", async () => {
  await client.query(
    "do $$ begin execute replace(pg_get_functiondef('carry_scope_of_course()'::regprocedure), ' for no key update', ''); end $$",
  );
  await client.query("alter table trade_union disable trigger scopes_follow");
  await within(async () => {
    const [{ id = 0 } = {}] = await rowsOf<{ id: number }>(
      "select id from trade_union where path like '1.%' and parent_id is not null order by id limit 1",
    );
    await client.query("update trade_union set path = '1.998.', version = version + 1 where id = $1", [id]);
    expect(await wrong()).toBeGreaterThan(0);
  });
  await client.query("alter table trade_union enable trigger scopes_follow");
  await race("move");
  expect(await wrong()).toBe(1);
});
