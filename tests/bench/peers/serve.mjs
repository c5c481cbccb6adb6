// PostGraphile over the bench's database, as its documentation sets it up for production, with the reading pool and settings of the others.
import { createServer } from "node:http";
import { PgSimplifyInflectionPreset } from "@graphile/simplify-inflection";
import { grafserv } from "postgraphile/grafserv/node";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

const { address, pool, port } = JSON.parse(process.env.BENCH_SERVER);
const pgl = postgraphile({
  extends: [PostGraphileAmberPreset, PgSimplifyInflectionPreset],
  // Sorting by a column that has no index of its own is refused otherwise.
  disablePlugins: ["PgIndexBehaviorsPlugin"],
  schema: { defaultBehavior: "+list +connection" },
  pgServices: [makePgService({ schemas: ["public"], poolConfig: { ...address, ssl: false, max: pool } })],
  grafast: { explain: false },
  grafserv: { graphiql: false, websockets: false, watch: false, graphqlPath: "/graphql" },
});
const server = createServer();
server.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
await pgl.createServ(grafserv).addTo(server);
server.listen(port, "127.0.0.1", () => process.send?.("ready"));
if (process.env.BENCH_SCHEMA) {
  const { printSchema } = await import("graphql");
  console.log(printSchema((await pgl.getSchemaResult()).schema));
}
