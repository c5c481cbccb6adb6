import { join } from "node:path";
import { KeyRing, keyFile, writeKeys } from "../../api/shared/keys.js";
import { Sealing } from "../../api/shared/sealing.js";
import { SEALED_PLACES, type SealedName, type SealedPlace } from "../../schema/people/personalFields.rules.js";

/** The key of every test database; it seals nobody's data. */
export const TEST_KEY = { id: "7e57c0de", secret: Buffer.alloc(32, "gonghui tests ") };
const TEST_KEYS = { current: TEST_KEY.id, inUse: [TEST_KEY], retired: [] };
export const testSealing = new Sealing(new KeyRing(() => TEST_KEYS));

/** Makes the data folder of a command that is run on a test database, with the keys of that database in it. */
export function dataFolderIn(folder: string): string {
  const data = join(folder, "data");
  writeKeys(keyFile(data), TEST_KEYS);
  return data;
}

interface Asking {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

/** Puts a personal number on file past every door, sealed as it would be. */
export async function sealInto(
  client: Asking,
  field: SealedName,
  rowId: number,
  value: string,
  sealing = testSealing,
): Promise<void> {
  const place: SealedPlace = SEALED_PLACES[field];
  const { sealed, bidx, mask, key } = sealing.seal(place, rowId, value);
  const cells = { sealed, mask, key, ...(place.index === "none" ? {} : { bidx }) };
  const columns = Object.keys(cells).map((end, at) => `${place.column}_${end} = $${at + 2}`);
  await client.query(`update ${place.table} set ${columns.join(", ")}, version = version + 1 where id = $1`, [
    rowId,
    ...Object.values(cells),
  ]);
}
