import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { withConnection } from "../../api/shared/databaseConnection.js";
import { commandOn } from "../shared/command.js";
import { openWorld, type World } from "../shared/world.js";

let world: World;
let folder: string;
let command: ReturnType<typeof commandOn>;
beforeAll(async () => {
  world = await openWorld();
  folder = mkdtempSync(join(tmpdir(), "audit-"));
  command = commandOn(world.address, folder);
});
afterAll(async () => {
  await world.end();
  rmSync(folder, { recursive: true, force: true });
});

const verify = (...words: string[]) => command("audit", "verify", ...words);

const tamper = (statement: string) =>
  withConnection(world.address, async (client) => {
    await client.query("set session_replication_role = replica");
    await client.query(statement);
  });
const ENTRY = "insert into audit_entry (action, record, record_id) values ('test', 'person', 1)";

test("an intact log is told as such, with the head that papers print, and keys and heads lie beside the database for the owner only", async () => {
  const { code, out, err } = await verify();
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const [, id, hash] = /head: (\d+):([0-9a-f]{64})/.exec(out) ?? [];
  const [head] = await world.sql<{ id: string; hash: string }>(
    "select id, encode(hash, 'hex') as hash from audit_entry order by id desc limit 1",
  );
  expect({ id, hash }).toEqual(head);
  for (const name of readdirSync(join(folder, "data")))
    expect(statSync(join(folder, "data", name)).mode & 0o077).toBe(0);
  await world.sql(ENTRY);
  expect(await verify("--head", `${id}:${hash?.slice(0, 32)}`)).toMatchObject({ code: 0, err: "" });
}, 60_000);

test("a head of a paper that the log no longer holds is refused, and one that is no head is wrong usage", async () => {
  const { code, err } = await verify("--head", `1:${"ab".repeat(16)}`);
  expect({ code, told: /第 1 条至第 1 条之间/.test(err) }).toEqual({ code: 1, told: true });
  expect(await verify("--head", "1:abc")).toMatchObject({ code: 2 });
}, 60_000);

test("an edited entry is named; newest entries that were cut off are missed by the file beside the database", async () => {
  await tamper("update audit_entry set reason = 'x' where id = 5");
  expect(await verify()).toMatchObject({ code: 1, err: expect.stringContaining("第 5 条被改动") });
  await tamper("update audit_entry set reason = null where id = 5");
  const { code, out } = await verify();
  const id = Number(/head: (\d+):/.exec(out)?.[1]);
  expect(code).toBe(0);
  await tamper(`delete from audit_entry where id = ${id}`);
  expect(await verify()).toMatchObject({ code: 1, err: expect.stringContaining(`第 ${id} 条缺失`) });
  await world.sql(ENTRY);
  expect(await verify()).toMatchObject({ code: 1, err: expect.stringContaining(`第 ${id} 条与另行记下的链首不符`) });
}, 60_000);
