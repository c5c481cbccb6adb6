import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Pool } from "pg";
import { CHAIN_START, type ChainHead, readHead } from "../../schema/audit/auditChain.rules.js";
import { chainHead } from "./head.js";

const EVERY_MILLISECONDS = 600_000;

/**
 * A file beside the database in which the head of the chain is noted from time to time. Whoever may change the database, but not this
 * file, cannot cut off the newest entries or chain the log anew without its being seen.
 */
export class Witness {
  private constructor(readonly file: string) {}

  /** The witness of one database: folders may serve several in turn. */
  static async of(pool: Pool, folder: string): Promise<Witness> {
    const { rows } = await pool.query<{ since: string }>("select (extract(epoch from created_at) * 1000)::bigint as since from installation");
    return new Witness(join(folder, `audit-heads-${rows[0]?.since ?? 0}.log`));
  }

  /** All heads noted so far, oldest first. */
  heads(): ChainHead[] {
    const lines = this.read().split("\n");
    return lines.flatMap((line) => readHead(line.split(" ")[1] ?? "") ?? []);
  }

  /** Notes the head of the chain, unless it is the one noted last. */
  note({ id, hash }: ChainHead): void {
    const last = this.heads().at(-1);
    if (hash === CHAIN_START || last?.hash === hash) return;
    mkdirSync(join(this.file, ".."), { recursive: true, mode: 0o700 });
    appendFileSync(this.file, `${new Date().toISOString()} ${id}:${hash}\n`, { mode: 0o600 });
  }

  private read(): string {
    try {
      return readFileSync(this.file, "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
      throw error;
    }
  }
}

/** Notes the head now and every ten minutes; the function it gives notes it a last time and ends. */
export async function keepWitness(pool: Pool, folder: string, tell: (error: Error) => void): Promise<() => Promise<void>> {
  const witness = await Witness.of(pool, folder);
  const note = () => chainHead(pool).then((head) => witness.note(head), tell);
  await note();
  const timer = setInterval(note, EVERY_MILLISECONDS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await note();
  };
}
