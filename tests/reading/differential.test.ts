import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type FreshDatabase, freshDatabase } from "../shared/freshDatabase.js";
import { compareMany, told } from "./differential.js";
import { openReadingHouse, type ReadingHouse } from "./house.js";
import { leakCheck } from "./leaks.js";
import { READING_WORLD } from "./world.js";

const OPERATIONS = 2_000;
const SEED = process.env.SEED ?? "20130905";

let database: FreshDatabase;
let house: ReadingHouse;

beforeAll(async () => {
  database = await freshDatabase({ template: READING_WORLD });
  house = await openReadingHouse(database.address);
});

afterAll(async () => {
  await house?.close();
  await database?.drop();
});

test(`${OPERATIONS} random operations are answered as plain GraphQL answers them, and show no row out of reach (SEED=${SEED})`, async () => {
  const tally = await compareMany(house, SEED, OPERATIONS, leakCheck(house.rows));
  expect(tally.failures.map(told)).toEqual([]);
  expect(tally.operations).toBeGreaterThanOrEqual(OPERATIONS);
  expect(tally.lane / tally.operations).toBeGreaterThanOrEqual(0.7);
  expect(tally.refused / tally.operations).toBeLessThan(0.15);
}, 300_000);
