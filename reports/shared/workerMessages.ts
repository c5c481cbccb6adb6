import type { MissingGlyph, PaperRefusalCode } from "./paperRefusal.js";

/** What a printer answers: the file, or why there is none. */
export type PrinterReply = PrintedPaper | { code: PaperRefusalCode; message: string; missing: MissingGlyph[] };

/** A printed file as it leaves the printer. */
export interface PrintedPaper {
  bytes: Uint8Array;
  sha256: string;
  pages: number;
  substitutions: { character: string; font: string }[];
  /** Whether the shared-font path was in use. */
  fast: boolean;
}
