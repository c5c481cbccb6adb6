import "reflect-metadata";
import { compareMany, told } from "../reading/differential.js";
import { openReadingHouse } from "../reading/house.js";
import { leakCheck } from "../reading/leaks.js";
import { READING_WORLD } from "../reading/world.js";
import { freshDatabase } from "../shared/freshDatabase.js";
import type { Drill } from "./main.js";

const OPERATIONS = 200_000;
const PART = 5_000;

/** Random operations on the compiled path and on plain GraphQL: the same answers, and no row out of reach. A short drill is ten times shorter still, as the tests compare by themselves. */
export const drill: Drill = async ({ seed, scale }) => {
  const database = await freshDatabase({ template: READING_WORLD });
  const house = await openReadingHouse(database.address);
  const wanted = Math.ceil(OPERATIONS * scale * (scale < 1 ? 0.1 : 1));
  try {
    let [operations, lane] = [0, 0];
    for (let part = 0; operations < wanted; part++) {
      const tally = await compareMany(
        house,
        `${seed}/${part}`,
        Math.min(PART, wanted - operations),
        leakCheck(house.rows),
      );
      house.rows.forget();
      operations += tally.operations;
      lane += tally.lane;
      if (tally.failures.length > 0) throw new Error(tally.failures.map(told).join("\n\n"));
      if (scale >= 1)
        console.log(`        ${operations} operations, ${Math.round((100 * lane) / operations)} % by the lane`);
    }
    if (lane / operations < 0.7) throw new Error(`only ${lane} of ${operations} operations took the lane`);
  } finally {
    await house.close();
    await database.drop();
  }
};
