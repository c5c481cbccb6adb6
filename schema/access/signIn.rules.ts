import { words } from "../shared/bilingual.rules.js";
import { type Refusal, refusal } from "../shared/refusal.rules.js";

export const PASSWORD_LENGTH = { least: 12, most: 128 };
/** A session ends after this many minutes unused, and after this many hours in any case. */
export const SESSION = { idleMinutes: 30, hours: 12 };
/** Wrong passwords a name may have before it has to wait. */
export const FREE_ATTEMPTS = 5;
const LONGEST_WAIT_SECONDS = 900;
const FIRST_WAIT_SECONDS = 30;

/** How a user name is compared: compatibility forms, width and case do not matter. */
export function usernameKey(username: string): string {
  return username.normalize("NFKC").trim().toLowerCase();
}

/** Seconds to wait after so many wrong passwords: none for the first five, then 30 s, doubling up to 15 minutes. */
export function waitSeconds(failures: number): number {
  if (failures < FREE_ATTEMPTS) return 0;
  return Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** Math.min(10, failures - FREE_ATTEMPTS));
}

/** Pieces that make up most guessed passwords of twelve and more characters. */
const COMMON = [
  "password",
  "qwerty",
  "123456",
  "letmein",
  "welcome",
  "admin",
  "iloveyou",
  "abc123",
  "111111",
  "000000",
  "888888",
  "666666",
  "woaini",
  "mima",
  "gonghui",
  "shaoxing",
];

/** How many different characters are left once common pieces are taken out; all digits count as one. */
function substance(password: string): number {
  const plain = COMMON.reduce((rest, piece) => rest.replaceAll(piece, ""), password.toLowerCase());
  return new Set(plain.replace(/\d/g, "0")).size;
}

/** Why a new password is refused: its length, its likeness to the user name, or pieces that are guessed first. */
export function whyNotPassword(
  password: string,
  username: string,
  path: string[] = ["newPassword"],
): Refusal | undefined {
  const { length } = [...password];
  const field = words("密码长度", "Length of the password");
  if (length < PASSWORD_LENGTH.least || length > PASSWORD_LENGTH.most)
    return refusal("OUT_OF_RANGE", { field, ...PASSWORD_LENGTH }, path);
  const isCommon = substance(password) < 6 || password.toLowerCase().includes(usernameKey(username));
  const reason = words(
    "密码过于常见或包含用户名，请另设一个。",
    "The password is too common or contains the user name. Choose another.",
  );
  return isCommon ? refusal("INVALID_FORMAT", { reason }, path) : undefined;
}
