import type { Compositor } from "./compositor.js";
import type { Block } from "./definition.js";
import { measureQr } from "./pdfmakeEngine.js";

/** A QR code (error correction M) as one drawn path of exactly this size in points; the white around it is the caller's. */
export function qrMark(pen: Compositor, text: string, size: number): Block {
  const { _canvas: squares, _width: width } = measureQr({ qr: text, eccLevel: "M" });
  const [paper, ...modules] = squares;
  const unit = modules[0]?.w ?? 1;
  const path = modules.map(({ x, y }) => `M${x / unit} ${y / unit}h1v1h-1z`).join("");
  const side = (paper?.w ?? width) / unit;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${side} ${side}"><path d="${path}" fill="#000000"/></svg>`;
  return { svg: pen.draw(svg), width: size };
}
