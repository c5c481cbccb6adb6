import startDatabase, { endDatabase } from "../shared/database.mjs";

// The matrix stands on the same world as the tests, so it needs the tests' PostgreSQL.
await startDatabase();
const { measureMatrix, openMatrixHouse, untriedIn } = await import("./matrix.js");
const { differences, linesOf, readTable, TABLE, writeTable } = await import("./matrixTable.js");

const begun = Date.now();
const house = await openMatrixHouse();
const { matrix, calls, disagreements } = await measureMatrix(house);
const untried = untriedIn(house.schema, matrix);
await house.close();
await endDatabase();

const found = linesOf(matrix);
const changed = differences(readTable(), found);
console.log(`${found.size} elements, ${calls} calls, ${((Date.now() - begun) / 1_000).toFixed(1)} s`);
for (const each of disagreements) console.error(`PLAIN EXECUTION DISAGREES  ${each}`);
for (const each of untried) console.error(`NOBODY HAS SAID HOW TO TRY  ${each}`);
if (disagreements.length + untried.length > 0) process.exit(1);
writeTable(matrix);
if (changed.length === 0) console.log(`${TABLE}: nothing changed`);
else {
  console.log(
    `\n${TABLE}: ${changed.length} lines CHANGED. Who may see or do what is different now; each line must be meant:\n`,
  );
  for (const each of changed) console.log(`  ${each}`);
}
process.exit(0);
