import { randomBytes } from "node:crypto";
import type { Role } from "../schema/access/permissions.rules.js";
import { refusalText } from "../schema/shared/refusalTexts.rules.js";
import { accountOf, createAccount, disableAccount, setPassword } from "./access/accounts.actions.js";
import { linkAccount, unlinkAccount } from "./access/linkedAccounts.js";
import { removeSecondFactor } from "./access/secondFactor.actions.js";
import { createToken, listTokens, revokeToken } from "./access/tokens.actions.js";
import { type OpenHouse, openHouse } from "./house.js";
import { readSettings } from "./settings.js";
import { Refused } from "./shared/refuse.js";

const REASON = "命令行 · command line";

/** Runs against the database of `npm start`, or alone; a refusal is said in both languages. */
async function inHouse(work: (pool: OpenHouse["reads"]["pool"]) => Promise<void>): Promise<number> {
  const house = await openHouse({ ...readSettings(process.env), logLevel: "error" }, "command");
  try {
    await work(house.reads.pool);
    return 0;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    for (const refusal of error.refusals) console.error(`${refusalText(refusal, "zh")} ${refusalText(refusal, "en")}`);
    return 1;
  } finally {
    await house.close();
  }
}

const onceOnly = () => randomBytes(12).toString("base64url");

/** Makes an account with a one-time password, shown once and to be changed at the first sign-in. */
export function createAccountCommand({
  username,
  name,
  role,
  union,
}: {
  username: string;
  name: string;
  role: string;
  union: string | undefined;
}): Promise<number> {
  return inHouse(async (pool) => {
    const password = onceOnly();
    await createAccount(pool, {
      username,
      displayName: name,
      password,
      role: role as Role,
      ...(union ? { unionCode: union } : {}),
      reason: REASON,
    });
    console.log(`账号已建立，一次性密码：${password}\nAccount created; one-time password: ${password}`);
  });
}

export function disableAccountCommand(username: string): Promise<number> {
  return inHouse(async (pool) => {
    await disableAccount(pool, username, REASON);
    console.log(`账号 ${username} 已停用。Account ${username} is disabled.`);
  });
}

export function passwordCommand(username: string): Promise<number> {
  return inHouse(async (pool) => {
    const password = onceOnly();
    await setPassword(pool, username, password, { reason: REASON });
    console.log(
      `新的一次性密码（30 分钟内有效）：${password}\nNew one-time password, good for 30 minutes: ${password}`,
    );
  });
}

/** Says which account a person of the OpenID provider has here; `subject` is the provider's own name of the person. */
export function linkAccountCommand(username: string, subject: string, until: string | undefined): Promise<number> {
  const { oidc } = readSettings(process.env);
  if (!oidc)
    throw new Error("请先设置 GONGHUI_OIDC_ISSUER 等三项。Set GONGHUI_OIDC_ISSUER and its two companions first.");
  return inHouse(async (pool) => {
    await linkAccount(pool, { username, issuer: oidc.issuer, subject, until, reason: REASON });
    console.log(`账号 ${username} 已与 ${oidc.issuer} 的身份 ${subject} 关联。Account ${username} is linked.`);
  });
}

export function unlinkAccountCommand(username: string): Promise<number> {
  return inHouse(async (pool) => {
    await unlinkAccount(pool, username, REASON);
    console.log(`账号 ${username} 的身份关联已解除。The links of ${username} are ended.`);
  });
}

/** For who has lost the phone and the recovery codes. */
export function removeFactorCommand(username: string): Promise<number> {
  return inHouse(async (pool) => {
    const client = await pool.connect();
    const id = await accountOf(client, username).finally(() => client.release());
    await removeSecondFactor(pool, id, REASON);
    console.log(`账号 ${username} 的两步验证已解除。The second factor of ${username} is removed.`);
  });
}

interface TokenWishes {
  name: string;
  account: string;
  days: string | undefined;
  scopes: string[] | undefined;
  union: string | undefined;
  addresses: string[] | undefined;
}

export function createTokenCommand({ name, account, days, scopes, union, addresses }: TokenWishes): Promise<number> {
  return inHouse(async (pool) => {
    const narrowed = { scopes, addresses, subtreeCode: union };
    const { token } = await createToken(pool, {
      name,
      username: account,
      ...narrowed,
      ...(days ? { days: Number(days) } : {}),
      reason: REASON,
    });
    console.log(`令牌只显示这一次：\nThe token is shown this once:\n${token}`);
  });
}

export function listTokensCommand(): Promise<number> {
  return inHouse(async (pool) => {
    for (const {
      prefix,
      name,
      username,
      role,
      unionCode,
      scopes,
      addresses,
      expiresAt,
      revokedAt,
      lastUsedAt,
    } of await listTokens(pool)) {
      const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? "—";
      console.log(
        [
          prefix,
          name,
          username,
          role,
          unionCode ?? "*",
          scopes.join(","),
          addresses.join(",") || "*",
          `至 until ${day(expiresAt)}`,
          `末次 last ${day(lastUsedAt)}`,
          revokedAt ? `已撤销 revoked ${day(revokedAt)}` : "",
        ].join("\t"),
      );
    }
  });
}

export function revokeTokenCommand(prefix: string): Promise<number> {
  return inHouse(async (pool) => {
    await revokeToken(pool, prefix, REASON);
    console.log(`令牌 ${prefix} 已撤销。Token ${prefix} is revoked.`);
  });
}
