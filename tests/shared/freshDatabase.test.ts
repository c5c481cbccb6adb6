import { expect, test } from "@jest/globals";
import { withConnection } from "../../api/shared/databaseConnection.js";
import { freshDatabase, testServer } from "./freshDatabase.js";

let built = 0;
const template = {
  name: "counted",
  build: (address: Parameters<typeof withConnection>[0]) => {
    built++;
    return withConnection(
      address,
      async (client) => void (await client.query("create table room as select 'hall' as name")),
    );
  },
};

test("each database is its own copy of a template that is built once", async () => {
  const databases = await Promise.all([freshDatabase({ template }), freshDatabase({ template })]);
  expect(built).toBe(1);
  const [first, second] = databases;
  await withConnection(first.address, (client) => client.query("delete from room"));
  const left = await withConnection(second.address, (client) => client.query("select name from room"));
  expect(left.rows).toEqual([{ name: "hall" }]);
  for (const database of databases) await database.drop();
  const names = await withConnection(testServer(), (client) =>
    client.query("select 1 from pg_database where datname = any($1)", [databases.map((one) => one.address.database)]),
  );
  expect(names.rowCount).toBe(0);
});
