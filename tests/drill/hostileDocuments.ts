import type { Dice, Hostile, Kinds } from "./dice.js";
import { FLOODS } from "./hostileFloods.js";
import { INPUTS } from "./hostileInputs.js";

const KINDS: Kinds = { ...FLOODS, ...INPUTS };
const NAMES = Object.keys(KINDS);

/** The next document to be tried. */
export function hostileDocument(dice: Dice): Hostile {
  const kind = dice.one(NAMES);
  return { kind, ...(KINDS[kind] as Kinds[string])(dice) };
}
