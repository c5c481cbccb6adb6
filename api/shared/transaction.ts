import type { SqlEntityManager } from "@mikro-orm/postgresql";

interface Raw {
  executeQuery(query: unknown): Promise<{ rows: unknown[] }>;
}

/** Asks by SQL with `$1` placeholders on the connection of the entity manager's transaction, so that it sees what was flushed. */
export async function ask<Row = Record<string, unknown>>(
  em: SqlEntityManager,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const transaction = em.getTransactionContext() as unknown as Raw | undefined;
  if (!transaction) throw new Error("a change is asked for outside its transaction");
  const { rows } = await transaction.executeQuery({
    sql,
    parameters: values,
    query: { kind: "RawNode", sqlFragments: [sql], parameters: [] },
    queryId: { queryId: "" },
  });
  return rows as Row[];
}
