import { createHash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** More bytes came than a file may have. */
export class TooLarge extends Error {}

/** A file that has come in whole and is not kept yet. */
export interface Received {
  path: string;
  size: number;
  /** SHA-256, in hex. */
  digest: string;
}

const PRIVATE = { folder: 0o700, file: 0o600 };
const isStored = (name: string) => /^[0-9a-f]{32}$/.test(name);

/** The bytes of attachments, in a folder of the data folder, each under a name drawn at random; no name of a sender's ever reaches the disk. */
export class FileStore {
  private readonly incoming: string;

  constructor(readonly folder: string) {
    this.incoming = join(folder, "incoming");
  }

  /** Writes what comes in to the disk and counts it; what does not come whole leaves nothing. @throws TooLarge */
  async receive(stream: Readable, most: number): Promise<Received> {
    await mkdir(this.incoming, { recursive: true, mode: PRIVATE.folder });
    const path = join(this.incoming, randomBytes(16).toString("hex"));
    const hash = createHash("sha256");
    let size = 0;
    const counted = async function* (source: AsyncIterable<Buffer>) {
      for await (const piece of source) {
        size += piece.length;
        if (size > most) throw new TooLarge();
        hash.update(piece);
        yield piece;
      }
    };
    try {
      await pipeline(stream, counted, createWriteStream(path, { mode: PRIVATE.file, flags: "wx", flush: true }));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { path, size, digest: hash.digest("hex") };
  }

  /** Gives a received file its place for good, and the name to find it by. */
  async keep({ path }: Received): Promise<string> {
    const name = randomBytes(16).toString("hex");
    await rename(path, join(this.folder, name));
    const folder = await open(this.folder);
    await folder.sync().finally(() => folder.close());
    return name;
  }

  /** Takes away what was received and not kept, or kept for a record that was never written. */
  async drop({ path }: Received, name?: string): Promise<void> {
    await rm(path, { force: true });
    if (name && isStored(name)) await rm(join(this.folder, name), { force: true });
  }

  /** The bytes of a stored file, as they came. @throws Error when they are gone or are not those any more */
  async read(name: string, digest: string): Promise<Buffer> {
    if (!isStored(name)) throw new Error("this is the name of no stored file");
    const bytes = await readFile(join(this.folder, name));
    if (createHash("sha256").update(bytes).digest("hex") !== digest)
      throw new Error(`the stored file ${name} was changed`);
    return bytes;
  }

  /** Takes away what a process that was killed has left: files half received, and files that no record knows. Young ones may be at work. */
  async sweep(
    known: (names: string[]) => Promise<ReadonlySet<string>>,
    olderThanMilliseconds: number,
  ): Promise<number> {
    const listed = async (folder: string) =>
      (await readdir(folder).catch(() => [])).filter(isStored).map((name) => join(folder, name));
    const stored = await listed(this.folder);
    const kept = await known(stored.map((path) => path.slice(-32)));
    const stray = [...(await listed(this.incoming)), ...stored.filter((path) => !kept.has(path.slice(-32)))];
    let swept = 0;
    for (const path of stray) {
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
      if (mtimeMs > Date.now() - olderThanMilliseconds) continue;
      await rm(path, { force: true });
      swept += 1;
    }
    return swept;
  }
}

/** The store of a data folder. */
export const fileStoreIn = (dataFolder: string) => new FileStore(join(dataFolder, "attachments"));
