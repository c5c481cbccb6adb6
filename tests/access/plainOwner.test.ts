import { randomBytes } from "node:crypto";
import { expect, test } from "@jest/globals";
import { migrate } from "../../api/orm.js";
import type { Viewer } from "../../api/reading/viewer.js";
import { withConnection } from "../../api/shared/databaseConnection.js";
import { ReadPool } from "../../api/shared/readPool.js";
import { APP_ROLE, ROOT_ROLE } from "../../schema/access/policies.js";
import { testServer } from "../shared/freshDatabase.js";
import { fillWorld } from "../shared/world.js";

const NAMES = "select coalesce(json_agg(u.path order by u.id), '[]')::text from trade_union u";

test("a plain user may own the database of an external server: told what is missing, and walled like everybody", async () => {
  const name = `plain_${randomBytes(6).toString("hex")}`;
  const server = testServer();
  const address = { ...server, user: name, password: "plain", database: name };
  const asAdministrator = (sql: string) => withConnection(server, async (client) => void (await client.query(sql)));
  await asAdministrator(`create role ${name} login password 'plain'`);
  await asAdministrator(`create database ${name} owner ${name}`);
  try {
    await expect(migrate(address)).rejects.toThrow(`grant ${APP_ROLE}, ${ROOT_ROLE} to ${name}`);
    await asAdministrator(
      `do $$ begin create role ${APP_ROLE} nologin; exception when duplicate_object or unique_violation then null; end $$`,
    );
    await asAdministrator(
      `do $$ begin create role ${ROOT_ROLE} nologin; exception when duplicate_object or unique_violation then null; end $$`,
    );
    await asAdministrator(`grant ${APP_ROLE}, ${ROOT_ROLE} to ${name}`);
    await migrate(address);
    await withConnection(address, fillWorld);
    const reads = new ReadPool(address, 1);
    const pathsFor = async (path?: string) =>
      JSON.parse(
        await reads.query(NAMES, [], "", {
          accountId: 1,
          role: "SYSTEM_ADMINISTRATOR",
          today: "2026-01-01",
          ...(path ? { path } : {}),
        } as Viewer),
      ) as string[];
    expect((await pathsFor("1.2.")).every((path) => path.startsWith("1.2."))).toBe(true);
    expect(await pathsFor("1.3.")).toEqual(["1.3.", "1.3.6.", "1.3.6.10."]);
    expect(await pathsFor("1.")).toHaveLength(11);
    expect(await pathsFor()).toHaveLength(11);
    await reads.end();
  } finally {
    await asAdministrator(`drop database ${name} with (force)`);
    await asAdministrator(`drop role ${name}`);
  }
});
