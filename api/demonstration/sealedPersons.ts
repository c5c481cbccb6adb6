import { randomBytes } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { SEALED_PLACES } from "../../schema/people/personalFields.rules.js";
import { NONCE_BYTES } from "../../schema/shared/seal.rules.js";
import { asBytea, type Sealing } from "../shared/sealing.js";
import type { Cell, Sheet } from "./sheet.js";

/** So many rows are sealed before others have their turn: the database is busy with other tables meanwhile. */
const AT_ONCE = 1_000;

/** Seals the personal data of a sheet of persons, so that no clear number is ever written. */
export async function sealPersons(persons: Sheet, sealing: Sealing): Promise<void> {
  const ids = persons.column("id") as number[];
  for (const place of Object.values(SEALED_PLACES)) {
    const nonces = randomBytes(NONCE_BYTES * ids.length);
    const [sealed, bidx, mask, key]: [Cell[], Cell[], Cell[], Cell[]] = [[], [], [], []];
    for (const [row, value] of persons.column(place.column).entries()) {
      if (row % AT_ONCE === 0) await setImmediate();
      const nonce = nonces.subarray(row * NONCE_BYTES, (row + 1) * NONCE_BYTES);
      const made = typeof value === "string" ? sealing.seal(place, ids[row] as number, value, nonce) : undefined;
      sealed.push(made && asBytea(made.sealed));
      bidx.push(made && asBytea(made.bidx));
      mask.push(made?.mask);
      key.push(made?.key);
    }
    persons.replace(place.column, {
      [`${place.column}_sealed`]: { type: "bytea", cells: sealed },
      [`${place.column}_bidx`]: { type: "bytea", cells: bidx },
      [`${place.column}_mask`]: { type: "text", cells: mask },
      [`${place.column}_key`]: { type: "text", cells: key },
    });
  }
}
