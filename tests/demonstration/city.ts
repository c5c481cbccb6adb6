import pg from "pg";
import { loadDemonstration } from "../../api/demonstration/load.js";
import { migrate } from "../../api/orm.js";
import { withConnection } from "../../api/shared/databaseConnection.js";
import { freshDatabase, type Template } from "../shared/freshDatabase.js";
import { testSealing } from "../shared/testSealing.js";

/** The load of the city is waited for as long as this, in milliseconds, on a machine that does other things too. */
export const PATIENCE = 240_000;

/** The demonstration city, loaded once per run. */
const DEMONSTRATION: Template = {
  name: "demonstration",
  build: async (address) => {
    await migrate(address);
    await withConnection(address, (client) => loadDemonstration(client, testSealing));
  },
};

/** A copy of the city with a connection to look into it. */
export async function openCity() {
  const database = await freshDatabase({ template: DEMONSTRATION });
  const client = new pg.Client({ ...database.address, ssl: false });
  await client.connect();
  const list = async (sql: string, values: unknown[] = []): Promise<unknown[]> =>
    (await client.query(sql, values)).rows.map((row) => Object.values(row)[0]);
  return {
    client,
    /** The first column of the answer. */
    list,
    /** The first value of the answer. */
    one: async (sql: string, values: unknown[] = []) => (await list(sql, values))[0] as never,
    end: async () => {
      await client.end();
      await database.drop();
    },
  };
}
