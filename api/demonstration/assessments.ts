import { LIUHAO_2026 } from "../../schema/assessments/liuhao2026.rules.js";
import type { City } from "./city.js";
import { Sheet } from "./sheet.js";

/** 2024 and 2025 are closed, 2026 is open; the figures themselves are never stored. */
const YEARS: readonly (readonly [year: number, state: string])[] = [
  [2024, "ARCHIVED"],
  [2025, "PUBLISHED"],
  [2026, "OPEN"],
];

export function assessmentSheets(city: City): Sheet[] {
  const scheme = new Sheet("scheme", {
    id: "integer",
    key: "text",
    edition: "integer",
    name: "text",
    valid_from_year: "integer",
  });
  scheme.add({
    id: 1,
    key: LIUHAO_2026.key,
    edition: LIUHAO_2026.edition,
    name: "“六好”乡镇（街道）工会考核办法（2026年版）",
    valid_from_year: LIUHAO_2026.validFromYear,
  });
  const assessment = new Sheet("assessment", {
    trade_union_id: "integer",
    scheme_id: "integer",
    year: "integer",
    cutoff_on: "date",
    state: "text",
  });
  for (const [year, state] of YEARS)
    for (const { union } of city.townships)
      assessment.add({ trade_union_id: union.id, scheme_id: 1, year, cutoff_on: `${year}-12-31`, state });
  return [scheme, assessment];
}
