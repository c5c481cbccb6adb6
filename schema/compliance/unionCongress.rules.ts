import { termEndOn } from "../positions/office.rules.js";
import { words } from "../shared/bilingual.rules.js";
import { officialDay } from "../shared/officialDay.rules.js";
import { type LocalDate, later } from "../shared/period.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import type { FormOnDay } from "./townshipUnion.rules.js";

export interface UnionCongressFacts {
  asOf: LocalDate;
  townshipForm?: Fact<FormOnDay>;
  /** Days on which the union congress of the township met to open a term; empty when it never did. */
  congressesHeldOn?: Fact<readonly LocalDate[]>;
}

/**
 * R20, Implementation Opinions 2(4): 建立乡镇（街道）总工会的要实行工会代表大会制度. The term ends on the day before the
 * anniversary; that day is still in time.
 */
export function judgeUnionCongress(facts: UnionCongressFacts, parameters: Parameters): Finding {
  const { asOf, townshipForm, congressesHeldOn } = facts;
  const say = new Say("R20", "UNION_CONGRESS_REQUIRED", { townshipForm, congressesHeldOn }, parameters);
  if (!townshipForm) return say.missing("乡镇（街道）工会的组织形式", "the form of the township union");
  if (townshipForm !== "FEDERATION") return say.notApplicable("未建立总工会。", "It is no federation.");
  if (!congressesHeldOn) return say.missing("工会代表大会记录", "meetings of the union congress");
  const remedy = words(
    "召开工会代表大会，选举产生新一届委员会。",
    "Hold the union congress and elect a new committee.",
  );
  const held = congressesHeldOn.filter((day) => day <= asOf);
  if (held.length === 0) return say.unmet(words("从未召开工会代表大会。", "No union congress has been held."), remedy);
  const dueOn = termEndOn(held.reduce(later), parameters.congressTermYears);
  if (asOf > dueOn)
    return say.unmet(
      words(`本届任期已于${officialDay(dueOn)}届满，未换届。`, `The term ended on ${dueOn}; no new congress met.`),
      remedy,
      { dueOn },
    );
  return say.pass(`本届任期至${officialDay(dueOn)}。`, `The term runs to ${dueOn}.`, { dueOn });
}
