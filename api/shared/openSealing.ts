import { KeysRefused, keyFile, makeKeys, readKeys, ringOf } from "./keys.js";
import { Sealing } from "./sealing.js";

/** Where probes are asked for and kept. */
interface Asking {
  query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}
type Probes = Record<string, string>;

const PROBES = "select sealing_probes as probes from installation";
const probesIn = async (client: Asking) => ((await client.query(PROBES)).rows[0] as { probes: Probes }).probes;

/**
 * The keys of the data folder, made at the first start, and proved against the database before anything is served: lost or
 * wrong keys would leave personal data unreadable, or mix it with data sealed by others.
 * @throws KeysRefused
 */
export async function openSealing(client: Asking, dataFolder: string): Promise<Sealing> {
  const path = keyFile(dataFolder);
  const probes = await probesIn(client);
  if (Object.keys(probes).length === 0) {
    if (!readKeys(path)) makeKeys(path);
    const sealing = new Sealing(ringOf(path));
    await registerKey(client, sealing, { onlyFirst: true });
    prove(sealing, await probesIn(client), path);
    return sealing;
  }
  if (!readKeys(path)) throw lost(path, Object.keys(probes));
  const sealing = new Sealing(ringOf(path));
  prove(sealing, probes, path);
  return sealing;
}

function prove(sealing: Sealing, probes: Probes, path: string): void {
  const foreign = Object.entries(probes).filter(
    ([id, probe]) => !sealing.ring.find(id) || !sealing.knows(Buffer.from(probe, "hex")),
  );
  if (foreign.length > 0)
    throw wrong(
      path,
      foreign.map(([id]) => id),
    );
  const { id } = sealing.ring.current();
  if (!(id in probes)) throw wrong(path, Object.keys(probes));
}

/** Tells the database of the current key, or, when it knows of none yet, of the first. */
export async function registerKey(
  client: Asking,
  sealing: Sealing,
  { onlyFirst = false } = {},
  key = sealing.ring.current(),
): Promise<void> {
  await client.query(
    `update installation set sealing_probes = sealing_probes || jsonb_build_object($1::text, $2::text) where ${onlyFirst ? "sealing_probes = '{}'" : "not sealing_probes ? $1::text"}`,
    [key.id, sealing.probe(key).toString("hex")],
  );
}

const lost = (path: string, ids: string[]) =>
  new KeysRefused(
    `找不到密钥文件 ${path}。数据库中的个人信息须用其中的密钥（编号 ${ids.join("、")}）才能读取，系统没有启动。请从备份恢复该文件后重新启动。\n` +
      `The key file ${path} is missing. The personal data in the database can be read only with its keys (${ids.join(", ")}), so nothing was started. Restore the file from its backup and start again.`,
  );

const wrong = (path: string, ids: string[]) =>
  new KeysRefused(
    `密钥文件 ${path} 与数据库不符：其中没有数据库所用的密钥（编号 ${ids.join("、")}），系统没有启动。请换回与此数据库配套的密钥文件。\n` +
      `The key file ${path} does not fit the database: it lacks the keys in use there (${ids.join(", ")}), so nothing was started. Put back the key file that belongs to this database.`,
  );
