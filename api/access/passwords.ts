import { hash, verify } from "@node-rs/argon2";
import type { Pool, PoolClient } from "pg";
import { RESET_MINUTES } from "../../schema/access/signIn.rules.js";
import { TopLevel } from "../shared/topLevel.js";
import { audited } from "./audited.js";

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

/** Puts a hash where no reader's role may look, for good or for so many minutes. The sessions of the account end. */
export async function keepPassword(
  client: PoolClient,
  accountId: number,
  hashed: string,
  minutes?: number | undefined,
): Promise<void> {
  await client.query(
    `insert into account_password (account_id, hash, valid_until) values ($1, $2, clock_timestamp() + make_interval(mins => $3::integer))
     on conflict (account_id) do update set hash = excluded.hash, valid_until = excluded.valid_until`,
    [accountId, hashed, minutes ?? null],
  );
}

/** A new password for an account: its own choice, or one to be changed and good for half an hour only. */
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
  await keepPassword(client, accountId, hashed, mustChange ? RESET_MINUTES : undefined);
}

const NEWEST = `$argon2id$v=19$m=${ARGON.memoryCost},t=${ARGON.timeCost},p=${ARGON.parallelism}$`;

/** Hashes a password that was right as passwords are hashed today; it stays the same password, and the sessions stay. */
export async function renewHash(pool: Pool, accountId: number, old: string, password: string): Promise<void> {
  if (old.startsWith(NEWEST)) return;
  const hashed = await hashPassword(password);
  await audited(pool, { accountId, action: "renewHash" }, async (client) => {
    await client.query("select set_config('gonghui.projecting', 'on', true)");
    await client.query("update account_password set hash = $3 where account_id = $1 and hash = $2", [
      accountId,
      old,
      hashed,
    ]);
  });
}
