import { reportOf } from "../catalogue.js";
import { Compositor } from "./compositor.js";
import { fontCoverage } from "./fontShelf.js";
import { PaperRefusal } from "./paperRefusal.js";
import type { Press, Pressed } from "./press.js";
import type { ReportModel } from "./reportModel.js";

/** A printed paper: the file, and which characters another font had to draw. */
export interface Printed extends Pressed {
  substitutions: { character: string; font: string }[];
}

/** Lays out and prints one model on the press of this process. */
export async function printModel(press: Press, model: ReportModel): Promise<Printed> {
  const report = reportOf(model.report);
  if (!report) throw new PaperRefusal("REPORT_UNKNOWN", `没有名为“${model.report}”的报告。`);
  if ([model.verification, model.issuedOn].some((mark) => model.preview === (mark !== undefined))) {
    throw new PaperRefusal("MODEL_INVALID", "正式件必须有核验码和成文日期，预览件不得有核验码和成文日期。");
  }
  const compositor = new Compositor(fontCoverage(), report.unitOf(model));
  const pressed = await press.print(report.layOut(model, compositor), compositor);
  return { ...pressed, substitutions: compositor.substitutions };
}
