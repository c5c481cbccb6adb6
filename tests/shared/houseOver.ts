import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { House } from "../../api/context.js";
import { FileStore } from "../../api/documents/fileStore.js";
import { createOrm } from "../../api/orm.js";
import type { DatabaseAddress } from "../../api/shared/database.js";
import { ReadPool } from "../../api/shared/readPool.js";
import { testSealing } from "./testSealing.js";

/** A quiet house over a database of the tests; as many as one likes may stand over the same one. */
export async function houseOver(address: DatabaseAddress): Promise<{ house: House; close(): Promise<void> }> {
  const orm = await createOrm(address);
  const reads = new ReadPool(address, 8);
  const folder = mkdtempSync(join(tmpdir(), "gonghui-files-"));
  const quiet = () => {};
  const house = {
    orm,
    reads,
    sealing: testSealing,
    files: new FileStore(folder),
    publicUrl: "http://127.0.0.1:4000",
    demonstration: true,
    log: { info: quiet, warn: quiet, error: quiet },
  } as unknown as House;
  return {
    house,
    close: async () => {
      await reads.end();
      await orm.close(true);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
