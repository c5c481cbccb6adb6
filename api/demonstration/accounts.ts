import { createHash } from "node:crypto";
import { hash } from "@node-rs/argon2";
import type { Role } from "../../schema/access/permissions.rules.js";
import type { City } from "./city.js";
import { Sheet } from "./sheet.js";

/** Public on purpose: it exists in the demonstration only. */
const PASSWORD = "gonghui-demo";
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const ACCOUNTS: readonly (readonly [username: string, displayName: string, role: Role, scope: string | null])[] = [
  ["admin", "系统管理员", "SYSTEM_ADMINISTRATOR", null],
  ["shaoxing", "绍兴市总工会", "FEDERATION_ADMINISTRATOR", "330600"],
  ["yuecheng", "越城区总工会", "FEDERATION_ADMINISTRATOR", "330602"],
  ["tashan", "塔山街道总工会", "FEDERATION_ADMINISTRATOR", "330602001"],
  ["clerk", "塔山街道经办人", "CLERK", "330602001"],
  ["assessor", "越城区考核员", "COUNTY_ASSESSOR", "330602"],
  ["reviewer", "绍兴市复核员", "CITY_ASSESSOR", "330600"],
  ["official", "查阅人员", "OFFICIAL", "330600"],
  ["auditor", "审计员", "AUDITOR", null],
];

/** The accounts of the demonstration. Their salts are fixed, so that every load is the same to the byte. */
export async function accountSheets(city: City): Promise<Sheet[]> {
  const account = new Sheet("account", {
    id: "integer",
    username: "text",
    username_key: "text",
    display_name: "text",
  });
  const password = new Sheet("account_password", { account_id: "integer", hash: "text" });
  const grant = new Sheet("role_grant", {
    id: "integer",
    account_id: "integer",
    role: "text",
    trade_union_id: "integer",
    valid_from: "date",
  });
  const unionIds = new Map(city.unions.map(({ code, id }) => [code, id]));
  const hashes = await Promise.all(
    ACCOUNTS.map(([username]) =>
      hash(PASSWORD, {
        ...ARGON2ID,
        salt: createHash("sha256").update(`demonstration ${username}`).digest().subarray(0, 16),
      }),
    ),
  );
  for (const [place, [username, displayName, role, scope]] of ACCOUNTS.entries()) {
    account.add({
      id: place + 1,
      username,
      username_key: username,
      display_name: displayName,
    });
    password.add({ account_id: place + 1, hash: hashes[place] });
    grant.add({
      id: place + 1,
      account_id: place + 1,
      role,
      trade_union_id: scope && unionIds.get(scope),
      valid_from: "2024-01-01",
    });
  }
  return [account, password, grant];
}
