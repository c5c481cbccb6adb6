import { registerHooks } from "node:module";
import type { CodeFault } from "./promise.js";

/** Loaded before everything else in the process of a mutant: hands Node the built files as they are, one of them with a fault. */
const { file, find, put } = JSON.parse(process.env.PLANTED_FAULT ?? "{}") as CodeFault;
let isPlanted = false;

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith(`/${file}`)) return loaded;
    const parts = String(loaded.source).split(find);
    if (parts.length !== 2) throw new Error(`the text to be spoilt stands ${parts.length - 1} times in ${file}`);
    isPlanted = true;
    return { ...loaded, source: parts.join(put) };
  },
});

/** Whether the fault is in the program by now. */
export const hasFault = () => isPlanted;
