import { contentRefused } from "../../schema/documents/attachment.rules.js";
import type { Refusal } from "../../schema/shared/refusal.rules.js";

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Text in UTF-8 or GB18030 without signs that no text has, and no page or script that a browser or shell would run. */
export function inspectText(bytes: Buffer): Refusal | undefined {
  if (bytes.includes(0))
    return contentRefused("文件含空字符，不是文本文件。", "The file holds NUL bytes and is no text.");
  const text = decoded(bytes, "utf-8") ?? decoded(bytes, "gb18030");
  if (text === undefined || CONTROL.test(text))
    return contentRefused("文件不是 UTF-8 或 GB18030 编码的文本。", "The file is no text in UTF-8 or GB18030.");
  if (/^\s*(?:<[!?a-z]|#!|%PDF|\{\\rtf)/i.test(text) || /<(?:script|svg|html|iframe)[\s>]/i.test(text))
    return contentRefused("文本文件含网页或脚本内容，不予接收。", "The text holds a page or a script and is refused.");
  return undefined;
}

function decoded(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
