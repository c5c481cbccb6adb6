/**
 * How an entry of the log is chained to the one before it: SHA-256 over the hash before, the number of the algorithm, the number of the
 * entry and its text. Which algorithm holds is said here and never believed from a row.
 */
export const CHAIN_ALGORITHM = 1;
/** What stands before the first entry: 32 zero bytes, in hex. */
export const CHAIN_START = "00".repeat(32);
/** Hex digits of a head that a paper prints: 128 bits. */
export const HEAD_SHOWN = 32;

/** The newest entry of the log at some moment: its number and its hash in hex. Whoever knows it can tell whether the log was rewritten since. */
export interface ChainHead {
  id: number;
  hash: string;
}

/** A head as papers print it: number, colon, beginning of the hash. */
export const headText = ({ id, hash }: ChainHead): string => `${id}:${hash.slice(0, HEAD_SHOWN)}`;

/** A head as it was read from paper; at least 16 hex digits, or it proves nothing. Undefined for anything else. */
export function readHead(text: string): ChainHead | undefined {
  const [, id, hash] = /^\s*(\d{1,15})\s*[:：]\s*([0-9a-fA-F]{16,64})\s*$/.exec(text) ?? [];
  return id && hash ? { id: Number(id), hash: hash.toLowerCase() } : undefined;
}

/** Whether a full hash is the one that was noted, whole or its beginning. */
export const isSameHash = (hash: string, noted: string): boolean => noted.length >= 16 && hash.startsWith(noted);

/**
 * SQL of the text of an entry: every column but those of the chain, as one JSON array, so that no two entries share a text. The same
 * words stand in the trigger that chains and in the statement that verifies.
 */
export const entryText = (alias: string): string => {
  const columns = ["kind", "account_id", "action", "record", "record_id", "record_ids", "trade_union_id", "before", "after", "reason", "request_id"];
  return `jsonb_build_array((extract(epoch from ${alias}.at) * 1000)::bigint, ${columns.map((column) => `${alias}.${column}`).join(", ")})::text`;
};
