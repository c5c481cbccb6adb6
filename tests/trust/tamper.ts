import { hash } from "node:crypto";
import { chainDigest } from "../../api/audit/chainWalk.js";
import { FORMULA, WITHOUT_PREVIOUS } from "../audit/tampering.js";
import { tamperMuch } from "../audit/tamperingSuite.js";
import { counted, type Promised } from "./promise.js";

/** Cases of each way that find a wrong chain out, whatever the seed. */
const ENOUGH = 12;

const int16 = (value: number) => Buffer.from([value >> 8, value & 255]);
function int64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}

export const tamper: Promised = {
  words:
    "a superuser who edits, deletes, inserts, swaps, cuts off, chains anew or lowers the algorithm is found out at the first bad entry, and clean copies raise no alarm",
  check: async (trial) => {
    const { seed, mutant } = trial;
    const cases = counted(trial, 20, mutant ? ENOUGH : 2);
    const { missed, alarms } = await tamperMuch({ seed, cases, ...(mutant?.chain ? { build: mutant.chain } : {}) });
    return [...missed, ...alarms.map((alarm) => `a clean copy raised ${alarm}`)];
  },
  mutants: {
    "hash without the previous hash": {
      chain: {
        formula: WITHOUT_PREVIOUS,
        digest: ({ id, algorithm, text }) =>
          hash("sha256", Buffer.concat([int16(algorithm), int64(id), Buffer.from(text)]), "hex"),
      },
    },
    "the algorithm is believed from the row": {
      chain: {
        formula: FORMULA,
        digest: (entry) => (entry.algorithm === 0 ? hash("sha256", int64(entry.id), "hex") : chainDigest(entry)),
        isAlgorithmFixed: false,
      },
    },
  },
};
