import { catalogue } from "./catalogue.js";
import { injection } from "./injection.js";
import type { Promised } from "./promise.js";
import { scopes } from "./scopes.js";
import { tamper } from "./tamper.js";
import { twoWalls } from "./twoWalls.js";

/** What is promised, by the number it has among the promises of the design. */
export const PROMISES: Record<string, Promised> = {
  "2": scopes,
  "5": tamper,
  "15": injection,
  "21": catalogue,
  walls: twoWalls,
};
