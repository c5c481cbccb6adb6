import { expect, test } from "@jest/globals";
import { colophon } from "../../reports/shared/colophon.js";
import type { Block } from "../../reports/shared/definition.js";
import { gridFaults, lineText } from "../../reports/shared/gridCheck.js";
import { gridTable } from "../../reports/shared/gridTable.js";
import { BODY_SIZE, MARGINS, PITCH, TYPE_AREA } from "../../reports/shared/page.rules.js";
import { paragraph } from "../../reports/shared/paragraphs.js";
import type { LaidPage } from "../../reports/shared/pdfmakeEngine.js";
import { linesOf, printBlocks } from "./paperDesk.js";

const HANZI = "乡镇街道工会负责领导和管理所属区域的基层工会接受同级党委和上级工会双重领导以同级党委领导为主";

function hanzi(count: number): string {
  return Array.from({ length: count }, (_, index) => HANZI[(index * 7) % HANZI.length]).join("");
}

async function flow(text: string) {
  const { pages } = await printBlocks((pen) => [{ text: pen.set(text, "Fang", "正文"), alignment: "justify" }]);
  return linesOf(pages[0] as (typeof pages)[number]);
}

test.each([
  ["of the body font", hanzi(700)],
  [
    "with characters of other fonts sown in",
    hanzi(700).replace(/./gu, (one, index: number) => (index % 17 === 3 ? "喆" : index % 29 === 5 ? "𬭎" : one)),
  ],
])("a page holds 22 lines of 28 characters at a pitch of 28.99: hanzi %s", async (_, text) => {
  const lines = await flow(text);
  expect(lines).toHaveLength(22);
  for (const [index, line] of lines.entries()) {
    expect([...lineText(line)]).toHaveLength(28);
    expect(Math.abs(line.y - (104.88 + index * PITCH))).toBeLessThan(0.01);
  }
});

test("a line one character longer does not fit, so the measure is exact", () => {
  expect(28 * BODY_SIZE).toBeLessThanOrEqual(TYPE_AREA.width);
  expect(28 * (BODY_SIZE + 0.001)).toBeGreaterThan(TYPE_AREA.width);
});

const cell = (row: number) => "工会".repeat(1 + ((row * 5) % 17));

function tableOf(rows: number, head: string, pen: Parameters<Parameters<typeof printBlocks>[0]>[0]): Block {
  const columns = [
    { head: "编号", share: 0.2 },
    { head, share: 0.8 },
  ];
  return gridTable(
    pen,
    "表",
    columns,
    Array.from({ length: rows }, (_, row) => [String(row + 1), `${cell(row)}${"会员人数".repeat((row * 11) % 19)}`]),
  );
}

test("every line of the body is on the grid behind tables of 1 to 40 rows, on one page and across pages", async () => {
  for (let rows = 1; rows <= 40; rows += 1) {
    const { pages } = await printBlocks((pen) => [
      paragraph(pen, hanzi(60), "正文"),
      tableOf(rows, rows % 3 === 0 ? "两行的表头".repeat(9) : "内容", pen),
      paragraph(pen, `表后第一段。${hanzi(90)}`, "正文"),
    ]);
    expect(gridFaults(pages)).toEqual([]);
    const lines = pages.flatMap(linesOf);
    const behind = lines.findIndex((line) => lineText(line).startsWith("表后"));
    expect(lineText(lines[behind] as (typeof lines)[number])).toContain("表后第一段");
  }
});

test("a document whose lines leave the grid is refused", async () => {
  const shifted = printBlocks((pen) => [{ ...paragraph(pen, hanzi(30), "正文"), margin: [0, 3, 0, 0] }]);
  await expect(shifted).rejects.toMatchObject({ code: "GRID_BROKEN" });
});

test("no text of a table touches the line of text below it", async () => {
  for (const rows of [1, 2, 3, 4, 5]) {
    const { pages } = await printBlocks((pen) => [tableOf(rows, "内容", pen), paragraph(pen, hanzi(20), "正文")]);
    const rules = (pages[0]?.items ?? [])
      .filter(({ type }) => type === "vector")
      .map(({ item }) => (item as unknown as { y2: number }).y2);
    const text = linesOf(pages[0] as (typeof pages)[number]).filter(
      ({ inlines }) => inlines[0]?.fontSize === BODY_SIZE,
    );
    expect((text[0]?.y ?? 0) - Math.max(...rules)).toBeGreaterThan(5);
  }
});

test("the first line stands at the top of the type area", async () => {
  const [first] = await flow(hanzi(5));
  expect(first?.y).toBeCloseTo(MARGINS.top, 2);
  expect(first?.x).toBeCloseTo(MARGINS.left, 2);
});

const cornerTexts = (pages: readonly LaidPage[]) => pages.map((page) => linesOf(page).map(lineText));
const numbers = (pages: readonly LaidPage[]) =>
  pages.map(({ items }) => items.some(({ item }) => item.inlines && /^— \d+ —$/.test(lineText(item))));

test.each([
  ["on the even page itself while three lines are free", 22 + 19, 2, [true, true]],
  ["alone on the next page behind an odd one", 10, 2, [true, true]],
  ["behind a blank page when the even one is full, both without a number", 22 + 20, 4, [true, true, false, false]],
])("the 版记 stands %s", async (_, lines, count, numbered) => {
  const { pages } = await printBlocks((pen) => [
    { text: pen.set(Array.from({ length: lines }, () => "工会").join("\n"), "Fang", "正文") },
    colophon(pen, "示例镇总工会", "越城区总工会", "2026-01-05"),
  ]);
  expect(pages).toHaveLength(count);
  expect(numbers(pages)).toEqual(numbered);
  expect(cornerTexts(pages).at(-1)?.slice(-2)).toEqual(["越城区总工会", "2026年1月5日印发"]);
  expect(gridFaults(pages)).toEqual([]);
});

test("a word longer than its cell is broken, not refused", async () => {
  const columns = [
    { head: "编号", share: 0.05 },
    { head: "内容", share: 0.95 },
  ];
  const { pages } = await printBlocks((pen) => [gridTable(pen, "表", columns, [["123456789/123456789", "会员"]])]);
  expect(pages.flatMap(linesOf).map(lineText).join("")).toContain("123456789/123456789");
});
