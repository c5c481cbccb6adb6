import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { hash } from "@node-rs/argon2";
import pg from "pg";
import { APP_ROLE, ROOT_ROLE } from "../../schema/access/policies.js";
import { type Asking, asker } from "../shared/ask.js";
import { asConsole, serve } from "../shared/served.js";
import { openWorld, PASSWORD, type World } from "../shared/world.js";
import { behind, signed } from "./wallProbes.js";

let world: World;
let ask: Asking;
let client: pg.Client;
beforeAll(async () => {
  world = await openWorld();
  ask = asker(world);
  client = new pg.Client({ ...world.address, ssl: false });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await world?.end();
});

/** Whoever may select a password, be it a whole table or one column: anybody but the owner and those above all rights. */
const READERS = `
  select r.rolname || ' ' || c.relname as reader from pg_roles r, pg_class c
  where c.relname in ('account_password', 'second_factor', 'recovery_code', 'session', 'known_device') and c.relnamespace = 'public'::regnamespace
    and not r.rolsuper and r.oid <> c.relowner and r.rolname !~ '^pg_'
    and (has_table_privilege(r.oid, c.oid, 'select') or has_any_column_privilege(r.oid, c.oid, 'select'))
  order by 1`;
const readers = async () => (await client.query<{ reader: string }>(READERS)).rows.map(({ reader }) => reader);
const undone = async <T>(work: () => Promise<T>): Promise<T> => {
  await client.query("begin");
  return work().finally(() => client.query("rollback"));
};

test("no role that reads for somebody may select a password or another proof of who somebody is", async () => {
  expect(await readers()).toEqual([]);
  // Negative control: one grant, of a table or a column, is seen.
  await undone(async () => {
    await client.query(
      `grant select on account_password to ${ROOT_ROLE}; grant select (hash) on account_password to ${APP_ROLE}`,
    );
    expect(await readers()).toEqual([`${APP_ROLE} account_password`, `${ROOT_ROLE} account_password`]);
  });
});

test("behind the wall a password is neither read nor written by anybody, and a whole row of an account holds none", () =>
  undone(async () => {
    const attempts = [
      "select hash from account_password",
      "insert into account_password (account_id, hash) values (1, '$argon2id$x')",
      "update account_password set hash = '$argon2id$x'",
      "delete from account_password",
    ];
    for (const role of [APP_ROLE, ROOT_ROLE])
      for (const attempt of attempts) {
        const claim = await signed(client, "1.", "SYSTEM_ADMINISTRATOR");
        await expect(behind(client, claim, role, () => client.query(attempt))).rejects.toMatchObject({ code: "42501" });
      }
    const claim = await signed(client, "1.", "SYSTEM_ADMINISTRATOR");
    const { rows } = await behind(client, claim, ROOT_ROLE, () =>
      client.query<{ text: string }>("select to_jsonb(r.*)::text as text from account r"),
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.map(({ text }) => text).join()).not.toMatch(/argon2|hash/);
  }));

test("only who may set passwords for others gets one kept, and only one at a time", () =>
  undone(async () => {
    const keep = (role: string) => async () => {
      const claim = await signed(client, "1.", role);
      return behind(client, claim, APP_ROLE, () => client.query("select keep_password(5, '$argon2id$x', 30)"));
    };
    for (const role of ["FEDERATION_ADMINISTRATOR", "CLERK", "AUDITOR"])
      await expect(keep(role)()).rejects.toMatchObject({ code: "42501" });
    await expect(keep("SYSTEM_ADMINISTRATOR")()).resolves.toMatchObject({ rowCount: 1 });
    await expect(
      behind(client, "1.|SYSTEM_ADMINISTRATOR|1|9999999999|1|00", APP_ROLE, () =>
        client.query("select keep_password(5, '$argon2id$x', 30)"),
      ),
    ).rejects.toMatchObject({ code: "42501" });
  }));

test("of a new password the log keeps when it was set, by whom and why, and nothing of the password", async () => {
  const [account] = await world.sql<{ id: number; version: number }>(
    "select id, version from account where username = 'clerk'",
  );
  const { data } = await ask(
    "admin",
    "mutation($input: SetPasswordInput!) { setPassword(input: $input) { oneTimePassword account { version } userErrors { code } } }",
    { input: { id: `account-${account?.id}`, version: account?.version, reason: "本人遗忘" } },
  );
  expect(data.setPassword).toMatchObject({ userErrors: [], account: { version: (account?.version ?? 0) + 1 } });
  const entries = await world.sql<{ before: object; after: Record<string, unknown>; reason: string; who: number }>(
    "select before, after, reason, account_id as who from audit_entry where action = 'setPassword' and record = 'account' and record_id = $1 and after ? 'password_set_at'",
    [account?.id],
  );
  expect(entries).toEqual([
    {
      before: { password_set_at: expect.any(String) },
      after: { password_set_at: expect.any(String) },
      reason: "本人遗忘",
      who: 1,
    },
  ]);
  const [{ text }] = (await world.sql<{ text: string }>(
    "select string_agg(e::text, ' ') as text from audit_entry e",
  )) as [{ text: string }];
  expect(text).not.toMatch(new RegExp(`argon2|${PASSWORD}|${data.setPassword.oneTimePassword}`));
});

const LOGIN = "mutation($input: LoginInput!) { login(input: $input) { account { username } userErrors { code } } }";
const login = async (username: string, password: string) => {
  const { data, cookie } = await ask(undefined, LOGIN, { input: { username, password } });
  return { isIn: data.login.account !== null, as: { cookie: cookie as string } };
};

test("a password that an administrator has set anew is good for half an hour, a chosen one for good", async () => {
  const [account] = await world.sql<{ id: number; version: number }>(
    "select id, version from account where username = 'assessor'",
  );
  const { data } = await ask(
    "admin",
    "mutation($input: SetPasswordInput!) { setPassword(input: $input) { oneTimePassword } }",
    { input: { id: `account-${account?.id}`, version: account?.version, reason: "本人遗忘" } },
  );
  const once = data.setPassword.oneTimePassword as string;
  expect((await login("assessor", once)).isIn).toBe(true);
  const until = "update account_password set valid_until = valid_until - interval '30 minutes' where account_id = $1";
  await world.sql(until, [account?.id]);
  expect((await login("assessor", once)).isIn).toBe(false);
  await world.sql(until.replace("- interval", "+ interval"), [account?.id]);
  const { as } = await login("assessor", once);
  const change = "mutation($input: ChangePasswordInput!) { changePassword(input: $input) { userErrors { code } } }";
  await ask(as, change, { input: { currentPassword: once, newPassword: "seven grey herons" } });
  expect(await world.sql("select valid_until from account_password where account_id = $1", [account?.id])).toEqual([
    { valid_until: null },
  ]);
  expect((await login("assessor", "seven grey herons")).isIn).toBe(true);
});

test("a hash of weaker days is renewed at the next sign-in; it stays the same password, and sessions stay", async () => {
  const { as } = await login("reviewer", PASSWORD);
  const weak = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
  const of = "where account_id = (select id from account where username = 'reviewer')";
  await client.query("begin; select set_config('gonghui.projecting', 'on', true)");
  await client.query(`update account_password set hash = $1 ${of}`, [weak]);
  await client.query("commit");
  const [before] = await world.sql(`select password_set_at from account_password ${of}`);
  expect((await login("reviewer", "not the password")).isIn).toBe(false);
  expect(await world.sql(`select hash from account_password ${of}`)).toEqual([{ hash: weak }]);
  expect((await login("reviewer", PASSWORD)).isIn).toBe(true);
  const [after] = await world.sql<{ hash: string; password_set_at: Date }>(
    `select hash, password_set_at from account_password ${of}`,
  );
  expect(after?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(after?.password_set_at).toEqual(before?.["password_set_at"]);
  expect((await login("reviewer", PASSWORD)).isIn).toBe(true);
  expect((await ask(as, "{ viewer { account { username } } }")).data.viewer.account).toEqual({ username: "reviewer" });
});

test("a password that was given is not changed by choosing it again, and until it is changed no paper is handed out", async () => {
  await world.sql("update account set must_change_password = true, version = version + 1 where username = 'tashan'");
  const served = await serve(world);
  const cookie = await asConsole(world, "tashan");
  const paper = () =>
    served.app.inject({
      url: "/reports/assessments/2025/330602001.pdf",
      headers: { ...cookie, "accept-language": "en" },
    });
  const early = await paper();
  expect([early.statusCode, early.body]).toEqual([403, "Change the password you were given first.\n"]);
  const change = (newPassword: string) =>
    ask(
      "tashan",
      "mutation($input: ChangePasswordInput!) { changePassword(input: $input) { userErrors { path code } } }",
      { input: { currentPassword: PASSWORD, newPassword } },
    );
  expect((await change(PASSWORD)).data.changePassword.userErrors).toEqual([
    { path: ["newPassword"], code: "INVALID_FORMAT" },
  ]);
  expect((await change("沈园柳老-Qz7-不吹绵")).data.changePassword.userErrors).toEqual([]);
  const later = await served.app.inject({
    url: "/reports/assessments/2025/330602001.pdf",
    headers: await asConsole(world, "tashan"),
  });
  expect(later.statusCode).not.toBe(403);
  await served.end();
});
