import type { Compositor } from "./compositor.js";
import type { Block } from "./definition.js";
import { measureQr } from "./pdfmakeEngine.js";

/** A QR code (error correction M) as one drawn path of exactly this size in points; the white around it is the caller's. */
export function qrMark(pen: Compositor, text: string, size: number): Block {
  const { _canvas: squares, _width: width } = measureQr({ qr: text, eccLevel: "M" });
  const [paper, ...modules] = squares;
  const unit = modules[0]?.w ?? 1;
  const path = rowsOf(modules.map(({ x, y }) => [x / unit, y / unit])).join("");
  const side = (paper?.w ?? width) / unit;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${side} ${side}"><path d="${path}" fill="#000000"/></svg>`;
  return { svg: pen.draw(svg), width: size };
}

/** Neighbouring modules of a line as one bar each. */
function rowsOf(modules: readonly (readonly number[])[]): string[] {
  const bars: { x: number; y: number; width: number }[] = [];
  for (const [x = 0, y = 0] of modules) {
    const last = bars.at(-1);
    if (last && last.y === y && last.x + last.width === x) last.width += 1;
    else bars.push({ x, y, width: 1 });
  }
  return bars.map(({ x, y, width }) => `M${x} ${y}h${width}v1h-${width}z`);
}
