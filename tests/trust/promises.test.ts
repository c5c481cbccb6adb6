import { randomInt } from "node:crypto";
import { afterAll, describe, expect, test } from "@jest/globals";
import { PROMISES } from "./promises.js";
import { brokenPromise, closingLine, drawn, mutantFound, ROWS, SHORT } from "./suite.js";

const SEED = Number(process.env.SEED || randomInt(2 ** 31));
const MUTANTS = 3;
const PATIENCE = 120_000;

describe(`promises, in a tenth of the full counts (SEED=${SEED})`, () => {
  test.each(ROWS.map((row) => [row, PROMISES[row]?.words ?? ""]))(
    "%s: %s",
    async (row) => {
      expect(await brokenPromise(row, SEED, SHORT)).toEqual([]);
    },
    PATIENCE,
  );
});

describe(`wrong builds drawn by SEED=${SEED}`, () => {
  const cases = drawn(MUTANTS, SEED);
  let caught = 0;
  test.each(cases)(
    "$row is broken by a build in which $name",
    async (each) => {
      expect(await mutantFound(each, SEED)).not.toEqual([]);
      caught++;
    },
    PATIENCE,
  );
  afterAll(() => void process.stdout.write(`${closingLine(caught, cases.length, SEED)}\n`));
});
