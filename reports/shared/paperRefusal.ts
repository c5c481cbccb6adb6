/** A character that no font of the paper can draw, and where it stood. */
export interface MissingGlyph {
  character: string;
  codePoint: string;
  unit: string;
  field: string;
}

export type PaperRefusalCode =
  | "GLYPH_MISSING"
  | "REPORT_UNKNOWN"
  | "MODEL_INVALID"
  | "CONTENT_REFUSED"
  | "GRID_BROKEN"
  | "RENDER_TIMEOUT"
  | "RENDER_FAILED";

/** Why a paper was not printed. Nothing is ever printed in part. */
export class PaperRefusal extends Error {
  constructor(
    readonly code: PaperRefusalCode,
    message: string,
    readonly missing: readonly MissingGlyph[] = [],
  ) {
    super(message);
    this.name = "PaperRefusal";
  }
}

export function glyphMissing(missing: readonly MissingGlyph[]): PaperRefusal {
  const list = missing.map((glyph) => `${glyph.character}（${glyph.codePoint}，${glyph.field}）`).join("、");
  const unit = missing[0]?.unit ?? "";
  return new PaperRefusal("GLYPH_MISSING", `${unit}：字库缺字，未予出件：${list}`, missing);
}
