import { fontFile } from "./fontRoles.js";
import { openFont } from "./fontShelf.js";

interface GlyphTable {
  buffer: Buffer | Uint8Array;
  pos: number;
  readBuffer(length: number): Uint8Array;
}

/** The inner parts of fontkit 2.0.4 by which a subset of a TrueType font takes up a glyph. */
interface TrueTypeSubset {
  font: {
    loca: { offsets: number[] };
    _variationProcessor?: unknown;
    _getTableStream(tag: string): GlyphTable;
    getGlyph(id: number): { advanceWidth: number; _getMetrics(): { leftBearing: number } };
  };
  glyf: Uint8Array[];
  loca: { offsets: number[] };
  hmtx: { metrics: { advance: number; bearing: number }[] };
  offset: number;
  _addGlyph(id: number): number;
}

/**
 * A subset decodes the whole outline of every glyph only to see whether it is made of others. The sign of its first number
 * says so; a glyph that stands alone is copied as it is.
 */
export function copyPlainGlyphs(): void {
  const prototype = Object.getPrototypeOf(openFont(fontFile("Song")).createSubset()) as TrueTypeSubset;
  const plain = prototype._addGlyph;
  if (typeof plain !== "function") return;
  prototype._addGlyph = function addGlyph(id) {
    const { font } = this;
    const start = font.loca.offsets[id] ?? 0;
    const stream = font._getTableStream("glyf");
    stream.pos += start;
    const outline = stream.readBuffer((font.loca.offsets[id + 1] ?? start) - start);
    const isComposite = outline.length > 0 && ((outline[0] ?? 0) & 0x80) !== 0;
    if (isComposite || font._variationProcessor) return plain.call(this, id);
    const glyph = font.getGlyph(id);
    this.glyf.push(outline);
    this.loca.offsets.push(this.offset);
    this.hmtx.metrics.push({ advance: glyph.advanceWidth, bearing: glyph._getMetrics().leftBearing });
    this.offset += outline.length;
    return this.glyf.length - 1;
  };
}
