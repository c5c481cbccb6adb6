import { type Bilingual, words } from "../shared/bilingual.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import { allOf, anyOf, type Fact } from "./known.rules.js";

/** A system, mechanism or regulation: in force from the day it is adopted until the day before it is repealed. */
export interface DatedSystem<K extends string = string> {
  kind?: Fact<K>;
  adoptedOn?: Fact<LocalDate>;
  repealedOn?: Fact<LocalDate>;
}

export function isInForce({ adoptedOn, repealedOn }: DatedSystem, day: LocalDate): boolean | undefined {
  return allOf([adoptedOn == null ? undefined : adoptedOn <= day, repealedOn == null || day < repealedOn]);
}

/** Which of the kinds asked for are in force on a day, which are not, and of which it cannot be said. Other kinds do not count. */
export function checklist<K extends string>(kinds: readonly K[], systems: readonly DatedSystem<K>[], day: LocalDate) {
  const states = kinds.map((kind) => {
    const ofKind = systems.filter((one) => one.kind === kind);
    return { kind, isHeld: anyOf(ofKind.map((one) => isInForce(one, day))) };
  });
  const only = (wanted: boolean | undefined) =>
    states.filter(({ isHeld }) => isHeld === wanted).map(({ kind }) => kind);
  return { held: only(true), missing: only(false), unknown: only(undefined) };
}

export interface ChecklistFacts<K extends string> {
  asOf: LocalDate;
  systems?: Fact<readonly DatedSystem<K>[]>;
}

/** One finding on a list of things to be set up: all of them in force, or which are missing. */
export function judgeChecklist<K extends string>(
  say: Say,
  names: Readonly<Record<K, Bilingual>>,
  { asOf, systems }: ChecklistFacts<K>,
): Finding {
  const kinds = Object.keys(names) as K[];
  const list = (some: K[]) =>
    words(some.map((one) => names[one].zh).join("、"), some.map((one) => names[one].en).join(", "));
  if (!systems) return say.missing(`${list(kinds).zh}的建立情况`, `whether these are set up: ${list(kinds).en}`);
  const { held, missing, unknown } = checklist(kinds, systems, asOf);
  if (missing.length > 0) {
    const { zh, en } = list(missing);
    const reason = words(
      `应有 ${kinds.length} 项，已建立 ${held.length} 项，缺少${zh}。`,
      `${held.length} of ${kinds.length} in force; missing: ${en}.`,
    );
    return say.unmet(reason, words(`建立${zh}。`, `Set up: ${en}.`));
  }
  if (unknown.length > 0)
    return say.missing(`${list(unknown).zh}的建立日期`, `the day of adoption: ${list(unknown).en}`);
  return say.pass(`${kinds.length} 项均已建立。`, `All ${kinds.length} are in force.`);
}
