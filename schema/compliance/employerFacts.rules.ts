import type { RuleGroup } from "../employers/employer.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import type { Fact } from "./known.rules.js";

/** How an employer is covered by a union on the day. */
export const COVERAGE_FORMS = ["OWN", "JOINT", "ORGANIZER_ONLY", "NONE"] as const;
export type CoverageForm = (typeof COVERAGE_FORMS)[number];

/** What every rule on an employer asks first. */
export interface UnitFacts {
  asOf: LocalDate;
  ruleGroup?: Fact<RuleGroup>;
  /** Day on which the unit ended; absent while it exists. */
  closedOn?: Fact<LocalDate>;
  /** Its own grassroots union, a joint one, only an organizer (组织员), or nothing. */
  coverage?: Fact<CoverageForm>;
}

/** An employer that ended on the day or before is no longer asked anything. */
export function hasClosed({ closedOn, asOf }: UnitFacts): boolean {
  return closedOn != null && closedOn <= asOf;
}
