import { createRequire } from "node:module";
import type { OpenFont } from "./fontShelf.js";

/** The inner parts of pdfmake 0.3.11 that the papers lean on. Pinned exactly; looked at before use. */
export interface EmbeddedFont {
  ascender: number;
  descender: number;
  lineGap: number;
  id: string;
  layoutCache?: Record<string, { advanceWidth: number }>;
  lineHeight(size: number): number;
  widthOfString(text: string, size: number): number;
  ref(): unknown;
  encode(text: string): [string[], GlyphPosition[]];
}

export interface GlyphPosition {
  xAdvance: number;
  xOffset: number;
  yOffset: number;
  advanceWidth: number;
}

export interface EngineDocument {
  page: { height: number; fonts: Record<string, unknown> };
  fonts: Record<string, Record<string, string>>;
  _font: EmbeddedFont | null;
  _fontFamilies: Record<string, EmbeddedFont>;
  _fontCount: number;
  _pdfMakePages: LaidPage[];
  provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont;
  addContent(operators: string): void;
  opacity(value: number): void;
  end(): void;
  on(event: string, listener: (chunk: Buffer) => void): void;
}

export interface LaidInline {
  text: string;
  x: number;
  width: number;
  height: number;
  font: EmbeddedFont;
  fontSize: number;
  color: string | unknown[] | undefined;
  [style: string]: unknown;
}

export interface LaidLine {
  x: number;
  y: number;
  inlines: LaidInline[];
  getHeight(): number;
  getWidth(): number;
  getAscenderHeight(): number;
  [mark: string]: unknown;
}

export interface LaidPage {
  items: { type: string; item: LaidLine & Record<string, number> }[];
  pageMargins: { top: number };
  /** A footer of null leaves the page without its number; pages added behind inherit it. */
  customProperties: { footer?: null };
}

/** Where the engine writes next; `page` counts from 0. */
export interface WritingPlace {
  x: number;
  y: number;
  page: number;
  availableHeight: number;
  getCurrentPage(): LaidPage;
  moveDown(by: number): void;
}

export interface Writer {
  context(): WritingPlace;
  moveToNextPage(): void;
}

type DocumentClass = {
  new (...parts: unknown[]): EngineDocument;
  prototype: EngineDocument & {
    getFontFile(family: string, bold: boolean, italics: boolean): string | null;
    font(source: unknown, ...rest: unknown[]): unknown;
  };
};

export interface StyleStack {
  getProperty(style: string): unknown;
}

export interface Engine {
  version: string;
  PDFDocument: DocumentClass;
  Renderer: { prototype: { pdfDocument: EngineDocument; renderLine(line: LaidLine, x: number, y: number): void } };
  TextInlines: {
    prototype: { pdfDocument: EngineDocument; measure(items: LaidInline[], stack: StyleStack): LaidInline[] };
  };
  LayoutBuilder: { prototype: { writer: Writer; processNode(node: Record<string, unknown>, aligned?: boolean): void } };
  pdfmake: {
    setFonts(fonts: Record<string, Record<string, string>>): void;
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    createPdf(definition: unknown, options?: unknown): { getStream(): Promise<EngineDocument> };
  };
}

const require = createRequire(import.meta.url);

export function loadEngine(): Engine {
  return {
    version: (require("pdfmake/package.json") as { version: string }).version,
    PDFDocument: require("pdfmake/js/PDFDocument.js").default,
    Renderer: require("pdfmake/js/Renderer.js").default,
    TextInlines: require("pdfmake/js/TextInlines.js").default,
    LayoutBuilder: require("pdfmake/js/LayoutBuilder.js").default,
    pdfmake: require("pdfmake"),
  };
}

interface QrSquares {
  _canvas: { x: number; y: number; w: number }[];
  _width: number;
}

/** Measures a QR code into squares: first the ground, then the dark modules. */
export function measureQr(node: { qr: string; eccLevel: "L" | "M" | "Q" | "H" }): QrSquares {
  return require("pdfmake/js/qrEnc.js").default.measure(node);
}

/** The class of an embedded font, which pdfkit does not export, taken from a font the engine itself embeds. */
export function embeddedFontClass(
  engine: Engine,
  path: string,
): new (
  document: EngineDocument,
  font: OpenFont,
  id: string,
) => EmbeddedFont {
  const probe = new engine.PDFDocument(
    { Probe: { normal: path } },
    {},
    {},
    {},
    { font: null, autoFirstPage: false },
  ) as EngineDocument & {
    provideFont: DocumentClass["prototype"]["provideFont"];
  };
  return Object.getPrototypeOf(probe.provideFont("Probe", false, false)).constructor;
}
