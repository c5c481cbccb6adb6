import { expect, test } from "@jest/globals";
import { Compositor } from "../../reports/shared/compositor.js";
import { FONT_ROLES } from "../../reports/shared/fontRoles.js";
import { fontCoverage, type OpenFont } from "../../reports/shared/fontShelf.js";
import { paragraph } from "../../reports/shared/paragraphs.js";
import { PdfFile } from "./inkedText.js";
import { printBlocks } from "./paperDesk.js";

const RARE = "喆堃犇垚翀昇玥珺祎旻璟镕赟晞瑢𬭎㛃䶮彧煊琰翊骉淼焱鑫燚槑昉昶晗暄珩瑄璎";

test("no glyph of a document with rare names is the empty box", async () => {
  const { pages } = await printBlocks((pen) =>
    FONT_ROLES.map((role) => ({ text: pen.set(`姓名：${RARE}`, role, "姓名") })),
  );
  const inlines = pages
    .flatMap(({ items }) => items.filter(({ type }) => type === "line"))
    .flatMap(({ item }) => item.inlines);
  expect(inlines.length).toBeGreaterThan(100);
  for (const { text, font } of inlines) {
    const glyphs = (font as unknown as { font: OpenFont }).font.layout(text).glyphs;
    expect(glyphs.some(({ id }) => id === 0) ? text : "").toBe("");
  }
});

test("the check sees a sin: 仿宋 alone has no glyph for 喆", () => {
  expect(fontCoverage().Fang.has("喆".codePointAt(0) as number)).toBe(false);
  expect(fontCoverage().Song.has("喆".codePointAt(0) as number)).toBe(true);
});

test("a character that no font has refuses the whole document and names itself", async () => {
  const printed = printBlocks((pen) => [paragraph(pen, "主席\u{2FFFE}某", "主席姓名")]);
  await expect(printed).rejects.toMatchObject({
    code: "GLYPH_MISSING",
    missing: [{ character: "\u{2FFFE}", codePoint: "U+2FFFE", unit: "示例镇总工会", field: "主席姓名" }],
  });
});

test("runs are split by font, marks stay with their base, and controls are dropped", () => {
  const pen = new Compositor(fontCoverage(), "示例");
  expect(pen.set("王喆\u0000\u202e某", "Fang", "姓名")).toEqual([
    { text: "王", font: "Fang" },
    { text: "喆", font: "Song" },
    { text: "某", font: "Fang" },
  ]);
  expect(pen.set("葛\u{E0100}某", "Song", "姓名")).toEqual([{ text: "葛\u{E0100}某", font: "Song" }]);
  expect(pen.substitutions).toEqual([{ character: "喆", font: "Song" }]);
});

test("every font is embedded once, as a subset, with its text", async () => {
  const { bytes } = await printBlocks((pen) =>
    FONT_ROLES.flatMap((role) => [
      { text: pen.set("工会主席", role, "字样") },
      { text: pen.set("工会会员", role, "字样") },
    ]),
  );
  const file = new PdfFile(bytes);
  const fonts = file.heads(/\/Subtype \/Type0/);
  expect(fonts).toHaveLength(FONT_ROLES.length);
  for (const font of fonts) {
    expect(font).toMatch(/\/BaseFont \/[A-Z]{6}\+/);
    expect(font).toMatch(/\/ToUnicode \d+ 0 R/);
  }
  expect(file.heads(/\/FontFile[23] /)).toHaveLength(FONT_ROLES.length);
});
