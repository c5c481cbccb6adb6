import type { Compositor } from "./compositor.js";
import type { Block } from "./definition.js";
import { PITCH, TYPE_AREA } from "./page.rules.js";

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

const REACHED = "#a8201a";
const JUDGED = "#e7c9c4";
const LINE = "#8a8a8a";
const TEXT = "#262626";
const LABEL_SIZE = 10;
const SMALL_SIZE = 9;
const LABEL_WIDTH = 106;
const VALUE_WIDTH = 72;
const BAR_HEIGHT = 14;
const TOP = 6;

const short = (value: number) => String(Math.round(value * 100) / 100);

/** Horizontal bars, one a line of the grid, drawn by ourselves as a vector: label, bar, value, a scale and a legend below. */
export function barChart(pen: Compositor, bars: readonly Bar[], legend: BarLegend): Block {
  const height = (bars.length + 2) * PITCH;
  const widest = Math.ceil(Math.max(...bars.map(({ whole }) => whole)) / 50) * 50;
  const scale = (TYPE_AREA.width - LABEL_WIDTH - VALUE_WIDTH) / widest;
  const foot = TOP + bars.length * PITCH;
  const parts = [
    ...scaleLines(pen, widest, scale, foot),
    ...bars.map((bar, index) => drawBar(pen, bar, scale, TOP + index * PITCH)),
    ...drawLegend(pen, legend, foot + PITCH * 1.2),
  ];
  const size = `width="${short(TYPE_AREA.width)}" height="${short(height)}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${short(TYPE_AREA.width)} ${short(height)}">${parts.join("")}</svg>`;
  return { svg: pen.draw(svg) };
}

function drawBar(pen: Compositor, bar: Bar, scale: number, top: number): string {
  const y = top + (PITCH - BAR_HEIGHT) / 2;
  const middle = top + PITCH / 2;
  return [
    label(pen, bar.label, LABEL_WIDTH - 8, middle, LABEL_SIZE, "end"),
    box(LABEL_WIDTH, y, bar.whole * scale, "#ffffff"),
    bar.judged > 0 ? box(LABEL_WIDTH, y, bar.judged * scale, JUDGED) : "",
    bar.reached > 0 ? box(LABEL_WIDTH, y, bar.reached * scale, REACHED) : "",
    label(pen, bar.value, LABEL_WIDTH + bar.whole * scale + 6, middle, LABEL_SIZE, "start"),
  ].join("");
}

function scaleLines(pen: Compositor, widest: number, scale: number, foot: number): string[] {
  const marks = Array.from({ length: widest / 50 + 1 }, (_, index) => index * 50);
  const [left, right] = [short(LABEL_WIDTH), short(LABEL_WIDTH + widest * scale)];
  const axes = [stroke(left, String(TOP), left, short(foot)), stroke(left, short(foot), right, short(foot))];
  const ticks = marks.map((tenths) => {
    const x = short(LABEL_WIDTH + tenths * scale);
    return (
      stroke(x, short(foot), x, short(foot + 3)) +
      label(pen, String(tenths / 10), Number(x), foot + 10, SMALL_SIZE, "middle")
    );
  });
  return [...axes, ...ticks];
}

function stroke(x1: string, y1: string, x2: string, y2: string): string {
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${TEXT}" stroke-width="0.6"/>`;
}

function drawLegend(pen: Compositor, legend: BarLegend, middle: number): string[] {
  const entries = [
    [legend.reached, REACHED],
    [legend.judged, JUDGED],
    [legend.whole, "#ffffff"],
  ] as const;
  let x = LABEL_WIDTH;
  return entries.map(([text, fill]) => {
    const drawn = box(x, middle - 4.5, 16, fill, 9) + label(pen, text, x + 21, middle, SMALL_SIZE, "start");
    x += 21 + [...text].length * SMALL_SIZE + 18;
    return drawn;
  });
}

function box(x: number, y: number, width: number, fill: string, height = BAR_HEIGHT): string {
  return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${height}" fill="${fill}" stroke="${LINE}" stroke-width="0.5"/>`;
}

/** Text around a middle line; hanzi stand 0.38 em above their base line. */
function label(
  pen: Compositor,
  text: string,
  x: number,
  middle: number,
  size: number,
  anchor: "start" | "middle" | "end",
): string {
  const y = short(middle + size * 0.36);
  return `<text x="${short(x)}" y="${y}" font-family="Hei" font-size="${size}" fill="${TEXT}" text-anchor="${anchor}">${pen.spans(text, "Hei", "图中文字")}</text>`;
}
