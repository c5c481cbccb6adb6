import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { isKeyId } from "../../schema/shared/seal.rules.js";

/** A master key; every field derives its own from it. */
export interface Key {
  id: string;
  secret: Buffer;
}

/** The keys of an installation: the current one seals, those in use are searched by, retired ones only open old backups. */
export interface Keys {
  current: string;
  inUse: Key[];
  retired: Key[];
}

const ABOUT =
  "个人信息与两步验证的加密密钥：请与数据库备份分开保管，丢失后个人信息无法恢复。Keys of the personal data and of the second factors: keep them apart from the backups of the database; without them the data are lost.";
const SECRET_BYTES = 32;

export const newKey = (): Key => ({ id: randomBytes(4).toString("hex"), secret: randomBytes(SECRET_BYTES) });
export const keyFile = (dataFolder: string) => join(dataFolder, "keys.json");

/** The keys in a file cannot be used; the message says why in both languages. */
export class KeysRefused extends Error {
  override readonly name = "KeysRefused";
}

/** Where keys are asked for. The file is looked at each time, so that a rotation in another process is known at once. */
export class KeyRing {
  constructor(private readonly read: () => Keys) {}

  current(): Key {
    const { current, inUse } = this.read();
    return inUse.find(({ id }) => id === current) as Key;
  }
  inUse(): readonly Key[] {
    return this.read().inUse;
  }
  /** All there is, to be handed to a process of our own. */
  all(): Keys {
    return this.read();
  }
  find(id: string): Key | undefined {
    const { inUse, retired } = this.read();
    return [...inUse, ...retired].find((key) => key.id === id);
  }
}

/** The ring of a file, read anew when the file has changed. */
export function ringOf(path: string): KeyRing {
  let known: { stamp: string; keys: Keys } | undefined;
  return new KeyRing(() => {
    const { mtimeMs, ino, size } = statSync(path);
    const stamp = `${mtimeMs} ${ino} ${size}`;
    if (known?.stamp !== stamp) known = { stamp, keys: readKeys(path) as Keys };
    return known.keys;
  });
}

/** @returns undefined when there is no file. @throws KeysRefused */
export function readKeys(path: string): Keys | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
    if (statSync(path).mode & 0o077) chmodSync(path, 0o600);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "ENOENT") return undefined;
    if (code !== "EPERM" && code !== "EROFS")
      throw new KeysRefused(`无法读取密钥文件 ${path}（${code}）。\nThe key file ${path} cannot be read (${code}).`);
    text = readFileSync(path, "utf8"); // a secret mounted read-only keeps the mode its platform gave it
  }
  const keys = parseKeys(text);
  if (!keys)
    throw new KeysRefused(
      `密钥文件 ${path} 内容无效，请用备份恢复。\nThe key file ${path} is damaged; restore it from its backup.`,
    );
  return keys;
}

function parseKeys(text: string): Keys | undefined {
  try {
    const { current, keys, retired } = JSON.parse(text) as { current: string; keys: Written[]; retired: Written[] };
    const all = { current, inUse: keys.map(asKey), retired: (retired ?? []).map(asKey) };
    return all.inUse.some(({ id }) => id === current) ? all : undefined;
  } catch {
    return undefined;
  }
}

type Written = { id: string; secret: string };
function asKey({ id, secret }: Written): Key {
  const bytes = Buffer.from(secret, "base64");
  if (!isKeyId(id) || bytes.length !== SECRET_BYTES) throw new RangeError("no key");
  return { id, secret: bytes };
}

/** Makes the file unless another process has just made it. */
export function makeKeys(path: string): void {
  const key = newKey();
  const draft = draftOf(path);
  write(draft, { current: key.id, inUse: [key], retired: [] });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as { code?: string }).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Replaces the file as a whole: readers see the old keys or the new ones. */
export function writeKeys(path: string, keys: Keys): void {
  const draft = draftOf(path);
  write(draft, keys);
  renameSync(draft, path);
}

const draftOf = (path: string) => `${path}.${process.pid}`;

function write(file: string, { current, inUse, retired }: Keys): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  rmSync(file, { force: true });
  const asText = ({ id, secret }: Key) => ({ id, secret: secret.toString("base64") });
  const text = JSON.stringify(
    { about: ABOUT, current, keys: inUse.map(asText), retired: retired.map(asText) },
    null,
    2,
  );
  const handle = openSync(file, "wx", 0o600);
  try {
    writeSync(handle, `${text}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
