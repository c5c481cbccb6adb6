import { inflateSync } from "node:zlib";
import { contentRefused } from "../../schema/documents/attachment.rules.js";
import type { Refusal } from "../../schema/shared/refusal.rules.js";

/** Names of things that act, reach out or carry other files. */
const ACTIVE = /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToE|XFA)(?![A-Za-z0-9])/;
const MOST_INFLATED = 32 * 1024 * 1024;

/** Names may be spelled with codes: /J#61vaScript. */
const spelledOut = (text: string) =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** A PDF that only shows: complete, not encrypted, nothing behind its end, nothing in it that runs or is a file itself. */
export function inspectPdf(bytes: Buffer): Refusal | undefined {
  const raw = bytes.toString("latin1");
  const end = raw.lastIndexOf("%%EOF");
  if (end < 0) return contentRefused("PDF 文件不完整，请重新导出。", "The PDF is incomplete. Export it again.");
  if (!/^\s{0,4}$/.test(raw.slice(end + 5)))
    return contentRefused(
      "PDF 结尾之后夹带其他内容，请重新导出。",
      "Something follows the end of the PDF. Export it again.",
    );
  const text = spelledOut(raw);
  if (/\/Encrypt(?![A-Za-z])/.test(text))
    return contentRefused("PDF 已加密，请取消密码后再上传。", "The PDF is encrypted. Remove its password first.");
  const packed = packedObjects(text, raw);
  if (packed === undefined)
    return contentRefused(
      "PDF 内部对象无法检查，请重新导出。",
      "Parts of the PDF cannot be looked into. Export it again.",
    );
  return ACTIVE.test(text) || ACTIVE.test(spelledOut(packed))
    ? contentRefused(
        "PDF 含脚本、启动动作或内嵌文件，请打印为普通 PDF 后再上传。",
        "The PDF holds a script, a launch action or a file. Print it as a plain PDF first.",
      )
    : undefined;
}

/** The objects that lie packed in streams; undefined when one of those cannot be unpacked. */
function packedObjects(text: string, raw: string): string | undefined {
  if (!/\/ObjStm(?![A-Za-z])/.test(text)) return "";
  let found = "";
  for (let at = raw.indexOf("stream"); at >= 0; at = raw.indexOf("stream", at + 6)) {
    if (raw.slice(at - 3, at) === "end") continue;
    const dictionary = spelledOut(raw.slice(Math.max(0, raw.lastIndexOf("obj", at)), at));
    if (!/\/ObjStm(?![A-Za-z])/.test(dictionary)) continue;
    const from = at + (raw[at + 6] === "\r" ? 8 : 7);
    const unpacked = unpack(raw.slice(from, Math.max(from, raw.indexOf("endstream", from))), dictionary);
    if (unpacked === undefined || (found += unpacked).length > MOST_INFLATED) return undefined;
  }
  return found === "" ? undefined : found;
}

function unpack(data: string, dictionary: string): string | undefined {
  if (!/\/Filter/.test(dictionary)) return data;
  if (!/\/Filter\s*\[?\s*\/FlateDecode\s*\]?\s*(?:\/|>>)/.test(dictionary) || /\/DecodeParms/.test(dictionary))
    return undefined;
  try {
    return inflateSync(Buffer.from(data, "latin1"), { maxOutputLength: MOST_INFLATED }).toString("latin1");
  } catch {
    return undefined;
  }
}
