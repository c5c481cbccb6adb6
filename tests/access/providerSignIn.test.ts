import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { generateSync } from "otplib";
import { disableAccount } from "../../api/access/accounts.actions.js";
import { linkAccount, unlinkAccount } from "../../api/access/linkedAccounts.js";
import { SESSION_COOKIE } from "../../api/visits.js";
import { PASSWORD } from "../shared/world.js";
import {
  close,
  expectRefusal,
  graphql,
  house,
  open,
  provider,
  seen,
  signIn,
  upToReturn,
  url,
  viewer,
  world,
} from "./providerHouse.js";
import { Visitor } from "./visitor.js";

beforeAll(open);
afterAll(close);

test("a linked person signs in by the provider into the same kind of session, and the log says which way", async () => {
  const visitor = new Visitor();
  const begun = await visitor.ask(`${url}/sign-in/oidc`);
  const to = new URL(begun.headers.get("location") as string);
  expect(Object.fromEntries(to.searchParams)).toMatchObject({
    scope: "openid",
    response_type: "code",
    code_challenge_method: "S256",
    state: expect.stringMatching(/^.{43}$/),
    nonce: expect.stringMatching(/^.{43}$/),
  });
  const [ticket] = begun.headers.getSetCookie();
  expect(ticket).toMatch(/^gonghui_oidc=.*Max-Age=600.*HttpOnly; SameSite=Lax/);
  expect(ticket).not.toContain(to.searchParams.get("state"));
  const back = await signIn(visitor, "u-100");
  expect([back.status, back.headers.get("location")]).toEqual([303, "/"]);
  const cookies = back.headers.getSetCookie();
  expect(cookies.find((each) => each.startsWith(`${SESSION_COOKIE}=`))).toMatch(
    /Max-Age=43200.*HttpOnly; SameSite=Strict/,
  );
  expect(cookies.find((each) => each.startsWith("gonghui_device="))).toBeDefined();
  expect(visitor.cookies(url).has("gonghui_oidc")).toBe(false);
  expect(await viewer(visitor)).toMatchObject({ account: { username: "tashan", role: "FEDERATION_ADMINISTRATOR" } });
  expect(
    await world.sql(
      "select e.kind, e.after from audit_entry e join account a on a.id = e.account_id where a.username = 'tashan' and e.action = 'login'",
    ),
  ).toEqual([{ kind: "SIGN_IN", after: { outcome: "opened", way: "oidc" } }]);
});

test("a return with another state, or in a browser that did not begin, is refused without asking the provider", async () => {
  const visitor = new Visitor();
  const address = new URL(await upToReturn(visitor, "u-200"));
  const asked = provider.asked.length;
  const stranger = new Visitor();
  await expectRefusal(await stranger.ask(address.href), stranger, 400, "OIDC_NOT_BEGUN");
  address.searchParams.set("state", "another");
  await expectRefusal(await visitor.ask(address.href), visitor, 400, "OIDC_NOT_BEGUN");
  expect(provider.asked.length).toBe(asked);
  // And the ticket was taken away with it: the right state comes too late.
  const right = await upToReturn(visitor, "u-200");
  await visitor.ask(`${url}/sign-in/oidc/return?state=x`);
  await expectRefusal(await visitor.ask(right), visitor, 400, "OIDC_NOT_BEGUN");
});

test("a code that was used already is refused, also with the ticket it was asked for with", async () => {
  const visitor = new Visitor();
  const address = await upToReturn(visitor, "u-200");
  const copied = new Visitor();
  for (const [name, value] of visitor.cookies(url)) copied.cookies(url).set(name, value);
  expect((await visitor.ask(address)).status).toBe(303);
  await expectRefusal(await copied.ask(address), copied, 400, "OIDC_REFUSED");
});

test("whom nobody has linked, whose link or account has ended, is nobody, in the same words", async () => {
  const answers = new Set<string>();
  const turnedAway = async (subject: string) => {
    const visitor = new Visitor();
    const response = await signIn(visitor, subject);
    answers.add(await response.clone().text());
    await expectRefusal(response, visitor, 403, "OIDC_NO_ACCOUNT");
  };
  await turnedAway("u-999");
  await turnedAway("tashan"); // a user name is no subject
  await disableAccount(house.reads.gate, "official", "离职");
  await turnedAway("u-400");
  await unlinkAccount(house.reads.gate, "keqiao", "调离");
  await turnedAway("u-500");
  expect(answers.size).toBe(1);
  expect(await world.sql("select count(*)::integer as n from account")).toEqual([{ n: 11 }]);
  const [log] = await world.sql<{ n: number; text: string }>(
    "select count(*)::integer as n, string_agg(after::text, ' ') as text from audit_entry where after ->> 'code' = 'OIDC_NO_ACCOUNT'",
  );
  expect(log?.n).toBe(4);
  expect(log?.text).not.toMatch(/u-\d00/);
});

test("a link has its days, belongs to one account, and is ended but never changed", async () => {
  const link = (username: string, subject: string, until?: string) =>
    linkAccount(house.reads.gate, { username, issuer: provider.issuer, subject, until });
  await expect(link("clerk", "u-100")).rejects.toThrow("NOT_UNIQUE");
  for (const day of ["2020-01-01", "2026-13-45", "soon"])
    await expect(link("yuecheng", "u-600", day)).rejects.toThrow("OUT_OF_RANGE");
  await link("yuecheng", "u-600");
  await world.sql("update sign_in_link set valid_through = valid_from, version = version + 1 where subject = 'u-600'");
  const visitor = new Visitor();
  expect((await signIn(visitor, "u-600")).status).toBe(303);
  await expect(
    world.sql("update sign_in_link set subject = 'u-601', version = version + 1 where subject = 'u-600'"),
  ).rejects.toMatchObject({ code: "GH001" });
  await expect(world.sql("delete from sign_in_link where subject = 'u-600'")).rejects.toMatchObject({ code: "GH001" });
  // When the link ends, the sessions it opened end within the second.
  await unlinkAccount(house.reads.gate, "yuecheng", "调离");
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await viewer(visitor)).toBeNull();
  const entries = await world.sql<{ action: string; after: object }>(
    "select action, after from audit_entry where record = 'sign_in_link' order by id desc limit 1",
  );
  expect(entries[0]?.action).toBe("unlinkAccount");
  expect(JSON.stringify(entries)).not.toContain("u-600");
});

test("the second factor is asked for as after a password, with the same counter", async () => {
  const visitor = new Visitor();
  expect((await signIn(visitor, "u-300")).status).toBe(303);
  const enrolled = await graphql(
    visitor,
    `mutation { enrolSecondFactor(input: { currentPassword: "${PASSWORD}" }) { secret } }`,
  );
  const { secret } = enrolled.data.enrolSecondFactor as { secret: string };
  const digits = (steps: number) => generateSync({ secret, epoch: Math.floor(Date.now() / 1_000) + steps * 30 });
  await graphql(visitor, `mutation { confirmSecondFactor(input: { code: "${digits(-1)}" }) { userErrors { code } } }`);
  const again = new Visitor();
  const page = await seen(await signIn(again, "u-300"));
  expect(page.text).toMatch(/动态验证码[\s\S]*Second factor/);
  expect(again.cookies(url).has(SESSION_COOKIE)).toBe(false);
  expect(await viewer(again)).toBeNull();
  const wrong = await again.fill(page, { code: "000000" });
  expect([wrong.status, wrong.text.includes("<code>OIDC_WRONG_CODE</code>")]).toEqual([401, true]);
  expect(await world.sql("select failures from login_attempt where key like 'code %'")).toEqual([{ failures: 1 }]);
  // From another site the digits are not taken.
  const elsewhere = await again.ask(`${url}/sign-in/oidc/code`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: "https://evil.example" },
    body: `code=${digits(0)}`,
  });
  expect(elsewhere.status).toBe(403);
  await again.fill(wrong, { code: digits(0) }, (address) => address === `${url}/`);
  expect(await viewer(again)).toMatchObject({ account: { username: "reviewer" } });
  // The note of being back from the provider is gone: without it, nothing is asked.
  await expectRefusal(
    await new Visitor().ask(`${url}/sign-in/oidc/code`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: url },
      body: "code=1",
    }),
    new Visitor(),
    400,
    "OIDC_NOT_BEGUN",
  );
});

test("outside a demonstration the roles that need a second factor set it up first, also by this way", async () => {
  house.demonstration = false;
  try {
    const visitor = new Visitor();
    await signIn(visitor, "u-100");
    const [row] = await world.sql<{ role: string }>(
      "select g.role from session s join role_grant g on g.id = s.role_grant_id order by s.id desc limit 1",
    );
    expect(row?.role).toBe("FEDERATION_ADMINISTRATOR");
    expect(await viewer(visitor)).toMatchObject({ stepFirst: "ENROL_SECOND_FACTOR" });
  } finally {
    house.demonstration = true;
  }
});

test("signing out at the provider ends the sessions it opened, and those of a password stay", async () => {
  const visitor = new Visitor();
  await signIn(visitor, "u-200");
  const local = new Visitor();
  await graphql(
    local,
    `mutation { login(input: { username: "clerk", password: "${PASSWORD}" }) { account { username } } }`,
  );
  const other = new Visitor();
  await signIn(other, "u-200"); // another session at the provider
  for (const each of [visitor, local, other])
    expect(await viewer(each)).toMatchObject({ account: { username: "clerk" } });
  const page = await visitor.follow(`${provider.issuer}/session/end`);
  await visitor.fill(page, { logout: "yes" });
  expect(await viewer(visitor)).toBeNull();
  expect(await viewer(other)).toMatchObject({ account: { username: "clerk" } });
  expect(await viewer(local)).toMatchObject({ account: { username: "clerk" } });
  expect(
    await world.sql("select after from audit_entry where action = 'logout' and after ->> 'way' = 'oidc'"),
  ).toHaveLength(1);
});
