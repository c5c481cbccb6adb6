import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type pg from "pg";
import { withConnection } from "../../api/shared/databaseConnection.js";
import { KeyRing, keyFile, newKey, readKeys, ringOf } from "../../api/shared/keys.js";
import { openSealing } from "../../api/shared/openSealing.js";
import { rotateKeys } from "../../api/shared/rotateKeys.js";
import { Sealing } from "../../api/shared/sealing.js";
import { SEALED_PLACES } from "../../schema/people/personalFields.rules.js";
import { freshDatabase } from "../shared/freshDatabase.js";
import { sealInto, testSealing } from "../shared/testSealing.js";
import { openWorld, type World } from "../shared/world.js";

const { RESIDENT_ID, PHONE } = SEALED_PLACES;
const NUMBER = "330699193107010018";
const folders: string[] = [];
const folder = () => {
  folders.push(mkdtempSync(join(tmpdir(), "gonghui-keys-")));
  return folders.at(-1) as string;
};
let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world.end();
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});

test("a sealed value opens in its own place only, and not when a bit of it was changed", () => {
  const { sealed } = testSealing.seal(RESIDENT_ID, 7, NUMBER);
  expect(testSealing.open(RESIDENT_ID, 7, sealed)).toBe(NUMBER);
  expect(() => testSealing.open(RESIDENT_ID, 8, sealed)).toThrow();
  expect(() => testSealing.open(PHONE, 7, sealed)).toThrow();
  for (const place of [5, 16, 17, 30, sealed.length - 1]) {
    const forged = Buffer.from(sealed);
    forged[place] = (forged[place] as number) ^ 1;
    expect(() => testSealing.open(RESIDENT_ID, 7, forged)).toThrow();
  }
  const stranger = new Sealing(
    new KeyRing(() => ({ current: "7e57c0de", inUse: [{ ...newKey(), id: "7e57c0de" }], retired: [] })),
  );
  expect(() => stranger.open(RESIDENT_ID, 7, sealed)).toThrow();
});

test("the same value is sealed differently each time and indexed the same, however it is spelled, in its own field only", () => {
  const [one, other] = [testSealing.seal(RESIDENT_ID, 7, NUMBER), testSealing.seal(RESIDENT_ID, 8, NUMBER)];
  expect(one.sealed.equals(other.sealed)).toBe(false);
  expect(one.bidx.equals(other.bidx)).toBe(true);
  expect(one.bidx).toHaveLength(16);
  expect(testSealing.indexes(PHONE, "０575-8123 4567")[0]).toEqual(testSealing.seal(PHONE, 1, "057581234567").bidx);
  expect(testSealing.indexes(PHONE, NUMBER)[0]?.equals(one.bidx)).toBe(false);
});

test("keys are made at the first start, for their owner only, and never go to the database", async () => {
  const database = await freshDatabase();
  const home = join(folder(), "data");
  await withConnection(database.address, async (client) => {
    const sealing = await openSealing(client, home);
    expect(statSync(keyFile(home)).mode & 0o777).toBe(0o600);
    const { secret, id } = sealing.ring.current();
    const { rows } = await client.query("select sealing_probes::text as text from installation");
    expect(rows[0].text).toContain(id);
    expect(rows[0].text).not.toContain(secret.toString("hex"));
    const made = readFileSync(keyFile(home), "utf8");
    chmodSync(keyFile(home), 0o644);
    expect((await openSealing(client, home)).ring.current().id).toBe(id);
    expect(statSync(keyFile(home)).mode & 0o777).toBe(0o600);
    expect(readFileSync(keyFile(home), "utf8")).toBe(made);
  });
  await database.drop();
});

test("a lost, foreign or damaged key file stops the start in both languages, and is not replaced", async () => {
  const database = await freshDatabase();
  const [home, foreign] = [folder(), folder()];
  await withConnection(database.address, async (client) => {
    await openSealing(client, home);
    renameSync(keyFile(home), `${keyFile(home)}.away`);
    await expect(openSealing(client, home)).rejects.toThrow(/找不到密钥文件[\s\S]*keys\.json is missing/);
    expect(readKeys(keyFile(home))).toBeUndefined();
    const other = await freshDatabase();
    await withConnection(other.address, (second) => openSealing(second, foreign));
    await other.drop();
    await expect(openSealing(client, foreign)).rejects.toThrow(/与数据库不符[\s\S]*does not fit the database/);
    // The same id with another secret is foreign too.
    const { current } = readKeys(`${keyFile(home)}.away`) ?? { current: "" };
    const forged = JSON.parse(readFileSync(keyFile(foreign), "utf8"));
    forged.current = forged.keys[0].id = current;
    writeFileSync(keyFile(foreign), JSON.stringify(forged));
    await expect(openSealing(client, foreign)).rejects.toThrow(/与数据库不符/);
    writeFileSync(keyFile(foreign), "{");
    await expect(openSealing(client, foreign)).rejects.toThrow(/内容无效[\s\S]*damaged/);
    renameSync(`${keyFile(home)}.away`, keyFile(home));
    await expect(openSealing(client, home)).resolves.toBeInstanceOf(Sealing);
  });
  await database.drop();
});

const COUNT = 2_300;
const numberAt = (at: number) => `3306991931${String(at).padStart(8, "0")}`;
async function people(client: pg.ClientBase, sealing: Sealing): Promise<void> {
  await client.query(
    "insert into person (id, name, sex, keeper_id) select 1000 + n, '某' || n, 'MALE', 8 from generate_series(1, $1) n",
    [COUNT],
  );
  const values = Array.from({ length: COUNT }, (_, at) => sealing.seal(RESIDENT_ID, 1001 + at, numberAt(at)));
  await client.query(
    "update person p set resident_id_sealed = n.s, resident_id_bidx = n.b, resident_id_mask = n.m, resident_id_key = n.k, version = version + 1 from unnest($1::integer[], $2::bytea[], $3::bytea[], $4::text[], $5::text[]) n(id, s, b, m, k) where p.id = n.id",
    [
      values.map((_, at) => 1001 + at),
      values.map(({ sealed }) => sealed),
      values.map(({ bidx }) => bidx),
      values.map(({ mask }) => mask),
      values.map(({ key }) => key),
    ],
  );
}

test("a rotation that was interrupted is taken up again; all the while values are found and opened, and the old key ends with it", async () => {
  const home = folder();
  await world.sql("update installation set sealing_probes = '{}'");
  await world.sql(
    "update person set resident_id_sealed = null, resident_id_bidx = null, resident_id_mask = null, resident_id_key = null, version = version + 1 where resident_id_key is not null",
  );
  await withConnection(world.address, async (client) => {
    const sealing = await openSealing(client, home);
    const server = new Sealing(ringOf(keyFile(home))); // another process, which is told nothing
    await people(client, sealing);
    const old = sealing.ring.current();
    const entries = "select count(*)::integer as n from audit_entry where record = 'person'";
    const [before] = await world.sql<{ n: number }>(entries);
    const found = async (at: number) =>
      (
        await world.sql<{ id: number; s: Buffer }>(
          "select id, resident_id_sealed as s from person where resident_id_bidx = any ($1)",
          [server.indexes(RESIDENT_ID, numberAt(at))],
        )
      ).map(({ id, s }) => [id, server.open(RESIDENT_ID, id, s)]);
    const interrupted = rotateKeys(client, home, () => {
      throw new Error("interrupted");
    });
    await expect(interrupted).rejects.toThrow("interrupted");
    const halfway = await world.sql<{ key: string; n: number }>(
      "select resident_id_key as key, count(*)::integer as n from person where resident_id_key is not null group by 1 order by 2",
    );
    expect(halfway).toHaveLength(2);
    expect(server.indexes(RESIDENT_ID, NUMBER)).toHaveLength(2);
    for (const at of [0, 500, 1_500, COUNT - 1]) expect(await found(at)).toEqual([[1001 + at, numberAt(at)]]);
    await expect(openSealing(client, home)).resolves.toBeInstanceOf(Sealing);
    const { keyId, rows } = await rotateKeys(client, home);
    expect(rows).toBe(COUNT - 1_000);
    expect(keyId).not.toBe(old.id);
    expect(
      await world.sql("select distinct resident_id_key as key from person where resident_id_key is not null"),
    ).toEqual([{ key: keyId }]);
    for (const at of [0, 500, 1_500, COUNT - 1]) expect(await found(at)).toEqual([[1001 + at, numberAt(at)]]);
    expect(server.indexes(RESIDENT_ID, NUMBER)).toHaveLength(1);
    expect(readKeys(keyFile(home))).toMatchObject({
      current: keyId,
      inUse: [{ id: keyId }],
      retired: [{ id: old.id }],
    });
    // No row got a new version or an entry of its own; the rotation has one.
    expect(await world.sql("select count(*)::integer as n from person where id > 1000 and version <> 2")).toEqual([
      { n: 0 },
    ]);
    expect(await world.sql(entries)).toEqual([before]);
    expect(await world.sql("select after ->> 'key' as key from audit_entry where action = 'rotateKeys'")).toEqual([
      { key: keyId },
    ]);
    // Whoever still comes with the old key is turned away to try again.
    const late = new Sealing(new KeyRing(() => ({ current: old.id, inUse: [old], retired: [] })));
    await expect(sealInto(client, "PHONE", 1001, "13812341234", late)).rejects.toMatchObject({ code: "40001" });
  });
});
