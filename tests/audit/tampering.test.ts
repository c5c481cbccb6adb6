import { hash } from "node:crypto";
import { expect, test } from "@jest/globals";
import { chainDigest } from "../../api/audit/chainWalk.js";
import { FORMULA, WITHOUT_PREVIOUS } from "./tampering.js";
import { tamperMuch } from "./tamperingSuite.js";

const SEED = Number(process.env.SEED ?? 20260101);
const CASES = 4;

test(`a superuser who edits, deletes, inserts, swaps, cuts off, chains anew or lowers the algorithm is found out at the first bad entry, and clean copies raise no alarm (SEED=${SEED})`, async () => {
  expect(await tamperMuch({ seed: SEED, cases: CASES })).toEqual({ missed: [], alarms: [] });
});

const int16 = (value: number) => Buffer.from([value >> 8, value & 255]);
function int64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}

test("a build whose hash leaves out the one before is caught by these cases", async () => {
  const digest = ({ id, algorithm, text }: { id: number; algorithm: number; text: string }) => hash("sha256", Buffer.concat([int16(algorithm), int64(id), Buffer.from(text)]), "hex");
  const { missed, alarms } = await tamperMuch({ seed: SEED, cases: 12, build: { formula: WITHOUT_PREVIOUS, digest } });
  expect(alarms).toEqual([]);
  expect(missed.filter((each) => each.startsWith("edited"))).not.toEqual([]);
});

test("a build that believes the algorithm from the row is caught by these cases", async () => {
  const digest = (entry: Parameters<typeof chainDigest>[0]) => (entry.algorithm === 0 ? hash("sha256", int64(entry.id), "hex") : chainDigest(entry));
  const { missed, alarms } = await tamperMuch({ seed: SEED, cases: 12, build: { formula: FORMULA, digest, isAlgorithmFixed: false } });
  expect(alarms).toEqual([]);
  expect(missed.filter((each) => each.startsWith("lowered"))).not.toEqual([]);
});
