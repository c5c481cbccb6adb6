import { BODY_SIZE, MARGINS, PITCH, TITLE_SIZE } from "./page.rules.js";
import { PaperRefusal } from "./paperRefusal.js";
import type { LaidLine, LaidPage } from "./pdfmakeEngine.js";

const TOLERANCE = 0.01;

/** Lines of the body and of titles that stand off the grid: page (from 1), distance from the grid in pitches, text. */
export function gridFaults(pages: readonly LaidPage[]): { page: number; off: number; text: string }[] {
  return pages.flatMap((page, index) =>
    page.items
      .filter(({ type, item }) => type === "line" && isBodyLine(item))
      .map(({ item }) => ({ page: index + 1, off: offGrid(item.y), text: lineText(item) }))
      .filter(({ off }) => off > TOLERANCE),
  );
}

function isBodyLine(line: LaidLine): boolean {
  return line.inlines.some(({ fontSize }) => fontSize === BODY_SIZE || fontSize === TITLE_SIZE);
}

function offGrid(y: number): number {
  const pitches = (y - MARGINS.top) / PITCH;
  return Math.abs(pitches - Math.round(pitches));
}

export function lineText(line: LaidLine): string {
  return line.inlines.map(({ text }) => text).join("");
}

/** Refuses a paper whose lines have left the grid. */
export function assertGrid(pages: readonly LaidPage[]): void {
  const [fault] = gridFaults(pages);
  if (fault) throw new PaperRefusal("GRID_BROKEN", `page ${fault.page}: "${fault.text}" stands off the grid`);
}
