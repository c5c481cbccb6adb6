import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Run } from "./definition.js";
import { FONT_FOLDER, FONT_ROLES, type FontRole, fontFile } from "./fontRoles.js";

/** What is used of a font opened by fontkit. */
export interface OpenFont {
  characterSet: number[];
  unitsPerEm: number;
  layout(text: string): { advanceWidth: number; glyphs: { id: number }[] };
  createSubset(): object;
  glyphForCodePoint(codePoint: number): { bbox: { minY: number; maxY: number } };
}

export type Coverage = Record<FontRole, ReadonlySet<number>>;

const require = createRequire(import.meta.url);
const open = new Map<string, OpenFont>();

/** The font in this file, opened once a process. */
export function openFont(path: string): OpenFont {
  let font = open.get(path);
  if (!font) {
    // The same copy of fontkit that the engine writes with: a font opened here is embedded there. Taken when first
    // needed, so that the server, which only sends models to its printers, stays small.
    const fontkit = require("fontkit") as { create(bytes: Uint8Array): OpenFont };
    font = fontkit.create(readFileSync(path));
    open.set(path, font);
  }
  return font;
}

let coverage: Coverage | undefined;

/** The code points each role can draw. */
export function fontCoverage(): Coverage {
  coverage ??= Object.fromEntries(
    FONT_ROLES.map((role) => [role, new Set(openFont(fontFile(role)).characterSet)]),
  ) as unknown as Coverage;
  return coverage;
}

/** Width in points of composed text at a size. */
export function runsWidth(runs: readonly Run[], size: number): number {
  return runs.reduce((width, { text, font: role }) => {
    const font = openFont(fontFile(role));
    return width + (font.layout(text).advanceWidth / font.unitsPerEm) * size;
  }, 0);
}

/** File name and SHA-256 of each font on the shelf, as the build checked them. */
export function shelvedFonts(): { file: string; sha256: string }[] {
  const rows = JSON.parse(readFileSync(`${FONT_FOLDER}shelf.json`, "utf8")) as { file: string; sha256: string }[];
  return rows.map(({ file, sha256 }) => ({ file, sha256 }));
}
