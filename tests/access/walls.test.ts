import { afterAll, beforeAll, expect, test } from "@jest/globals";
import pg from "pg";
import type { Viewer } from "../../api/reading/viewer.js";
import { ReadPool } from "../../api/shared/readPool.js";
import { ROLES } from "../../schema/access/permissions.rules.js";
import { APP_ROLE, ROOT_ROLE } from "../../schema/access/policies.js";
import { code, textOf } from "../house/tree.js";
import { READING_WORLD } from "../reading/world.js";
import { type FreshDatabase, freshDatabase } from "../shared/freshDatabase.js";
import { behind, catalogueFaults, eachWall, RECORD_NAMES, signed, tablesSeen } from "./wallProbes.js";

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

/** Looks at the database in a transaction that leaves nothing behind. */
async function within<T>(work: () => Promise<T>): Promise<T> {
  await client.query("begin");
  try {
    return await work();
  } finally {
    await client.query("rollback");
  }
}
const viewer = (path: string | undefined, role: Viewer["role"] = "FEDERATION_ADMINISTRATOR"): Viewer => ({
  accountId: 1,
  role,
  today,
  ...(path === undefined ? {} : { path }),
});
const idsOf = (table: string) =>
  client.query(`select id from ${table} order by id`).then(({ rows }) => rows.map(({ id }) => id as number));

test("every table stands behind a forced wall with policies for reading and writing, and the app roles have no way round it", () =>
  within(async () => {
    expect(await catalogueFaults(client)).toEqual([]);
  }));

const PLANTED: Record<string, string> = {
  "a new table": "create table secret (id integer primary key, trade_union_id integer)",
  "a new table open to the app": `create table secret (id integer primary key); alter table secret enable row level security, force row level security; grant select on secret to ${APP_ROLE}`,
  "FORCE off": "alter table person no force row level security",
  "row-level security off": "alter table award disable row level security",
  "a policy dropped": "drop policy app_select on membership",
  "WITH CHECK missing": `drop policy app_update on term; create policy app_update on term for update to ${APP_ROLE} using (true)`,
  "a second policy": `create policy more on person for select to ${APP_ROLE} using (true)`,
  "a policy for all": "create policy more on person for select using (true)",
  "TRUNCATE granted": `grant truncate on person to ${APP_ROLE}`,
  "DELETE granted": `grant delete on person to ${ROOT_ROLE}`,
  "owned by the app": `alter table course owner to ${APP_ROLE}`,
  "sessions readable": `grant select on session to ${APP_ROLE}`,
  "a definer without a fixed path": "alter function app_scope() reset search_path",
  "the signer open to all":
    "grant execute on function sign_scope(text, text, integer) to public; alter function sign_scope(text, text, integer) security definer",
  "an index lost": "drop index person_keeper",
};
test.each(Object.entries(PLANTED))("the catalogue test sees %s", (_, planted) =>
  within(async () => {
    await client.query(planted);
    expect(await catalogueFaults(client)).not.toEqual([]);
  }),
);

/** Claims that let nothing through: nothing signed, or signed over what is no scope. */
const NO_SCOPE = ["", ".", "%", "*", "x", "1", "1.10", "0.", "1.1.", "999."];
const unscoped = async () => {
  const faults: Record<string, string[]> = {
    "no setting": await tablesSeen(client, null),
    "an empty setting": await tablesSeen(client, ""),
  };
  for (const scope of ["", ...NO_SCOPE.map((each) => `${each}|CLERK|1|9999999999|1|00`)])
    faults[`a setting of ${scope}`] = await tablesSeen(client, scope);
  faults["NULL signed"] = await tablesSeen(
    client,
    (await client.query("select sign_scope(null, 'CLERK', 1) as claim")).rows[0].claim,
  );
  faults["'' signed"] = await tablesSeen(client, await signed(client, ""));
  return Object.entries(faults).filter(([, tables]) => tables.length > 0);
};

test("no scope, an empty one, NULL and what is no scope see nothing in any table, also after a committed scope", async () => {
  await client.query("begin");
  await client.query("select set_config('gonghui.scope', sign_scope('1.', 'CLERK', 1), true)");
  await client.query("commit");
  await within(async () => {
    expect(await unscoped()).toEqual([]);
    for (const scope of NO_SCOPE) {
      const claim = await signed(client, scope);
      const paths = await behind(
        client,
        claim,
        APP_ROLE,
        async () => (await client.query("select path from trade_union")).rows,
      );
      expect([scope, paths]).toEqual([scope, []]);
    }
  });
});

test("a sibling whose path begins alike is outside", () =>
  within(async () => {
    const all = (await client.query("select id, path from trade_union where path like '1.10%'")).rows as {
      id: number;
      path: string;
    }[];
    expect(all.some(({ path }) => path.startsWith("1.10.")) && all.some(({ path }) => path.startsWith("1.105."))).toBe(
      true,
    );
    const seen = await behind(client, await signed(client, "1.10."), APP_ROLE, async () =>
      (await client.query("select path from trade_union")).rows.map(({ path }) => path as string),
    );
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter((path) => !path.startsWith("1.10."))).toEqual([]);
  }));

const SCOPES = [undefined, "1.", "900.", "1.10.", "1.105.", "1.2.", "1.2.12.", "1.2.12.74.", "1.21."];
/** Records, readers and scopes for which the two walls show different rows; each wall is looked at alone. */
async function disagreements(
  scopes: readonly (string | undefined)[] = SCOPES,
): Promise<{ differences: string[]; rows: number }> {
  const differences: string[] = [];
  let rows = 0;
  for (const record of RECORD_NAMES)
    for (const role of ["Account", "RoleGrant", "ApiToken", "AuditEntry"].includes(record)
      ? ROLES
      : (["CLERK"] as const))
      for (const path of scopes) {
        const { first, second } = await eachWall(client, record, viewer(path, role));
        rows += second.length;
        if (JSON.stringify(first) !== JSON.stringify(second))
          differences.push(`${record} ${role} ${path}: ${first.length} and ${second.length}`);
      }
  return { differences, rows };
}

test("either wall alone shows the same rows of every record, for every scope", () =>
  within(async () => {
    const { differences, rows } = await disagreements();
    expect(differences).toEqual([]);
    expect(rows).toBeGreaterThan(1_000);
    for (const record of RECORD_NAMES)
      expect([
        record,
        (await eachWall(client, record, viewer(undefined, "SYSTEM_ADMINISTRATOR"))).second.length,
      ]).not.toEqual([record, 0]);
  }));

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

/** What injected SQL might try; each is the whole text of a statement run for a reader of 1.10. */
const INJECTED = [
  "select set_config('gonghui.scope', '1.|FEDERATION_ADMINISTRATOR|1|9999999999|' || pg_backend_pid() || '|00', true) || (select json_agg(u.path)::text from trade_union u)",
  "select set_config('role', 'none', true) || query_to_xml('select path from trade_union', false, false, '')::text",
  `select set_config('role', '${ROOT_ROLE}', true) || query_to_xml('select path from trade_union', false, false, '')::text`,
  "select sign_scope('1.', 'SYSTEM_ADMINISTRATOR', 1)",
  "select encode(key, 'hex') from wall_key",
  "select query_to_xml('set role none', false, false, '')::text",
  "select token_hash::text from session",
  "select 1; select path from trade_union",
];
test.each(INJECTED)("injected SQL gets nothing from outside: %s", async (text) => {
  const answer = await reads
    .query(text, [], "", viewer("1.10."))
    .catch(({ code: refusal }: { code: string }) => `refused ${refusal}`);
  expect(answer).toMatch(/^refused (42501|42601|0A000|25006)$/);
});

/** Forged claims, tried by a role that can set whatever it likes: the digest alone stands in the way. */
async function forgeries(): Promise<string[]> {
  const other = new pg.Client({ ...database.address, ssl: false });
  await other.connect();
  const elsewhere = await signed(other, "1.");
  await other.end();
  const own = await signed(client, "1.10.");
  const { rows } = await client.query(
    "select pg_backend_pid() as pid, extract(epoch from clock_timestamp())::bigint as now",
  );
  const [, , , , , digest] = own.split("|");
  const wholly = `1.|FEDERATION_ADMINISTRATOR|1|${Number(rows[0].now) + 60}|${rows[0].pid}`;
  const late = (
    await client.query(
      "select c || '|' || encode(hmac(convert_to(c, 'UTF8'), key, 'sha256'), 'hex') as claim from wall_key, (select '1.|CLERK|1|1|' || pg_backend_pid() as c) s",
    )
  ).rows[0].claim as string;
  const claims = {
    elsewhere,
    late,
    "of another scope": own.replace("1.10.", "1."),
    "with a foreign digest": `${wholly}|${digest}`,
    "with no digest": wholly,
    "with an empty digest": `${wholly}|`,
    "with zeros": `${wholly}|${"0".repeat(64)}`,
    "too long": `${own}|1.`,
    "with a sign between": own.replace("|", "||"),
  };
  const passed: string[] = [];
  for (const [name, claim] of Object.entries(claims))
    if ((await tablesSeen(client, claim)).length > 0) passed.push(name);
  return passed;
}

test("a forged, altered, expired or borrowed signature opens nothing, a true one its scope", () =>
  within(async () => {
    expect(await forgeries()).toEqual([]);
    expect((await tablesSeen(client, await signed(client, "1."))).length).toBeGreaterThan(20);
  }));

/** Writes across the border that go through; each is one statement of a reader of 1.10. */
async function trespasses(): Promise<string[]> {
  const claim = await signed(client, "1.10.");
  const inside = await behind(client, claim, APP_ROLE, () => idsOf("trade_union"));
  const outside = (await idsOf("trade_union")).filter((id) => !inside.includes(id));
  const writes: Record<string, string> = {
    insert: `insert into term (trade_union_id, term_number, start_on, term_end_on) values (${outside[0]}, 77, '2020-01-01', '2025-01-01')`,
    "insert of a person": `insert into person (name, sex, keeper_id) values ('外人', 'MALE', ${outside[0]})`,
    "insert of a union": "insert into trade_union (established_on, path) values ('2020-01-01', '1.0.')",
    "insert into the log": "insert into audit_entry (action, record, record_id) values ('forged', 'person', 1)",
    update: `update term set term_number = term_number + 50, version = version + 1 where trade_union_id = any ('{${outside.join()}}') returning id`,
    "moving a row out": `update term set trade_union_id = ${outside[0]}, version = version + 1 where trade_union_id = any ('{${inside.join()}}') returning id`,
    "update of a union": `update trade_union set address = '外', version = version + 1 where id = any ('{${outside.join()}}') returning id`,
    delete: "delete from term",
    truncate: "truncate verification",
  };
  await client.query(
    `insert into term (trade_union_id, term_number, start_on, term_end_on) select id, 90, '2020-01-01', '2025-01-01' from unnest($1::integer[]) id`,
    [[inside[0], outside[0]]],
  );
  const passed: string[] = [];
  for (const [name, sql] of Object.entries(writes)) {
    const done = await behind(client, claim, APP_ROLE, () => client.query(sql)).catch(() => undefined);
    if (done?.rowCount) passed.push(name);
  }
  return passed;
}

test("nothing is written outside the scope, nor moved there; inside it is", () =>
  within(async () => {
    expect(await trespasses()).toEqual([]);
    const claim = await signed(client, "1.10.");
    const done = await behind(client, claim, APP_ROLE, () =>
      client.query(
        "insert into person (name, sex, keeper_id) select '自己人', 'MALE', min(id) from trade_union returning id",
      ),
    );
    expect(done.rowCount).toBe(1);
  }));

test("a union is not committed without a name and a place", async () => {
  await expect(client.query("insert into trade_union (established_on) values ('2020-01-01')")).rejects.toMatchObject({
    code: "GH012",
  });
});

/** Walls built wrongly, and the look that must find each out. */
const BROKEN: Record<string, [sql: string, finds: () => Promise<unknown[]>]> = {
  "a policy lets all through": [
    `drop policy app_select on membership; create policy app_select on membership for select to ${APP_ROLE} using (true)`,
    async () => (await disagreements(["1.10."])).differences,
  ],
  "a policy dropped": ["drop policy app_select on enrolment", async () => (await disagreements(["1.10."])).differences],
  "FORCE off": ["alter table affiliation no force row level security", () => catalogueFaults(client)],
  "the scope loses its last dot": [
    "do $$ begin execute replace(pg_get_functiondef('app_scope()'::regprocedure), 'nullif(told, '''')', 'rtrim(told, ''.'')'); end $$",
    async () => outsiders("1.10."),
  ],
  "a scope may end anywhere": [
    "do $$ begin execute replace(pg_get_functiondef('app_scope()'::regprocedure), 'right(told, 1) <> ''.''', 'told is null'); end $$",
    async () => outsiders("1.10", "1.10."),
  ],
  "the signature check returns its input": [
    `create or replace function app_scope() returns text language sql stable as $$ select split_part(current_setting('gonghui.scope', true), '|', 1) $$`,
    forgeries,
  ],
  "WITH CHECK lets all through": [
    `drop policy app_insert on term; create policy app_insert on term for insert to ${APP_ROLE} with check (true)`,
    trespasses,
  ],
  "the digest is not bound to the connection": [
    "do $$ begin execute replace(pg_get_functiondef('app_scope()'::regprocedure), 'split_part(claim, ''|'', 5) <> pg_backend_pid()::text or', ''); end $$",
    forgeries,
  ],
  "the end of the claim is not looked at": [
    "do $$ begin execute replace(pg_get_functiondef('app_scope()'::regprocedure), 'or split_part(claim, ''|'', 4)::bigint < extract(epoch from clock_timestamp())', ''); end $$",
    forgeries,
  ],
};
/** Unions that a reader sees outside a subtree. */
const outsiders = async (scope: string, subtree = scope) =>
  (
    await behind(
      client,
      await signed(client, scope),
      APP_ROLE,
      async () => (await client.query("select path from trade_union")).rows,
    )
  ).filter(({ path }) => !String(path).startsWith(subtree));

const caught: string[] = [];
test.each(Object.entries(BROKEN))("mutant: %s", (name, [sql, finds]) =>
  within(async () => {
    await client.query("savepoint whole");
    expect(await finds()).toEqual([]);
    await client.query("rollback to savepoint whole");
    await client.query(sql);
    expect((await finds()).length).toBeGreaterThan(0);
    caught.push(name);
  }),
);
test("every mutant was caught", () => {
  expect(caught).toEqual(Object.keys(BROKEN));
  console.info(`second wall: ${caught.length} of ${Object.keys(BROKEN).length} mutants caught`);
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
  "api/auditCommand.ts",
  "api/shared/door.ts", // denials are recorded beside the change that was refused
  "api/access/access.resolver.ts",
  "api/access/allowance.ts", // points are nobody's record
  "api/graphqlServer.ts",
  "api/access/ownGrants.actions.ts", // one's own grants and sessions, by the account that is signed in
  "api/access/secondFactor.actions.ts",
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
