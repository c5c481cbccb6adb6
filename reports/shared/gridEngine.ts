import { PITCH } from "./page.rules.js";
import type { EmbeddedFont, Engine, Writer, WritingPlace } from "./pdfmakeEngine.js";

/** Least white between a block and the line of text below it. */
const BREATH = 6;
/** Rules of a table stand half outside its rows. */
const SLACK = 0.6;

/**
 * Teaches the engine the grid: one line height for all fonts (the file is never touched), blocks that end on a
 * line (`snap`), blocks that keep so many lines together (`room`), and the foot of the last page (`colophon`). Without the first, one stand-in character
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
    if (node.colophon) turnToLastPage(this.writer);
    plain.call(this, node, aligned);
    if (node.snap) snap(this.writer.context());
  };
}

/** Lines that a 版记 and the white above it take. */
const COLOPHON_LINES = 3;

/** 7.4, 7.5: the 版记 is the last thing on an even page; a blank page before it, and then its own page, bear no number. */
function turnToLastPage(writer: Writer): void {
  const isEven = () => writer.context().page % 2 === 1;
  if (isEven() && writer.context().availableHeight >= COLOPHON_LINES * PITCH) return;
  const hasBlankPage = isEven();
  writer.moveToNextPage();
  if (!hasBlankPage) return;
  const blank = writer.context().getCurrentPage();
  blank.customProperties = { ...blank.customProperties, footer: null };
  writer.moveToNextPage();
}

function snap(context: WritingPlace): void {
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
