import type { Pool, PoolClient } from "pg";

/** Who does something outside the door of records, and why. */
interface Doer {
  accountId?: number;
  action: string;
  reason?: string;
  requestId?: string;
}

/** One transaction whose changes enter the audit log under the doer's name. */
export async function audited<T>(
  pool: Pool,
  { accountId, action, reason, requestId }: Doer,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query(
      "select set_config('gonghui.account', $1, true), set_config('gonghui.action', $2, true), set_config('gonghui.reason', $3, true), set_config('gonghui.request', $4, true)",
      [accountId ? String(accountId) : "", action, reason ?? "", requestId ?? ""],
    );
    const result = await work(client);
    await client.query("commit");
    client.release();
    return result;
  } catch (error) {
    await client.query("rollback").then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  }
}
