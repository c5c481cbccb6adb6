import { existsSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

const HOME = fileURLToPath(new URL("../../../", import.meta.url));
/** All a printer reads: its program, its packages, its fonts. Not the data folder, not the keys. */
const READABLE = ["dist/", "dist/fonts/", "node_modules/", "reports/", "package.json"];

/** Arguments of Node that shut a printer in: no writing, no other program, no file but those above. Empty where Node cannot. */
export function printerWalls(): string[] {
  if (!process.allowedNodeEnvironmentFlags.has("--permission")) return [];
  const places = READABLE.map((place) => `${HOME}${place}`).filter((place) => existsSync(place));
  const real = places.map((place) => (place.endsWith("/") ? `${realpathSync(place)}/` : realpathSync(place)));
  return [
    "--permission",
    ...[...new Set([...places, ...real])].map((place) => `--allow-fs-read=${place}${place.endsWith("/") ? "*" : ""}`),
  ];
}

/** Limits of memory: without them the engine lets garbage stand until a printer holds twice what it needs. */
export const PRINTER_MEMORY = ["--max-semi-space-size=16", "--max-old-space-size=384"];
