import type { Run } from "./definition.js";
import { type FontRole, STAND_INS } from "./fontRoles.js";
import type { Coverage } from "./fontShelf.js";
import { glyphMissing, type MissingGlyph } from "./paperRefusal.js";
import { refuseHostileSvg } from "./walls.js";

/** 仿宋 has typewriter letters and digits; as is usual in offices, a serif face stands in for them. */
const LATIN = /^[0-9A-Za-z.,:;()/%+-]$/;
const LATIN_FACE: Partial<Record<FontRole, FontRole>> = { Fang: "Song" };

/** A base character with the combining marks and variation selectors that belong to it. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
const VARIATION_SELECTOR = /\p{Variation_Selector}/u;
/** Controls, format characters (among them the ones that turn the reading direction) and surrogates standing alone. */
const UNPRINTABLE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const XML = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" } as const;

/**
 * The only way of a text into a paper. Sets each character in the first font that has it and remembers
 * what no font has, so that nothing is ever left blank in silence.
 */
export class Compositor {
  readonly #coverage: Coverage;
  readonly #unit: string;
  readonly #made = new WeakSet<object>();
  readonly #drawings = new Set<string>();
  readonly #missing = new Map<string, MissingGlyph>();
  readonly #substitutions = new Map<string, FontRole>();

  /** `unit` names whose paper it is, in refusals. */
  constructor(coverage: Coverage, unit: string) {
    this.#coverage = coverage;
    this.#unit = unit;
  }

  /** The text as runs of one font each; `field` says in a refusal where it came from. */
  set(text: string, role: FontRole, field: string): Run[] {
    const runs: Run[] = [];
    for (const cluster of printable(text).match(CLUSTER) ?? []) {
      const wanted = LATIN.test(cluster) ? (LATIN_FACE[role] ?? role) : role;
      const font = this.#fontFor(cluster, wanted, field);
      const last = runs.at(-1);
      if (last?.font === font) last.text += cluster;
      else runs.push({ text: cluster, font });
    }
    if (runs.length === 0) runs.push({ text: "", font: role });
    this.#made.add(runs);
    return runs;
  }

  /** Several texts of different roles in one paragraph. */
  join(...parts: Run[][]): Run[] {
    const runs = parts.flat();
    this.#made.add(runs);
    return runs;
  }

  /** The text as SVG spans: an SVG text knows one font only. */
  spans(text: string, role: FontRole, field: string): string {
    return this.set(text, role, field)
      .map((run) => `<tspan font-family="${run.font}">${escapeXml(run.text)}</tspan>`)
      .join("");
  }

  /** Admits a drawing of our own after a look at what it reaches for. */
  draw(svg: string): string {
    refuseHostileSvg(svg);
    this.#drawings.add(svg);
    return svg;
  }

  isComposed(text: unknown): boolean {
    return typeof text === "object" && text !== null && this.#made.has(text);
  }

  isDrawn(svg: unknown): boolean {
    return typeof svg === "string" && this.#drawings.has(svg);
  }

  /** Throws `GLYPH_MISSING` when a text held a character that no font has. */
  assertWhole(): void {
    if (this.#missing.size > 0) throw glyphMissing([...this.#missing.values()]);
  }

  /** Characters drawn in another font than asked for. */
  get substitutions(): { character: string; font: FontRole }[] {
    return [...this.#substitutions].map(([character, font]) => ({ character, font }));
  }

  #fontFor(cluster: string, role: FontRole, field: string): FontRole {
    const points = [...cluster].filter((character) => character !== "\n" && !VARIATION_SELECTOR.test(character));
    const has = (font: FontRole) => points.every((point) => this.#coverage[font].has(point.codePointAt(0) as number));
    if (has(role)) return role;
    const standIn = STAND_INS[role].find(has);
    if (standIn) this.#substitutions.set(cluster, standIn);
    else this.#miss(points, field);
    return standIn ?? role;
  }

  #miss(points: string[], field: string): void {
    for (const character of points) {
      const hex = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0");
      this.#missing.set(`${hex} ${field}`, { character, codePoint: `U+${hex}`, unit: this.#unit, field });
    }
  }
}

function printable(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\t\r\v\f]/g, " ")
    .replace(UNPRINTABLE, "");
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => XML[character as keyof typeof XML]);
}
