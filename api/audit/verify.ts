import type { ClientBase } from "pg";
import { type ChainHead, entryText } from "../../schema/audit/auditChain.rules.js";
import { type ChainedEntry, type ChainFault, ChainWalk } from "./chainWalk.js";

const BATCH = 2_000;
const FIRST = "-9223372036854775808";
/** The next entries as lines of one text: no text of an entry holds a tab or a line break, as JSON writes them with a backslash. */
const ENTRIES = /* sql */ `
  select max(id) as last, count(*)::integer as entries, string_agg(line, E'\\n') as lines from (
    select e.id, concat_ws(E'\\t', e.id, e.algorithm, encode(e.prev_hash, 'hex'), encode(e.hash, 'hex'), ${entryText("e")}) as line
    from audit_entry e where e.id > $1 order by e.id limit ${BATCH}) batch`;
const TWICE = "select id from audit_entry group by id having count(*) > 1 order by id limit 1";

interface Batch {
  last: string | null;
  entries: number;
  lines: string;
}

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
export async function verifyChain(
  client: ClientBase,
  noted: readonly ChainHead[] = [],
  walk = new ChainWalk(noted),
): Promise<Verified> {
  await client.query("begin transaction isolation level repeatable read, read only");
  try {
    await client.query("set local statement_timeout = 0; set local jit = off");
    const fault = await walkAll(client, walk);
    return { head: walk.head, noted: noted.length, ...(fault ? { fault } : {}) };
  } finally {
    await client.query("rollback");
  }
}

async function walkAll(client: ClientBase, walk: ChainWalk): Promise<ChainFault | undefined> {
  let walked = 0;
  for (let batch = await fetchAfter(client, FIRST); batch.last !== null; ) {
    // The next entries are on their way while these are looked at.
    const coming = fetchAfter(client, batch.last);
    const fault = firstFault(batch, walk);
    const next = await coming;
    if (fault) return fault;
    walked += batch.entries;
    batch = next;
  }
  return (await walkedTwice(client, walked)) ?? walk.end();
}

async function fetchAfter(client: ClientBase, id: string): Promise<Batch> {
  const { rows } = await client.query<Batch>({ name: "entries of the chain", text: ENTRIES, values: [id] });
  return rows[0] as Batch;
}

function firstFault({ lines }: Batch, walk: ChainWalk): ChainFault | undefined {
  for (const line of lines.split("\n")) {
    const fault = walk.step(entryOf(line));
    if (fault) return fault;
  }
  return undefined;
}

/** Two entries of one number can stand only where the key was taken off. */
async function walkedTwice(client: ClientBase, walked: number): Promise<ChainFault | undefined> {
  const { rows } = await client.query<{ entries: string }>("select count(*) as entries from audit_entry");
  if (Number(rows[0]?.entries) === walked) return undefined;
  const twice = await client.query<{ id: string }>(TWICE);
  return { id: Number(twice.rows[0]?.id ?? 0), kind: "INSERTED" };
}

function entryOf(line: string): ChainedEntry {
  const ends = [0, 0, 0, 0];
  let from = 0;
  for (let at = 0; at < 4; at++) {
    ends[at] = line.indexOf("\t", from);
    from = (ends[at] as number) + 1;
  }
  const [id, algorithm, prevHash, hash] = ends as [number, number, number, number];
  return {
    id: Number(line.slice(0, id)),
    algorithm: Number(line.slice(id + 1, algorithm)),
    prevHash: line.slice(algorithm + 1, prevHash),
    hash: line.slice(prevHash + 1, hash),
    text: line.slice(hash + 1),
  };
}
