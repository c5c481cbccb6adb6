import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { generateSync } from "otplib";
import { removeSecondFactor } from "../../api/access/secondFactor.actions.js";
import { withConnection } from "../../api/shared/databaseConnection.js";
import { keyFile, ringOf } from "../../api/shared/keys.js";
import { rotateKeys } from "../../api/shared/rotateKeys.js";
import { Sealing } from "../../api/shared/sealing.js";
import { SECOND_FACTOR_SECRET } from "../../schema/access/sealedSecrets.rules.js";
import { type Asking, asker } from "../shared/ask.js";
import { dataFolderIn, TEST_KEY } from "../shared/testSealing.js";
import { openWorld, PASSWORD, type World } from "../shared/world.js";

let world: World;
let ask: Asking;
beforeAll(async () => {
  world = await openWorld();
  ask = asker(world);
});
afterAll(() => world?.end());
beforeEach(() => world.sql("delete from login_attempt"));

const LOGIN =
  "mutation($input: LoginInput!) { login(input: $input) { account { username hasSecondFactor } userErrors { code path } } }";
const login = async (username: string, code?: string, password = PASSWORD) => {
  const { data, cookie, cookies } = await ask(undefined, LOGIN, {
    input: { username, password, ...(code ? { code } : {}) },
  });
  return {
    account: data.login.account,
    code: data.login.userErrors[0]?.code,
    as: { cookie: cookie as string },
    cookies,
  };
};
const enrol = async (as: { cookie: string }, currentPassword: string, code?: string) =>
  (
    await ask(
      as,
      "mutation($input: EnrolSecondFactorInput!) { enrolSecondFactor(input: $input) { secret uri userErrors { code path } } }",
      {
        input: { currentPassword, ...(code ? { code } : {}) },
      },
    )
  ).data.enrolSecondFactor;
const confirm = async (as: { cookie: string }, code: string) => {
  const { data, cookie } = await ask(
    as,
    "mutation($code: String!) { confirmSecondFactor(input: { code: $code }) { recoveryCodes userErrors { code path } } }",
    { code },
  );
  return { ...data.confirmSecondFactor, as: { cookie: cookie as string } };
};
/** The digits of now, or of so many steps of half a minute from now. */
const digits = (secret: string, steps = 0) =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1_000) + steps * 30 });
/** A wrong code that is not by chance the right one of a neighbouring step. */
const wrongDigits = (secret: string) => {
  const near = [-1, 0, 1, 2].map((steps) => digits(secret, steps));
  return ["000000", "111111", "222222", "333333", "444444"].find((code) => !near.includes(code)) as string;
};

async function setUp(username: string) {
  const { as } = await login(username);
  const { secret } = await enrol(as, PASSWORD);
  const { recoveryCodes, as: turned } = await confirm(as, digits(secret, -1));
  return { as: turned, secret: secret as string, recoveryCodes: recoveryCodes as string[] };
}

test("it is set up against the password, proves nothing until confirmed, and is asked for afterwards", async () => {
  const { as } = await login("shaoxing");
  expect((await enrol(as, "not the password")).userErrors).toMatchObject([
    { code: "INVALID_CREDENTIALS", path: ["currentPassword"] },
  ]);
  const begun = await enrol(as, PASSWORD);
  expect(begun.uri).toMatch(/^otpauth:\/\/totp\/Gonghui:shaoxing\?secret=[A-Z2-7]{32}/);
  expect((await login("shaoxing")).account).toMatchObject({ hasSecondFactor: false });
  expect((await confirm(as, wrongDigits(begun.secret))).userErrors).toMatchObject([
    { code: "INVALID_CREDENTIALS", path: ["code"] },
  ]);
  const other = (await login("shaoxing")).as;
  const done = await confirm(as, digits(begun.secret, -1));
  // The session goes on under a new secret; what proved a password only has ended.
  expect((await ask(done.as, "{ viewer { account { hasSecondFactor } } }")).data.viewer.account).toEqual({
    hasSecondFactor: true,
  });
  for (const old of [as, other]) expect((await ask(old, "{ viewer { today } }")).data.viewer).toBeNull();
  expect(done.recoveryCodes).toHaveLength(10);
  expect(new Set(done.recoveryCodes).size).toBe(10);
  expect(await login("shaoxing")).toMatchObject({ account: null, code: "SECOND_FACTOR_REQUIRED" });
  expect(await login("shaoxing", wrongDigits(begun.secret))).toMatchObject({
    account: null,
    code: "INVALID_CREDENTIALS",
  });
  expect((await login("shaoxing", digits(begun.secret))).account).toMatchObject({
    username: "shaoxing",
    hasSecondFactor: true,
  });
});

test("digits work once, also when two come at the same moment; a wrong password is never told apart by them", async () => {
  const { secret } = await setUp("yuecheng");
  const code = digits(secret);
  const both = await Promise.all([login("yuecheng", code), login("yuecheng", code)]);
  expect(both.filter(({ account }) => account)).toHaveLength(1);
  expect((await login("yuecheng", code)).account).toBeNull();
  // Negative control: the same digits are good again once the last step is forgotten.
  await world.sql("update second_factor set last_step = 0");
  expect((await login("yuecheng", code)).account).not.toBeNull();
  expect(await login("yuecheng", digits(secret, 1), "not the password")).toEqual(await login("nobody-at-all"));
});

test("codes have a counter of their own: five looks, then a wait that the right code waits for too", async () => {
  const { secret } = await setUp("tashan");
  const bad = wrongDigits(secret);
  for (let guess = 0; guess < 5; guess++) expect((await login("tashan", bad)).code).toBe("INVALID_CREDENTIALS");
  expect((await login("tashan", digits(secret))).account).toBeNull();
  await world.sql("update login_attempt set last_failed_at = now() - interval '31 seconds' where key like 'code %'");
  expect((await login("tashan", digits(secret))).account).not.toBeNull();
});

test("a recovery code works once in place of the phone, in any writing, and is kept as a hash", async () => {
  const { recoveryCodes } = await setUp("keqiao");
  const [code = "", other = ""] = recoveryCodes;
  expect((await login("keqiao", code.toLowerCase().replaceAll("-", " "))).account).not.toBeNull();
  expect((await login("keqiao", code)).account).toBeNull();
  expect((await login("keqiao", other)).account).not.toBeNull();
  const [kept] = await world.sql<{ text: string }>(
    "select string_agg(r::text, ' ') || (select string_agg(coalesce(after::text, ''), ' ') from audit_entry) as text from recovery_code r",
  );
  for (const each of recoveryCodes) expect(kept?.text).not.toContain(each.replaceAll("-", ""));
});

test("another authenticator takes a code of the present one; a session alone is not enough", async () => {
  const { secret } = await setUp("clerk");
  const { as } = await login("clerk", digits(secret));
  expect((await enrol(as, PASSWORD)).userErrors).toMatchObject([{ code: "SECOND_FACTOR_REQUIRED" }]);
  const next = await enrol(as, PASSWORD, digits(secret, 1));
  expect(next.secret).not.toBe(secret);
  expect((await confirm(as, digits(next.secret, -1))).recoveryCodes).toHaveLength(10);
  await world.sql("update second_factor set last_step = 0");
  expect((await login("clerk", digits(secret))).account).toBeNull();
  expect((await login("clerk", digits(next.secret))).account).not.toBeNull();
});

test("outside a demonstration the roles that need it do nothing else before, the others go on", async () => {
  const strict = asker({ ...world, house: { ...world.house, demonstration: false } as never });
  const UNIONS = "{ tradeUnions { totalCount } }";
  for (const [username, isAsked] of [
    ["admin", true],
    ["reviewer", true],
    ["auditor", true],
    ["official", false],
    ["assessor", false],
  ] as const) {
    const { as } = await login(username);
    const { data, errors } = await strict(as, UNIONS);
    expect([username, errors?.[0]?.extensions?.["permission"] ?? data.tradeUnions.totalCount > 0]).toEqual([
      username,
      isAsked ? "enrolSecondFactor" : true,
    ]);
    expect((await strict(as, "{ viewer { stepFirst } }")).data.viewer.stepFirst).toBe(
      isAsked ? "ENROL_SECOND_FACTOR" : null,
    );
    expect((await ask(as, UNIONS)).data.tradeUnions.totalCount).toBeGreaterThan(0);
  }
  const { as } = await setUp("auditor");
  expect((await strict(as, UNIONS)).data.tradeUnions.totalCount).toBeGreaterThan(0);
});

test("the secret is sealed for its owner: in another account's row, under another key or with a changed byte it opens nothing", async () => {
  const { secret } = await setUp("assessor");
  const [row] = await world.sql<{ id: number; sealed: Buffer }>(
    "select account_id as id, secret_sealed as sealed from second_factor f join account a on a.id = f.account_id where a.username = 'assessor'",
  );
  const { id, sealed } = row as { id: number; sealed: Buffer };
  expect(sealed.includes(Buffer.from(secret))).toBe(false);
  const { sealing } = world.house;
  expect(sealing.open(SECOND_FACTOR_SECRET, id, sealed)).toBe(secret);
  expect(() => sealing.open(SECOND_FACTOR_SECRET, id + 1, sealed)).toThrow();
  expect(() => sealing.open({ ...SECOND_FACTOR_SECRET, column: "other" }, id, sealed)).toThrow();
  const bent = Buffer.from(sealed.map((byte, at) => (at === 20 ? byte ^ 1 : byte)));
  expect(() => sealing.open(SECOND_FACTOR_SECRET, id, bent)).toThrow();
});

test("whoever copies a row of their own to another account signs in there with nothing", async () => {
  const { secret } = await setUp("official");
  await world.sql(
    `insert into second_factor (account_id, secret_sealed, secret_key, confirmed_at)
     select b.id, f.secret_sealed, f.secret_key, f.confirmed_at from second_factor f join account a on a.id = f.account_id, account b where a.username = 'official' and b.username = 'admin'`,
  );
  const asked = { input: { username: "admin", password: PASSWORD, code: digits(secret) } };
  const answer = await ask(undefined, LOGIN, asked).catch(() => undefined);
  expect(answer?.data?.login?.account ?? null).toBeNull();
  expect((await login("official", digits(secret))).account).not.toBeNull();
  await world.sql("delete from second_factor where account_id = (select id from account where username = 'admin')");
});

test("who has lost phone and codes is helped from the command line, and signs in anew", async () => {
  const { as } = await setUp("reviewer");
  const [row] = await world.sql<{ id: number }>("select id from account where username = 'reviewer'");
  await removeSecondFactor(world.house.reads.gate, row?.id as number, "手机遗失");
  expect((await ask(as, "{ viewer { today } }")).data.viewer).toBeNull();
  expect((await login("reviewer")).account).toMatchObject({ hasSecondFactor: false });
});

test("a rotation of the keys seals the secrets anew, and the same digits go on working", async () => {
  const home = mkdtempSync(join(tmpdir(), "gonghui-factor-"));
  try {
    const data = dataFolderIn(home);
    const { secret } = await setUp("reviewer");
    const before = await world.sql<{ key: string }>("select distinct secret_key as key from second_factor");
    expect(before).toEqual([{ key: TEST_KEY.id }]);
    const { keyId, rows } = await withConnection(world.address, (client) => rotateKeys(client, data));
    expect(rows).toBeGreaterThanOrEqual(2);
    expect(await world.sql("select distinct secret_key as key from second_factor")).toEqual([{ key: keyId }]);
    const rotated = asker({
      ...world,
      house: { ...world.house, sealing: new Sealing(ringOf(keyFile(data))) } as never,
    });
    const input = { username: "reviewer", password: PASSWORD, code: digits(secret) };
    expect((await rotated(undefined, LOGIN, { input })).data.login.account).not.toBeNull();
    // A server that still seals by the old key is turned away.
    await expect(
      world.sql("update second_factor set secret_key = $1 where secret_key <> $1", [TEST_KEY.id]),
    ).rejects.toMatchObject({ code: "40001" });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
