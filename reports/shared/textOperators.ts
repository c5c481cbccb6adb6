import type { EmbeddedFont, EngineDocument, GlyphPosition, LaidInline, LaidLine } from "./pdfmakeEngine.js";

const MARKS = ["_outline", "_pageNodeRef", "id"] as const;
const STYLES = [
  "link",
  "linkToPage",
  "linkToDestination",
  "_pageNodeRef",
  "decoration",
  "background",
  "sup",
  "sub",
  "fontFeatures",
] as const;
/** Gaps below a hundredth of a point are rounding, not spacing. */
const NEGLIGIBLE = 0.01;

/** True when a line is nothing but text in plain colours; all else is left to the engine. */
export function isPlainLine(line: LaidLine): boolean {
  return !MARKS.some((mark) => line[mark]) && line.inlines.every(isPlainInline);
}

function isPlainInline(inline: LaidInline): boolean {
  return !inline._pageNodeRef && ((inline.isPlain as boolean | undefined) ?? looksPlain(inline));
}

/** True when the styles of an inline leave nothing but letters in one colour. */
export function looksPlain(inline: LaidInline): boolean {
  const opaque = inline.opacity === undefined || inline.opacity === null || inline.opacity === 1;
  return (
    opaque &&
    !inline.characterSpacing &&
    fillOperator(inline.color) !== undefined &&
    !STYLES.some((style) => inline[style])
  );
}

function fillOperator(color: unknown): string | undefined {
  if (color === undefined || color === null || color === "black") return "0 g";
  const hex = typeof color === "string" ? /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color) : null;
  if (!hex) return undefined;
  return `${hex
    .slice(1)
    .map((pair) => short(Number.parseInt(pair, 16) / 255))
    .join(" ")} rg`;
}

/** Writes a line as one text object, with the gaps of justification inside it. */
export function writeLine(document: EngineDocument, line: LaidLine, x: number, y: number): void {
  const baseline = y + line.getAscenderHeight();
  const operators: string[] = [];
  let state = "";
  let pen = Number.NaN;
  let strings: string[] = [];
  const flush = () => {
    if (strings.length > 0) operators.push(`[${strings.join("")}] TJ`);
    strings = [];
  };
  for (const inline of line.inlines) {
    if (inline.text === "") continue;
    const scale = inline.fontSize / 1000;
    const next = `${fillOperator(inline.color)} /${inline.font.id} ${short(inline.fontSize)} Tf`;
    const start = x + inline.x;
    if (next !== state) {
      flush();
      document.page.fonts[inline.font.id] ??= inline.font.ref();
      operators.push(`${next} 1 0 0 -1 ${short(start)} ${short(baseline)} Tm`);
      [state, pen] = [next, Number(short(start))];
    }
    pen = writeInline(inline, start, pen, scale, strings);
  }
  flush();
  // The engine counts pages from the top: the text matrix turns the letters upright again.
  if (operators.length > 0) document.addContent(`BT ${operators.join(" ")} ET`);
}

const encoded = new WeakMap<EmbeddedFont, Map<string, [string[], GlyphPosition[]]>>();

/** A word gets the same codes wherever it stands in a document. */
function encode({ font, text }: LaidInline): [string[], GlyphPosition[]] {
  const words = encoded.get(font) ?? new Map<string, [string[], GlyphPosition[]]>();
  if (words.size === 0) encoded.set(font, words);
  let codes = words.get(text);
  if (!codes) {
    codes = font.encode(text);
    words.set(text, codes);
  }
  return codes;
}

/** Adds the glyphs of one inline to the strings of the line; returns where the pen stands behind them. */
function writeInline(inline: LaidInline, start: number, pen: number, scale: number, strings: string[]): number {
  const [codes, positions] = encode(inline);
  let reached = pen;
  let wanted = start;
  let word = "";
  for (const [index, code] of codes.entries()) {
    const position = positions[index];
    const advance = (position?.advanceWidth ?? 0) * scale;
    const at = wanted + (position?.xOffset ?? 0) * scale;
    if (Math.abs(at - reached) >= NEGLIGIBLE) {
      if (word) strings.push(`<${word}>`);
      word = "";
      const gap = short((reached - at) / scale);
      strings.push(gap);
      reached -= Number(gap) * scale;
    }
    word += code;
    reached += advance;
    wanted += (position?.xAdvance ?? 0) * scale;
  }
  if (word) strings.push(`<${word}>`);
  return reached;
}

function short(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
