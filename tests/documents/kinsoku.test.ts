import { expect, test } from "@jest/globals";
import { lineText } from "../../reports/shared/gridCheck.js";
import { TYPE_AREA } from "../../reports/shared/page.rules.js";
import { linesOf, printBlocks } from "./paperDesk.js";

const NO_START = "，。、；：？！）》」”’】〕";
const NO_END = "（《“‘【〔「";
const TOKENS = [
  ..."工会职工权益基层组织领导管理喆犇𬭎",
  "，",
  "。",
  "、",
  "；",
  "：",
  "？",
  "！",
  "（一）",
  "《工会法》",
  "“六好”",
  "〔2013〕5号",
  "——",
  "……",
  "2026年",
  "95.5％",
  "12345",
  "LIUHAO",
];

/** A small generator of numbers, the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function sentence(seed: number): string {
  const next = numbers(seed);
  return Array.from({ length: 600 }, () => TOKENS[Math.floor(next() * TOKENS.length)])
    .join("")
    .replace(/[，。、；：？！]{2,}/g, "，");
}

test("no line begins or ends with a mark that may not stand there, and none is too long: 40 seeds of 600 words", async () => {
  let seen = 0;
  for (let seed = 1; seed <= 40; seed += 1) {
    const { pages } = await printBlocks((pen) => [
      { text: pen.set(sentence(seed), "Fang", "正文"), alignment: "justify" },
    ]);
    for (const line of pages.flatMap(linesOf)) {
      const text = lineText(line);
      seen += 1;
      expect(NO_START.includes(text[0] as string) ? `seed ${seed}: ${text}` : "").toBe("");
      expect(NO_END.includes(text.at(-1) as string) ? `seed ${seed}: ${text}` : "").toBe("");
      expect(line.getWidth()).toBeLessThanOrEqual(TYPE_AREA.width + 0.01);
    }
  }
  expect(seen).toBeGreaterThan(900);
});

test("the check sees a sin: text that may break anywhere begins lines with stops", async () => {
  const { pages } = await printBlocks((pen) => [
    { stack: [..."工会，职工。"].map((one) => ({ text: pen.set(one, "Fang", "正文") })) },
  ]);
  const starts = pages.flatMap(linesOf).map((line) => lineText(line)[0] as string);
  expect(starts.some((one) => NO_START.includes(one))).toBe(true);
});
