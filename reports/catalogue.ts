import { readFileSync } from "node:fs";
import type { AnnualFacts } from "./assessments/annual.facts.js";
import { annualReport } from "./assessments/annual.report.js";
import type { Compositor } from "./shared/compositor.js";
import type { Definition } from "./shared/definition.js";
import type { ReportModel } from "./shared/reportModel.js";

/** A kind of paper: the query that yields its facts, and the pure function that lays them out. */
export interface Report {
  key: string;
  name: string;
  /** GraphQL file of the facts, relative to the floor of the reports. */
  query: string;
  /** Name of the unit a model is about, for refusals. */
  unitOf(model: ReportModel): string;
  layOut(model: ReportModel, pen: Compositor): Definition;
}

export const REPORTS: readonly Report[] = [
  {
    key: "assessments/annual",
    name: "乡镇（街道）工会“六好”年度考核情况报告",
    query: "assessments/annual.graphql",
    unitOf: (model) => (model.facts as AnnualFacts).tradeUnion.name,
    layOut: (model, pen) => annualReport(model as ReportModel<AnnualFacts>, pen),
  },
];

export function reportOf(key: string): Report | undefined {
  return REPORTS.find((report) => report.key === key);
}

/** Text of the query whose answer is the facts of a report. */
export function factsQuery({ query }: Report): string {
  // The compiler copies no .graphql files: they are read where they were written.
  return readFileSync(new URL(`../../reports/${query}`, import.meta.url), "utf8");
}
