import pg from "pg";
import type { Asker } from "../reading/answer.js";
import type { Viewer } from "../reading/viewer.js";
import type { DatabaseAddress } from "./database.js";
import { Wall } from "./wall.js";
import { prepareWall, WalledQuery } from "./walledQuery.js";

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
  /** The owner's connections: for signing in, health and the office's own errands only. What a reader asks for goes through `query`. */
  readonly pool: pg.Pool;
  /** The way in: who is asking, signing in, and whether the database answers. */
  readonly gate: pg.Pool;
  readonly wall: Wall;
  /** Statements run since the start, for tests and metrics. */
  statements = 0;
  private readonly hasSecondWall: boolean;

  /** @param options.secondWall `false` measures what the second wall costs; refused unless NODE_ENV is `bench` or `test`. */
  constructor({ host, port, user, password, database, ssl }: DatabaseAddress, size = 8, { secondWall = true } = {}) {
    if (!secondWall && process.env.NODE_ENV !== "bench" && process.env.NODE_ENV !== "test")
      throw new Error("the second wall is taken down on the bench only");
    this.hasSecondWall = secondWall;
    const connection = { host, port, user, password, database, ssl, connectionTimeoutMillis: PATIENCE_MILLISECONDS };
    this.gate = new pg.Pool({ ...connection, max: GATE, options: `${LIMITS} -c TimeZone=UTC` });
    this.gate.on("error", () => {});
    this.pool = new pg.Pool({
      ...connection,
      max: size,
      options: `${LIMITS} -c jit=off -c max_parallel_workers_per_gather=0 -c plan_cache_mode=force_generic_plan -c TimeZone=UTC`,
      onConnect: prepareWall,
    });
    this.pool.on("error", () => {}); // an idle connection that broke is replaced at the next use
    this.pool.on("connect", (client) => client.on("error", () => {})); // one that breaks at work fails its query, not the process
    this.wall = new Wall(this.pool);
  }

  async query(text: string, values: unknown[], name: string, viewer: Viewer): Promise<string> {
    if (this.pool.waitingCount >= QUEUE) throw new Full();
    this.statements++;
    if (!this.hasSecondWall) {
      const { rows } = await this.pool.query({ name, text, values, rowMode: "array", types: AS_TEXT as never });
      return (rows[0] as unknown as string[])[0] as string;
    }
    const behind = await this.wall.behind(viewer);
    const client = await this.pool.connect();
    try {
      // A plan belongs to a database role, so each role has its own on a connection.
      return await client.query(new WalledQuery(name && `${name} ${behind[3]}`, text, values, behind)).answer;
    } finally {
      client.release();
    }
  }

  async end(): Promise<void> {
    await Promise.all([this.pool.end(), this.gate.end()]);
  }
}
