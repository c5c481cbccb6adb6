/** The limit: node's http and pg, one prepared statement a request, its text put on the socket. No GraphQL, no sign-in, no limits. */
import { createServer } from "node:http";
import pg from "pg";
import { QUESTIONS } from "./queries.js";
import type { ServerOrder } from "./servers.js";

const { address, pool: max, port } = JSON.parse(process.env.BENCH_SERVER as string) as ServerOrder;
const pool = new pg.Pool({ ...address, ssl: false, max, options: "-c TimeZone=UTC" });
const statements = new Map(QUESTIONS.map(({ name, raw }) => [name, raw]));
const AS_TEXT = { getTypeParser: () => (value: unknown) => value } as unknown as pg.CustomTypesConfig;

createServer(async (request, response) => {
  const [, name = "", at] = (request.url as string).split("/");
  try {
    const { rows } = await pool.query({
      name,
      text: statements.get(name) as string,
      values: [at],
      rowMode: "array",
      types: AS_TEXT,
    });
    const body = Buffer.from((rows[0]?.[0] as string) ?? "null");
    response
      .writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": body.length })
      .end(body);
  } catch (error) {
    response.writeHead(500).end((error as Error).message);
  }
}).listen(port, "127.0.0.1", () => process.send?.("ready"));
process.on("disconnect", () => process.exit(0));
