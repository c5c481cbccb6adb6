import { type Bilingual, words } from "../shared/bilingual.rules.js";
import { type Refusal, refusal } from "../shared/refusal.rules.js";

/** What an attachment may be, by the ending of its name. */
export const ATTACHMENT_TYPES = {
  pdf: "application/pdf",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  csv: "text/csv",
  txt: "text/plain",
} as const;
export type AttachmentEnding = keyof typeof ATTACHMENT_TYPES;
export type MediaType = (typeof ATTACHMENT_TYPES)[AttachmentEnding];
export const MEDIA_TYPES = [...new Set(Object.values(ATTACHMENT_TYPES))];

export const ATTACHMENT_LIMITS = {
  /** Bytes of one file. */
  fileBytes: 10 * 1024 * 1024,
  /** Bytes of all files of the installation. */
  totalBytes: 20 * 1024 * 1024 * 1024,
  /** Files that come in at the same time. */
  atOnce: 4,
  /** A spreadsheet or text document is an archive of parts. */
  parts: 100,
  unpackedBytes: 100 * 1024 * 1024,
  ratio: 100,
};

const LONGEST_NAME = 120;
const UNFIT =
  /[\u0000-\u001f\u007f-\u009f\\/:*?"<>|\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\p{Cs}]|^[\s.]|[\s.]$/u;

/** The ending of a file's name, in lower case; undefined for one that no attachment has. */
export function endingOf(fileName: string): AttachmentEnding | undefined {
  const ending = /\.([A-Za-z]{3,4})$/.exec(fileName)?.[1]?.toLowerCase();
  return ending && Object.hasOwn(ATTACHMENT_TYPES, ending) ? (ending as AttachmentEnding) : undefined;
}

/** Why a file cannot be kept under its name: names lead nowhere, hide nothing, and end as their kind does. */
export function whyNotFileName(fileName: string): Refusal | undefined {
  const field = words("文件名", "File name");
  if (fileName.length === 0) return refusal("REQUIRED", { field }, ["fileName"]);
  if (fileName.length > LONGEST_NAME || UNFIT.test(fileName))
    return refusal(
      "INVALID_FORMAT",
      {
        field,
        expected: words(
          `不超过 ${LONGEST_NAME} 字、不含路径和特殊符号的文件名`,
          `a name of at most ${LONGEST_NAME} characters without a path or special signs`,
        ),
      },
      ["fileName"],
    );
  return endingOf(fileName) ? undefined : refusal("FILE_TYPE_REFUSED", {}, ["fileName"]);
}

/** A refusal of a file for what is in it. */
export const contentRefused = (zh: string, en: string): Refusal =>
  refusal("FILE_CONTENT_REFUSED", { reason: words(zh, en) }, ["file"]);

/** A size as people read it. */
export const sizeText = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 ** 2
      ? `${(bytes / 1024).toFixed(1)} kB`
      : `${(bytes / 1024 ** 2).toFixed(1)} MB`;

export const MEDIA_TYPE_NAMES: Record<MediaType, Bilingual> = {
  "application/pdf": words("PDF 文档", "PDF document"),
  "image/jpeg": words("JPEG 图片", "JPEG picture"),
  "image/png": words("PNG 图片", "PNG picture"),
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": words("XLSX 表格", "XLSX spreadsheet"),
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": words("DOCX 文档", "DOCX document"),
  "text/csv": words("CSV 表格", "CSV table"),
  "text/plain": words("纯文本", "Plain text"),
};
