import { hash } from "node:crypto";
import { CHAIN_ALGORITHM, CHAIN_START, type ChainHead, isSameHash } from "../../schema/audit/auditChain.rules.js";

/** An entry of the log as it is stored, with the text its hash was made of. Hashes in hex. */
export interface ChainedEntry {
  id: number;
  algorithm: number;
  prevHash: string;
  hash: string;
  text: string;
}

/** What is wrong with the first bad entry. */
export type FaultKind = "MISSING" | "INSERTED" | "ALGORITHM" | "UNLINKED" | "ALTERED" | "NOTED_OTHERWISE";

/** The first entry at which the log is not what it was. */
export interface ChainFault {
  id: number;
  kind: FaultKind;
  /** For a log that agrees with itself but not with what was noted: the last entry known to be good. */
  goodUntil?: number;
}

const PREFIX_BYTES = 42;
let message = Buffer.alloc(64 * 1024);

/** The hash an entry must have: SHA-256 over the hash before, the algorithm that is in force, the number, and the text. */
export function chainDigest({ id, prevHash, text }: ChainedEntry): string {
  const most = PREFIX_BYTES + text.length * 3;
  if (message.length < most) message = Buffer.alloc(most * 2);
  message.write(prevHash, 0, 32, "hex");
  message.writeInt16BE(CHAIN_ALGORITHM, 32);
  message.writeBigInt64BE(BigInt(id), 34);
  const length = message.write(text, PREFIX_BYTES, "utf8");
  return hash("sha256", message.subarray(0, PREFIX_BYTES + length), "hex");
}

/** Walks the log from its first entry on and stops at the first that is missing, strange or altered. */
export class ChainWalk {
  private last: ChainHead = { id: 0, hash: CHAIN_START };
  private goodUntil = 0;
  private readonly noted: ChainHead[];

  /** @param noted heads known from elsewhere: from papers, from issued documents, from the file beside the database. */
  constructor(
    noted: readonly ChainHead[] = [],
    private readonly digest: (entry: ChainedEntry) => string = chainDigest,
    private readonly isAlgorithmFixed = true,
  ) {
    this.noted = [...noted].sort((one, other) => one.id - other.id);
  }

  /** The newest entry walked over. */
  get head(): ChainHead {
    return this.last;
  }

  step(entry: ChainedEntry): ChainFault | undefined {
    const expected = this.last.id + 1;
    if (entry.id < expected) return { id: entry.id, kind: "INSERTED" };
    if (entry.id > expected) return { id: expected, kind: "MISSING" };
    const kind = this.faultOf(entry);
    if (kind) return { id: entry.id, kind };
    this.last = { id: entry.id, hash: entry.hash };
    return this.compare();
  }

  /** To be asked when there are no more entries: whether the newest ones are gone. */
  end(): ChainFault | undefined {
    return this.noted.length > 0 ? { id: this.last.id + 1, kind: "MISSING" } : undefined;
  }

  private faultOf(entry: ChainedEntry): FaultKind | undefined {
    if (this.isAlgorithmFixed && entry.algorithm !== CHAIN_ALGORITHM) return "ALGORITHM";
    if (entry.prevHash !== this.last.hash) return "UNLINKED";
    return this.digest(entry) === entry.hash ? undefined : "ALTERED";
  }

  private compare(): ChainFault | undefined {
    while (this.noted[0] && this.noted[0].id <= this.last.id) {
      const { id, hash: before } = this.noted.shift() as ChainHead;
      const now = id === 0 ? CHAIN_START : this.last.hash;
      if (!isSameHash(now, before)) return { id, kind: "NOTED_OTHERWISE", goodUntil: this.goodUntil };
      this.goodUntil = id;
    }
    return undefined;
  }
}
