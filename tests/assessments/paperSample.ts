import type { AnnualFacts, SheetFacts } from "../../reports/assessments/annual.facts.js";
import type { ReportModel } from "../../reports/shared/reportModel.js";
import type { Measure } from "../../schema/assessments/formula.rules.js";
import { LIUHAO_2026 } from "../../schema/assessments/liuhao2026.rules.js";
import { type Measures, scoreSheet } from "../../schema/assessments/score.rules.js";
import { linesOf } from "../../schema/assessments/sheetLines.rules.js";

const rate = (numerator: number, denominator: number): Measure => ({
  kind: "rate",
  numerator,
  denominator,
  capped: false,
});

/** What the records of a township yield today: A3 A4 B1–B7 D2–D4; the rest is short of records. */
export const COMPUTABLE: Measures = {
  A3: { kind: "condition", met: true },
  A4: { kind: "condition", met: true },
  B1: { kind: "condition", met: true },
  B2: rate(171, 190),
  B3: rate(11475, 13500),
  B4: rate(27, 30),
  B5: rate(160, 168),
  B6: rate(156, 170),
  B7: rate(155, 170),
  D2a: rate(13, 14),
  D2b: rate(120, 156),
  D3a: rate(17, 18),
  D3b: rate(262, 340),
  D4: rate(48, 120),
};

/** The sheet as GraphQL answers it: what is absent there is null here. */
function sheetOf(measures: Measures): SheetFacts {
  const nulls = { total: null, grade: null, points: null, clause: null, quote: null, reason: null };
  const partNulls = {
    numeratorLabel: null,
    numerator: null,
    denominatorLabel: null,
    denominator: null,
    unit: null,
    rate: null,
    share: null,
    sharePercent: null,
    effectivePoints: null,
    exactPoints: null,
  };
  const lines = linesOf(scoreSheet(LIUHAO_2026, measures), false);
  const dimensions = lines.dimensions.map((dimension) => ({
    ...nulls,
    ...dimension,
    indicators: dimension.indicators.map((indicator) => ({
      ...nulls,
      ...indicator,
      parts: indicator.parts.map((part) => ({ ...partNulls, ...part })),
    })),
  }));
  return { ...nulls, ...lines, dimensions } as SheetFacts;
}

/** The facts of a township union, scored by the rules of the scheme from the measures. */
export function sampleFacts(name = "塔山街道总工会", measures: Measures = COMPUTABLE): AnnualFacts {
  return {
    tradeUnion: {
      id: "tradeUnion-7",
      code: "330602001",
      name,
      level: "TOWNSHIP",
      type: "TOWNSHIP_FEDERATION",
      townshipForm: "FEDERATION",
      establishedOn: "2003-06-18",
      parent: { code: "330602", name: "越城区总工会" },
      ancestors: [
        { code: "330600", name: "绍兴市总工会", level: "MUNICIPAL" },
        { code: "330602", name: "越城区总工会", level: "COUNTY" },
      ],
      rollup: { unionCount: 171, memberCount: 11475, employeeCount: 13500 },
      assessments: {
        nodes: [
          {
            id: "assessment-1",
            year: 2025,
            state: "OPEN",
            cutoffOn: "2025-12-31",
            scheme: { key: LIUHAO_2026.key, edition: LIUHAO_2026.edition, name: LIUHAO_2026.name.zh },
            sheet: sheetOf(measures),
          },
        ],
      },
    },
  };
}

/** The model of an issued paper; `changes` are laid over it. */
export function sampleModel(changes: Partial<ReportModel<AnnualFacts>> = {}): ReportModel<AnnualFacts> {
  return {
    report: "assessments/annual",
    facts: sampleFacts(),
    issuer: { code: "330602", name: "越城区总工会" },
    frozenAt: "2026-01-20T01:30:00.000Z",
    preview: false,
    issuedOn: "2026-01-20",
    verification: {
      code: "K7QF-2MXD-9WTA",
      url: "http://127.0.0.1:4000/verify/K7QF-2MXD-9WTA",
      digest: "5b0c1f7e9d24a86390e1b7c2d4f85a6e7c3901b2f4d6a8e0c1b3d5f7a9e2c4b6",
      auditHead: "123456789:9d24a86390e1b7c25b0c1f7ed4f85a6e",
    },
    ...changes,
  };
}

/** A model without its verification and day of issue. */
export function previewModel(facts: AnnualFacts = sampleFacts()): ReportModel<AnnualFacts> {
  const { verification: _none, issuedOn: _open, ...rest } = sampleModel({ facts, preview: true });
  return rest;
}
