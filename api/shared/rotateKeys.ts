import type pg from "pg";
import { SEALED_SECRETS, type SealedSecret } from "../../schema/access/sealedSecrets.rules.js";
import { SEALED_PLACES, type SealedPlace } from "../../schema/people/personalFields.rules.js";
import { type Key, KeysRefused, keyFile, newKey, readKeys, ringOf, writeKeys } from "./keys.js";
import { registerKey } from "./openSealing.js";
import { asBytea, type SealedValue, Sealing } from "./sealing.js";

type Place = SealedPlace | SealedSecret;
/** All that is sealed, by table. */
const PLACES: readonly Place[] = [...Object.values(SEALED_PLACES), ...SEALED_SECRETS];
const TABLES = new Set(PLACES.map(({ table }) => table));
/** The column whose number a value is sealed for. */
const ownerOf = (place: Place) => ("owner" in place ? place.owner : "id");

const CHUNK = 1_000;
/** Only one rotation at a time. */
const ROTATING = 20_210_820;

export interface Rotation {
  keyId: string;
  /** Rows sealed anew by this run; a run that was interrupted did the others. */
  rows: number;
}

/**
 * Seals all personal data and secrets under a new key, in chunks that readers and writers hardly notice. Each step stands by itself, so
 * that a run that was interrupted is taken up where it stopped: the old key stays in use until nothing is sealed by it, and
 * is kept afterwards, retired, for the backups made under it.
 */
export async function rotateKeys(
  client: pg.ClientBase,
  dataFolder: string,
  progress: (rows: number) => void = () => {},
): Promise<Rotation> {
  const path = keyFile(dataFolder);
  const { rows } = await client.query("select pg_try_advisory_lock($1) as mine", [ROTATING]);
  if (!rows[0].mine)
    throw new KeysRefused("密钥正在更换，请等它结束。Another rotation of the keys is under way; wait for its end.");
  try {
    const sealing = new Sealing(ringOf(path));
    const next = addKey(path);
    await registerKey(client, sealing, {}, next);
    use(path, next);
    const done = { keyId: next.id, rows: 0 };
    do {
      for (const table of TABLES) {
        const places = PLACES.filter((place) => place.table === table);
        done.rows += await sealAnew(client, sealing, table, places, next, progress);
      }
    } while (!(await endOld(client, next)));
    retireOld(path, next);
    return done;
  } finally {
    await client.query("select pg_advisory_unlock($1)", [ROTATING]);
  }
}

/** The key of a rotation that was interrupted, or a new one, which is written down before it is used. */
function addKey(path: string): Key {
  const keys = readKeys(path);
  if (!keys) throw new KeysRefused(`找不到密钥文件 ${path}。The key file ${path} is missing.`);
  if (keys.inUse.length > 1) return keys.inUse.at(-1) as Key;
  const next = newKey();
  writeKeys(path, { ...keys, inUse: [...keys.inUse, next] });
  return next;
}

function use(path: string, next: Key): void {
  const keys = readKeys(path);
  if (keys && keys.current !== next.id) writeKeys(path, { ...keys, current: next.id });
}

function retireOld(path: string, next: Key): void {
  const keys = readKeys(path);
  if (!keys) return;
  const old = keys.inUse.filter(({ id }) => id !== next.id);
  writeKeys(path, {
    current: next.id,
    inUse: keys.inUse.filter(({ id }) => id === next.id),
    retired: [...keys.retired, ...old],
  });
}

type Line = { id: number } & Record<string, Buffer | string | number | null>;

/** Row by row in the order of their numbers; whatever was written meanwhile was sealed by the new key already. */
async function sealAnew(
  client: pg.ClientBase,
  sealing: Sealing,
  table: string,
  places: Place[],
  next: Key,
  progress: (rows: number) => void,
): Promise<number> {
  const isOld = places.map(({ column }) => `${column}_key <> $1`).join(" or ");
  const columns = new Set(places.flatMap((place) => [ownerOf(place), `${place.column}_sealed`, `${place.column}_key`]));
  let [last, rows] = [0, 0];
  for (;;) {
    await client.query("begin");
    try {
      const found = await client.query<Line>(
        `select id, ${[...columns].join(", ")} from ${table} where id > $2 and (${isOld}) order by id limit ${CHUNK} for update`,
        [next.id, last],
      );
      await client.query("set local gonghui.projecting = 'on'"); // nothing that anybody knows is changed: no new version, no entry for each row
      for (const place of places)
        await writeAnew(
          client,
          sealing,
          place,
          found.rows.filter((line) => line[`${place.column}_key`] && line[`${place.column}_key`] !== next.id),
        );
      await client.query("commit");
      if (found.rows.length === 0) return rows;
      last = found.rows.at(-1)?.id as number;
      rows += found.rows.length;
      progress(rows);
    } catch (error) {
      await client.query("rollback");
      throw error;
    }
  }
}

/** A secret has no index, and some fields have none. */
type Made = Pick<SealedValue, "sealed" | "key"> & Partial<Pick<SealedValue, "bidx">>;

async function writeAnew(client: pg.ClientBase, sealing: Sealing, place: Place, lines: Line[]): Promise<void> {
  const { table, column } = place;
  const made = lines.map((line): Made => {
    const owner = Number(line[ownerOf(place)]);
    const value = sealing.open(place, owner, line[`${column}_sealed`] as Buffer);
    return "owner" in place ? sealing.sealSecret(place, owner, value) : sealing.seal(place, owner, value);
  });
  const isIndexed = !("owner" in place) && place.index !== "none";
  const indexes = isIndexed ? made.map(({ bidx }) => asBytea(bidx as Buffer)) : [];
  await client.query(
    `update ${table} t set ${column}_sealed = n.sealed, ${column}_key = n.key${isIndexed ? `, ${column}_bidx = n.bidx` : ""}
      from unnest($1::integer[], $2::bytea[], $3::text[], $4::bytea[]) as n(id, sealed, key, bidx) where t.id = n.id`,
    [lines.map(({ id }) => id), made.map(({ sealed }) => asBytea(sealed)), made.map(({ key }) => key), indexes],
  );
}

/** With all writers held, nothing may be left under an old key; from then on the database refuses it. Tells whether it is so. */
async function endOld(client: pg.ClientBase, next: Key): Promise<boolean> {
  await client.query("begin");
  try {
    for (const { table, column } of PLACES) {
      await client.query(`lock table ${table} in share row exclusive mode`);
      const { rows } = await client.query(`select 1 from ${table} where ${column}_key <> $1 limit 1`, [next.id]);
      if (rows.length === 0) continue;
      await client.query("rollback");
      return false;
    }
    const { rows } = await client.query("select sealing_probes - $1 as old from installation", [next.id]);
    if (Object.keys(rows[0].old).length > 0)
      await client.query(
        "insert into audit_entry (action, record, record_id, after) values ('rotateKeys', 'installation', 0, jsonb_build_object('key', $1::text))",
        [next.id],
      );
    await client.query("update installation set sealing_probes = jsonb_build_object($1::text, sealing_probes -> $1)", [
      next.id,
    ]);
    await client.query("commit");
    return true;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
