import { openHouse } from "./house.js";
import { readSettings } from "./settings.js";
import { withConnection } from "./shared/databaseConnection.js";
import { keyFile } from "./shared/keys.js";
import { rotateKeys } from "./shared/rotateKeys.js";

/** Changes the key of the personal data and of the second factors, beside a running server or alone. */
export async function rotateKeysCommand(): Promise<number> {
  const settings = readSettings(process.env);
  const house = await openHouse({ ...settings, logLevel: "error" }, "command");
  try {
    const begun = Date.now();
    const { keyId, rows } = await withConnection(house.database.address, (client) =>
      rotateKeys(client, settings.dataFolder),
    );
    console.log(
      `已更换为密钥 ${keyId}，本次重新加密 ${rows} 条记录，用时 ${((Date.now() - begun) / 1000).toFixed(1)} 秒。请备份 ${keyFile(settings.dataFolder)}；旧密钥保留其中，供恢复更换前的备份。\n` +
        `The key is now ${keyId}; ${rows} records were sealed anew in ${((Date.now() - begun) / 1000).toFixed(1)} s. Back up ${keyFile(settings.dataFolder)}; the old key stays in it for backups made before.`,
    );
    return 0;
  } finally {
    await house.close();
  }
}
