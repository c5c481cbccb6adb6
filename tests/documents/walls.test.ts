import fs from "node:fs";
import { expect, jest, test } from "@jest/globals";
import type { Compositor } from "../../reports/shared/compositor.js";
import type { Block } from "../../reports/shared/definition.js";
import { printBlocks } from "./paperDesk.js";

const svg = (inner = "") => `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${inner}</svg>`;

const HOSTILE_SVG = [
  '<image href="/etc/hostname"/>',
  '<image xlink:href="/etc/passwd.png"/>',
  "<IMAGE HREF='file:///etc/passwd'/>",
  '<image href="image://chart.png"/>',
  '<image href="data:image/png;base64,AAAA"/>',
  "<image\n href = /etc/hostname />",
  '<svg:image href="x.png"/>',
  "<foreignObject><p>x</p></foreignObject>",
  "<script>1</script>",
  '<use href="other.svg#a"/>',
  '<use xlink:href="http://example.invalid/a.svg#a"/>',
  '<a href="http://example.invalid/">x</a>',
  '<rect fill="url(http://example.invalid/p)"/>',
  "<rect fill=\"url('other.svg#p')\"/>",
  '<rect style="filter: url( /var/f.svg#f )"/>',
  "<style>@import 'http://example.invalid/x.css';</style>",
  '<rect onload="x()"/>',
  "<feImage href='#a'/>",
  '<animate attributeName="href" to="/etc/passwd"/>',
  '<handler type="x"/>',
  '<use href="&#x2f;etc/passwd"/>',
];
const HOSTILE_HEAD = ['<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '<?xml-stylesheet href="#x"?>'];

test.each([...HOSTILE_SVG.map((inner) => svg(inner)), ...HOSTILE_HEAD.map((head) => head + svg())])(
  "a drawing that reaches out is refused: %s",
  async (drawing) => {
    const open = jest.spyOn(fs, "readFileSync");
    const printed = printBlocks((pen) => [{ svg: pen.draw(drawing) }]);
    await expect(printed).rejects.toMatchObject({ code: "CONTENT_REFUSED" });
    expect(open.mock.calls.filter(([path]) => /etc|var|svg|png/.test(String(path)))).toEqual([]);
    open.mockRestore();
  },
);

test("a drawing of our own is printed", async () => {
  const { bytes } = await printBlocks((pen) => [{ svg: pen.draw(svg('<rect width="5" height="5" fill="#000000"/>')) }]);
  expect(bytes.length).toBeGreaterThan(500);
});

const ADDRESSES = Array.from(
  { length: 40 },
  (_, index) => `${["http", "https", "ftp", "file"][index % 4]}://example.invalid/${index}.png`,
);
const PATHS = [
  "/etc/hostname",
  "/etc/passwd",
  "../../etc/passwd",
  "C:\\x.png",
  "image://x",
  "~/.ssh/id",
  "/proc/self/environ",
  "package.json",
  "./package.json",
  "\\\\host\\x",
];
const KEYS = [
  "image",
  "attachment",
  "link",
  "background",
  "qr",
  "watermark",
  "files",
  "toc",
  "linkToFile",
  "font2",
] as const;

test("no address and no path finds its way to the engine by any key", async () => {
  const fetched = jest.spyOn(globalThis, "fetch");
  for (const [index, target] of [...ADDRESSES, ...PATHS, ...PATHS].entries()) {
    const block = { [KEYS[index % KEYS.length] as string]: target } as Block;
    await expect(printBlocks(() => [block])).rejects.toMatchObject({ code: "CONTENT_REFUSED" });
  }
  expect(fetched).not.toHaveBeenCalled();
  fetched.mockRestore();
});

const forged: [string, (pen: Compositor) => Block][] = [
  ["a bare string", () => "text" as unknown as Block],
  ["a text that was not composed", () => ({ text: [{ text: "工会", font: "Fang" }] })],
  [
    "a text inside a table",
    () => ({ table: { widths: ["*"], headerRows: 0, dontBreakRows: true, body: [[{ text: "x" as never }]] } }),
  ],
  ["a drawing that was not admitted", () => ({ svg: svg("") })],
  [
    "a text in columns",
    (pen) => ({ columns: [{ text: pen.set("x", "Fang", "x") }, { stack: [{ text: ["y"] as never }] }] }),
  ],
];

test.each(forged)("the engine gets no text past the compositor: %s", async (_, make) => {
  await expect(printBlocks((pen) => [make(pen)])).rejects.toMatchObject({ code: "CONTENT_REFUSED" });
});
