import { randomBytes } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { placesOf } from "../../schema/people/personalFields.rules.js";
import { NONCE_BYTES } from "../../schema/shared/seal.rules.js";
import { asBytea, type Sealing } from "../shared/sealing.js";
import type { Cell, Sheet } from "./sheet.js";

/** So many rows are sealed before others have their turn: the database is busy with other tables meanwhile. */
const AT_ONCE = 1_000;

/** Seals the personal data of a sheet, so that nothing of it is ever written in clear. */
export async function sealSheet(sheet: Sheet, sealing: Sealing): Promise<void> {
  const ids = sheet.column("id") as number[];
  for (const place of placesOf(sheet.table)) {
    const nonces = randomBytes(NONCE_BYTES * ids.length);
    const [sealed, bidx, mask, key]: [Cell[], Cell[], Cell[], Cell[]] = [[], [], [], []];
    for (const [row, value] of sheet.column(place.column).entries()) {
      if (row % AT_ONCE === 0) await setImmediate();
      const nonce = nonces.subarray(row * NONCE_BYTES, (row + 1) * NONCE_BYTES);
      const made = typeof value === "string" ? sealing.seal(place, ids[row] as number, value, nonce) : undefined;
      sealed.push(made && asBytea(made.sealed));
      bidx.push(made && asBytea(made.bidx));
      mask.push(made?.mask);
      key.push(made?.key);
    }
    sheet.replace(place.column, {
      [`${place.column}_sealed`]: { type: "bytea", cells: sealed },
      ...(place.index === "none" ? {} : { [`${place.column}_bidx`]: { type: "bytea", cells: bidx } }),
      [`${place.column}_mask`]: { type: "text", cells: mask },
      [`${place.column}_key`]: { type: "text", cells: key },
    });
  }
}
