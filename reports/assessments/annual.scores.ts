import type { Compositor } from "../shared/compositor.js";
import type { Block } from "../shared/definition.js";
import { type Cell, type Column, gridTable } from "../shared/gridTable.js";
import type { DimensionFacts } from "./annual.facts.js";
import { figureRows } from "./annual.figures.js";

const COLUMNS: Column[] = [
  { head: "编号", share: 0.07, alignment: "center" },
  { head: "指标", share: 0.195 },
  { head: "数据", share: 0.245 },
  { head: "计分规则", share: 0.205 },
  { head: "满分", share: 0.07, alignment: "center" },
  { head: "得分率", share: 0.125, alignment: "center" },
  { head: "得分", share: 0.09, alignment: "center" },
];

/** The indicators of a dimension, each with all that its points follow from: figures, rule, weight and share. */
export function scoreTable(pen: Compositor, { name, indicators }: DimensionFacts): Block {
  const rows = indicators
    .flatMap(figureRows)
    .map((row): Cell[] => [
      row.code,
      row.name.join("\n"),
      row.figures.join("\n"),
      row.formula.join("\n"),
      row.nominalPoints,
      row.share.join("\n"),
      row.points,
    ]);
  return gridTable(pen, name, COLUMNS, rows);
}
