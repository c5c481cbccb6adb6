import type { Compositor } from "./compositor.js";
import type { Block, Box, Shape } from "./definition.js";
import { runsWidth } from "./fontShelf.js";
import { lineHeightFor, PITCH, TYPE_AREA } from "./page.rules.js";

/** One bar: what was reached, out of what could be judged, out of the whole; all in tenths of a point. */
export interface Bar {
  label: string;
  reached: number;
  judged: number;
  whole: number;
  /** Text at the end of the bar. */
  value: string;
}

export interface BarLegend {
  reached: string;
  judged: string;
  whole: string;
}

interface Drawing {
  shapes: Shape[];
  labels: Block[];
}

const REACHED = "#a8201a";
const JUDGED = "#e7c9c4";
const BLANK = "#ffffff";
const LINE = "#8a8a8a";
const TEXT = "#262626";
const LABEL_SIZE = 10;
const SMALL_SIZE = 9;
const LABEL_WIDTH = 106;
const VALUE_WIDTH = 72;
const BAR_HEIGHT = 14;
const TOP = 6;
/** Points between two marks of the scale, in tenths. */
const STEP = 50;

/**
 * Horizontal bars, one a line of the grid: label, bar, value, a scale and a legend below. Drawn by ourselves as vectors and
 * set as text like all other text, so that names find their glyphs.
 */
export function barChart(pen: Compositor, bars: readonly Bar[], legend: BarLegend): Block {
  const widest = Math.ceil(Math.max(...bars.map(({ whole }) => whole)) / STEP) * STEP;
  const scale = (TYPE_AREA.width - LABEL_WIDTH - VALUE_WIDTH) / widest;
  const foot = TOP + bars.length * PITCH;
  const drawings = [
    ...bars.map((bar, index) => drawBar(pen, bar, scale, TOP + index * PITCH)),
    drawScale(pen, widest, scale, foot),
    drawLegend(pen, legend, foot + PITCH * 1.2),
  ];
  const shapes = drawings.flatMap((drawing) => drawing.shapes);
  const height = (bars.length + 2) * PITCH;
  const used = Math.max(
    ...shapes.map((shape) => (shape.type === "rect" ? shape.y + shape.h : Math.max(shape.y1, shape.y2))),
  );
  return {
    stack: [...drawings.flatMap(({ labels }) => labels), { canvas: shapes, margin: [0, 0, 0, height - used] }],
  };
}

function drawBar(pen: Compositor, bar: Bar, scale: number, top: number): Drawing {
  const y = top + (PITCH - BAR_HEIGHT) / 2;
  const middle = top + PITCH / 2;
  const parts: [number, string][] = [
    [bar.whole, BLANK],
    [bar.judged, JUDGED],
    [bar.reached, REACHED],
  ];
  return {
    shapes: parts.filter(([tenths]) => tenths > 0).map(([tenths, fill]) => box(LABEL_WIDTH, y, tenths * scale, fill)),
    labels: [
      label(pen, bar.label, { x: LABEL_WIDTH - 8, middle, size: LABEL_SIZE, side: "end" }),
      label(pen, bar.value, { x: LABEL_WIDTH + bar.whole * scale + 6, middle, size: LABEL_SIZE, side: "start" }),
    ],
  };
}

function drawScale(pen: Compositor, widest: number, scale: number, foot: number): Drawing {
  const marks = Array.from({ length: widest / STEP + 1 }, (_, index) => index * STEP);
  const right = LABEL_WIDTH + widest * scale;
  return {
    shapes: [
      stroke(LABEL_WIDTH, TOP, LABEL_WIDTH, foot),
      stroke(LABEL_WIDTH, foot, right, foot),
      ...marks.map((tenths) => stroke(LABEL_WIDTH + tenths * scale, foot, LABEL_WIDTH + tenths * scale, foot + 3)),
    ],
    labels: marks.map((tenths) =>
      label(pen, String(tenths / 10), {
        x: LABEL_WIDTH + tenths * scale,
        middle: foot + 10,
        size: SMALL_SIZE,
        side: "middle",
      }),
    ),
  };
}

function drawLegend(pen: Compositor, legend: BarLegend, middle: number): Drawing {
  const entries: [string, string][] = [
    [legend.reached, REACHED],
    [legend.judged, JUDGED],
    [legend.whole, BLANK],
  ];
  const drawing: Drawing = { shapes: [], labels: [] };
  let x = LABEL_WIDTH;
  for (const [text, fill] of entries) {
    const entry = label(pen, text, { x: x + 21, middle, size: SMALL_SIZE, side: "start" });
    drawing.shapes.push({ ...box(x, middle - 4.5, 16, fill), h: 9 });
    drawing.labels.push(entry);
    x += 21 + runsWidth(entry.text ?? [], SMALL_SIZE) + 18;
  }
  return drawing;
}

function box(x: number, y: number, width: number, fill: string): Box {
  return { type: "rect", x, y, w: width, h: BAR_HEIGHT, color: fill, lineColor: LINE, lineWidth: 0.5 };
}

function stroke(x1: number, y1: number, x2: number, y2: number): Shape {
  return { type: "line", x1, y1, x2, y2, lineWidth: 0.6, lineColor: TEXT };
}

/** Where a label stands: begins, is centred or ends at x, around a middle line. */
interface Place {
  x: number;
  middle: number;
  size: number;
  side: "start" | "middle" | "end";
}

/** An em reaches 0.88 above its base line; figures and hanzi are centred 0.37 above it. */
function label(pen: Compositor, words: string, { x, middle, size, side }: Place): Block {
  const text = pen.set(words, "Hei", "图中文字");
  const before = { start: 0, middle: 0.5, end: 1 }[side] * runsWidth(text, size);
  return {
    text,
    fontSize: size,
    lineHeight: lineHeightFor(size, size),
    color: TEXT,
    relativePosition: { x: x - before, y: middle - size * (0.88 - 0.37) },
  };
}
