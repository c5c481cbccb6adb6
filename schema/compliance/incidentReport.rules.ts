import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

export interface ReportedIncident {
  id: string;
  /** Hours from the incident to its report to party committee and government. */
  hoursToReport?: Fact<number>;
}

export interface IncidentReportFacts {
  incidents?: Fact<readonly ReportedIncident[]>;
}

const CODE = "APPEAL_MECHANISM_MISSING";
const ITEM = "INCIDENTS";

/**
 * R53, Implementation Opinions 3(3): 及时、真实、准确地向党委政府上报……第一知情人和第一报告人. The gap is shown; without a limit
 * laid down a person judges it.
 */
export function judgeIncidentReports({ incidents }: IncidentReportFacts, parameters: Parameters): Finding[] {
  const say = new Say("R53", CODE, { incidents }, parameters);
  if (!incidents) return [say.missing("信息上报记录", "reports of incidents", { item: ITEM })];
  if (incidents.length === 0)
    return [say.notApplicable("没有需上报的事件。", "There was no incident.", { item: ITEM })];
  return incidents.map((incident) => judgeIncidentReport(incident, parameters));
}

/** R53 for one incident. */
export function judgeIncidentReport({ id: item, hoursToReport }: ReportedIncident, parameters: Parameters): Finding {
  const say = new Say("R53", CODE, { hoursToReport }, parameters);
  if (hoursToReport == null) return say.missing("事件发生或上报时间", "when it happened or was reported", { item });
  const reason = words(`发生后 ${hoursToReport} 小时上报。`, `Reported after ${hoursToReport} hour(s).`);
  const { incidentReportHours: limit } = parameters;
  if (limit === null)
    return say.finding(
      "NEEDS_JUDGEMENT",
      reason,
      words("由上级判断是否及时。", "The level above judges whether it was in time."),
      { item },
    );
  if (hoursToReport <= limit) return say.pass(reason.zh, reason.en, { item });
  return say.unmet(reason, words(`今后在 ${limit} 小时内上报。`, `Report within ${limit} hours in future.`), { item });
}
