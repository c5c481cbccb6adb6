import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ReadPool } from "../../api/shared/readPool.js";
import { type Asking, asker } from "../shared/ask.js";
import { serve } from "../shared/served.js";
import { openWorld, PASSWORD, type World } from "../shared/world.js";

let world: World;
let ask: Asking;
/** A second process over the same database: its own connections and its own memory. */
let reads: ReadPool;
let askElsewhere: Asking;
beforeAll(async () => {
  world = await openWorld();
  ask = asker(world);
  reads = new ReadPool(world.address, 4);
  askElsewhere = asker({ ...world, house: { ...world.house, reads } as never });
});
afterAll(async () => {
  await reads?.end();
  await world?.end();
});

const LOGIN = "mutation($input: LoginInput!) { login(input: $input) { account { username } userErrors { code } } }";
const signIn = async (username: string) => {
  const { cookie } = await ask(undefined, LOGIN, { input: { username, password: PASSWORD } });
  return { cookie: cookie as string };
};
const WHO = "{ viewer { account { username } } }";
const seenBy = async (as: Parameters<Asking>[0]) => [
  (await ask(as, WHO)).data.viewer !== null,
  (await askElsewhere(as, WHO)).data.viewer !== null,
];
const aSecond = () => new Promise((resolve) => setTimeout(resolve, 1_000));

test("a session that is ended and a token that is revoked are refused within a second on both processes", async () => {
  const [one, other] = [await signIn("clerk"), await signIn("clerk")];
  const made = await ask(
    "yuecheng",
    "mutation($input: CreateTokenInput!) { createToken(input: $input) { token apiToken { id version } userErrors { code } } }",
    { input: { name: "统计平台", scopes: ["unions:read"] } },
  );
  const { token, apiToken } = made.data.createToken;
  for (const as of [one, other, { token }]) expect(await seenBy(as)).toEqual([true, true]);
  await ask(one, "mutation { revokeSession(input: {}) { userErrors { code } } }");
  await ask("yuecheng", "mutation($input: RevokeTokenInput!) { revokeToken(input: $input) { userErrors { code } } }", {
    input: apiToken,
  });
  await aSecond();
  expect(await seenBy(one)).toEqual([true, true]);
  for (const as of [other, { token }]) expect(await seenBy(as)).toEqual([false, false]);
});

test("a password set by somebody else ends every session on both processes", async () => {
  const own = await signIn("official");
  expect(await seenBy(own)).toEqual([true, true]);
  const [account] = await world.sql<{ id: number; version: number }>(
    "select id, version from account where username = 'official'",
  );
  await ask("admin", "mutation($input: SetPasswordInput!) { setPassword(input: $input) { userErrors { code } } }", {
    input: { id: `account-${account?.id}`, version: account?.version, reason: "疑似泄露" },
  });
  await aSecond();
  expect(await seenBy(own)).toEqual([false, false]);
});

const overHttp = async (publicUrl: string) => {
  const served = await serve(world, {}, { publicUrl });
  const { response } = await served.ask(LOGIN, {}, { input: { username: "tashan", password: PASSWORD } });
  const lines = [response.headers["set-cookie"]].flat().map(String);
  const asked = async (cookie: string) => (await served.ask(WHO, { cookie })).body.data.viewer;
  return { lines, asked, end: served.end };
};

test("under a public address cookies are secure, strict, and of this host alone; a planted plain one is not taken", async () => {
  const { lines, asked, end } = await overHttp("https://unions.example");
  expect(lines).toHaveLength(2);
  for (const line of lines)
    expect(line).toMatch(
      /^__Host-gonghui_(session|device)=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
  const [pair = ""] = lines.find((line) => line.includes("session"))?.split(";") ?? [];
  expect(await asked(pair)).not.toBeNull();
  expect(await asked(pair.replace("__Host-", ""))).toBeNull();
  await end();
});

test("on this machine alone they go without TLS, under their plain name", async () => {
  const near = await overHttp("http://127.0.0.1:4000");
  for (const line of near.lines)
    expect(line).toMatch(/^gonghui_(session|device)=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/);
  await near.end();
  // A name that only begins like this machine's is another host's.
  const far = await overHttp("http://localhost.unions.example");
  for (const line of far.lines) expect(line).toMatch(/^__Host-.*; Secure/);
  await far.end();
});

test("a token is taken from its header only, never from an address or a body", async () => {
  const served = await serve(world);
  const made = await ask("yuecheng", "mutation($input: CreateTokenInput!) { createToken(input: $input) { token } }", {
    input: { name: "统计平台二", scopes: ["unions:read"] },
  });
  const { token } = made.data.createToken;
  const right = await served.ask(WHO, { authorization: `Bearer ${token}` });
  expect(right.body.data.viewer).not.toBeNull();
  for (const name of ["token", "access_token", "authorization"]) {
    const response = await served.app.inject({
      method: "POST",
      url: `/graphql?${name}=${token}`,
      payload: { query: WHO, [name]: token },
    });
    expect(response.json().data?.viewer ?? null).toBeNull();
  }
  await served.end();
});
