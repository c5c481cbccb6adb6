import pg from "pg";
import type { Asker } from "../reading/answer.js";
import type { DatabaseAddress } from "./database.js";

/** Longest wait for a connection; with the statement's own limit nobody waits over ten seconds for anything. */
const PATIENCE_MILLISECONDS = 4_000;
/** Waiting statements; one more would not have its turn in time. */
const QUEUE = 100;
/** Connections kept apart for sign-in, sessions and health, which must stay quick while reads are slow. */
const GATE = 4;
const LIMITS = "-c statement_timeout=5000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000";
const AS_TEXT = { getTypeParser: () => (value: unknown) => value };

/** More is waiting than can be served: refused at once rather than late. */
class Full extends Error {
  readonly code = "53300";
}

/** Connections for compiled reads: values stay text, so the JSON of the database is handed on as it came. */
export class ReadPool implements Asker {
  readonly pool: pg.Pool;
  /** The way in: who is asking, signing in, and whether the database answers. */
  readonly gate: pg.Pool;
  /** Statements run since the start, for tests and metrics. */
  statements = 0;

  constructor({ host, port, user, password, database, ssl }: DatabaseAddress, size = 8) {
    const connection = { host, port, user, password, database, ssl, connectionTimeoutMillis: PATIENCE_MILLISECONDS };
    this.gate = new pg.Pool({ ...connection, max: GATE, options: `${LIMITS} -c TimeZone=UTC` });
    this.gate.on("error", () => {});
    this.pool = new pg.Pool({ ...connection, max: size, options: `${LIMITS} -c jit=off -c max_parallel_workers_per_gather=0 -c plan_cache_mode=force_generic_plan -c TimeZone=UTC` });
    this.pool.on("error", () => {}); // an idle connection that broke is replaced at the next use
  }

  async query(text: string, values: unknown[], name: string): Promise<string> {
    if (this.pool.waitingCount >= QUEUE) throw new Full();
    this.statements++;
    const { rows } = await this.pool.query({ name, text, values, rowMode: "array", types: AS_TEXT as never });
    return (rows[0] as unknown as string[])[0] as string;
  }

  async end(): Promise<void> {
    await Promise.all([this.pool.end(), this.gate.end()]);
  }
}
