import { officialDay } from "../../schema/shared/officialDay.rules.js";
import type { Compositor } from "./compositor.js";
import type { Block, Run, Stroke } from "./definition.js";
import { runsWidth } from "./fontShelf.js";
import { FOOT_SIZE, lineHeightFor, MARGINS, mm, PITCH, TYPE_AREA } from "./page.rules.js";

const THICK = mm(0.35);
const THIN = mm(0.25);
/** Least white between the two parts of a line. */
const BETWEEN = 2 * FOOT_SIZE;
const FOOT = MARGINS.top + TYPE_AREA.height;
const HEAD = FOOT - 2 * PITCH;

/**
 * 7.4: the 版记 at the foot of the last page, whose last rule lies on the foot of the type area. First line: to whom the
 * paper goes, which 7.4.2 lets stand here; second line: the office that issues it and the day. One character in on both sides.
 */
export function colophon(pen: Compositor, addressee: string, issuer: string, issuedOn: string): Block {
  return {
    colophon: true,
    stack: [
      {
        canvas: [rule(0, THICK), rule(PITCH, THIN), rule(2 * PITCH, THICK)],
        absolutePosition: { x: MARGINS.left, y: HEAD },
      },
      ...line(pen, HEAD, `主送：${addressee}。`),
      ...line(pen, HEAD + PITCH, issuer, `${officialDay(issuedOn)}印发`),
    ],
  };
}

function rule(y: number, lineWidth: number): Stroke {
  return { type: "line", x1: 0, y1: y, x2: TYPE_AREA.width, y2: y, lineWidth };
}

/** A line in 4号 仿宋 between two rules; a long name is made smaller, never wrapped. */
function line(pen: Compositor, top: number, left: string, right?: string): Block[] {
  const runs = [left, right].filter((text) => text !== undefined).map((text) => pen.set(text, "Fang", "版记"));
  const room = TYPE_AREA.width - 2 * FOOT_SIZE - (right ? BETWEEN : 0);
  const size = Math.min(FOOT_SIZE, room / runs.reduce((width, text) => width + runsWidth(text, 1), 0));
  const place = (text: Run[], x: number): Block => ({
    text,
    fontSize: size,
    lineHeight: lineHeightFor(size, size),
    absolutePosition: { x: MARGINS.left + x, y: top + (PITCH - size) / 2 },
  });
  const [first = [], second] = runs;
  const end = TYPE_AREA.width - FOOT_SIZE;
  return [place(first, FOOT_SIZE), ...(second ? [place(second, end - runsWidth(second, size))] : [])];
}
