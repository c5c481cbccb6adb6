import pg from "pg";
import type { Asker } from "../reading/answer.js";
import type { DatabaseAddress } from "./database.js";

const AS_TEXT = { getTypeParser: () => (value: unknown) => value };

/** Connections for compiled reads: values stay text, so the JSON of the database is handed on as it came. */
export class ReadPool implements Asker {
  readonly pool: pg.Pool;
  /** Statements run since the start, for tests and metrics. */
  statements = 0;

  constructor({ host, port, user, password, database, ssl }: DatabaseAddress, size = 8) {
    this.pool = new pg.Pool({ host, port, user, password, database, ssl, max: size, options: "-c statement_timeout=5000 -c jit=off -c max_parallel_workers_per_gather=0 -c plan_cache_mode=force_generic_plan -c TimeZone=UTC" });
    this.pool.on("error", () => {}); // an idle connection that broke is replaced at the next use
  }

  async query(text: string, values: unknown[], name: string): Promise<string> {
    this.statements++;
    const { rows } = await this.pool.query({ name, text, values, rowMode: "array", types: AS_TEXT as never });
    return (rows[0] as unknown as string[])[0] as string;
  }

  async end(): Promise<void> {
    await this.pool.end();
  }
}
