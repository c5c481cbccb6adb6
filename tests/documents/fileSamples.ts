import { crc32, deflateRawSync, deflateSync } from "node:zlib";

interface Part {
  name: string;
  text: string | Buffer;
  /** What the directory says of its size, where that is not true. */
  says?: number;
  flags?: number;
}

/** A zip archive of parts, each packed, with whatever its directory is made to say. */
export function archive(parts: Part[], { before = "", after = "" } = {}): Buffer {
  const locals: Buffer[] = [Buffer.from(before, "latin1")];
  const directory: Buffer[] = [];
  let at = locals[0]?.length ?? 0;
  for (const { name, text, says, flags = 0x800 } of parts) {
    const raw = Buffer.from(text);
    const [packed, bytes] = [deflateRawSync(raw), Buffer.from(name)];
    const facts = Buffer.alloc(22);
    facts.writeUInt16LE(flags, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(raw), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(says ?? raw.length, 18);
    facts.writeUInt16LE(20, 0);
    const tail = Buffer.alloc(4);
    tail.writeUInt16LE(bytes.length, 0);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), facts, tail, bytes, packed]);
    const rest = Buffer.alloc(18);
    rest.writeUInt16LE(bytes.length, 0);
    rest.writeUInt32LE(at, 14);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), facts, rest, bytes]));
    locals.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, list, end, Buffer.from(after, "latin1")]);
}

const TYPES = { name: "[Content_Types].xml", text: '<?xml version="1.0"?><Types/>' };
const WORKBOOK = { name: "xl/workbook.xml", text: '<?xml version="1.0"?><workbook/>' };
export const xlsx = (more: Part[] = [], around = {}) => archive([TYPES, WORKBOOK, ...more], around);
export const docx = () => archive([TYPES, { name: "word/document.xml", text: "<document/>" }]);

const body = (extra = "") =>
  `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${extra} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n`;
export const pdf = (extra = "", objects = "", trailer = "") =>
  Buffer.from(`${body(extra)}${objects}trailer\n<< /Root 1 0 R ${trailer} >>\nstartxref\n0\n%%EOF\n`, "latin1");
/** A PDF that hides an object in a packed stream. */
export const packedPdf = (text: string, filter = "/FlateDecode") => {
  const data = deflateSync(Buffer.from(text)).toString("latin1");
  return pdf(
    "",
    `3 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter ${filter} /Length ${data.length} >>\nstream\n${data}\nendstream\nendobj\n`,
  );
};

function chunk(kind: string, data: Buffer): Buffer {
  const inner = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(inner));
  return Buffer.concat([length, inner, sum]);
}
/** A picture of one dot. */
export const png = () =>
  Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk("IDAT", deflateSync(Buffer.from([0, 0]))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
export const jpeg = (scan = [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]) =>
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xda, 0, 4, 1, 2, ...scan, 0xff, 0xd9]);

/** Files that are taken, by their names. */
export const GOOD: Record<string, Buffer> = {
  "批复.pdf": pdf(),
  "packed.pdf": packedPdf("1 0 << /Type /Outlines >>"),
  "合影.jpg": jpeg(),
  "章.png": png(),
  "名册.xlsx": xlsx(),
  "方案.docx": docx(),
  "名单.csv": Buffer.from("\ufeff姓名,单位\n张三,某厂\n"),
  "gbk.csv": Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x31, 0x0a]),
  "说明.txt": Buffer.from("一切属实。\r\n"),
};

const zipEnd = archive([{ name: "a.txt", text: "a" }]);
const join = (...parts: (Buffer | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)));
const relation = (target: string) =>
  `<Relationships><Relationship Id="1" Type="x/image" Target="${target}" TargetMode="External"/></Relationships>`;

/** Files that are refused, by what is wrong with them. */
export const HOSTILE: Record<string, [fileName: string, bytes: Buffer]> = {
  "a picture called PDF": ["a.pdf", png()],
  "a PDF called picture": ["a.png", pdf()],
  "an executable called PDF": ["a.pdf", join("MZ\x90\x00", Buffer.alloc(200))],
  "an executable called text": ["a.txt", join("\x7fELF", Buffer.alloc(20))],
  "a script called text": ["a.txt", Buffer.from("#!/bin/sh\nrm -r x\n")],
  "a page called text": ["a.txt", Buffer.from("<!doctype html><script>x()</script>")],
  "a drawing called text": ["a.txt", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')],
  "a page within a table": ["a.csv", Buffer.from("a,b\n<script>x()</script>,1\n")],
  "NUL in a table": ["a.csv", Buffer.from("a,b\n1\u00002,3\n")],
  "bytes that are no text": ["a.txt", Buffer.from([0x41, 0xff, 0xfe, 0x81])],
  "a PDF with junk before it": ["a.pdf", join("GIF89a", pdf())],
  "a PDF with an archive behind it": ["a.pdf", join(pdf(), zipEnd)],
  "a PDF with a page behind it": ["a.pdf", join(pdf(), "<html>")],
  "a PDF with a page in its beginning": ["a.pdf", join("%PDF-1.7\n%<html><script>x()</script>\n", pdf())],
  "a PDF cut short": ["a.pdf", pdf().subarray(0, 60)],
  "an encrypted PDF": ["a.pdf", pdf("", "", "/Encrypt 9 0 R")],
  "a PDF with a script": ["a.pdf", pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")],
  "a PDF with a script spelled with codes": ["a.pdf", pdf("/OpenAction << /S /J#61va#53cript /JS (x) >>")],
  "a PDF that starts a program": ["a.pdf", pdf("/OpenAction << /S /Launch /F (cmd.exe) >>")],
  "a PDF that carries a file": [
    "a.pdf",
    pdf("/Names << /EmbeddedFiles 5 0 R >>", "5 0 obj\n<< /Type /EmbeddedFile >>\nendobj\n"),
  ],
  "a PDF with a script in a packed object": ["a.pdf", packedPdf("1 0 << /S /JavaScript /JS (x) >>")],
  "a PDF with objects packed twice": ["a.pdf", packedPdf("1 0 << >>", "[/ASCIIHexDecode /FlateDecode]")],
  "a picture with an archive behind it": ["a.png", join(png(), zipEnd)],
  "a photograph with an archive behind it": ["a.jpg", join(jpeg(), zipEnd)],
  "a picture with a page behind it": ["a.png", join(png(), "<html><script>x()</script>")],
  "a photograph with a page behind it": ["a.jpg", join(jpeg(), "<html>")],
  "a photograph cut short": ["a.jpg", jpeg().subarray(0, 18)],
  "a picture with a wrong checksum": ["a.png", Buffer.from(png().map((byte, at) => (at === 20 ? byte ^ 1 : byte)))],
  "any archive called spreadsheet": ["a.xlsx", archive([{ name: "a.txt", text: "a" }])],
  "a text document called spreadsheet": ["a.xlsx", docx()],
  "a spreadsheet with a macro": ["a.xlsx", xlsx([{ name: "xl/vbaProject.bin", text: "x" }])],
  "a spreadsheet with an embedded file": ["a.xlsx", xlsx([{ name: "xl/embeddings/oleObject1.bin", text: "x" }])],
  "a spreadsheet that fetches a picture": [
    "a.xlsx",
    xlsx([{ name: "xl/_rels/workbook.xml.rels", text: relation("http://example.invalid/x.png") }]),
  ],
  "a spreadsheet that names a file share": [
    "a.xlsx",
    xlsx([{ name: "xl/externalLinks/_rels/1.xml.rels", text: relation("file://host/x") }]),
  ],
  "a spreadsheet with an entity": [
    "a.xlsx",
    xlsx([{ name: "xl/a.xml", text: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>' }]),
  ],
  "a part that climbs out": ["a.xlsx", xlsx([{ name: "../../evil.xml", text: "x" }])],
  "a part with a path from the root": ["a.xlsx", xlsx([{ name: "/etc/evil.xml", text: "x" }])],
  "a part on another drive": ["a.xlsx", xlsx([{ name: "C:\\evil.xml", text: "x" }])],
  "a part named twice": ["a.xlsx", xlsx([{ name: "xl/workbook.xml", text: "x" }])],
  "a bomb": ["a.xlsx", xlsx([{ name: "xl/a.xml", text: Buffer.alloc(8 * 1024 * 1024, 32) }])],
  "a bomb that says it is small": [
    "a.xlsx",
    xlsx([{ name: "xl/a.xml", text: Buffer.alloc(8 * 1024 * 1024, 32), says: 100 }]),
  ],
  "a bomb that says it is huge": ["a.xlsx", xlsx([{ name: "xl/a.xml", text: "x", says: 200 * 1024 * 1024 }])],
  "too many parts": ["a.xlsx", xlsx(Array.from({ length: 99 }, (_, at) => ({ name: `xl/${at}.xml`, text: "x" })))],
  "an encrypted part": ["a.xlsx", xlsx([{ name: "xl/a.xml", text: "x", flags: 0x801 }])],
  "a spreadsheet with something before it": ["a.xlsx", xlsx([], { before: "MZ" })],
  "a spreadsheet with something behind it": ["a.xlsx", xlsx([], { after: "<html>" })],
  "a spreadsheet cut short": ["a.xlsx", xlsx().subarray(0, 120)],
};
