import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import jsqr from "jsqr";
import { factsQuery, REPORTS, reportOf } from "../../reports/catalogue.js";
import { openPress } from "../../reports/shared/press.js";
import { type Printed, printModel } from "../../reports/shared/printing.js";
import type { Measures } from "../../schema/assessments/score.rules.js";
import { PdfFile } from "../documents/inkedText.js";
import { programOrSkip } from "../documents/paperDesk.js";
import { COMPUTABLE, previewModel, sampleFacts, sampleModel } from "./paperSample.js";

const press = openPress();
let printed: Printed;

beforeAll(async () => {
  printed = await printModel(press, sampleModel());
});

/** All text as the file holds it, without spaces and line breaks. */
function textOf({ bytes }: { bytes: Uint8Array }): string {
  return new PdfFile(bytes)
    .ink()
    .map(({ text }) => text)
    .join("")
    .replace(/\s+/g, "");
}

const closed = (text: string) => text.replace(/\s+/g, "");

/** Every string and number of the facts that the paper has to show. */
function shownFacts(): string[] {
  const { tradeUnion } = sampleFacts();
  const [assessment] = tradeUnion.assessments.nodes;
  const { rollup, name, code, parent } = tradeUnion;
  const sheet = assessment?.sheet.dimensions ?? [];
  return [
    ...[name, code, parent?.name ?? "", "2003年6月18日", "2025年12月31日", "2026年1月20日"],
    ...[rollup.unionCount, rollup.memberCount, rollup.employeeCount].map(String),
    ...sheet.flatMap((dimension) => [
      dimension.name,
      dimension.nominalPoints,
      dimension.computedPoints,
      dimension.computedNominalPoints,
    ]),
    ...sheet
      .flatMap(({ indicators }) => indicators)
      .flatMap((one) => [one.code, one.name, one.clause ?? "", one.quote ?? "", one.points ?? "", one.nominalPoints]),
    ...sheet
      .flatMap(({ indicators }) => indicators)
      .filter(({ outcome }) => outcome === "SCORED")
      .flatMap(({ parts }) => parts)
      .flatMap((part) =>
        [part.numeratorLabel, part.numerator, part.denominatorLabel, part.denominator, part.share, part.formula].map(
          (fact) => String(fact ?? ""),
        ),
      ),
  ];
}

test("the file holds every name, figure, formula, point and clause of the facts", () => {
  const text = textOf(printed);
  const missing = shownFacts()
    .map(closed)
    .filter((fact) => !text.includes(fact));
  expect(missing).toEqual([]);
});

test("the paper prints the head of the audit log as it stood when its facts were frozen", () => {
  expect(textOf(printed)).toContain("审计链首：123456789:9d24a86390e1b7c25b0c1f7ed4f85a6e");
});

test("the check sees a sin: a figure that was changed is not found", () => {
  expect(textOf(printed)).not.toContain("工会法第九十九条");
  expect(textOf(printed)).not.toContain("11476");
});

test("while an indicator is missing there is no total and no grade, and the paper says so", () => {
  const text = textOf(printed);
  expect(text).toContain("因部分指标资料不足，本报告不计总分，不评定等次");
  expect(text).toContain("部分指标资料不足，不计总分");
  expect(text).not.toMatch(/总分为|评定等次为/);
  const missing = sampleFacts()
    .tradeUnion.assessments.nodes[0]?.sheet.dimensions.flatMap(({ indicators }) => indicators)
    .filter(({ outcome }) => outcome === "INSUFFICIENT_DATA");
  expect(missing).toHaveLength(22);
  for (const { reason } of missing ?? []) expect(text).toContain(closed(`资料不足${reason}`));
});

/** 示例乙街道 of the worked examples: parts that are not applicable, all records present. */
const SECOND: Measures = {
  ...Object.fromEntries(
    ["A1", "A4", "A5", "A6", "C6", "E4a", "F3", "F5a", "F5b", "F5c", "F5d"].map((key) => [
      key,
      { kind: "condition", met: true },
    ]),
  ),
  ...Object.fromEntries(["A3", "B1"].map((key) => [key, { kind: "condition", met: false }])),
  ...COMPUTABLE_BUT("A3", "B1", "D2a"),
};

function COMPUTABLE_BUT(...keys: string[]): Measures {
  return Object.fromEntries(Object.entries(COMPUTABLE).filter(([key]) => !keys.includes(key)));
}

test("a measure without cases is 不适用, and what its points became is told", async () => {
  const measures: Measures = { ...SECOND, D2a: { kind: "rate", numerator: 0, denominator: 0, capped: false } };
  const text = textOf(await printModel(press, sampleModel({ facts: sampleFacts("示例乙街道总工会", measures) })));
  expect(text).toContain("不适用");
  expect(text).toContain("折算后满分");
});

test("the QR code, decoded from the drawn squares, holds the address", () => {
  expect(decodeDrawnCode(new PdfFile(printed.bytes).operators(printed.pages.length))).toBe(
    sampleModel().verification?.url,
  );
});

test("the check sees a sin: a preview has no code to decode", async () => {
  const preview = await printModel(press, previewModel());
  expect(decodeDrawnCode(new PdfFile(preview.bytes).operators(preview.pages.length))).toBeUndefined();
});

test("the QR code, decoded from a picture of the page, holds the address", () => {
  const pdftoppm = programOrSkip("pdftoppm", "the QR code read from a picture of the page");
  if (!pdftoppm) return;
  const folder = mkdtempSync(join(tmpdir(), "paper-"));
  try {
    writeFileSync(join(folder, "paper.pdf"), printed.bytes);
    const page = String(printed.pages.length);
    execFileSync(pdftoppm, [
      "-r",
      "150",
      "-gray",
      "-singlefile",
      "-f",
      page,
      "-l",
      page,
      join(folder, "paper.pdf"),
      join(folder, "page"),
    ]);
    expect(decodePicture(readFileSync(join(folder, "page.pgm")))).toBe(sampleModel().verification?.url);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Reads a portable grey map. */
function decodePicture(file: Buffer): string | undefined {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 40).toString("latin1"));
  const [width, height] = [Number(head?.[1]), Number(head?.[2])];
  return decode(file.subarray(head?.[0].length), width, height);
}

/** Paints the one path of many bars that a page draws, with its white margin, and decodes it. */
function decodeDrawnCode(operators: string): string | undefined {
  const bars = [...operators.matchAll(/(\d+) (\d+) m\s+(\d+) \2 l/g)].map(
    ([, x, y, to]) => [Number(x), Number(y), Number(to)] as const,
  );
  if (bars.length < 100) return undefined;
  const [quiet, scale] = [4, 4];
  const side = (Math.max(...bars.map(([, , to]) => to)) + 2 * quiet) * scale;
  const grey = new Uint8Array(side * side).fill(255);
  for (const [x, y, to] of bars) {
    for (let row = (y + quiet) * scale; row < (y + quiet + 1) * scale; row += 1) {
      grey.fill(0, row * side + (x + quiet) * scale, row * side + (to + quiet) * scale);
    }
  }
  return decode(grey, side, side);
}

function decode(grey: Uint8Array, width: number, height: number): string | undefined {
  const colours = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at += 1) colours.fill(grey[at] ?? 255, at * 4, at * 4 + 3);
  return jsqr.default(colours, width, height)?.data;
}

test("each report has a query of its own, and an unknown one has none", () => {
  for (const report of REPORTS) expect(factsQuery(report)).toMatch(/^query \w+/);
  expect(reportOf("assessments/none")).toBeUndefined();
});
