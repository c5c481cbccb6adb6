import type { Compositor } from "./compositor.js";
import type { Block, Run } from "./definition.js";
import { BODY_SIZE, HALF_PITCH, lineHeightFor, PITCH, RULE, TABLE_SIZE, TITLE_SIZE } from "./page.rules.js";
import { titleLines } from "./titleLines.rules.js";

const INDENT = 2 * BODY_SIZE;

/** A paragraph of the body: 仿宋, first line two characters in. */
export function paragraph(pen: Compositor, text: string, field: string): Block {
  return { text: pen.set(text, "Fang", field), alignment: "justify", leadingIndent: INDENT };
}

/** Level 一、 in 黑体; moves on with what it heads when fewer than `room` lines are left. */
export function headingOne(pen: Compositor, text: string, id: string, room = 3): Block {
  return { text: pen.set(text, "Hei", text), leadingIndent: INDENT, outline: true, outlineText: text, id, room };
}

/** Level （一） in 楷体. */
export function headingTwo(pen: Compositor, text: string, parent: string, room = 3): Block {
  return {
    text: pen.set(text, "Kai", text),
    leadingIndent: INDENT,
    outline: true,
    outlineText: text,
    outlineParentId: parent,
    room,
  };
}

/** Title in 小标宋, broken by sense; `keep` names what is not torn. */
export function titleBlock(pen: Compositor, title: string, keep: readonly string[]): Block {
  return {
    text: pen.set(titleLines(title, keep).join("\n"), "XBS", "标题"),
    fontSize: TITLE_SIZE,
    lineHeight: lineHeightFor(TITLE_SIZE),
    alignment: "center",
  };
}

/** So many empty lines of the grid. */
export function blankLines(pen: Compositor, count: number): Block {
  return { text: pen.set("", "Fang", "空行"), margin: [0, (count - 1) * PITCH, 0, 0] };
}

/** Caption above a table, close to it: one line of the grid less the upper rule, so that a table may end on the last line. Moves on unless `room` lines are left for what follows. */
export function tableCaption(pen: Compositor, text: string, room = 3): Block {
  return { ...caption(pen.set(text, "Hei", text)), margin: [0, PITCH - HALF_PITCH - 2 - RULE - 0.02, 0, 2], room };
}

/** Caption below a figure: one line of the grid. */
export function figureCaption(pen: Compositor, text: string): Block {
  return { ...caption(pen.set(text, "Hei", text)), margin: [0, 3, 0, PITCH - HALF_PITCH - 3] };
}

function caption(text: Run[]): Block {
  return { text, fontSize: TABLE_SIZE, lineHeight: lineHeightFor(TABLE_SIZE, HALF_PITCH), alignment: "center" };
}
