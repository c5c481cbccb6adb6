import { clearNumbers, secrets } from "./canaries.js";
import { catalogue } from "./catalogue.js";
import { crossOrigin } from "./crossOrigin.js";
import { editing } from "./editing.js";
import { equalTime } from "./equalTime.js";
import { foreignIds } from "./foreignIds.js";
import { guessing } from "./guessing.js";
import { hostileAttack } from "./hostileAttack.js";
import { injection } from "./injection.js";
import { papers } from "./papers.js";
import type { Promised } from "./promise.js";
import { racing } from "./racing.js";
import { revoked } from "./revoked.js";
import { scopes } from "./scopes.js";
import { tamper } from "./tamper.js";
import { twoWalls } from "./twoWalls.js";

/** What is promised, by the number it has among the promises of the design. */
export const PROMISES: Record<string, Promised> = {
  "2": scopes,
  "5": tamper,
  "6": guessing,
  "7": racing,
  "8": secrets,
  "9": hostileAttack,
  "10": papers,
  "11": foreignIds,
  "13": clearNumbers,
  "15": injection,
  "16": revoked,
  "20": equalTime,
  "21": catalogue,
  "22": editing,
  "24": crossOrigin,
  walls: twoWalls,
};
