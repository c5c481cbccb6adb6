import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { DEVICE_COOKIE } from "../../api/access/knownDevice.js";
import { passwordWork } from "../../api/access/passwords.js";
import { type Asking, asker } from "../shared/ask.js";
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
  "mutation($input: LoginInput!) { login(input: $input) { account { username } userErrors { path code message } } }";
const VICTIM_AT = "192.0.2.10";
const ATTACKER_AT = "198.51.100.7";
const login = (username: string, password: string, visit: object = { address: ATTACKER_AT }) =>
  ask(undefined, LOGIN, { input: { username, password } }, visit);
const gotIn = (answer: Awaited<ReturnType<Asking>>) => answer.data.login.account !== null;

test("another account's device, or a made-up one, opens no counter of its own", async () => {
  const device = (await login("shaoxing", PASSWORD, { address: VICTIM_AT })).cookies?.[DEVICE_COOKIE] as string;
  expect(device).toMatch(/^[A-Za-z0-9_-]{43}$/);
  for (let guess = 0; guess < 6; guess++) await login("shaoxing", `guess ${guess}`);
  const from = (cookie: string) => ({ address: VICTIM_AT, cookies: { [DEVICE_COOKIE]: cookie } });
  expect(gotIn(await login("tashan", PASSWORD, from(device)))).toBe(true);
  expect(gotIn(await login("shaoxing", PASSWORD, from(`${device.slice(1)}A`)))).toBe(false);
});

test("a stolen device has five attempts of its own too", async () => {
  const device = (await login("keqiao", PASSWORD)).cookies?.[DEVICE_COOKIE] as string;
  const before = passwordWork.verifications;
  for (let guess = 0; guess < 12; guess++)
    await login("keqiao", `guess ${guess}`, { address: ATTACKER_AT, cookies: { [DEVICE_COOKIE]: device } });
  expect(passwordWork.verifications - before).toBe(5);
  expect(gotIn(await login("keqiao", PASSWORD, { address: VICTIM_AT }))).toBe(true);
});

test("one network that tries many names has to wait; right passwords do not count, and other networks go on", async () => {
  for (let time = 0; time < 4; time++)
    expect(gotIn(await login("yuecheng", PASSWORD, { address: "198.51.100.200" }))).toBe(true);
  expect(await world.sql("select failures from login_attempt where key like 'network %'")).toEqual([{ failures: 0 }]);
  await world.sql("update login_attempt set failures = 48 where key like 'network %'");
  const before = passwordWork.verifications;
  for (let name = 0; name < 10; name++) await login(`nobody-${name}`, "guess", { address: `198.51.100.${name}` });
  expect(passwordWork.verifications - before).toBe(2);
  expect(gotIn(await login("yuecheng", PASSWORD, { address: ATTACKER_AT }))).toBe(false);
  expect(gotIn(await login("yuecheng", PASSWORD, { address: "198.51.101.7" }))).toBe(true);
});

test("no name can be typed that counts against something else", async () => {
  await login("network 4:c6336400", "guess");
  await login("device 1", "guess");
  const rows = await world.sql<{ key: string }>("select key from login_attempt order by key");
  expect(rows.map(({ key }) => key)).toEqual(["name device 1", "name network 4:c6336400", "network 4:c63364"]);
});
