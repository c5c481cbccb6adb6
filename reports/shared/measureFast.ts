import type { EmbeddedFont, Engine, EngineDocument, LaidInline, StyleStack } from "./pdfmakeEngine.js";
import { looksPlain } from "./textOperators.js";

/** Styles of an inline that the engine looks up, with its defaults. */
const LOOKED_UP: readonly (readonly [style: string, fallback: unknown])[] = [
  ["alignment", "left"],
  ["fontSize", 12],
  ["fontFeatures", null],
  ["characterSpacing", 0],
  ["color", "black"],
  ["decoration", null],
  ["decorationColor", null],
  ["decorationStyle", null],
  ["decorationThickness", null],
  ["background", null],
  ["link", null],
  ["linkToPage", null],
  ["linkToDestination", null],
  ["noWrap", null],
  ["opacity", 1],
  ["sup", false],
  ["sub", false],
  ["lineHeight", 1],
  ["preserveLeadingSpaces", false],
  ["preserveTrailingSpaces", false],
];
/** What a word of our paragraphs says for itself; all else it has from its paragraph. */
const OWN = new Set(["text", "font", "lineEnd", "noNewLine"]);

type Word = Pick<LaidInline, "text"> & { font?: string; lineEnd?: boolean; noNewLine?: boolean };

/** Looks of a paragraph, shared by its words as their prototype, so that a word carries only its own figures. */
interface Look {
  fontSize: number;
  lineHeight: number;
  characterSpacing: number;
  preserveLeadingSpaces: boolean;
  preserveTrailingSpaces: boolean;
  isPlain: boolean;
  make: new () => LaidInline;
}

const looks = new Map<string, Look>();

/**
 * The engine walks its stack of styles twenty times for every hanzi. Within one paragraph the stack stands still, so each
 * style is looked up once, and widths come from the layouts already made. What carries styles of its own is left to the
 * engine.
 */
export function measureOnce(engine: Engine): void {
  const { prototype } = engine.TextInlines;
  const plain = prototype.measure;
  prototype.measure = function measure(items: LaidInline[], stack: StyleStack) {
    const words = items as unknown as Word[];
    const look = words.every(isSimple) ? lookOf(stack) : undefined;
    if (!look) return plain.call(this, items, stack);
    const family = (stack.getProperty("font") as string | null) ?? "Roboto";
    const inlines = words.map((word) => measureWord(this.pdfDocument, word, word.font ?? family, look));
    const indent = (stack.getProperty("leadingIndent") as number | null) ?? 0;
    const [first] = inlines;
    if (first && indent)
      Object.assign(first, { leadingCut: (first.leadingCut as number) - indent, leadingIndent: indent });
    return inlines;
  };
}

function isSimple(word: Word): boolean {
  for (const key in word) if (!OWN.has(key)) return false;
  return true;
}

/** The looks the stack stands for; undefined for those that only the engine can set. */
function lookOf(stack: StyleStack): Look | undefined {
  const values = LOOKED_UP.map(([style, fallback]) => stack.getProperty(style) ?? fallback);
  const special = ["bold", "italics", "fontFeatures", "sup", "sub"].some((style) => stack.getProperty(style));
  if (special || values.some((value) => typeof value === "object" && value !== null)) return undefined;
  const key = values.join("\n");
  let look = looks.get(key);
  if (!look) {
    const styles = Object.fromEntries(LOOKED_UP.map(([style], index) => [style, values[index]]));
    class Inline {}
    // The engine copies a word too long for its cell with `inline.constructor()`, which a class does not allow.
    Inline.prototype.constructor = Object;
    Object.assign(Inline.prototype, styles, { isPlain: looksPlain(styles as LaidInline) });
    look = { ...(styles as unknown as Look), make: Inline as unknown as Look["make"] };
    looks.set(key, look);
  }
  return look;
}

function measureWord(
  document: EngineDocument,
  { text, lineEnd, noNewLine }: Word,
  family: string,
  look: Look,
): LaidInline {
  const inline = new look.make();
  const font = document.provideFont(family, false, false);
  inline.text = text;
  inline.font = font;
  inline.width = widthOf(font, text, look);
  inline.height = font.lineHeight(look.fontSize) * look.lineHeight;
  inline.leadingCut = 0;
  inline.trailingCut = 0;
  inline.x = 0;
  if (lineEnd) inline.lineEnd = true;
  if (noNewLine) inline.noNewLine = true;
  if (/\s/.test(text)) cutSpaces(inline, look);
  return inline;
}

function cutSpaces(inline: LaidInline, look: Look): void {
  const [leading = ""] = /^\s+/.exec(inline.text) ?? [];
  const [trailing = ""] = /\s+$/.exec(inline.text) ?? [];
  if (leading && !look.preserveLeadingSpaces) inline.leadingCut = widthOf(inline.font, leading, look);
  if (trailing && !look.preserveTrailingSpaces) inline.trailingCut = widthOf(inline.font, trailing, look);
}

function widthOf(font: EmbeddedFont, text: string, { fontSize, characterSpacing }: Look): number {
  const known = font.layoutCache?.[text];
  const width =
    known && !text.includes(" ") ? (known.advanceWidth * fontSize) / 1000 : font.widthOfString(text, fontSize);
  return width + characterSpacing * (text.length - 1);
}
