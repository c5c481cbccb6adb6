import { words } from "../shared/bilingual.rules.js";
import { type Refusal, refusal } from "../shared/refusal.rules.js";
import { uncommonCharacters } from "./guessedPasswords.rules.js";
import type { Role } from "./permissions.rules.js";

export const PASSWORD_LENGTH = { least: 12, most: 128 };
/** A session ends after this many minutes unused, and after this many hours in any case. */
export const SESSION = { idleMinutes: 30, hours: 12 };
/** How long somebody has to sign in by a password that an administrator has set anew. */
export const RESET_MINUTES = 30;
/** Wrong passwords a name may have before it has to wait. */
export const FREE_ATTEMPTS = 5;
/** And a whole network: an office has many people behind one address. */
export const FREE_ATTEMPTS_OF_NETWORK = 50;
const LONGEST_WAIT_SECONDS = 900;
const FIRST_WAIT_SECONDS = 30;

/** How a user name is compared: compatibility forms, width and case do not matter. */
export function usernameKey(username: string): string {
  return username.normalize("NFKC").trim().toLowerCase();
}

/** Why a user name is refused. */
export function whyNotUsername(username: string): Refusal | undefined {
  if (/^[\p{L}\p{N}][\p{L}\p{N}._-]{1,63}$/u.test(usernameKey(username))) return undefined;
  return refusal(
    "INVALID_FORMAT",
    {
      field: { zh: "用户名", en: "User name" },
      expected: { zh: "2 至 64 个字母、数字或 . _ -", en: "2 to 64 letters, digits or . _ -" },
    },
    ["username"],
  );
}

/** Seconds to wait after so many wrong passwords: none for the first five, then 30 s, doubling up to 15 minutes. */
export function waitSeconds(failures: number): number {
  if (failures < FREE_ATTEMPTS) return 0;
  return Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** Math.min(10, failures - FREE_ATTEMPTS));
}

/** What has to be done after signing in, before anything else. */
export const STEP_NAMES = {
  CHANGE_PASSWORD: words("修改初始密码", "Change the password you were given"),
  ENROL_SECOND_FACTOR: words("绑定动态验证码", "Set up the second factor"),
};

/** Roles that see or decide so much that a password alone is not enough. */
const WITH_SECOND_FACTOR: readonly Role[] = [
  "SYSTEM_ADMINISTRATOR",
  "FEDERATION_ADMINISTRATOR",
  "CITY_ASSESSOR",
  "AUDITOR",
];
/** Whether a role has to sign in with a second factor; nobody has to in a demonstration. */
export const needsSecondFactor = (role: Role, demonstration: boolean): boolean =>
  !demonstration && WITH_SECOND_FACTOR.includes(role);

/** Letters and digits a password needs beside the words that are guessed first, and different ones among all of them. */
const LEAST_UNCOMMON = 5;
const LEAST_DIFFERENT = 6;

/** Why a new password is refused: its length, its likeness to the user name, or pieces that are guessed first. */
/** A password that somebody else chose is not changed by choosing it again. */
export const samePassword = (): Refusal =>
  refusal(
    "INVALID_FORMAT",
    { reason: words("新密码与现密码相同，请另设一个。", "The new password is the present one. Choose another.") },
    ["newPassword"],
  );

export function whyNotPassword(
  password: string,
  username: string,
  path: string[] = ["newPassword"],
): Refusal | undefined {
  const { length } = [...password];
  const field = words("密码长度", "Length of the password");
  if (length < PASSWORD_LENGTH.least || length > PASSWORD_LENGTH.most)
    return refusal("OUT_OF_RANGE", { field, ...PASSWORD_LENGTH }, path);
  const plain = password.normalize("NFKC").toLowerCase();
  const isCommon =
    uncommonCharacters(plain) < LEAST_UNCOMMON ||
    new Set(plain.replace(/\d/g, "0")).size < LEAST_DIFFERENT ||
    plain.includes(usernameKey(username));
  const reason = words(
    "密码过于常见或包含用户名，请另设一个。",
    "The password is too common or contains the user name. Choose another.",
  );
  return isCommon ? refusal("INVALID_FORMAT", { reason }, path) : undefined;
}
