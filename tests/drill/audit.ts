import { tamperMuch } from "../audit/tamperingSuite.js";
import type { Drill } from "./main.js";

/** Spoils the log in seven ways, twenty times each, as somebody with every right in the database; each time the first bad entry is named. */
export const drill: Drill = async ({ seed, scale }) => {
  const { missed, alarms } = await tamperMuch({ seed, cases: Math.max(2, Math.round(20 * scale)) });
  if (missed.length + alarms.length > 0) throw new Error(`SEED=${seed}\n${missed.join("\n")}\nalarms: ${alarms.join(", ")}`);
};
