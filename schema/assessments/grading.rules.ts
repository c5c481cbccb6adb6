import type { Grade } from "./assessment.rules.js";
import { type Tenths, tenthsOf } from "./points.rules.js";
import type { SchemeRules } from "./scheme.rules.js";

export interface GradingFacts {
  total: Tenths;
  /** Bonus points applied for, in tenths; no more than the scheme's most are counted. */
  bonus: Tenths;
  /** R15 violated on 31 December, or an open transfer without consent: no better than 达标. */
  isCapped: boolean;
  /** A veto (一票否决) with its decision: not graded at all. */
  isVetoed: boolean;
}

export interface Grading {
  /** Points the grade goes by: total and bonus, no more than 100. */
  graded: Tenths;
  byPoints: Grade;
  grade: Grade;
}

/** The grade that points reach; thresholds are inclusive: 94.9 is 先进, 95.0 模范. */
export function gradeByPoints({ grades }: SchemeRules, points: Tenths): Grade {
  return grades.find(({ least }) => points >= tenthsOf(least))?.grade ?? "UNQUALIFIED";
}

/** Grade of a complete sheet. A cap lowers the grade, never the points; a veto leaves the union without a grade. */
export function gradingOf(scheme: SchemeRules, { total, bonus, isCapped, isVetoed }: GradingFacts): Grading {
  const counted = Math.min(Math.max(bonus, 0), tenthsOf(scheme.bonusMost));
  const graded = Math.min(1000, total + counted);
  const byPoints = gradeByPoints(scheme, graded);
  const isAboveCap = byPoints === "MODEL" || byPoints === "ADVANCED";
  const grade = isCapped && isAboveCap ? "QUALIFIED" : byPoints;
  return { graded, byPoints, grade: isVetoed ? "UNGRADED" : grade };
}

/** Ranks by points, highest first; ties share a rank (1, 2, 2, 4). A vetoed union, without points here, has none. */
export function ranksOf(points: readonly (Tenths | undefined)[]): (number | undefined)[] {
  return points.map((own) =>
    own === undefined ? undefined : 1 + points.filter((other) => other !== undefined && other > own).length,
  );
}
