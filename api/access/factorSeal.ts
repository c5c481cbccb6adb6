import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [NONCE, TAG, KEY] = [12, 16, 32];
const ALGORITHM = "aes-256-gcm";

/** Seals secrets of second factors: a copy of the database alone opens none of them, and none opens in another account's row. */
export class FactorSeal {
  constructor(private readonly key: () => Buffer) {}

  seal(accountId: number, secret: string): Buffer {
    const nonce = randomBytes(NONCE);
    const sealer = createCipheriv(ALGORITHM, this.key(), nonce, { authTagLength: TAG });
    sealer.setAAD(placeOf(accountId));
    return Buffer.concat([nonce, sealer.update(secret, "utf8"), sealer.final(), sealer.getAuthTag()]);
  }

  /** @throws Error when the key is another one, or the row was changed */
  open(accountId: number, sealed: Buffer): string {
    const opener = createDecipheriv(ALGORITHM, this.key(), sealed.subarray(0, NONCE), { authTagLength: TAG });
    opener.setAAD(placeOf(accountId)).setAuthTag(sealed.subarray(-TAG));
    return Buffer.concat([opener.update(sealed.subarray(NONCE, -TAG)), opener.final()]).toString("utf8");
  }
}

const placeOf = (accountId: number) => Buffer.from(`second_factor.sealed_secret ${accountId}`);

/** The seal of an installation: its key lies beside the database, in a file of its own, made when it is first needed. */
export function factorSealIn(dataFolder: string): FactorSeal {
  let known: Buffer | undefined;
  return new FactorSeal(() => (known ??= keyIn(dataFolder)));
}

function keyIn(folder: string): Buffer {
  const file = join(folder, "second-factor.key");
  const draft = `${file}.${process.pid}`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(draft, randomBytes(KEY), { mode: 0o600 });
  try {
    linkSync(draft, file); // whoever comes second takes the key of the first
  } catch (error) {
    if ((error as { code?: string }).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const key = readFileSync(file);
  if (key.length !== KEY)
    throw new Error(
      `密钥文件 ${file} 已损坏，请用备份恢复。The key file ${file} is damaged; restore it from its backup.`,
    );
  return key;
}
