import type { Compositor } from "./compositor.js";
import type { Block, Run } from "./definition.js";
import { runsWidth } from "./fontShelf.js";
import { BODY_SIZE, lineHeightFor, MARGINS, mm, OFFICIAL_RED, PITCH, pitchesFor, TYPE_AREA } from "./page.rules.js";
import { blankLines } from "./paragraphs.js";

const LARGEST = 60;
const RULE_WIDTH = 1.7;

/** Words on every page of a paper that nobody has issued. */
export const PREVIEW_MARK = "预览";

/**
 * 7.2: the mark of the issuing body 35 mm below the top of the type area, its number, the red rule, two empty lines.
 *
 * A 发文字号 (7.2.5) is given by the issuing office when it enters the paper in its register, and printed when the office
 * has entered one; the mark is then the name and 文件 (7.2.4). A paper made by the system alone is in no register: it bears
 * the name alone, the other form of 7.2.4, and no number, for none is ever made up. No 签发人 (7.2.6): not an upward paper.
 */
export function letterhead(pen: Compositor, issuer: string, preview: boolean, documentNumber?: string): Block[] {
  // A paper that nobody has issued carries nobody's red head.
  const color = preview ? "black" : OFFICIAL_RED;
  const mark = pen.set(documentNumber ? `${issuer}文件` : issuer, "XBS", "机关标志");
  const size = fittedSize(mark);
  const markFoot = mm(35) + size;
  const numberTop = (pitchesFor(markFoot) + 2) * PITCH;
  const rule = documentNumber ? numberTop + BODY_SIZE + mm(4) : markFoot + PITCH;
  return [
    ...(preview ? [at(0, { text: pen.set(PREVIEW_MARK, "Hei", "预览标记") })] : []),
    at(mm(35), {
      text: mark,
      fontSize: size,
      lineHeight: lineHeightFor(size, size),
      color,
      alignment: "center",
    }),
    ...(documentNumber
      ? [at(numberTop, { text: pen.set(documentNumber, "Fang", "发文字号"), alignment: "center" as const })]
      : []),
    at(rule, {
      canvas: [{ type: "line", x1: 0, y1: 0, x2: TYPE_AREA.width, y2: 0, lineWidth: RULE_WIDTH, lineColor: color }],
    }),
    blankLines(pen, pitchesFor(rule) + 2),
  ];
}

/** The mark stands on one line: a long name is made smaller, never wrapped. */
function fittedSize(mark: readonly Run[]): number {
  return Math.min(LARGEST, (TYPE_AREA.width * 0.96) / runsWidth(mark, 1));
}

function at(depth: number, block: Block): Block {
  return { ...block, absolutePosition: { x: MARGINS.left, y: MARGINS.top + depth } };
}
