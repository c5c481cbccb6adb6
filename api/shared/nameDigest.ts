import { createHmac, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FILE = "audit-name.key";
const KEY_BYTES = 32;

let key: Buffer = randomBytes(KEY_BYTES);

/** Takes the key from the data folder, or makes one there at the first start. Without it a key is good for one process only. */
export function openNameKey(folder: string): void {
  const file = join(folder, FILE);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(KEY_BYTES), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const found = readFileSync(file);
  if (found.length !== KEY_BYTES) throw new Error(`${file} 损坏：应为 ${KEY_BYTES} 字节。It should hold ${KEY_BYTES} bytes.`);
  key = found;
}

/**
 * What the log keeps of a name that nobody has: equal names can be told to be equal, but a password typed into the wrong field cannot
 * be read or guessed from it without the key.
 */
export const nameDigest = (name: string): string => createHmac("sha256", key).update(`username|${name}`).digest("hex").slice(0, 32);
