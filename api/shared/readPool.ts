import pg from "pg";
import type { Asker } from "../reading/answer.js";
import type { Viewer } from "../reading/viewer.js";
import type { DatabaseAddress } from "./database.js";
import { Wall } from "./wall.js";
import { prepareWall, WalledQuery } from "./walledQuery.js";

const AS_TEXT = { getTypeParser: () => (value: unknown) => value };

/** Connections for compiled reads: values stay text, so the JSON of the database is handed on as it came. */
export class ReadPool implements Asker {
  /** The owner's connections: for signing in, health and the office's own errands only. What a reader asks for goes through `query`. */
  readonly pool: pg.Pool;
  readonly wall: Wall;
  /** Statements run since the start, for tests and metrics. */
  statements = 0;
  private readonly hasSecondWall: boolean;

  /** @param options.secondWall `false` measures what the second wall costs; refused unless NODE_ENV is `bench` or `test`. */
  constructor({ host, port, user, password, database, ssl }: DatabaseAddress, size = 8, { secondWall = true } = {}) {
    if (!secondWall && process.env.NODE_ENV !== "bench" && process.env.NODE_ENV !== "test")
      throw new Error("the second wall is taken down on the bench only");
    this.hasSecondWall = secondWall;
    this.pool = new pg.Pool({
      host,
      port,
      user,
      password,
      database,
      ssl,
      max: size,
      options:
        "-c statement_timeout=5000 -c jit=off -c max_parallel_workers_per_gather=0 -c plan_cache_mode=force_generic_plan -c TimeZone=UTC",
      onConnect: prepareWall,
    });
    this.pool.on("error", () => {}); // an idle connection that broke is replaced at the next use
    this.pool.on("connect", (client) => client.on("error", () => {})); // one that breaks at work fails its query, not the process
    this.wall = new Wall(this.pool);
  }

  async query(text: string, values: unknown[], name: string, viewer: Viewer): Promise<string> {
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
    await this.pool.end();
  }
}
