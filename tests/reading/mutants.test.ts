import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Chance } from "../../api/demonstration/chance.js";
import type { Asker } from "../../api/reading/answer.js";
import { type FreshDatabase, freshDatabase } from "../shared/freshDatabase.js";
import { Comparison } from "./comparison.js";
import { Generator } from "./generator.js";
import { openReadingHouse, type ReadingHouse } from "./house.js";
import { MUTANTS, type Mutant } from "./mutants.js";
import { READING_WORLD } from "./world.js";

const PATIENCE = 5_000;

let database: FreshDatabase;
let house: ReadingHouse;

beforeAll(async () => {
  database = await freshDatabase({ template: READING_WORLD });
  // Faults of the first wall would not show behind the second.
  house = await openReadingHouse(database.address, { secondWall: false });
});

afterAll(async () => {
  await house?.close();
  await database?.drop();
});

/** The first operation that shows the fault, with what both ways answered. Operations that the fault does not touch are passed over. */
async function found({ sql = (text) => text, values = (given) => given, reader = (viewer) => viewer }: Mutant) {
  let [isTouched, isBroken] = [false, false];
  const dry: Asker = {
    query: async (text, given) => {
      isTouched ||= sql(text) !== text || JSON.stringify(values(given)) !== JSON.stringify(given);
      return "{}";
    },
  };
  const faulty: Asker = {
    query: (text, given, _name, viewer) =>
      house.reads.query(sql(text), values(given), "", viewer).catch((error: Error) => {
        isBroken = true;
        throw error;
      }),
  };
  const { schema, cursors } = house.comparison;
  const [trial, comparison] = [dry, faulty].map((asker) => new Comparison(schema, asker, house.rows, cursors)) as [
    Comparison,
    Comparison,
  ];
  for (let number = 0; number < PATIENCE; number++) {
    const made = new Generator(schema, house.pools, `mutants/${number}`).operation();
    const document = comparison.isValid(made);
    if (!document) continue;
    const viewer = new Chance(`mutants ${number}`).pick(house.viewers);
    isTouched = reader(viewer) !== viewer;
    await trial.compiled(document, made, viewer, true);
    const { difference } = isTouched ? await comparison.compare(document, made, viewer, reader(viewer)) : {};
    // A fault that only breaks the SQL would be noticed by anyone.
    if (difference && !isBroken) return { number, ...difference };
    isBroken = false;
  }
  return undefined;
}

test.each(Object.keys(MUTANTS))(
  "the comparison notices when %s",
  async (name) => {
    expect(await found(MUTANTS[name] as Mutant)).toBeDefined();
  },
  120_000,
);
