import { beforeAll, expect, test } from "@jest/globals";
import { lineText } from "../../reports/shared/gridCheck.js";
import { BODY_SIZE, MARGINS, mm, OFFICIAL_RED, PAGE, TITLE_SIZE } from "../../reports/shared/page.rules.js";
import type { LaidLine, LaidPage } from "../../reports/shared/pdfmakeEngine.js";
import { openPress } from "../../reports/shared/press.js";
import { type Printed, printModel } from "../../reports/shared/printing.js";
import { previewModel, sampleFacts, sampleModel } from "../assessments/paperSample.js";
import { PdfFile } from "./inkedText.js";
import { linesOf } from "./paperDesk.js";

/** A tenth of a millimetre. */
const HAIR = mm(0.1);
const press = openPress();
let issued: Printed;
let preview: Printed;

beforeAll(async () => {
  issued = await printModel(press, sampleModel());
  preview = await printModel(press, previewModel());
});

const near = (value: number | undefined, wanted: number) =>
  expect(Math.abs((value ?? Number.NaN) - wanted)).toBeLessThan(HAIR);
const numberLine = (page: LaidPage) =>
  page.items.map(({ item }) => item).find((item) => item.inlines && /^— \d+ —$/.test(lineText(item)));

test("the page is A4", () => {
  const boxes = new PdfFile(issued.bytes).heads(/\/MediaBox/);
  expect(boxes).toHaveLength(issued.pages.length);
  for (const box of boxes) {
    const [, , width, height] = (/\/MediaBox \[([^\]]+)\]/.exec(box)?.[1] ?? "").split(" ").map(Number);
    near(width, mm(210));
    near(height, mm(297));
  }
});

test("all text of the body keeps within the type area", () => {
  for (const page of issued.pages) {
    for (const line of linesOf(page)) {
      expect(line.x).toBeGreaterThanOrEqual(MARGINS.left - 0.01);
      expect(line.x + line.getWidth()).toBeLessThanOrEqual(PAGE.width - MARGINS.right + 0.01);
      expect(line.y).toBeGreaterThanOrEqual(MARGINS.top - 0.01);
      expect(line.y + line.getHeight()).toBeLessThanOrEqual(PAGE.height - MARGINS.bottom + 0.6);
    }
  }
});

test("the mark of the issuing body is red, on one line, 35 mm below the top of the type area, over a rule of 156 mm", () => {
  const [page] = issued.pages;
  const mark = linesOf(page as LaidPage).find((line) => lineText(line) === "越城区总工会");
  near(mark?.y, MARGINS.top + mm(35));
  expect(mark?.inlines[0]?.color).toBe(OFFICIAL_RED);
  const rule = page?.items
    .map(({ item }) => item as unknown as Record<string, number | string>)
    .find(({ lineColor }) => lineColor === OFFICIAL_RED);
  near(Number(rule?.x1), MARGINS.left);
  near(Number(rule?.x2), MARGINS.left + mm(156));
});

test("a number of the document stands two lines below the mark, the rule 4 mm below the number", async () => {
  const { pages } = await printModel(press, sampleModel({ documentNumber: "越总工〔2026〕5号" }));
  const number = linesOf(pages[0] as LaidPage).find((line) => lineText(line) === "越总工〔2026〕5号");
  const rule = pages[0]?.items
    .map(({ item }) => item as unknown as Record<string, number | string>)
    .find(({ lineColor }) => lineColor === OFFICIAL_RED);
  near(Number(rule?.y1), (number?.y ?? 0) + BODY_SIZE + mm(4));
});

test("page numbers: odd pages right, even pages left, one character in, their strokes 7 mm below the type area", () => {
  for (const [index, page] of issued.pages.entries()) {
    const line = numberLine(page);
    expect(line && lineText(line)).toBe(`— ${index + 1} —`);
    if (index % 2 === 0) near((line?.x ?? 0) + (line?.getWidth() ?? 0), PAGE.width - MARGINS.right - 14);
    else near(line?.x, MARGINS.left + 14);
  }
  const strokes = new PdfFile(issued.bytes)
    .ink()
    .filter(({ page, text, y }) => page === 1 && text === "—" && y < MARGINS.bottom);
  expect(strokes).toHaveLength(2);
  // The stroke of this face lies 0.2675 em above its base line, as its outline and a picture at 600 dpi show.
  near(PAGE.height - ((strokes[0]?.y ?? 0) + 0.2675 * 14), MARGINS.top + mm(225 + 7));
});

test.each([true, false])(
  "the name of the body stands centred over the date, the date four characters from the edge (issued: %s)",
  (isIssued) => {
    const isDate = (line: LaidLine) => lineText(line) === (isIssued ? "2026年1月20日" : "（预览，未签发）");
    const pages = (isIssued ? issued : preview).pages.map(linesOf);
    const lines = pages.find((page) => page.some(isDate)) ?? [];
    const place = lines.findIndex(isDate);
    const [name, date] = [lines[place - 1], lines[place]];
    expect(name && lineText(name)).toBe("越城区总工会");
    const right = PAGE.width - MARGINS.right - 4 * BODY_SIZE;
    near((date?.x ?? 0) + (date?.getWidth() ?? 0), right);
    near((name?.x ?? 0) + (name?.getWidth() ?? 0) / 2, ((date?.x ?? 0) + right) / 2);
  },
);

test("no heading and no caption stands last on a page", () => {
  for (const page of issued.pages) {
    const last = linesOf(page)
      .filter(({ inlines }) => inlines[0])
      .at(-1);
    expect(last && lineText(last)).not.toMatch(/^[一二三四五六]、|^（[一二三四五六]）|^表\d/);
  }
});

test("a preview says 预览 on every page, has no red, no code, no 版记", () => {
  for (const page of preview.pages)
    expect(page.items.some(({ item }) => item.inlines && lineText(item) === "预览")).toBe(true);
  const text = preview.pages.flatMap(linesOf).map(lineText).join("\n");
  expect(text).not.toContain("核验码");
  expect(text).not.toContain("印发");
  expect(
    preview.pages
      .flatMap(({ items }) => items)
      .some(({ item }) => (item as unknown as { lineColor?: string }).lineColor === OFFICIAL_RED),
  ).toBe(false);
});

test("an issued paper without a code or a day, and a preview with one, are refused", async () => {
  const { verification: _gone, ...bare } = sampleModel();
  await expect(printModel(press, bare)).rejects.toMatchObject({ code: "MODEL_INVALID" });
  const { issuedOn: _day, ...undated } = sampleModel();
  await expect(printModel(press, undated)).rejects.toMatchObject({ code: "MODEL_INVALID" });
  await expect(printModel(press, sampleModel({ preview: true }))).rejects.toMatchObject({ code: "MODEL_INVALID" });
  await expect(printModel(press, sampleModel({ report: "assessments/none" }))).rejects.toMatchObject({
    code: "REPORT_UNKNOWN",
  });
});

test.each(["绍兴市上虞区总工会", "新昌县总工会", "绍兴滨海新区江滨区总工会机关工作委员会"])(
  "the mark of %s fits one line",
  async (name) => {
    const { pages } = await printModel(press, sampleModel({ issuer: { code: "330604", name } }));
    const lines = linesOf(pages[0] as LaidPage);
    expect(
      lines.filter((line) => lineText(line) === name && (line.inlines[0]?.fontSize ?? 0) > TITLE_SIZE),
    ).toHaveLength(1);
  },
);

test.each(["府山街道总工会", "绍兴市越城区陶堰街道工会工作委员会", "马山镇总工会"])(
  "the paper of %s stays on the grid",
  async (name) => {
    const { pages } = await printModel(press, sampleModel({ facts: sampleFacts(name) }));
    expect(pages.length).toBeGreaterThan(5);
  },
);

test("the 版记 is the last thing on an even last page, its last rule at the foot of the type area", () => {
  const last = issued.pages.at(-1) as LaidPage;
  expect(issued.pages.length % 2).toBe(0);
  expect(linesOf(last).slice(-3).map(lineText)).toEqual([
    "主送：塔山街道总工会。",
    "越城区总工会",
    "2026年1月20日印发",
  ]);
  const rules = last.items
    .filter(({ type }) => type === "vector")
    .map(({ item }) => item as unknown as { y1: number; x1: number; x2: number; lineWidth: number })
    .slice(-3);
  near(rules[2]?.y1, MARGINS.top + mm(225));
  for (const { x1, x2 } of rules) near(x2 - x1, mm(156));
  const widths = rules.map(({ lineWidth }) => lineWidth);
  for (const [index, width] of [0.35, 0.25, 0.35].entries()) expect(widths[index]).toBeCloseTo(mm(width), 3);
});

test("a sign-off is never alone on its page", () => {
  const page =
    issued.pages.map(linesOf).find((lines) => lines.some((line) => lineText(line) === "2026年1月20日")) ?? [];
  const texts = page.map(lineText);
  expect(texts).toContain("六、核验");
  expect(texts.indexOf("六、核验")).toBeLessThan(texts.indexOf("2026年1月20日"));
});

test("each table stands below the sentence that names it, on the same page", () => {
  for (const page of issued.pages) {
    const texts = linesOf(page).map(lineText);
    for (const [place, text] of texts.entries()) {
      const number = /^表(\d)　/.exec(text)?.[1];
      if (number) expect(texts.slice(0, place).join("")).toContain(`见表${number}。`);
    }
  }
});
