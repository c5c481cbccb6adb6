import { words } from "../shared/bilingual.rules.js";
import { officialDay } from "../shared/officialDay.rules.js";
import { addYears, daysBetween, type LocalDate } from "../shared/period.rules.js";
import { hasClosed, type UnitFacts } from "./employerFacts.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import { lastDayInTime, type Parameters } from "./parameters.rules.js";
import type { ParameterValues } from "./parameterValues.rules.js";

export interface EstablishmentFacts extends UnitFacts {
  /** 开业 or, standing in for it, 设立（登记）. */
  openedOn?: Fact<LocalDate>;
  /** Founding day of the first grassroots union, own or joint, that covers the employer. */
  establishedOn?: Fact<LocalDate>;
}

/** Last day on which a union founded by an employer is still in time. */
export function establishmentDueOn(openedOn: LocalDate, parameters: ParameterValues): LocalDate {
  return lastDayInTime(addYears(openedOn, parameters.establishmentYears), parameters);
}

/**
 * R02, Implementation Opinions 2(1): 企事业单位要在开业（设立）一年内依法建立工会组织. The anniversary is still in time.
 * State organs and social organizations are not named here; an organizer is no union organisation.
 */
export function judgeEstablishment(facts: EstablishmentFacts, parameters: Parameters): Finding {
  const { asOf, ruleGroup, openedOn, closedOn, establishedOn, coverage } = facts;
  const inputs = { ruleGroup, openedOn, closedOn, establishedOn, coverage };
  const say = new Say("R02", "UNION_NOT_ESTABLISHED_IN_TIME", inputs, parameters);
  if (hasClosed(facts)) return say.notApplicable("单位已终止。", "The unit has closed.");
  if (!ruleGroup) return say.missing("单位类型", "the category of the unit");
  if (!parameters.establishmentGroups.includes(ruleGroup))
    return say.notApplicable("本条只适用于企业和事业单位。", "Only enterprises and public institutions are meant.");
  if (!openedOn) return say.missing("开业（设立）日期", "the opening date");
  const dueOn = establishmentDueOn(openedOn, parameters);
  if (establishedOn && establishedOn <= asOf) return founded(say, establishedOn, dueOn);
  if (coverage === "ORGANIZER_ONLY" && parameters.organizerSatisfiesEstablishment)
    return say.pass("已选举组织员，视为建会。", "An organizer was elected, which counts.", { dueOn });
  if (daysBetween(asOf, dueOn) > parameters.alertDays)
    return say.notApplicable(`建会期限${officialDay(dueOn)}未到。`, `Not yet due: ${dueOn}.`, { dueOn });
  if (!coverage) return say.missing("是否已建会的记录", "whether a union covers the unit", { dueOn });
  if (coverage === "OWN" || coverage === "JOINT") return say.missing("建会日期", "the founding date", { dueOn });
  return notFounded(say, dueOn, asOf);
}

function founded(say: Say, establishedOn: LocalDate, dueOn: LocalDate): Finding {
  const on = officialDay(establishedOn);
  if (establishedOn <= dueOn) return say.pass(`已于${on}按期建会。`, `Founded in time on ${establishedOn}.`, { dueOn });
  const zh = `已于${on}建会，晚于期限${officialDay(dueOn)}。`;
  return say.pass(zh, `Founded on ${establishedOn}, after ${dueOn}.`, { dueOn, wasLate: true });
}

function notFounded(say: Say, dueOn: LocalDate, asOf: LocalDate): Finding {
  const due = officialDay(dueOn);
  const remedy = words(
    "依法建立工会组织并报上一级工会批准。",
    "Found a union and have it approved by the union above.",
  );
  if (asOf <= dueOn) {
    const reason = words(`应于${due}前（含当日）建会。`, `A union is due by ${dueOn}.`);
    return say.finding("INFO", reason, remedy, { dueOn });
  }
  const days = daysBetween(dueOn, asOf);
  const zh = `应于${due}前（含当日）建会，已逾期 ${days} 天。`;
  return say.unmet(words(zh, `A union was due by ${dueOn}; ${days} day(s) overdue.`), remedy, { dueOn });
}
