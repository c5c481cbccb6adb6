import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { DEVICE_COOKIE } from "../../api/access/knownDevice.js";
import { passwordWork } from "../../api/access/passwords.js";
import { ReadPool } from "../../api/shared/readPool.js";
import { type Asking, asker } from "../shared/ask.js";
import { openWorld, PASSWORD, type World } from "../shared/world.js";

let world: World;
let ask: Asking;
/** A second process over the same database. */
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
beforeEach(() => world.sql("delete from login_attempt"));

const LOGIN =
  "mutation($input: LoginInput!) { login(input: $input) { account { username } userErrors { path code message } } }";
const VICTIM_AT = "192.0.2.10";
const ATTACKER_AT = "198.51.100.7";
const login = (username: string, password: string, visit: object = { address: ATTACKER_AT }, by = ask) =>
  by(undefined, LOGIN, { input: { username, password } }, visit);
const gotIn = (answer: Awaited<ReturnType<Asking>>) => answer.data.login.account !== null;

/** A hundred guesses at one name at once: in all its writings, by aliases, on two processes, and against its session's password. */
async function attack(): Promise<number> {
  const before = passwordWork.verifications;
  const names = ["shaoxing", "SHAOXING", "ｓｈａｏｘｉｎｇ", " Shaoxing "];
  await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      login(
        names[index % names.length] as string,
        `guess ${index}`,
        { address: `203.0.${index}.1` },
        index % 2 ? ask : askElsewhere,
      ),
    ),
  );
  return passwordWork.verifications - before;
}

test("an attacker does not lock the owner out of a known device, and gets five looks at the password", async () => {
  const first = await login("shaoxing", PASSWORD, { address: VICTIM_AT });
  const device = first.cookies?.[DEVICE_COOKIE] as string;
  expect(device).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(await attack()).toBeLessThanOrEqual(5);
  // From anywhere else the name waits; negative control: without the device its owner would wait too.
  expect(gotIn(await login("shaoxing", PASSWORD, { address: VICTIM_AT }))).toBe(false);
  expect(gotIn(await login("shaoxing", PASSWORD, { address: VICTIM_AT, cookies: { [DEVICE_COOKIE]: device } }))).toBe(
    true,
  );
  // Another account's device, or a made-up one, opens no counter of its own.
  expect(gotIn(await login("tashan", PASSWORD, { address: VICTIM_AT, cookies: { [DEVICE_COOKIE]: device } }))).toBe(
    true,
  );
  expect(
    gotIn(
      await login("shaoxing", PASSWORD, { address: VICTIM_AT, cookies: { [DEVICE_COOKIE]: `${device.slice(1)}A` } }),
    ),
  ).toBe(false);
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

test("unknown, wrong, waiting and disabled take as long as each other and say the same", async () => {
  const kinds: Record<string, string> = {
    unknown: "nobody-at-all",
    wrong: "official",
    disabled: "gone",
    waiting: "auditor",
  };
  const reset = () =>
    world
      .sql("delete from login_attempt where key <> 'name auditor'")
      .then(() =>
        world.sql(
          "insert into login_attempt (key, failures, last_failed_at) values ('name auditor', 40, now()) on conflict (key) do update set failures = 40, last_failed_at = now()",
        ),
      );
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
  const bodies = new Set<string>();
  for (let turn = 0; turn < 25; turn++)
    for (const [kind, name] of Object.entries(kinds)) {
      await reset();
      const begun = performance.now();
      const { data } = await login(name, "guess");
      times[kind]?.push(performance.now() - begun);
      bodies.add(JSON.stringify(data));
    }
  expect(bodies.size).toBe(1);
  const medians = Object.values(times).map(
    (each) => [...each].sort((a, b) => a - b)[Math.floor(each.length / 2)] as number,
  );
  // A short form on a shared machine: a missing dummy hash would be a gap of the whole hash, two thirds of the median.
  expect(Math.max(...medians) - Math.min(...medians)).toBeLessThan(Math.max(5, Math.max(...medians) * 0.5));
});
