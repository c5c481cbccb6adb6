import { PITCH } from "./page.rules.js";
import type { EmbeddedFont, Engine } from "./pdfmakeEngine.js";

/** Least white between a block and the line of text below it. */
const BREATH = 6;
/** Rules of a table stand half outside its rows. */
const SLACK = 0.6;

/**
 * Teaches the engine the grid: one line height for all fonts (the file is never touched), blocks that end on a
 * line (`snap`), and blocks that keep so many lines together (`room`). Without the first, one stand-in character
 * would push its line off the grid.
 */
export function teachGrid(engine: Engine): void {
  normaliseMetrics(engine);
  const plain = engine.LayoutBuilder.prototype.processNode;
  engine.LayoutBuilder.prototype.processNode = function processNode(node, aligned) {
    if (typeof node.room === "number") {
      const context = this.writer.context();
      const atTop = context.y - context.getCurrentPage().pageMargins.top < 1;
      if (!atTop && context.availableHeight + 0.05 < node.room * PITCH) this.writer.moveToNextPage();
    }
    plain.call(this, node, aligned);
    if (node.snap) snap(this.writer.context());
  };
}

function snap(context: ReturnType<Engine["LayoutBuilder"]["prototype"]["writer"]["context"]>): void {
  const depth = context.y - context.getCurrentPage().pageMargins.top;
  const target = Math.ceil((depth + BREATH - SLACK) / PITCH) * PITCH;
  const onLine = Math.round(depth / PITCH) * PITCH;
  // A block of whole lines has its white inside.
  const move = Math.abs(depth - onLine) < 0.01 ? onLine - depth : target - depth;
  // A block kept whole is measured on a sheet without end, whose height the engine leaves undefined.
  const left = Number.isFinite(context.availableHeight) ? Math.max(context.availableHeight, 0) : move;
  context.moveDown(Math.min(move, left));
}

const normalised = new WeakSet<EmbeddedFont>();

/** Gives an embedded font the metrics of the grid: an em of 880 above and 120 below the base line. */
export function onGrid(font: EmbeddedFont): EmbeddedFont {
  if (!normalised.has(font)) {
    Object.assign(font, { ascender: 880, descender: -120, lineGap: 0 });
    normalised.add(font);
  }
  return font;
}

function normaliseMetrics(engine: Engine): void {
  const { prototype } = engine.PDFDocument;
  const plain = prototype.provideFont;
  prototype.provideFont = function provideFont(family, bold, italics) {
    return onGrid(plain.call(this, family, bold, italics));
  };
}
