import type { UnionLevel } from "../hierarchy/unionType.rules.js";
import { words } from "../shared/bilingual.rules.js";
import { type LocalDate, yearOf } from "../shared/period.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { isYearPast, lastDayOfYear, type YearFacts } from "./year.rules.js";

export interface JointConferenceFacts extends YearFacts {
  asOf: LocalDate;
  level?: Fact<UnionLevel>;
  /** Days on which the conference of union and government met. */
  conferencesHeldOn?: Fact<readonly LocalDate[]>;
  /** Why none was held in the year. */
  conferenceExceptionReason?: Fact<string>;
}

/** R34, Implementation Opinions 3(1): 建立完善工会与政府联席会议制度，原则上每年召开一次会议. By calendar year; a reason makes it told only. */
export function judgeJointConference(facts: JointConferenceFacts, parameters: Parameters): Finding {
  const { asOf, year, level, conferencesHeldOn, conferenceExceptionReason } = facts;
  const inputs = { year, level, conferencesHeldOn, conferenceExceptionReason };
  const say = new Say("R34", "JOINT_CONFERENCE_MISSING", inputs, parameters);
  if (!level) return say.missing("工会层级", "the level of the union");
  if (!parameters.jointConferenceLevels.includes(level))
    return say.notApplicable("该层级不要求召开联席会议。", "This level holds no joint conference.");
  if (year == null) return say.missing("年度", "the year");
  const detail = { item: `${year}`, dueOn: lastDayOfYear(year) };
  const held = conferencesHeldOn?.filter((day) => day <= asOf && yearOf(day) === year);
  if (held && held.length > 0)
    return say.pass(`${year} 年已召开 ${held.length} 次。`, `Held ${held.length} time(s) in ${year}.`, detail);
  if (!isYearPast(facts)) return say.notApplicable(`${year} 年尚未结束。`, `The year ${year} is not over.`, detail);
  if (!held) return say.missing(`${year} 年联席会议记录`, `joint conferences of ${year}`, detail);
  const remedy = words("召开联席会议，或登记未召开的理由。", "Hold the conference, or record why it was not held.");
  const reason = words(`${year} 年没有召开联席会议。`, `No joint conference was held in ${year}.`);
  if (!conferenceExceptionReason) return say.unmet(reason, remedy, detail);
  return say.finding(
    "INFO",
    words(`${reason.zh}已登记理由。`, `${reason.en} A reason is recorded.`),
    undefined,
    detail,
  );
}
