import { hash, verify } from "@node-rs/argon2";
import type { PoolClient } from "pg";
import { TopLevel } from "../shared/topLevel.js";

// Argon2id, which is the default of the package.
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 4;
const QUEUE = 50;

/** How much password work was done since the start, and how long one piece takes, in milliseconds. */
export const passwordWork = { verifications: 0, typicalMilliseconds: 20 };

let running = 0;
const waiting: (() => void)[] = [];

/** Four hashes at a time keep the other requests alive; beyond a short queue the caller is sent away. */
async function inGate<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= QUEUE)
      throw new TopLevel("RATE_LIMITED", {
        zh: "登录请求过多，请稍候再试。",
        en: "Too many sign-ins at once; try again shortly.",
      });
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

export function hashPassword(password: string): Promise<string> {
  return inGate(() => hash(password, ARGON));
}

const DUMMY = hash("nobody has this password", ARGON);

/** Whether a password is right. Without a hash, for a name nobody has or an account of a token, the same work is done for nothing. */
export async function isRightPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const against = passwordHash ?? (await DUMMY);
  return inGate(async () => {
    const begun = performance.now();
    passwordWork.verifications++;
    const right = await verify(against, password);
    passwordWork.typicalMilliseconds += (performance.now() - begun - passwordWork.typicalMilliseconds) / 8;
    return right && passwordHash !== undefined;
  });
}

/** Lasts as long as a verification, without the work. */
export const pauseLikeWork = () => new Promise((resolve) => setTimeout(resolve, passwordWork.typicalMilliseconds));

/** Puts a hash where no reader's role may look. The sessions of the account end. */
export async function keepPassword(client: PoolClient, accountId: number, hashed: string): Promise<void> {
  await client.query(
    "insert into account_password (account_id, hash) values ($1, $2) on conflict (account_id) do update set hash = excluded.hash",
    [accountId, hashed],
  );
}

/** A new password for an account, and whether it has to be changed at the next sign-in. */
export async function replacePassword(
  client: PoolClient,
  accountId: number,
  hashed: string,
  mustChange: boolean,
): Promise<void> {
  await client.query(
    "update account set must_change_password = $2, version = version + 1, amended_at = transaction_timestamp() where id = $1",
    [accountId, mustChange],
  );
  await keepPassword(client, accountId, hashed);
}
