import { ATTACHMENT_TYPES, contentRefused, endingOf, type MediaType } from "../../schema/documents/attachment.rules.js";
import type { Refusal } from "../../schema/shared/refusal.rules.js";
import { inspectOffice } from "./inspectOffice.js";
import { inspectPdf } from "./inspectPdf.js";
import { inspectJpeg, inspectPng } from "./inspectPicture.js";
import { inspectText } from "./inspectText.js";

type Inspection = (bytes: Buffer, mediaType: MediaType) => Refusal | undefined | Promise<Refusal | undefined>;

const INSPECTIONS: Record<MediaType, { begins: (bytes: Buffer) => boolean; inspect: Inspection }> = {
  "application/pdf": { begins: (bytes) => /^%PDF-[12]\.\d/.test(head(bytes, 8)), inspect: inspectPdf },
  "image/jpeg": { begins: (bytes) => head(bytes, 3) === "\xff\xd8\xff", inspect: inspectJpeg },
  "image/png": { begins: (bytes) => head(bytes, 8) === "\x89PNG\r\n\x1a\n", inspect: inspectPng },
  [ATTACHMENT_TYPES.xlsx]: { begins: isArchive, inspect: inspectOffice },
  [ATTACHMENT_TYPES.docx]: { begins: isArchive, inspect: inspectOffice },
  "text/csv": { begins: () => true, inspect: inspectText },
  "text/plain": { begins: () => true, inspect: inspectText },
};

const head = (bytes: Buffer, length: number) => bytes.toString("latin1", 0, length);
function isArchive(bytes: Buffer): boolean {
  return head(bytes, 4) === "PK\x03\x04";
}

/** An archive, or a page, that hides behind the end or in the beginning of another file. */
function stowaway(bytes: Buffer): Refusal | undefined {
  const end = bytes.toString("latin1", Math.max(0, bytes.length - 65_557));
  if (end.includes("PK\x05\x06"))
    return contentRefused(
      "文件末尾夹带压缩包，请另存为干净的文件后再上传。",
      "An archive hides at the end of the file. Save it anew, then send it.",
    );
  if (/<(?:!doctype|html|script|svg|body)[\s>]/i.test(head(bytes, 2_048)))
    return contentRefused(
      "文件开头夹带网页内容，请另存后再上传。",
      "A page hides at the beginning of the file. Save it anew, then send it.",
    );
  return undefined;
}

/** The media type of a file that may be kept, or why it may not: its content must be what its name says, and nothing beside. */
export async function inspectFile(
  bytes: Buffer,
  fileName: string,
): Promise<{ mediaType: MediaType } | { refused: Refusal }> {
  const ending = endingOf(fileName);
  const mediaType = ATTACHMENT_TYPES[ending ?? "txt"];
  const { begins, inspect } = INSPECTIONS[mediaType];
  if (bytes.length === 0) return { refused: contentRefused("文件是空的。", "The file is empty.") };
  if (!begins(bytes))
    return {
      refused: contentRefused(
        `文件内容不是 .${ending} 格式，请核对文件后再上传。`,
        `The content is not that of a .${ending} file. Check the file and send it again.`,
      ),
    };
  const refused = (isArchive(bytes) ? undefined : stowaway(bytes)) ?? (await inspect(bytes, mediaType));
  return refused ? { refused } : { mediaType };
}
