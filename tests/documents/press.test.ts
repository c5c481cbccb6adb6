import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { previewModel, sampleFacts, sampleModel } from "../assessments/paperSample.js";
import { type Inked, PdfFile } from "./inkedText.js";
import { printApart, programOrSkip } from "./paperDesk.js";

const digest = ({ sha256 }: { sha256: string }) => sha256;

test("the same model gives the same bytes, in any process and any time zone", async () => {
  const printed = [];
  for (const zone of ["Asia/Shanghai", "UTC", "America/Los_Angeles"])
    printed.push(await printApart(sampleModel(), { zone }));
  expect(new Set(printed.map(digest)).size).toBe(1);
  const other = await printApart(sampleModel({ facts: sampleFacts("府山街道总工会") }));
  expect(digest(other)).not.toBe(printed[0]?.sha256);
});

test("signs of markup do not reach the metadata of the file", async () => {
  const { bytes } = await printApart(previewModel(sampleFacts("<A&B>镇总工会")));
  expect(new PdfFile(bytes).information("Title")).toMatch(/^＜A＆B＞镇总工会2025年度/);
});

/** Glyphs in reading order: the two paths may draw the runs of a line in another order. */
function inOrder(ink: Inked[]): Inked[] {
  return ink
    .filter(({ text }) => text.trim())
    .sort((first, second) => first.page - second.page || second.y - first.y || first.x - second.x);
}

test("the fast path draws every glyph where the engine itself draws it, in a smaller file", async () => {
  const [fast, stock] = [await printApart(sampleModel()), await printApart(sampleModel(), { stock: true })];
  expect([fast.fast, stock.fast]).toEqual([true, false]);
  const [ours, theirs] = [fast, stock].map(({ bytes }) => new PdfFile(bytes).ink()) as [Inked[], Inked[]];
  expect(ours.length).toBeGreaterThan(3_000);
  const [first, second] = [inOrder(ours.map(rounded)), inOrder(theirs.map(rounded))];
  expect(first.map(({ text }) => text).join("")).toBe(second.map(({ text }) => text).join(""));
  const apart = first.map((glyph, index) =>
    Math.hypot(glyph.x - (second[index]?.x ?? 0), glyph.y - (second[index]?.y ?? 0)),
  );
  expect(Math.max(...apart)).toBeLessThan(0.12);
  expect(exactly(ours, theirs)).toBeLessThan(0.02);
  expect(fast.bytes.length).toBeLessThanOrEqual(stock.bytes.length);
});

/** To a tenth of a point, so that rounding does not change the order of reading. */
function rounded(glyph: Inked): Inked {
  return { ...glyph, x: Math.round(glyph.x * 10) / 10, y: Math.round(glyph.y) };
}

/** Greatest distance between glyphs drawn at the same place in both sequences, page by page. */
function exactly(ours: Inked[], theirs: Inked[]): number {
  const key = (glyph: Inked) => `${glyph.page} ${glyph.text} ${Math.round(glyph.y)}`;
  const places = new Map<string, Inked[]>();
  for (const glyph of theirs) places.set(key(glyph), [...(places.get(key(glyph)) ?? []), glyph]);
  return Math.max(
    ...ours
      .filter(({ text }) => text.trim())
      .map((glyph) =>
        Math.min(...(places.get(key(glyph)) ?? []).map(({ x, y }) => Math.hypot(glyph.x - x, glyph.y - y))),
      ),
  );
}

test("the pages of both paths look alike at 150 dpi", async () => {
  const pdftoppm = programOrSkip("pdftoppm", "pages of both paths compared as pictures");
  if (!pdftoppm) return;
  const folder = mkdtempSync(join(tmpdir(), "paper-"));
  try {
    for (const stock of [false, true]) {
      const { bytes } = await printApart(sampleModel(), { stock });
      writeFileSync(join(folder, `${stock}.pdf`), bytes);
      execFileSync(pdftoppm, ["-r", "150", "-gray", join(folder, `${stock}.pdf`), join(folder, `${stock}`)]);
    }
    const pages = readdirSync(folder).filter((name) => name.startsWith("true-"));
    expect(pages.length).toBeGreaterThan(5);
    for (const name of pages)
      expect(differenceOf(join(folder, name), join(folder, name.replace("true", "false")))).toBeLessThan(0.002);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Share of the points of a page that differ by more than a third of the scale. */
function differenceOf(one: string, other: string): number {
  const [first, second] = [readFileSync(one), readFileSync(other)];
  expect(first.length).toBe(second.length);
  let differing = 0;
  for (let at = 0; at < first.length; at += 1) if (Math.abs((first[at] ?? 0) - (second[at] ?? 0)) > 85) differing += 1;
  return differing / first.length;
}
