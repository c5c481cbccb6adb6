import { afterAll, beforeAll, expect, test } from "@jest/globals";
import pg from "pg";
import { APP_ROLE, ROOT_ROLE } from "../../schema/access/policies.js";
import { type Asking, asker } from "../shared/ask.js";
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
      return behind(client, claim, APP_ROLE, () => client.query("select keep_password(5, '$argon2id$x')"));
    };
    for (const role of ["FEDERATION_ADMINISTRATOR", "CLERK", "AUDITOR"])
      await expect(keep(role)()).rejects.toMatchObject({ code: "42501" });
    await expect(keep("SYSTEM_ADMINISTRATOR")()).resolves.toMatchObject({ rowCount: 1 });
    await expect(
      behind(client, "1.|SYSTEM_ADMINISTRATOR|1|9999999999|1|00", APP_ROLE, () =>
        client.query("select keep_password(5, '$argon2id$x')"),
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
