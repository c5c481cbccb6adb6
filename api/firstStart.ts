import { randomBytes } from "node:crypto";
import { createAccount } from "./access/accounts.actions.js";
import { loadApart } from "./demonstration/loadApart.js";
import type { OpenHouse } from "./house.js";

/** Fills an empty database: with the demonstration city, or with one administrator whose password is shown once. Returns whether this is a demonstration. */
export async function firstStart({ reads, settings, log, database, sealing }: OpenHouse): Promise<boolean> {
  const { rows } = await reads.pool.query(
    "select (select count(*)::integer from account) as accounts, (select demonstration from installation) as demonstration",
  );
  if (rows[0].accounts > 0) return rows[0].demonstration;
  if (settings.demonstration) {
    const begun = Date.now();
    await loadApart({ address: database.address, keys: sealing.ring.all() });
    log.info({ milliseconds: Date.now() - begun }, "demonstration city loaded");
    return true;
  }
  const password = randomBytes(12).toString("base64url");
  await createAccount(reads.pool, {
    username: "admin",
    displayName: "系统管理员",
    password,
    role: "SYSTEM_ADMINISTRATOR",
    mustChangePassword: true,
  });
  console.error(
    `首次启动：管理员账号 admin，一次性密码 ${password}，登录后须立即修改。\nFirst start: administrator admin, one-time password ${password}; change it after signing in.`,
  );
  return false;
}
