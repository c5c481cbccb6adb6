import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ReadPool } from "../../api/shared/readPool.js";
import { type Asking, asker } from "../shared/ask.js";
import { openWorld, PASSWORD, UNION, type World } from "../shared/world.js";

let world: World;
let ask: Asking;
/** A second process over the same database: its own connections and its own memory. */
let elsewhere: World;
let askElsewhere: Asking;
beforeAll(async () => {
  world = await openWorld();
  ask = asker(world);
  const reads = new ReadPool(world.address, 4);
  elsewhere = { ...world, house: { ...world.house, reads } as never, sql: world.sql, end: () => reads.end() };
  askElsewhere = asker(elsewhere);
});
afterAll(async () => {
  await elsewhere?.end();
  await world?.end();
});

const VIEWER =
  "{ viewer { account { role } scope { code } grants { id role scope { code } validFrom validThrough inUse } } }";
const UNIONS = "{ tradeUnions { totalCount } }";
const within = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const idOf = async (username: string) =>
  `account-${(await world.sql<{ id: number }>("select id from account where username = $1", [username]))[0]?.id}`;
const signIn = async (username: string, more: object = {}) => {
  const { data, cookie } = await ask(
    undefined,
    "mutation($input: LoginInput!) { login(input: $input) { account { role } userErrors { code } } }",
    { input: { username, password: PASSWORD, ...more } },
  );
  return { role: data.login.account?.role, as: { cookie: cookie as string } };
};
const grant = (as: string, input: object) =>
  ask(
    as,
    "mutation($input: GrantRoleInput!) { grantRole(input: $input) { roleGrant { id version role tradeUnion { code } } userErrors { code path message } } }",
    { input },
  );
const revoke = (as: string, input: object) =>
  ask(
    as,
    "mutation($input: RevokeGrantInput!) { revokeGrant(input: $input) { roleGrant { revokedAt validThrough } userErrors { code path } } }",
    { input },
  );
const codes = (answer: Awaited<ReturnType<Asking>>, field: string) =>
  answer.errors?.map(({ extensions }) => extensions?.["code"]) ??
  answer.data[field].userErrors.map(({ code, path }: { code: string; path: string[] }) => `${path.join(".")} ${code}`);

test("an account with two grants signs in under the first or the chosen one, and switches with a new secret", async () => {
  const made = await grant("yuecheng", {
    accountId: await idOf("clerk"),
    role: "OFFICIAL",
    tradeUnionId: `tradeUnion-${UNION.fushan}`,
  });
  expect(made.data.grantRole).toMatchObject({
    roleGrant: { role: "OFFICIAL", tradeUnion: { code: "330602002" } },
    userErrors: [],
  });
  const second = made.data.grantRole.roleGrant.id;
  const { role, as } = await signIn("clerk");
  expect(role).toBe("CLERK");
  expect((await ask(as, VIEWER)).data.viewer.grants).toMatchObject([
    { role: "CLERK", scope: { code: "330602001" }, inUse: true },
    { id: second, role: "OFFICIAL", scope: { code: "330602002" }, inUse: false },
  ]);
  expect((await signIn("clerk", { grantId: second })).role).toBe("OFFICIAL");
  expect((await signIn("clerk", { grantId: "roleGrant-1" })).role).toBeUndefined();

  const SWITCH = "mutation($id: ID!) { switchGrant(input: { grantId: $id }) { account { role } userErrors { code } } }";
  const switched = await ask(as, SWITCH, { id: second });
  expect(switched.data.switchGrant).toEqual({ account: { role: "OFFICIAL" }, userErrors: [] });
  expect(switched.cookie).not.toBe(as.cookie);
  const now = { cookie: switched.cookie as string };
  expect((await ask(now, VIEWER)).data.viewer).toMatchObject({
    account: { role: "OFFICIAL" },
    scope: { code: "330602002" },
  });
  expect((await ask(as, VIEWER)).data.viewer).toBeNull();
  expect((await ask(now, SWITCH, { id: "roleGrant-1" })).data.switchGrant).toMatchObject({
    account: null,
    userErrors: [{ code: "REFERENCE_UNKNOWN" }],
  });
});

test("a federation gives roles not above its own, inside its subtree, and never to itself", async () => {
  const official = await idOf("official");
  const give = async (as: string, input: object) =>
    codes(await grant(as, { accountId: official, ...input }), "grantRole");
  const at = (union: number) => ({ tradeUnionId: `tradeUnion-${union}` });
  expect(await give("shaoxing", { role: "AUDITOR", ...at(UNION.city) })).toEqual(["role OUT_OF_RANGE"]);
  expect(await give("shaoxing", { role: "SYSTEM_ADMINISTRATOR" })).toEqual(["FORBIDDEN"]);
  expect(await give("yuecheng", { role: "CITY_ASSESSOR", ...at(UNION.yuecheng) })).toEqual([
    "accountId REFERENCE_UNKNOWN",
  ]);
  expect(
    await codes(
      await grant("yuecheng", { accountId: await idOf("tashan"), role: "CITY_ASSESSOR", ...at(UNION.yuecheng) }),
      "grantRole",
    ),
  ).toEqual(["role OUT_OF_RANGE"]);
  expect(await give("shaoxing", { role: "CLERK" })).toEqual(["FORBIDDEN"]);
  expect(
    codes(
      await grant("yuecheng", { accountId: await idOf("tashan"), role: "CLERK", ...at(UNION.keqiao) }),
      "grantRole",
    ),
  ).toEqual(["tradeUnionId REFERENCE_UNKNOWN"]);
  expect(
    codes(
      await grant("yuecheng", { accountId: await idOf("yuecheng"), role: "CLERK", ...at(UNION.tashan) }),
      "grantRole",
    ),
  ).toEqual(["accountId OUT_OF_RANGE"]);
  expect(await give("clerk", { role: "CLERK", ...at(UNION.tashan) })).toEqual(["FORBIDDEN"]);
  expect(await give("shaoxing", { role: "OFFICIAL", ...at(UNION.city) })).toEqual(["accountId EDGE_OVERLAP"]);
  expect(await give("shaoxing", { role: "CITY_ASSESSOR", ...at(UNION.city) })).toEqual([]);
  expect(await give("admin", { role: "OFFICIAL", ...at(UNION.keqiao), validFrom: "2020-01-01" })).toEqual([
    "validFrom OUT_OF_RANGE",
  ]);
  expect(await give("admin", { role: "SYSTEM_ADMINISTRATOR", ...at(UNION.keqiao) })).toEqual([
    "tradeUnionId OUT_OF_RANGE",
  ]);
});

test("a grant taken back, a union moved and an account disabled are refused within a second on two processes", async () => {
  const both = async (as: { cookie: string }) => [
    (await ask(as, UNIONS)).data?.tradeUnions.totalCount,
    (await askElsewhere(as, UNIONS)).data?.tradeUnions.totalCount,
  ];
  const tashan = (await signIn("tashan")).as;
  expect(await both(tashan)).toEqual([5, 5]);
  const moved = await ask(
    "shaoxing",
    `mutation { affiliateTradeUnion(input: { id: "tradeUnion-${UNION.factory}", version: 1, superiorId: "tradeUnion-${UNION.fushan}", effectiveOn: "${(await ask("admin", "{ viewer { today } }")).data.viewer.today}" }) { userErrors { code message } } }`,
  );
  expect(moved).toMatchObject({ data: { affiliateTradeUnion: { userErrors: [] } } });
  expect(await both(tashan)).toEqual([4, 4]); // rows leave at once: the path of a row is never remembered

  const [row] = await world.sql<{ id: number; version: number }>(
    "select g.id, g.version from role_grant g join account a on a.id = g.account_id where a.username = 'tashan'",
  );
  const back = await revoke("yuecheng", { id: `roleGrant-${row?.id}`, version: row?.version });
  expect(back.data.revokeGrant).toMatchObject({ roleGrant: { revokedAt: expect.any(String) }, userErrors: [] });
  await within(1_000);
  expect(await both(tashan)).toEqual([undefined, undefined]);
  expect((await signIn("tashan")).role).toBeUndefined();

  const assessor = (await signIn("assessor")).as;
  expect((await both(assessor)).every((count) => Number(count) > 0)).toBe(true);
  const disabled = await ask(
    "admin",
    'mutation($id: ID!) { disableAccount(input: { id: $id, version: 1, reason: "离职" }) { account { disabledAt } userErrors { code } } }',
    { id: await idOf("assessor") },
  );
  expect(disabled.data.disableAccount).toMatchObject({ account: { disabledAt: expect.any(String) }, userErrors: [] });
  await within(1_000);
  expect(await both(assessor)).toEqual([undefined, undefined]);

  // A scope that moves with its union: the reader's own path is asked anew within the second.
  const keqiao = (await signIn("keqiao")).as;
  expect(await both(keqiao)).toEqual([3, 3]);
  await world.sql("update affiliation set parent_id = $1 where trade_union_id = $2 and valid_to is null", [
    UNION.fushan,
    UNION.keqiaoTown,
  ]);
  await world.sql("select rebuild_paths(array[$1]::integer[])", [UNION.keqiaoTown]);
  expect(await both(keqiao)).toEqual([1, 1]);
});

test("a revocation that is remembered for longer would be seen", async () => {
  // Negative control: without the second's limit the stale answer is what this suite measures.
  const official = (await signIn("official")).as;
  expect((await ask(official, VIEWER)).data.viewer).not.toBeNull();
  await world.sql(
    "update session set revoked_at = now() where account_id = (select id from account where username = 'official')",
  );
  expect((await ask(official, VIEWER)).data.viewer).not.toBeNull();
  await within(1_000);
  expect((await ask(official, VIEWER)).data.viewer).toBeNull();
});

test("an account is made with a one-time password that is told once, and has to change it before reading anything", async () => {
  const CREATE =
    "mutation($input: CreateAccountInput!) { createAccount(input: $input) { account { username grants { nodes { role } } } oneTimePassword userErrors { code path } } }";
  const input = { username: "Lin.Yue", displayName: "林月", role: "CLERK", tradeUnionId: `tradeUnion-${UNION.fushan}` };
  const { data } = await ask("admin", CREATE, { input });
  expect(data.createAccount).toMatchObject({
    account: { username: "Lin.Yue", grants: { nodes: [{ role: "CLERK" }] } },
    userErrors: [],
  });
  const once = data.createAccount.oneTimePassword as string;
  expect(once).toMatch(/^[A-Za-z0-9_-]{16}$/);
  expect(codes(await ask("admin", CREATE, { input: { ...input, username: "ｌｉｎ.yue" } }), "createAccount")).toEqual([
    "username NOT_UNIQUE",
  ]);
  expect(codes(await ask("shaoxing", CREATE, { input: { ...input, username: "other" } }), "createAccount")).toEqual([
    "FORBIDDEN",
  ]);
  const { data: signed, cookie } = await ask(
    undefined,
    "mutation($input: LoginInput!) { login(input: $input) { account { mustChangePassword } userErrors { code } } }",
    {
      input: { username: "lin.yue", password: once },
    },
  );
  expect(signed.login.account).toEqual({ mustChangePassword: true });
  const own = { cookie: cookie as string };
  expect((await ask(own, "{ viewer { stepFirst } }")).data.viewer).toEqual({ stepFirst: "CHANGE_PASSWORD" });
  expect((await ask(own, UNIONS)).errors?.[0]?.extensions).toMatchObject({
    code: "FORBIDDEN",
    permission: "changePassword",
  });
  const text = JSON.stringify(await world.sql("select before, after from audit_entry where record = 'account'"));
  expect(text).toContain("Lin.Yue");
  expect(text).not.toMatch(new RegExp(`${once}|argon2`));

  const [account] = await world.sql<{ id: number; version: number }>(
    "select id, version from account where username = 'Lin.Yue'",
  );
  const reset = await ask(
    "admin",
    "mutation($input: SetPasswordInput!) { setPassword(input: $input) { oneTimePassword userErrors { code } } }",
    {
      input: { id: `account-${account?.id}`, version: account?.version },
    },
  );
  expect(reset.data.setPassword.oneTimePassword).not.toBe(once);
  await within(1_000);
  expect((await ask(own, "{ viewer { stepFirst } }")).data.viewer).toBeNull();
});

test("one's own sessions are listed and ended, one or all others; nobody else's are", async () => {
  const SESSIONS = "{ sessions { id current address } }";
  const END = "mutation($id: ID) { revokeSession(input: { id: $id }) { sessions { id current } userErrors { code } } }";
  const [one, two, three] = [
    (await signIn("reviewer")).as,
    (await signIn("reviewer")).as,
    (await signIn("reviewer")).as,
  ];
  const { data } = await ask(one, SESSIONS);
  expect(data.sessions).toHaveLength(3);
  expect(data.sessions.filter(({ current }: { current: boolean }) => current)).toMatchObject([
    { address: "127.0.0.1" },
  ]);
  const strange = (await ask((await signIn("yuecheng")).as, SESSIONS)).data.sessions[0].id;
  expect((await ask(one, END, { id: strange })).data.revokeSession.userErrors).toMatchObject([
    { code: "REFERENCE_UNKNOWN" },
  ]);
  const twos = (await ask(two, SESSIONS)).data.sessions.find(({ current }: { current: boolean }) => current).id;
  expect((await ask(one, END, { id: twos })).data.revokeSession.sessions).toHaveLength(2);
  expect((await ask(two, VIEWER)).data.viewer).toBeNull();
  expect((await ask(one, END, {})).data.revokeSession.sessions).toHaveLength(1);
  expect((await ask(three, VIEWER)).data.viewer).toBeNull();
  expect((await ask(one, VIEWER)).data.viewer).not.toBeNull();
  expect((await ask(undefined, SESSIONS)).errors?.[0]?.extensions).toMatchObject({ code: "UNAUTHENTICATED" });
});
