import type { Compositor } from "./compositor.js";
import type { Block } from "./definition.js";
import { HALF_PITCH, lineHeightFor, mm, PITCH, TABLE_SIZE } from "./page.rules.js";
import { qrMark } from "./qrMark.js";
import type { Verification } from "./reportModel.js";

const QR_SIZE = mm(24);
const DIGEST_SHOWN = 16;
/** Three lines of the grid hold the code and its lines of text. */
const LINES = 3;

/** The QR code of an issued paper, with the same code and address as text beside it. */
export function verificationBox(pen: Compositor, { code, url, digest, auditHead }: Verification): Block {
  const lines = [
    `核验码：${code}`,
    `核验地址：${url}`,
    `数据摘要：${digest.slice(0, DIGEST_SHOWN)}（SHA-256前${DIGEST_SHOWN}位）`,
    ...(auditHead ? [`审计链首：${auditHead}`] : []),
  ];
  const text: Block = {
    text: pen.set(lines.join("\n"), "Song", "核验"),
    fontSize: TABLE_SIZE,
    lineHeight: lineHeightFor(TABLE_SIZE, HALF_PITCH),
    margin: [0, (QR_SIZE - lines.length * HALF_PITCH + HALF_PITCH - TABLE_SIZE) / 2, 0, 0],
  };
  const rest = LINES * PITCH - QR_SIZE;
  return {
    columns: [qrMark(pen, url, QR_SIZE), text],
    columnGap: mm(5),
    margin: [0, rest / 2, 0, rest / 2],
    unbreakable: true,
    snap: true,
  };
}
