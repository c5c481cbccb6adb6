import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Asking, asker } from "../shared/ask.js";
import { openWorld, UNION, type World } from "../shared/world.js";

let world: World;
let ask: Asking;
beforeAll(async () => {
  world = await openWorld();
  ask = asker(world);
});
afterAll(() => world?.end());

const within = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const CREATE =
  "mutation($input: CreateTokenInput!) { createToken(input: $input) { token apiToken { id version prefix scopes addresses expiresAt tradeUnion { code } } userErrors { code path message } } }";
const make = async (as: string, input: object) => {
  const answer = await ask(as, CREATE, { input: { name: "统计平台", scopes: ["unions:read"], ...input } });
  return { errors: answer.errors, ...answer.data?.createToken } as {
    token: string;
    apiToken: { id: string; version: number; prefix: string };
    errors?: { extensions?: Record<string, unknown> }[];
    userErrors: { code: string; path: string[] }[];
  };
};
const use = (token: string, query: string, address = "127.0.0.1") => ask({ token }, query, {}, { address });
const refusal = async (token: string, query: string) => (await use(token, query)).errors?.[0]?.extensions;

test("a token shows its scopes, subtree and expiry, and reads what its scopes name", async () => {
  const { token, apiToken } = await make("yuecheng", { tradeUnionId: `tradeUnion-${UNION.tashan}`, days: 30 });
  expect(apiToken).toMatchObject({ scopes: ["unions:read"], tradeUnion: { code: "330602001" } });
  const { data } = await use(
    token,
    "{ viewer { account { username } scopes subtree { code } expiresAt permissions } }",
  );
  expect(data.viewer).toMatchObject({
    account: { username: "yuecheng" },
    scopes: ["unions:read"],
    subtree: { code: "330602001" },
  });
  expect(Date.parse(data.viewer.expiresAt) - Date.now()).toBeGreaterThan(29 * 86_400_000);
  expect(data.viewer.permissions).toContain("read:trade-union");
  expect(data.viewer.permissions).not.toContain("read:employer");
  expect((await use(token, "{ tradeUnions { totalCount } }")).data.tradeUnions.totalCount).toBe(5);
});

test("a missing scope is named in the refusal, wherever the record is reached", async () => {
  const { token } = await make("yuecheng", {});
  expect(await refusal(token, "{ employers { totalCount } }")).toMatchObject({
    code: "FORBIDDEN",
    scope: "employers:read",
  });
  expect(await refusal(token, "{ tradeUnions { nodes { positions { nodes { id } } } } }")).toMatchObject({
    scope: "officers:read",
  });
  expect(
    await refusal(
      token,
      `mutation { updateTradeUnion(input: { id: "tradeUnion-${UNION.tashan}", version: 1, address: "新址" }) { userErrors { code } } }`,
    ),
  ).toMatchObject({
    code: "FORBIDDEN",
    scope: "unions:write",
    permission: "amend:trade-union",
  });
  expect((await use(token, '{ node(id: "employer-1") { id } }')).data).toEqual({ node: null });
  expect((await use(token, `{ node(id: "tradeUnion-${UNION.tashan}") { id } }`)).data.node).not.toBeNull();
  for (const query of [
    "{ accounts { totalCount } }",
    "{ apiTokens { totalCount } }",
    "{ auditEntries { totalCount } }",
  ])
    expect(await refusal(token, query)).toMatchObject({ code: "FORBIDDEN" });
});

test("a token without personal:read never sees a private field, with it no more than its maker", async () => {
  const PERSONS = "{ persons(first: 100) { nodes { name birthOn } } }";
  const bare = await make("yuecheng", { scopes: ["members:read"] });
  const births = async (token: string) =>
    (await use(token, PERSONS)).data.persons.nodes.map(({ birthOn }: { birthOn: string | null }) => birthOn);
  expect((await births(bare.token)).every((each: unknown) => each === null)).toBe(true);
  const personal = await make("yuecheng", { scopes: ["members:read", "personal:read"] });
  expect((await births(personal.token)).filter(Boolean).length).toBeGreaterThan(0);
});

test("a token reaches no further than its maker, now and later", async () => {
  expect((await make("yuecheng", { tradeUnionId: `tradeUnion-${UNION.keqiao}` })).userErrors).toMatchObject([
    { code: "REFERENCE_UNKNOWN", path: ["tradeUnionId"] },
  ]);
  expect((await make("yuecheng", { scopes: ["accounts:write"] })).userErrors).toMatchObject([
    { code: "OUT_OF_RANGE", path: ["scopes"] },
  ]);
  expect((await make("yuecheng", { scopes: [] })).userErrors).toMatchObject([{ code: "REQUIRED" }]);
  expect((await make("yuecheng", { days: 366 })).userErrors).toMatchObject([{ code: "OUT_OF_RANGE", path: ["days"] }]);
  expect((await make("yuecheng", { addresses: ["10.0.0.0/33"] })).userErrors).toMatchObject([
    { code: "INVALID_FORMAT" },
  ]);
  expect((await make("clerk", {})).errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
  expect((await make("admin", { scopes: ["personal:read"] })).userErrors).toMatchObject([
    { code: "OUT_OF_RANGE", path: ["scopes"] },
  ]);
  const { token } = await make("tashan", { scopes: ["unions:read", "unions:write"] });
  const child = await ask({ token }, CREATE, { input: { name: "子令牌", scopes: ["unions:read"] } });
  expect(child.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
  expect((await use(token, "{ tradeUnions { totalCount } }")).data.tradeUnions.totalCount).toBe(5);
  const update = `mutation { updateTradeUnion(input: { id: "tradeUnion-${UNION.keqiao}", version: 1, address: "新址" }) { userErrors { code } } }`;
  expect(await refusal(token, update)).toMatchObject({ code: "NOT_FOUND" });
  await world.sql(
    "update role_grant set revoked_at = now(), version = version + 1 where account_id = (select id from account where username = 'tashan')",
  );
  await within(1_000);
  expect((await use(token, "{ viewer { today } }")).data.viewer).toBeNull();
  expect(await refusal(token, "{ tradeUnions { totalCount } }")).toMatchObject({ code: "UNAUTHENTICATED" });
});

test("a token whose union has left its maker's subtree reads nothing", async () => {
  const { token } = await make("yuecheng", { tradeUnionId: `tradeUnion-${UNION.fushan}` });
  expect((await use(token, "{ tradeUnions { totalCount } }")).data.tradeUnions.totalCount).toBe(1);
  await world.sql("update affiliation set parent_id = $1 where trade_union_id = $2 and valid_to is null", [
    UNION.keqiao,
    UNION.fushan,
  ]);
  await world.sql("select rebuild_paths(array[$1]::integer[])", [UNION.fushan]);
  await within(1_000);
  expect(await refusal(token, "{ tradeUnions { totalCount } }")).toMatchObject({ code: "UNAUTHENTICATED" });
});

test("a token works from its addresses only", async () => {
  const { token } = await make("yuecheng", { addresses: ["10.1.0.0/16", "2001:db8::/48"] });
  const seen = async (address: string) => (await use(token, "{ viewer { today } }", address)).data.viewer !== null;
  expect(await seen("10.1.200.7")).toBe(true);
  expect(await seen("::ffff:10.1.3.4")).toBe(true);
  expect(await seen("2001:db8:0:9::1")).toBe(true);
  expect(await seen("10.2.0.1")).toBe(false);
  expect(await seen("2001:db9::1")).toBe(false);
  expect(await seen("nonsense")).toBe(false);
});

test("its calls are counted by the day and shown to administrators in scope; revoked, it is refused within a second", async () => {
  const { token, apiToken } = await make("yuecheng", {});
  for (let call = 0; call < 7; call++) await use(token, "{ viewer { today } }");
  await within(1_300);
  const LIST = `{ apiToken(id: "${apiToken.id}") { version lastUsedAt uses { usedOn calls } tradeUnion { code } } }`;
  const { data } = await ask("shaoxing", LIST);
  expect(data.apiToken).toMatchObject({ lastUsedAt: expect.stringMatching(/Z$/), uses: [{ calls: 7 }] });
  expect((await ask("keqiao", LIST)).data.apiToken).toBeNull();
  expect((await ask("clerk", LIST)).data.apiToken).toBeNull();
  const REVOKE =
    "mutation($input: RevokeTokenInput!) { revokeToken(input: $input) { apiToken { revokedAt } userErrors { code } } }";
  const input = { id: apiToken.id, version: data.apiToken.version };
  expect((await ask("keqiao", REVOKE, { input })).errors?.[0]?.extensions).toMatchObject({ code: "NOT_FOUND" });
  expect((await ask("shaoxing", REVOKE, { input })).data.revokeToken).toMatchObject({
    apiToken: { revokedAt: expect.any(String) },
    userErrors: [],
  });
  await within(1_000);
  expect((await use(token, "{ viewer { today } }")).data.viewer).toBeNull();
});

test("the secret is in the answer and nowhere else", async () => {
  const { token, apiToken } = await make("yuecheng", {});
  expect(token).toMatch(new RegExp(`^gonghui_${apiToken.prefix}_[A-Za-z0-9_-]{43}$`));
  const [found] = await world.sql<{ text: string }>(
    "select (select string_agg(t::text, ' ') from api_token t) || (select string_agg(coalesce(after::text, ''), ' ') from audit_entry) as text",
  );
  expect(found?.text).toContain(apiToken.prefix);
  expect(found?.text).not.toContain(token.slice(-43));
  expect(found?.text.includes("token_hash")).toBe(false);
});
