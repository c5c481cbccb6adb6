import yauzl, { type Entry, type ZipFile } from "yauzl";
import {
  ATTACHMENT_LIMITS,
  ATTACHMENT_TYPES,
  contentRefused,
  type MediaType,
} from "../../schema/documents/attachment.rules.js";
import type { Refusal } from "../../schema/shared/refusal.rules.js";

const END = 22;
const broken = contentRefused(
  "文件不完整或已损坏，请重新导出。",
  "The file is incomplete or damaged. Export it again.",
);
const tooMuch = contentRefused(
  "文件解压后过大或部分过多，不予接收。",
  "Unpacked, the file is too large or has too many parts.",
);
const strange = contentRefused("文件内部路径异常，不予接收。", "A part of the file has a path that leads elsewhere.");
const active = contentRefused(
  "文件含宏或内嵌对象，请另存为不含宏的文件。",
  "The file holds a macro or an embedded object. Save it without.",
);
const linked = contentRefused(
  "文件引用外部内容，请断开链接后再上传。",
  "The file refers to something outside. Break its links first.",
);
const locked = contentRefused("文件已加密，请取消密码后再上传。", "The file is encrypted. Remove its password first.");

/** The part without which a file of the kind is none. */
const MAIN: Partial<Record<MediaType, string>> = {
  [ATTACHMENT_TYPES.xlsx]: "xl/workbook.xml",
  [ATTACHMENT_TYPES.docx]: "word/document.xml",
};
const ACTIVE_PART = /vbaProject|\/(?:embeddings|activeX|ctrlProps|macrosheets)\/|\.(?:bin|exe|dll|js|vbs|ole)$/i;
const HARMLESS_BINARY = /\/printerSettings\/printerSettings\d*\.bin$/i;

/** An archive of parts looked at by its directory first, then part by part within bounds; nothing of it is written anywhere. */
export async function inspectOffice(bytes: Buffer, mediaType: MediaType): Promise<Refusal | undefined> {
  const end = bytes.length - END;
  if (end < 0 || bytes.readUInt32LE(end) !== 0x06054b50) return broken; // nothing before the archive, nothing behind it
  if (bytes.readUInt32LE(end + 16) + bytes.readUInt32LE(end + 12) !== end) return broken;
  if (bytes.readUInt16LE(end + 10) > ATTACHMENT_LIMITS.parts) return tooMuch;
  try {
    return await inspectParts(
      await yauzl.fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true }),
      mediaType,
    );
  } catch (error) {
    return /invalid (?:relative path|characters)|absolute path/.test((error as Error).message) ? strange : broken;
  }
}

async function inspectParts(archive: ZipFile, mediaType: MediaType): Promise<Refusal | undefined> {
  const names = new Set<string>();
  const parts: Entry[] = [];
  for await (const entry of archive.eachEntry()) {
    const wrong = whyNotPart(entry) ?? (names.has(entry.fileName) ? strange : undefined);
    if (wrong) return wrong;
    names.add(entry.fileName);
    parts.push(entry);
  }
  const sum = (of: (entry: Entry) => number) => parts.reduce((total, entry) => total + of(entry), 0);
  const unpacked = sum(({ uncompressedSize }) => uncompressedSize);
  if (parts.length > ATTACHMENT_LIMITS.parts || unpacked > ATTACHMENT_LIMITS.unpackedBytes) return tooMuch;
  if (
    unpacked >
    ATTACHMENT_LIMITS.ratio *
      Math.max(
        1_024,
        sum(({ compressedSize }) => compressedSize),
      )
  )
    return tooMuch;
  if (!names.has("[Content_Types].xml") || !names.has(MAIN[mediaType] ?? "")) return broken;
  for (const entry of parts) {
    const text = await partOf(archive, entry);
    const wrong = whyNotText(entry.fileName, text);
    if (wrong) return wrong;
  }
  return undefined;
}

function whyNotPart(entry: Entry): Refusal | undefined {
  const { fileName } = entry;
  if (entry.isEncrypted()) return locked;
  if (fileName.startsWith("/") || /\\|(?:^|\/)\.\.(?:\/|$)|^[A-Za-z]:/.test(fileName)) return strange;
  return ACTIVE_PART.test(fileName) && !HARMLESS_BINARY.test(fileName) ? active : undefined;
}

/** Every part is unpacked, so that one which says less of its size than it has is noticed; only texts are kept to be read. */
async function partOf(archive: ZipFile, entry: Entry): Promise<string> {
  if (entry.fileName.endsWith("/")) return "";
  const isText = /\.(?:rels|xml)$/i.test(entry.fileName);
  const pieces: Buffer[] = [];
  for await (const piece of await archive.openReadStreamPromise(entry)) if (isText) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
}

function whyNotText(name: string, text: string): Refusal | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text) || text.includes("\u0000")) return broken;
  if (/\.rels$/i.test(name) && /TargetMode\s*=\s*["']\s*External/i.test(text)) return linked;
  return /macroEnabled|vbaProject/i.test(name === "[Content_Types].xml" || name.endsWith(".rels") ? text : "")
    ? active
    : undefined;
}
