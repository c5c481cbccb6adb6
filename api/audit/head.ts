import type { Pool, PoolClient } from "pg";
import { CHAIN_START, type ChainHead } from "../../schema/audit/auditChain.rules.js";

/** The newest entry of the log. Whatever is read after this call holds every change up to it. */
export async function chainHead(client: Pool | PoolClient): Promise<ChainHead> {
  const { rows } = await client.query<{ id: string; hash: string }>("select id, encode(hash, 'hex') as hash from audit_entry order by id desc limit 1");
  return rows[0] ? { id: Number(rows[0].id), hash: rows[0].hash } : { id: 0, hash: CHAIN_START };
}
