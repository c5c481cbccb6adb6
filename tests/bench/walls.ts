import "reflect-metadata";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadDemonstration } from "../../api/demonstration/load.js";
import { migrate } from "../../api/orm.js";
import { openDatabase } from "../../api/shared/database.js";
import { withConnection } from "../../api/shared/databaseConnection.js";
import { testSealing } from "../shared/testSealing.js";
import { type Reader, wallCost, wallLines } from "./wallCost.js";

/** What the second wall costs in the demonstration city: `NODE_ENV=bench node dist/tests/bench/walls.js [rounds]`. */
async function main(rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "gonghui-walls-"));
  const database = await openDatabase({ dataFolder: folder, purpose: "command", durable: false });
  try {
    await migrate(database.address);
    await withConnection(database.address, (client) => loadDemonstration(client, testSealing));
    const readers = await withConnection(database.address, async (client) => {
      await client.query("vacuum analyze");
      const { rows } = await client.query<{ id: number; path: string }>(
        "select id, path from trade_union where code in ('330600', '330602', '330602001') and standing order by code",
      );
      const scopes = ["city", "county", "township"];
      const whole: Reader = { scope: "installation", role: "SYSTEM_ADMINISTRATOR", at: rows[0]?.id as number };
      return [
        whole,
        ...rows.map(
          ({ id, path }, index): Reader => ({
            scope: scopes[index] as string,
            role: "FEDERATION_ADMINISTRATOR",
            path,
            at: id,
          }),
        ),
      ];
    });
    for (const line of wallLines(await wallCost(database.address, readers, { rounds }))) console.log(line);
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main(Number(process.argv[2] ?? 60));
