import { canonicalModel, modelDigest } from "./shared/canonical.js";
import { ENGINE_VERSION } from "./shared/engineVersion.js";
import { shelvedFonts } from "./shared/fontShelf.js";
import { PrinterPool } from "./shared/printerPool.js";
import type { ReportModel } from "./shared/reportModel.js";

export { modelDigest } from "./shared/canonical.js";
export { PaperRefusal } from "./shared/paperRefusal.js";
export type { ReportModel } from "./shared/reportModel.js";

/** What is kept beside an issued file, to say later how it came about. */
export interface PaperManifest {
  report: string;
  /** SHA-256 (hex) of the model without its verification, and of the file. */
  model: string;
  pdf: string;
  renderer: string;
  fonts: { file: string; sha256: string }[];
  /** Characters that another font than the role's own had to draw. */
  substitutions: { character: string; font: string }[];
  pages: number;
}

const pool = new PrinterPool({ printers: 1, deadline: 60_000, idle: 60_000, papers: 2_000 });

/** Prints a model: the same model gives the same bytes, anywhere. Rejects with `PaperRefusal`; never prints in part. */
export async function renderReport(model: ReportModel): Promise<Uint8Array> {
  return (await renderWithManifest(model)).bytes;
}

/** As `renderReport`, with the manifest to store beside the file. */
export async function renderWithManifest(model: ReportModel): Promise<{ bytes: Uint8Array; manifest: PaperManifest }> {
  const { bytes, sha256, pages, substitutions, fast } = await pool.print(canonicalModel(model));
  const manifest: PaperManifest = {
    report: model.report,
    model: modelDigest(model),
    pdf: sha256,
    renderer: `pdfmake ${ENGINE_VERSION}${fast ? "" : " (stock)"}`,
    fonts: shelvedFonts(),
    substitutions,
    pages,
  };
  return { bytes, manifest };
}

/** Ends the printers at once; for the end of the server. */
export function closePrinters(): void {
  pool.close();
}
