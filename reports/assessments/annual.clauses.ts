import type { Compositor } from "../shared/compositor.js";
import type { Block } from "../shared/definition.js";
import { type Cell, type Column, gridTable } from "../shared/gridTable.js";
import type { AssessmentFacts } from "./annual.facts.js";
import { clauseWords } from "./annual.figures.js";

const NONE = "—";

interface ClauseRow {
  clause: string;
  quote: string;
  codes: string[];
}

/** Each clause once, with its words and the indicators that stand on it. */
export function clauseTable(pen: Compositor, { sheet }: AssessmentFacts): Block {
  const rows = new Map<string, ClauseRow>();
  for (const { code, clause, quote } of sheet.dimensions.flatMap(({ indicators }) => indicators)) {
    if (!clause) continue;
    const key = `${clause} ${quote ?? ""}`;
    const row = rows.get(key) ?? { clause, quote: quote ?? NONE, codes: [] };
    row.codes.push(code);
    rows.set(key, row);
  }
  const columns: Column[] = [
    { head: "条款", share: 0.14, alignment: "center" },
    { head: "原文", share: 0.7 },
    { head: "指标", share: 0.16, alignment: "center" },
  ];
  const cells = [...rows.values()]
    .sort(inOrderOfPolicy)
    .map(({ clause, quote, codes }): Cell[] => [clauseWords(clause), quote, codes.join("、")]);
  return gridTable(pen, "指标依据", columns, cells);
}

const NUMERALS = "一二三四五六七八九十";

/** The policy by chapter and section, 二(一) before 二(二) before 三(一); the law after it. */
function inOrderOfPolicy(first: ClauseRow, second: ClauseRow): number {
  const [ours, theirs] = [placesOf(first), placesOf(second)];
  const differs = ours.findIndex((place, index) => place !== theirs[index]);
  return differs < 0 ? ours.length - theirs.length : (ours[differs] ?? 0) - (theirs[differs] ?? -1);
}

function placesOf({ clause }: ClauseRow): number[] {
  const isPolicy = NUMERALS.includes(clause.charAt(0));
  return [isPolicy ? 0 : 1, ...(clause.match(/[一二三四五六七八九十]+/g) ?? []).map(numberOf)];
}

/** Numerals up to 99 as numbers: 四十五 → 45. */
function numberOf(numerals: string): number {
  const [tens = "", ones = ""] = numerals.includes("十") ? numerals.split("十") : ["", numerals];
  const digit = (numeral: string) => NUMERALS.indexOf(numeral) + 1;
  return (numerals.includes("十") ? 10 * (tens ? digit(tens) : 1) : 0) + (ones ? digit(ones) : 0);
}
