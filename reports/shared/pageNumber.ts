import type { Compositor } from "./compositor.js";
import type { Block } from "./definition.js";
import { fontFile } from "./fontRoles.js";
import { openFont } from "./fontShelf.js";
import { PREVIEW_MARK } from "./letterhead.js";
import { FOOT_SIZE, lineHeightFor, MARGINS, mm } from "./page.rules.js";

const DASH = "—";

/** 7.5: 4号 宋体, the strokes beside the number 7 mm below the type area; odd pages right, even pages left, one character in. */
export function pageNumber(pen: Compositor, page: number, preview: boolean): Block {
  const right = page % 2 === 1;
  const margin: Block["margin"] = [MARGINS.left + FOOT_SIZE, strokeMargin(), MARGINS.right + FOOT_SIZE, 0];
  const style = { fontSize: FOOT_SIZE, lineHeight: lineHeightFor(FOOT_SIZE, FOOT_SIZE), font: "Song" } as const;
  const number: Block = {
    ...style,
    text: pen.set(`${DASH} ${page} ${DASH}`, "Song", "页码"),
    alignment: right ? "right" : "left",
  };
  if (!preview) return { ...number, margin };
  const draft: Block = {
    ...style,
    text: pen.set(PREVIEW_MARK, "Song", "预览标记"),
    alignment: right ? "left" : "right",
  };
  return { columns: right ? [draft, number] : [number, draft], margin };
}

function strokeMargin(): number {
  const font = openFont(fontFile("Song"));
  const { minY, maxY } = font.glyphForCodePoint(0x2014).bbox;
  const strokeAboveBaseline = ((minY + maxY) / 2 / font.unitsPerEm) * FOOT_SIZE;
  return mm(7) + strokeAboveBaseline - 0.88 * FOOT_SIZE;
}
