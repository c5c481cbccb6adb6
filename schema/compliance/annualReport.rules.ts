import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import type { YearFacts } from "./year.rules.js";

export interface AnnualReportFacts extends YearFacts {
  /** Whether a report of the year to party committee and government is in the register. */
  hasAnnualReport?: Fact<boolean>;
}

/** R36, Implementation Opinions 3(1): 及时向党委、政府汇报基层工会建设情况. 及时 has no date, so that a missing report is left to judgement. */
export function judgeAnnualReport({ year, hasAnnualReport }: AnnualReportFacts, parameters: Parameters): Finding {
  const say = new Say("R36", "ANNUAL_REPORT_NOT_FILED", { year, hasAnnualReport }, parameters);
  if (year == null || hasAnnualReport == null) return say.missing("向党委、政府的汇报登记", "the register of reports");
  const detail = { item: `${year}` };
  if (hasAnnualReport) return say.pass(`${year} 年已汇报。`, `A report of ${year} is registered.`, detail);
  return say.unmet(
    words(`${year} 年没有汇报登记。`, `No report of ${year} is registered.`),
    words("向党委、政府汇报基层工会建设情况并登记。", "Report to party committee and government and register it."),
    detail,
  );
}
