import type { Finding } from "../compliance/finding.rules.js";
import type { Parameters } from "../compliance/parameters.rules.js";
import { judgeTownshipChair } from "../compliance/townshipChair.rules.js";
import { judgeTownshipFederation } from "../compliance/townshipFederation.rules.js";
import { judgeTownshipViceChair } from "../compliance/townshipViceChair.rules.js";
import type { Measure } from "./formula.rules.js";
import type { SchemeRules } from "./scheme.rules.js";
import type { Measures } from "./score.rules.js";
import type { Count, TownshipFacts } from "./townshipFacts.rules.js";

function rate(numerator: Count, denominator: Count, capped = false): Measure | undefined {
  if (numerator == null || denominator == null) return undefined;
  return { kind: "rate", numerator, denominator, ...(capped && { capped }) };
}

const isBreach = ({ outcome }: Finding) => outcome === "WARNING" || outcome === "VIOLATION";
const isUnknown = ({ outcome }: Finding) => outcome === "INSUFFICIENT_DATA";

function leadershipOf({ chair, fullTimeViceChairRanks }: TownshipFacts) {
  return {
    hasChair: chair !== null,
    chairEmploymentMode: chair?.employmentMode,
    isChairOfPartyCommittee: chair?.isPartyCommitteeMember,
    fullTimeViceChairs: fullTimeViceChairRanks.length,
  };
}

/** A3: R45 and R46 without warning or violation, and the chair vacant for no more days than the scheme allows. */
function chairInPlace(facts: TownshipFacts, vacancyDaysMost: number, parameters: Parameters): Measure | undefined {
  const leadership = leadershipOf(facts);
  const findings = [judgeTownshipChair(leadership, parameters), judgeTownshipViceChair(leadership, parameters)];
  const days = facts.chairVacantDays;
  const breach = findings.find(isBreach);
  if (!breach && (findings.some(isUnknown) || days == null)) return undefined;
  const vacancy = { zh: `主席空缺 ${days ?? "—"} 天。`, en: ` Chair vacant for ${days ?? "—"} day(s).` };
  const said = breach ?? (findings[0] as Finding);
  const note = { zh: `${said.reason.zh}${vacancy.zh}`, en: `${said.reason.en}${vacancy.en}` };
  return { kind: "condition", met: !breach && days != null && days <= vacancyDaysMost, note };
}

/** A4: every rank that R45 and R46 require on the day is set; with no full-time officer nothing is required. */
function ranksGranted({ chair, fullTimeViceChairRanks }: TownshipFacts): Measure | undefined {
  const isFullTime = chair?.employmentMode === "FULL_TIME";
  if (chair && !isFullTime && chair.isPartyCommitteeMember == null) return undefined;
  const ofChair = isFullTime ? [chair.treatmentRank === "TOWNSHIP_DEPUTY_ADMIN"] : [];
  const isUnderR46 = chair != null && !isFullTime && chair.isPartyCommitteeMember === true;
  const ofVice = isUnderR46 ? fullTimeViceChairRanks.map((rank) => rank === "TOWNSHIP_MIDDLE_FULL") : [];
  const ranks = [...ofChair, ...ofVice];
  const set = ranks.filter(Boolean).length;
  const note =
    ranks.length === 0
      ? { zh: "没有应落实待遇的专职主席、副主席。", en: "No full-time officer is due a rank." }
      : { zh: `应落实 ${ranks.length} 人，已落实 ${set} 人。`, en: `${set} of ${ranks.length} ranks set.` };
  return { kind: "condition", met: set === ranks.length, note };
}

/** B1: R15 is no violation on the day. */
function formAsDue(facts: TownshipFacts, parameters: Parameters): Measure | undefined {
  const finding = judgeTownshipFederation(facts, parameters);
  if (isUnknown(finding)) return undefined;
  return { kind: "condition", met: finding.outcome !== "VIOLATION", note: finding.reason };
}

/** B7: capped while a union with 25 members or more is not registered. */
function registered(facts: TownshipFacts): Measure | undefined {
  const { largeUnions, registeredLargeUnions } = facts;
  if (largeUnions == null || registeredLargeUnions == null) return undefined;
  return rate(facts.registeredUnions, facts.unions, registeredLargeUnions < largeUnions);
}

/**
 * Measures of the indicators that the records alone can answer: A3 A4 B1–B7 D2–D4. Evidence and figures of later records
 * come in beside them; what is in neither stays missing and is printed as 资料不足.
 */
export function measuresOf(
  scheme: SchemeRules,
  facts: TownshipFacts,
  parameters: Parameters,
  evidence: Measures = {},
): Measures {
  return {
    A3: chairInPlace(facts, scheme.vacancyDaysMost, parameters),
    A4: ranksGranted(facts),
    B1: formAsDue(facts, parameters),
    B2: rate(facts.unionisedEmployers, facts.dueEmployers),
    B3: rate(facts.members, facts.employees),
    B4: rate(facts.coveredPlaces, facts.listedPlaces),
    B5: rate(facts.unionsWithinTerm, facts.unionsWithTerm),
    B6: rate(facts.unionsWithBothOrgans, facts.unions),
    B7: registered(facts),
    D2a: rate(facts.compliantLargeUnits, facts.largeUnits),
    D2b: rate(facts.compliantSmallUnits, facts.smallUnits),
    D3a: rate(facts.newChairsTrained, facts.newChairs),
    D3b: rate(facts.cadresTrained, facts.cadres),
    D4: rate(facts.directlyElectedChairs, facts.nonPublicChairs),
    ...evidence,
  };
}
