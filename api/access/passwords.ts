import { hash, verify } from "@node-rs/argon2";
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
  const isHash = passwordHash?.startsWith("$argon2") ?? false;
  const against = isHash ? (passwordHash as string) : await DUMMY;
  return inGate(async () => {
    const begun = performance.now();
    passwordWork.verifications++;
    const right = await verify(against, password);
    passwordWork.typicalMilliseconds += (performance.now() - begun - passwordWork.typicalMilliseconds) / 8;
    return right && isHash;
  });
}

/** Lasts as long as a verification, without the work. */
export const pauseLikeWork = () => new Promise((resolve) => setTimeout(resolve, passwordWork.typicalMilliseconds));
