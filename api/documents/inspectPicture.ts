import { crc32 } from "node:zlib";
import { contentRefused } from "../../schema/documents/attachment.rules.js";
import type { Refusal } from "../../schema/shared/refusal.rules.js";

const broken = contentRefused(
  "图片不完整或已损坏，请重新导出。",
  "The picture is incomplete or damaged. Export it again.",
);
const trailing = contentRefused(
  "图片结尾之后夹带其他内容，请另存后再上传。",
  "Something follows the end of the picture. Save it anew, then send it.",
);

/** A JPEG from its first marker to its last, segment by segment, and nothing after it. */
export function inspectJpeg(bytes: Buffer): Refusal | undefined {
  let at = 2;
  let hasPicture = false;
  while (at + 3 < bytes.length + 2) {
    if (bytes[at] !== 0xff) return broken;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) at += 1;
    else if (marker === 0xd9) return !hasPicture ? broken : at + 2 === bytes.length ? undefined : trailing;
    else {
      const length = at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : 0;
      if (length < 2) return broken;
      at += 2 + length;
      if (marker !== 0xda) continue;
      hasPicture = true;
      at = endOfScan(bytes, at);
    }
  }
  return broken;
}

/** Where the next marker stands that is no part of the picture's own data. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** A PNG chunk by chunk, each with its checksum, the last one last. */
export function inspectPng(bytes: Buffer): Refusal | undefined {
  for (let at = 8, place = 0; at + 12 <= bytes.length; place += 1) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) return broken;
    const kind = bytes.toString("latin1", at + 4, at + 8);
    if ((place === 0) !== (kind === "IHDR")) return broken;
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return broken;
    if (kind === "IEND") return end === bytes.length ? undefined : trailing;
    at = end;
  }
  return broken;
}
