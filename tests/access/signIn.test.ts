import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { passwordWork } from "../../api/access/passwords.js";
import { type Asking, asker } from "../shared/ask.js";
import { openWorld, PASSWORD, UNION, type World } from "../shared/world.js";

let world: World;
let ask: Asking;
beforeAll(async () => {
  world = await openWorld();
  ask = asker(world);
});
afterAll(() => world.end());
beforeEach(() => world.sql("delete from login_attempt"));

const LOGIN =
  "mutation Login($input: LoginInput!) { login(input: $input) { account { username displayName role } userErrors { path code message clause } } }";
const VIEWER = "{ viewer { account { username role } scope { id code name } today permissions } }";
const login = (username: string, password = PASSWORD) => ask(undefined, LOGIN, { input: { username, password } });

test("a right password opens a session of its own, whose secret goes into the cookie only", async () => {
  const { data, cookie, errors } = await login("tashan");
  expect(errors).toBeUndefined();
  expect(data.login).toEqual({
    account: { username: "tashan", displayName: "tashan", role: "FEDERATION_ADMINISTRATOR" },
    userErrors: [],
  });
  expect(cookie).toMatch(/^[A-Za-z0-9_-]{43}$/);
  const { data: seen } = await ask({ cookie: cookie as string }, VIEWER);
  expect(seen.viewer).toMatchObject({
    account: { username: "tashan", role: "FEDERATION_ADMINISTRATOR" },
    scope: { id: `tradeUnion-${UNION.tashan}`, code: "330602001", name: "塔山街道总工会" },
    today: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
  expect(seen.viewer.permissions).toContain("amend:trade-union");
  expect(await world.sql("select 1 from session where encode(token_hash, 'escape') like $1", [`%${cookie}%`])).toEqual(
    [],
  );
});

test("nobody is the viewer without a session, and the installation-wide grant has no scope", async () => {
  expect((await ask(undefined, VIEWER)).data).toEqual({ viewer: null });
  expect((await ask({ cookie: "A".repeat(43) }, VIEWER)).data).toEqual({ viewer: null });
  expect((await ask("admin", VIEWER)).data.viewer).toMatchObject({
    account: { role: "SYSTEM_ADMINISTRATOR" },
    scope: null,
  });
});

test("an unknown name, a wrong password and a disabled account are answered alike, to the letter", async () => {
  const unknown = await login("nobody-at-all");
  const wrong = await login("tashan", "not the password");
  const disabled = await login("gone");
  expect(unknown.data.login).toMatchObject({ account: null, userErrors: [{ path: [], code: "INVALID_CREDENTIALS" }] });
  expect(wrong).toEqual(unknown);
  expect(disabled).toEqual(unknown);
});

test("five wrong passwords make the name wait, and the answer does not tell", async () => {
  const answers = [];
  for (let attempt = 0; attempt < 5; attempt++) answers.push(await login("clerk", `wrong ${attempt}`));
  const waiting = await login("clerk");
  expect(waiting).toEqual(answers[0]);
  await world.sql("update login_attempt set last_failed_at = now() - interval '31 seconds' where key = 'name clerk'");
  expect((await login("clerk")).data.login.account).toMatchObject({ username: "clerk" });
  expect(await world.sql("select 1 from login_attempt where key = 'name clerk'")).toEqual([]);
});

test("the wait grows to a quarter of an hour and is not lengthened by trying", async () => {
  await world.sql(
    "insert into login_attempt (key, failures, last_failed_at) values ('name official', 12, now() - interval '14 minutes')",
  );
  await login("official");
  expect(await world.sql("select failures from login_attempt where key = 'name official'")).toEqual([{ failures: 12 }]);
  await world.sql(
    "update login_attempt set last_failed_at = now() - interval '16 minutes' where key = 'name official'",
  );
  expect((await login("official")).data.login.account).not.toBeNull();
});

test("aliases do not multiply the attempts of a document", async () => {
  const before = passwordWork.verifications;
  const document = `mutation { ${Array.from({ length: 15 }, (_, index) => `a${index}: login(input: { username: "reviewer", password: "guess ${index}" }) { account { username } }`).join(" ")} }`;
  const { errors } = await ask(undefined, document);
  expect(errors?.map(({ extensions }) => extensions?.["code"])).toContain("BAD_USER_INPUT");
  expect(passwordWork.verifications).toBe(before);
});

test("many right passwords at once all get in", async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => login("yuecheng")));
  for (const { data } of answers) expect(data.login.account).toMatchObject({ username: "yuecheng" });
});

test("signing out ends the session at once and takes the cookie back", async () => {
  const { cookie } = await login("clerk");
  const own = { cookie: cookie as string };
  expect((await ask(own, VIEWER)).data.viewer).not.toBeNull();
  const out = await ask(own, "mutation { logout { userErrors { code } } }");
  expect(out).toMatchObject({ data: { logout: { userErrors: [] } }, cookie: null });
  expect((await ask(own, VIEWER)).data.viewer).toBeNull();
});

test("a session ends after half an hour unused and after twelve hours in any case", async () => {
  for (const change of ["last_seen_at = now() - interval '31 minutes'", "expires_at = now() - interval '1 second'"]) {
    const { cookie } = await login("clerk");
    await world.sql(`update session set ${change} where id = (select max(id) from session)`);
    expect((await ask({ cookie: cookie as string }, VIEWER)).data.viewer).toBeNull();
  }
  const { cookie } = await login("clerk");
  expect(
    await world.sql(
      "select extract(hours from expires_at - created_at)::integer as hours from session order by id desc limit 1",
    ),
  ).toEqual([{ hours: 12 }]);
  expect(cookie).toBeDefined();
});

test("a disabled account and a grant that ends are refused within a second", async () => {
  const { cookie } = await login("official");
  const own = { cookie: cookie as string };
  expect((await ask(own, VIEWER)).data.viewer).not.toBeNull();
  await world.sql(
    "update role_grant set valid_through = current_date - 2, version = version + 1 where account_id = (select id from account where username = 'official')",
  );
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  expect((await ask(own, VIEWER)).data.viewer).toBeNull();
  expect((await login("official")).data.login.userErrors).toMatchObject([{ code: "INVALID_CREDENTIALS" }]);
});

const CHANGE =
  "mutation($input: ChangePasswordInput!) { changePassword(input: $input) { account { username } userErrors { path code } } }";
test("a new password needs the present one, must be a good one, and ends every other session", async () => {
  const [{ cookie }, { cookie: other }] = [await login("assessor"), await login("assessor")];
  const own = { cookie: cookie as string };
  const change = (currentPassword: string, newPassword: string) =>
    ask(own, CHANGE, { input: { currentPassword, newPassword } });
  expect((await change("wrong", "a river of 7 stones")).data.changePassword.userErrors).toMatchObject([
    { path: ["currentPassword"], code: "INVALID_CREDENTIALS" },
  ]);
  expect((await change(PASSWORD, "short")).data.changePassword.userErrors).toMatchObject([
    { path: ["newPassword"], code: "OUT_OF_RANGE" },
  ]);
  expect((await change(PASSWORD, "password12345")).data.changePassword.userErrors).toMatchObject([
    { path: ["newPassword"], code: "INVALID_FORMAT" },
  ]);
  expect((await change(PASSWORD, "assessor assessor")).data.changePassword.userErrors).toMatchObject([
    { path: ["newPassword"], code: "INVALID_FORMAT" },
  ]);
  const changed = await change(PASSWORD, "a river of 7 stones");
  expect(changed.data.changePassword).toMatchObject({ account: { username: "assessor" }, userErrors: [] });
  expect((await ask({ cookie: other as string }, VIEWER)).data.viewer).toBeNull();
  expect((await ask({ cookie: changed.cookie as string }, VIEWER)).data.viewer).not.toBeNull();
  expect((await login("assessor")).data.login.account).toBeNull();
  expect((await login("assessor", "a river of 7 stones")).data.login.account).not.toBeNull();
});

test("who was given a password changes it before changing anything else", async () => {
  await world.sql("update account set must_change_password = true, version = version + 1 where username = 'keqiao'");
  const { cookie } = await login("keqiao");
  const rename = (as: string) =>
    ask(
      { cookie: as },
      `mutation { updateTradeUnion(input: { id: "tradeUnion-${UNION.keqiao}", version: 1, address: "笛扬路" }) { tradeUnion { address } } }`,
    );
  expect((await rename(cookie as string)).errors?.[0]?.extensions).toMatchObject({
    code: "FORBIDDEN",
    permission: "changePassword",
  });
  const changed = await ask({ cookie: cookie as string }, CHANGE, {
    input: { currentPassword: PASSWORD, newPassword: "a river of 7 stones" },
  });
  expect((await rename(changed.cookie as string)).data.updateTradeUnion.tradeUnion).toEqual({ address: "笛扬路" });
});

test("sign-ins, refusals and sign-outs stand in the log, passwords and secrets do not", async () => {
  const rows = await world.sql<{ action: string; outcome: string }>(
    "select distinct action, after ->> 'outcome' as outcome from audit_entry where action in ('login', 'logout') order by 1, 2",
  );
  expect(rows).toEqual([
    { action: "login", outcome: "opened" },
    { action: "login", outcome: "refused" },
    { action: "login", outcome: "waiting" },
    { action: "logout", outcome: "closed" },
  ]);
  const [{ text }] = (await world.sql<{ text: string }>(
    "select string_agg(coalesce(before::text, '') || coalesce(after::text, ''), ' ') as text from audit_entry",
  )) as [{ text: string }];
  expect(text).not.toMatch(/argon2|gonghui-demo|river of/);
});
