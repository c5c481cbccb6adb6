import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createAccount, disableAccount, setPassword } from "../../api/access/accounts.actions.js";
import { viewerOfCookie, viewerOfToken } from "../../api/access/session.js";
import { login } from "../../api/access/signIn.actions.js";
import { createToken, listTokens, revokeToken } from "../../api/access/tokens.actions.js";
import type { Visit } from "../../api/context.js";
import { Refused } from "../../api/shared/refuse.js";
import { openWorld, type World } from "../shared/world.js";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

const pool = () => world.house.reads.pool;
const refusals = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error) =>
      error instanceof Refused
        ? error.refusals.map(({ code, path }) => `${path?.join(".")} ${code}`)
        : Promise.reject(error),
  );
const HERE = "127.0.0.1";
const GOOD = "seven grey herons";
const cookies: string[] = [];
const visit = {
  requestId: "r",
  address: HERE,
  cookies: {},
  setCookie: (value: string | null, _seconds?: number, name?: string) => value && !name && cookies.push(value),
} as unknown as Visit;

test("an account is made with one grant, and may sign in", async () => {
  await createAccount(pool(), {
    username: "Lin.Yue",
    displayName: "林月",
    password: GOOD,
    role: "CLERK",
    unionCode: "330602002",
  });
  expect(await login(world.house, { username: "lin.yue", password: GOOD }, visit)).toMatchObject({
    displayName: "林月",
    role: "CLERK",
    mustChangePassword: true,
  });
  expect(await viewerOfCookie(pool(), cookies.at(-1) as string)).toMatchObject({
    viewer: { role: "CLERK", path: "1.2.5." },
    account: { username: "Lin.Yue" },
  });
});

test("what is wrong with a new account is said", async () => {
  const account = {
    username: "other",
    displayName: "另",
    password: GOOD,
    role: "CLERK" as const,
    unionCode: "330602002",
  };
  expect(await refusals(createAccount(pool(), { ...account, username: "ＬＩＮ.yue" }))).toEqual([
    "username NOT_UNIQUE",
  ]);
  expect(await refusals(createAccount(pool(), { ...account, username: "a b", password: "short" }))).toEqual([
    "username INVALID_FORMAT",
    "password OUT_OF_RANGE",
  ]);
  expect(await refusals(createAccount(pool(), { ...account, unionCode: undefined }))).toEqual(["unionCode REQUIRED"]);
  expect(await refusals(createAccount(pool(), { ...account, unionCode: "999999" }))).toEqual([
    "unionCode REFERENCE_UNKNOWN",
  ]);
  expect(await refusals(createAccount(pool(), { ...account, role: "KING" as never }))).toEqual(["role OUT_OF_RANGE"]);
  expect(await world.sql("select 1 from account where username = 'other'")).toEqual([]);
});

test("a password set for someone ends the sessions and has to be changed", async () => {
  await setPassword(pool(), "lin.yue", "eight grey herons");
  expect(await viewerOfCookie(pool(), cookies.at(-1) as string)).toBeUndefined();
  await expect(login(world.house, { username: "lin.yue", password: GOOD }, visit)).rejects.toThrow(
    "INVALID_CREDENTIALS",
  );
  expect(await login(world.house, { username: "lin.yue", password: "eight grey herons" }, visit)).toMatchObject({
    mustChangePassword: true,
  });
});

test("a token acts under a grant, is kept as a hash, and can be revoked", async () => {
  const { token, prefix } = await createToken(pool(), {
    name: "统计平台",
    role: "OFFICIAL",
    unionCode: "330602",
    days: 30,
  });
  expect(token).toMatch(new RegExp(`^gonghui_${prefix}_[A-Za-z0-9_-]{43}$`));
  expect(await viewerOfToken(pool(), token, HERE)).toMatchObject({
    viewer: { role: "OFFICIAL", path: "1.2." },
    account: { displayName: "统计平台" },
  });
  expect(await viewerOfToken(pool(), `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`, HERE)).toBeUndefined();
  expect(await viewerOfToken(pool(), "gonghui_' or 1=1", HERE)).toBeUndefined();
  await expect(login(world.house, { username: `token-${prefix}`, password: "-" }, visit)).rejects.toThrow(
    "INVALID_CREDENTIALS",
  );
  const [listed] = await listTokens(pool());
  expect(listed).toMatchObject({
    name: "统计平台",
    prefix,
    role: "OFFICIAL",
    unionCode: "330602",
    revokedAt: null,
    lastUsedAt: expect.any(Date),
  });
  expect(JSON.stringify(await listTokens(pool()))).not.toContain(token.slice(-43));
  await revokeToken(pool(), prefix);
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  expect(await viewerOfToken(pool(), token, HERE)).toBeUndefined();
  expect(await refusals(revokeToken(pool(), prefix))).toEqual(["prefix REFERENCE_UNKNOWN"]);
  expect(await refusals(createToken(pool(), { name: "太久", username: "tashan", days: 366 }))).toEqual([
    "days OUT_OF_RANGE",
  ]);
});

test("a token of an account ends with the account", async () => {
  const { token } = await createToken(pool(), { name: "月报", username: "lin.yue" });
  expect(await viewerOfToken(pool(), token, HERE)).toMatchObject({ account: { username: "Lin.Yue" } });
  await disableAccount(pool(), "lin.yue", "离职");
  expect(await viewerOfToken(pool(), token, HERE)).toBeUndefined();
  await expect(login(world.house, { username: "lin.yue", password: "eight grey herons" }, visit)).rejects.toThrow(
    "INVALID_CREDENTIALS",
  );
  expect(await world.sql("select reason from audit_entry where action = 'disableAccount'")).toEqual([
    { reason: "离职" },
  ]);
});
