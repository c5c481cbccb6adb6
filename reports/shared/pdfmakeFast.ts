import { ENGINE_VERSION } from "./engineVersion.js";
import { openFont } from "./fontShelf.js";
import { onGrid } from "./gridEngine.js";
import { measureOnce } from "./measureFast.js";
import {
  type EmbeddedFont,
  type Engine,
  type EngineDocument,
  embeddedFontClass,
  type LaidLine,
} from "./pdfmakeEngine.js";
import { copyPlainGlyphs } from "./subsetFast.js";
import { isPlainLine, writeLine } from "./textOperators.js";

/** Layouts of words are kept for this many documents, then forgotten, so that a long run stays flat in memory. */
const DOCUMENTS_PER_CACHE = 2_000;

/**
 * Two thirds of the engine's time goes into parsing the same fonts again for every document and writing one text
 * object a character. This shares the parsed fonts of a process and writes one text object a line.
 * Returns false, and changes nothing, before an engine it was not read against.
 */
export function makeFast(engine: Engine, fontFiles: readonly string[]): boolean {
  if (!isKnown(engine)) return false;
  shareFonts(engine, new Set(fontFiles));
  copyPlainGlyphs();
  measureOnce(engine);
  mergeLines(engine);
  return true;
}

function isKnown({ version, PDFDocument, Renderer, TextInlines }: Engine): boolean {
  const methods = [
    PDFDocument.prototype.provideFont,
    PDFDocument.prototype.font,
    Renderer.prototype.renderLine,
    TextInlines.prototype.measure,
  ];
  return version === ENGINE_VERSION && methods.every((method) => typeof method === "function");
}

function shareFonts(engine: Engine, files: ReadonlySet<string>): void {
  const [probe] = files;
  const Embedded = embeddedFontClass(engine, probe as string);
  const { prototype } = engine.PDFDocument;
  const caches = new Map<string, NonNullable<EmbeddedFont["layoutCache"]>>();
  const seen = new WeakSet<EngineDocument>();
  let documents = 0;

  const embedded = (document: EngineDocument, file: string): EmbeddedFont => {
    const known = document._fontFamilies[file];
    if (known) return known;
    if (!seen.has(document)) {
      seen.add(document);
      documents += 1;
      if (documents % DOCUMENTS_PER_CACHE === 0) caches.clear();
    }
    document._fontCount += 1;
    const font = new Embedded(document, openFont(file), `F${document._fontCount}`);
    font.layoutCache = caches.get(file) ?? (Object.create(null) as NonNullable<EmbeddedFont["layoutCache"]>);
    caches.set(file, font.layoutCache);
    // The engine writes what stands in this register when the document ends.
    document._fontFamilies[file] = onGrid(font);
    return font;
  };

  const provide = prototype.provideFont;
  prototype.provideFont = function provideFont(family, bold, italics) {
    const file = this.getFontFile(family, bold, italics);
    return file !== null && files.has(file) ? embedded(this, file) : provide.call(this, family, bold, italics);
  };
  const choose = prototype.font;
  prototype.font = function font(source, ...rest) {
    if (typeof source !== "string" || !files.has(source)) return choose.call(this, source, ...rest);
    this._font = embedded(this, source);
    return this;
  };
}

function mergeLines(engine: Engine): void {
  const { prototype } = engine.Renderer;
  const plain = prototype.renderLine;
  prototype.renderLine = function renderLine(line: LaidLine, x: number, y: number) {
    if (isPlainLine(line)) return writeLine(this.pdfDocument, line, x || 0, y || 0);
    plain.call(this, line, x, y);
    this.pdfDocument.opacity(1);
  };
}
