import type { ClientBase } from "pg";
import { type ChainHead, entryText } from "../../schema/audit/auditChain.rules.js";
import { type ChainedEntry, type ChainFault, ChainWalk } from "./chainWalk.js";

const BATCH = 5_000;
const AS_TEXT = { getTypeParser: () => (value: unknown) => value };
const ENTRIES = /* sql */ `
  declare entries no scroll cursor for
  select e.id, e.algorithm, encode(e.prev_hash, 'hex'), encode(e.hash, 'hex'), ${entryText("e")} from audit_entry e order by e.id`;

/** What a verification found. */
export interface Verified {
  /** The newest good entry. */
  head: ChainHead;
  /** Heads noted elsewhere that were compared. */
  noted: number;
  fault?: ChainFault;
}

/** Heads that issued documents were given; every one of them must still be in the chain. */
export async function issuedHeads(client: ClientBase): Promise<ChainHead[]> {
  const { rows } = await client.query<{ id: string; hash: string }>(
    "select distinct audit_head as id, encode(audit_head_hash, 'hex') as hash from issued_document where audit_head > 0",
  );
  return rows.map(({ id, hash }) => ({ id: Number(id), hash }));
}

/**
 * Verifies the whole log, entry by entry and in bounded memory. The hashes are computed here and not by the database, so that nothing
 * that was changed inside it can vouch for itself.
 */
export async function verifyChain(client: ClientBase, noted: readonly ChainHead[] = [], walk = new ChainWalk(noted)): Promise<Verified> {
  await client.query("begin transaction isolation level repeatable read, read only");
  try {
    await client.query("set local statement_timeout = 0; set local jit = off");
    await client.query(ENTRIES);
    const fault = await walkAll(client, walk);
    return { head: walk.head, noted: noted.length, ...(fault ? { fault } : {}) };
  } finally {
    await client.query("rollback");
  }
}

async function walkAll(client: ClientBase, walk: ChainWalk): Promise<ChainFault | undefined> {
  // The next rows are on their way while these are looked at.
  for (let coming = fetchSome(client); ; ) {
    const { rows } = await coming;
    if (rows.length === 0) return walk.end();
    coming = fetchSome(client);
    for (const row of rows) {
      const fault = walk.step(entryOf(row));
      if (fault) {
        await coming;
        return fault;
      }
    }
  }
}

const fetchSome = (client: ClientBase) => client.query<string[]>({ text: `fetch ${BATCH} from entries`, rowMode: "array", types: AS_TEXT as never });

function entryOf([id, algorithm, prevHash, hash, text]: string[]): ChainedEntry {
  return { id: Number(id), algorithm: Number(algorithm), prevHash: String(prevHash), hash: String(hash), text: String(text) };
}
