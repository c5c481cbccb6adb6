import type { RuleGroup } from "../employers/employer.rules.js";
import { addYears, daysBetween, type LocalDate } from "../shared/period.rules.js";
import { type Finding, findings } from "./finding.rules.js";
import type { Parameters } from "./parameters.rules.js";

export interface EstablishmentFacts {
  ruleGroup: RuleGroup;
  openedOn?: LocalDate | null | undefined;
  closedOn?: LocalDate | null | undefined;
  /** Founding day of the first grassroots union, own or joint, that covers the employer. */
  establishedOn?: LocalDate | null | undefined;
  asOf: LocalDate;
}

/** Last day on which a union founded by an employer is still in time. */
export function establishmentDueOn(openedOn: LocalDate, { establishmentYears }: Parameters): LocalDate {
  return addYears(openedOn, establishmentYears);
}

/**
 * R02, Implementation Opinions 2(1): 企事业单位要在开业（设立）一年内依法建立工会组织. The anniversary is still in time.
 * State organs and social organizations are not named here.
 */
export function judgeEstablishment(facts: EstablishmentFacts, parameters: Parameters): Finding {
  const { ruleGroup, openedOn, closedOn, establishedOn, asOf } = facts;
  const say = findings("R02", "UNION_NOT_ESTABLISHED_IN_TIME", { ...facts });
  if (ruleGroup !== "ENTERPRISE" && ruleGroup !== "PUBLIC_INSTITUTION")
    return say("NOT_APPLICABLE", "本条只适用于企业和事业单位。", "Only enterprises and public institutions are meant.");
  if (closedOn && closedOn <= asOf)
    return say("NOT_APPLICABLE", `单位已于 ${closedOn} 终止。`, `The unit closed on ${closedOn}.`);
  if (!openedOn) return say("INSUFFICIENT_DATA", "缺少开业（设立）日期。", "The opening date is missing.");
  const dueOn = establishmentDueOn(openedOn, parameters);
  if (establishedOn && establishedOn <= asOf) return say(...founded(establishedOn, dueOn));
  if (asOf > dueOn) {
    const days = daysBetween(dueOn, asOf);
    return say(
      "VIOLATION",
      `应于 ${dueOn} 前（含当日）建会，已逾期 ${days} 天。`,
      `A union was due by ${dueOn}; ${days} day(s) overdue.`,
      { dueOn },
    );
  }
  const isNear = daysBetween(asOf, dueOn) <= parameters.alertDays;
  if (isNear) return say("INFO", `应于 ${dueOn} 前（含当日）建会。`, `A union is due by ${dueOn}.`, { dueOn });
  return say("NOT_APPLICABLE", `建会期限 ${dueOn} 未到。`, `Not yet due: ${dueOn}.`, { dueOn });
}

function founded(establishedOn: LocalDate, dueOn: LocalDate) {
  const wasLate = establishedOn > dueOn;
  const zh = wasLate ? `已于 ${establishedOn} 建会，晚于期限 ${dueOn}。` : `已于 ${establishedOn} 按期建会。`;
  const en = wasLate ? `Founded on ${establishedOn}, after ${dueOn}.` : `Founded in time on ${establishedOn}.`;
  return ["PASS", zh, en, { dueOn, ...(wasLate && { wasLate }) }] as const;
}
