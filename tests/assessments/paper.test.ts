import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import jsqr from "jsqr";
import { clauseWords } from "../../reports/assessments/annual.figures.js";
import { factsQuery, REPORTS, reportOf } from "../../reports/catalogue.js";
import { lineText } from "../../reports/shared/gridCheck.js";
import { openPress } from "../../reports/shared/press.js";
import { type Printed, printModel } from "../../reports/shared/printing.js";
import type { Measures } from "../../schema/assessments/score.rules.js";
import { PdfFile } from "../documents/inkedText.js";
import { linesOf, programOrSkip } from "../documents/paperDesk.js";
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
    ...[`${rollup.unionCount}个`, `${rollup.memberCount}人`, `${rollup.employeeCount}人`],
    ...sheet.flatMap((dimension) => [
      dimension.name,
      dimension.nominalPoints,
      dimension.computedPoints,
      dimension.computedNominalPoints,
    ]),
    ...sheet
      .flatMap(({ indicators }) => indicators)
      .flatMap((one) => [
        one.code,
        one.name,
        clauseWords(one.clause ?? ""),
        one.quote ?? "",
        one.points ?? "",
        one.nominalPoints,
      ]),
    ...sheet
      .flatMap(({ indicators }) => indicators)
      .filter(({ outcome }) => outcome === "SCORED")
      .flatMap(({ parts }) => parts)
      .flatMap((part) => [
        `${part.numeratorLabel ?? ""}${part.numerator ?? ""}${part.unit ?? ""}`,
        `${part.denominatorLabel ?? ""}${part.denominator ?? ""}${part.unit ?? ""}`,
        ...[part.rate ? `${part.rate}（${part.numerator}/${part.denominator}）` : "", part.sharePercent ?? ""],
        ...[part.share?.includes("/") ? part.share : "", part.formula],
      ]),
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

/** The page of the code, from 1. */
function codePage(): number {
  return 1 + printed.pages.findIndex((page) => linesOf(page).some((line) => lineText(line).startsWith("核验码")));
}

test("whoever reads the paper can work out the points of an indicator of several measures", () => {
  const text = textOf(printed);
  const [d2] = sampleFacts().tradeUnion.assessments.nodes[0]?.sheet.dimensions[3]?.indicators.slice(1) ?? [];
  const exact = d2?.parts.map(({ nominalPoints, share, exactPoints }) => {
    const [top = 0, bottom = 1] = (share ?? "").split("/").map(Number);
    const points = (Number(nominalPoints) * top) / bottom;
    expect(exactPoints).toBe(points.toFixed(3));
    return points;
  });
  expect(d2?.points).toBe((exact ?? []).reduce((sum, points) => sum + points, 0).toFixed(1));
  // Measure, figures, rule, weight, share and points in a row each, the sum above them.
  expect(text).toContain("D2a、D2b合计各项得分相加，取整一次3.0—2.6");
  expect(text).toContain("92.9%（13/14）按比率计分2.092.9%13/141.857");
  expect(text).toContain("76.9%（120/156）按比率计分1.076.9%10/130.769");
  expect(text).not.toMatch(/得分率1(?!\d|0)|符合得分率/);
});

test("the notes say what each count of unions counts", () => {
  const text = textOf(printed);
  for (const note of ["表1的工会数，指", "指标B6、B7的存续的工会，指", "指标B5的有届次的工会，指"])
    expect(text).toContain(note);
});

test("employees of whom nothing is known are 资料不足, not 0", async () => {
  const facts = sampleFacts();
  facts.tradeUnion.rollup.employeeCount = null;
  const text = textOf(await printModel(press, sampleModel({ facts })));
  expect(text).toContain("职工数资料不足");
  expect(text).not.toContain("13500人数据时点");
});

test("the QR code, decoded from the drawn squares, holds the address", () => {
  expect(decodeDrawnCode(new PdfFile(printed.bytes).operators(codePage()))).toBe(sampleModel().verification?.url);
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
    const page = String(codePage());
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
