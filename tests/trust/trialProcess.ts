import "reflect-metadata";
import { inspect } from "node:util";
import type { TrialReply } from "./apart.js";
import { PROMISES } from "./promises.js";

const [row = "", name = "", seed = "", scale = ""] = process.argv.slice(2);
const answer = (reply: TrialReply) => process.send?.(reply, () => process.exit(0));

try {
  const promised = PROMISES[row];
  if (!promised) throw new Error(`no promise is called ${row}`);
  const mutant = promised.mutants[name];
  const found = await promised.check({ seed: Number(seed), scale: Number(scale), mutant });
  if (mutant?.code && !(await import("./plant.js")).hasFault())
    throw new Error("the fault was never planted: its file was not loaded");
  answer({ found });
} catch (error) {
  answer({ broken: inspect(error) });
}
