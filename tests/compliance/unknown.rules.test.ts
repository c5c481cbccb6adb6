import { expect, test } from "@jest/globals";
import fc, { type Arbitrary } from "fast-check";
import { judgeSubject } from "../../schema/compliance/evaluation.rules.js";
import type { Finding, FindingOutcome } from "../../schema/compliance/finding.rules.js";
import type { Parameters } from "../../schema/compliance/parameters.rules.js";
import type { Judged } from "../../schema/compliance/register.rules.js";
import { REGISTER } from "../../schema/compliance/register.rules.js";
import { SUBJECT_KINDS, type SubjectKind } from "../../schema/compliance/subject.rules.js";
import type { Bilingual } from "../../schema/shared/bilingual.rules.js";
import { anyFacts, MEMBERS } from "./anyFacts.js";
import { outcomeOf, PARAMETERS, withValues } from "./outcomes.js";
import { CODED } from "./table.js";

const SEED = Number(process.env.SEED ?? 20130905);
const RUNS = Number(process.env.RUNS ?? 150);
const settings = { seed: SEED, numRuns: RUNS };
type Facts = { asOf: string } & Record<string, unknown>;

const VALUES = [
  PARAMETERS,
  withValues({ countDispatched: false, federationCombination: "OR", fullTimeStaffSeverity: "WARNING" }),
  withValues({ growthBasis: "STOCK", growthTargetPercent: "10", trainingHoursPerYear: 2, incidentReportHours: 1 }),
  withValues({
    governmentSupportLeast: "24",
    preparatoryFundStart: "FROM_OPENING",
    organizerSatisfiesEstablishment: true,
  }),
];
/** Drawn by number, so that a counterexample stays short. */
const anyValues = fc.nat(VALUES.length - 1);
const judgesOf = (kind: SubjectKind) => REGISTER[kind] as unknown as readonly Judged<Facts>[];
const judged = SUBJECT_KINDS.flatMap((kind) =>
  judgesOf(kind).map(([rule, code, judge]) => ({ kind, rule, code, name: judge.name, judge })),
);

const TO_BE_DONE: FindingOutcome[] = ["VIOLATION", "WARNING", "NEEDS_JUDGEMENT", "INSUFFICIENT_DATA"];
const isSaid = (said?: Bilingual) =>
  said && /^[^「」]*[\u4e00-\u9fff].*。$/.test(said.zh) && /^[A-Z0-9][\x20-\x7e]*\.$/.test(said.en);

/** What is wrong with a finding as such: an outcome the table does not allow, words missing, a value without origin. */
function faultOf({ rule, outcome, reason, remedy, thresholds }: Finding): string | undefined {
  if (!CODED[rule]?.outcomes.map(outcomeOf).includes(outcome)) return `${rule} gives ${outcome}`;
  if (!isSaid(reason)) return `reason: ${JSON.stringify(reason)}`;
  if (TO_BE_DONE.includes(outcome) && !isSaid(remedy)) return `remedy: ${JSON.stringify(remedy)}`;
  const bare = thresholds.find(({ value, source, validFrom }) => value === undefined || !source || !validFrom);
  return bare && `${bare.key} has no origin`;
}

test.each(judged)(
  `$rule $name answers for any mixture of unknown facts, within the outcomes of the table (SEED=${SEED})`,
  ({ kind, rule, code, judge }) => {
    const property = fc.property(anyFacts(kind), anyValues, (facts, values) => {
      const findings = [judge(facts, VALUES[values] as Parameters)].flat() as Finding[];
      return findings.every((finding) => finding.rule === rule && finding.code === code && !faultOf(finding));
    });
    fc.assert(property, settings);
  },
);

test.each(judged)("$rule $name never passes on nothing at all", ({ judge }) => {
  const findings = [judge({ asOf: "2025-12-31" }, PARAMETERS)].flat() as Finding[];
  const outcomes = findings.map(({ outcome }) => outcome);
  expect(outcomes.filter((outcome) => outcome !== "INSUFFICIENT_DATA")).toEqual([]);
});

/** Members whose absence is a fact of its own: what has no last day has not ended. */
const OPEN_ENDS = ["closedOn", "endedOn", "repealedOn", "validThrough"];
/** Members by which the things of a list are told apart: a line without one is no line. */
const NAMES_OF_LINES = ["id", "period", "sector", "group"];
/** Lists whose lines are whole or absent. */
const WHOLE_LINES = ["approverOffices"];
const BREACHES: FindingOutcome[] = ["VIOLATION", "WARNING", "NEEDS_JUDGEMENT"];

interface Place {
  label: string;
  /** The facts with the value put in this place. */
  put(value: unknown): Facts;
}

/** Every place of the facts that holds a value: members of the subject, and members of the objects in its lists. */
function placesOf(facts: Facts): Place[] {
  return Object.entries(facts).flatMap(([member, value]) => {
    if (member === "asOf" || OPEN_ENDS.includes(member)) return [];
    const own: Place = { label: member, put: (other) => ({ ...facts, [member]: other }) };
    if (!Array.isArray(value) || WHOLE_LINES.includes(member)) return [own];
    const inner = value.flatMap((item: unknown, index) => {
      if (typeof item !== "object" || item === null) return [];
      return Object.keys(item)
        .filter((name) => ![...OPEN_ENDS, ...NAMES_OF_LINES].includes(name))
        .map((name) => ({
          label: `${member}.${name}`,
          put: (other: unknown) => ({ ...facts, [member]: value.with(index, { ...item, [name]: other }) }),
        }));
    });
    return [own, ...inner];
  });
}

/** Other values a place may hold: those that other drawings of the same facts hold there. */
function valuesAt(label: string, others: readonly Facts[]): unknown[] {
  const [member = "", name] = label.split(".");
  const values = others.map((facts) => facts[member]);
  if (!name) return values.filter((value) => value != null);
  const items = values.flatMap((value) => (Array.isArray(value) ? value : [])) as Record<string, unknown>[];
  return items.map((item) => item?.[name]).filter((value) => value != null);
}

const outcomesOf = (judge: Judged<Facts>[2], facts: Facts, parameters = PARAMETERS) =>
  ([judge(facts, parameters)].flat() as Finding[]).map(({ outcome }) => outcome);
const isPassed = (outcomes: FindingOutcome[]) =>
  outcomes.includes("PASS") && outcomes.every((outcome) => outcome === "PASS" || outcome === "NOT_APPLICABLE");

/** A pass that an unknown fact was part of, though another value of the fact breaks the rule. */
function tooKind(judge: Judged<Facts>[2], facts: Facts, others: readonly Facts[], parameters = PARAMETERS) {
  for (const { label, put } of placesOf(facts)) {
    if (!isPassed(outcomesOf(judge, put(null), parameters))) continue;
    const breaking = valuesAt(label, others).find((value) =>
      outcomesOf(judge, put(value), parameters).some((outcome) => BREACHES.includes(outcome)),
    );
    if (breaking !== undefined) return `${label}: passes unknown, breaks as ${JSON.stringify(breaking)}`;
  }
}

test.each(judged)(
  `$rule $name never passes while a fact is unknown that could break it (SEED=${SEED})`,
  ({ kind, judge }) => {
    const several = fc.array(anyFacts(kind) as Arbitrary<Facts>, { minLength: 8, maxLength: 8 });
    const property = fc.property(several, anyValues, ([facts, ...others], values) => {
      const found = facts && tooKind(judge, facts, others, VALUES[values]);
      if (found) throw new Error(found);
    });
    fc.assert(property, settings);
  },
);

test("the check of unknown facts sees a rule that takes the unknown for good", () => {
  const careless: Judged<Facts>[2] = (facts, parameters) => {
    const [, , judge] = judgesOf("UNION").find(
      ([, code]) => code === "INDEPENDENT_ACCOUNTING_MISSING",
    ) as Judged<Facts>;
    return judge({ ...facts, hasIndependentAccounting: facts.hasIndependentAccounting ?? true }, parameters);
  };
  const facts = { asOf: "2025-12-31", unionType: "GRASSROOTS_JOINT", hasIndependentAccounting: true };
  const other = { ...facts, hasIndependentAccounting: false };
  expect(tooKind(careless, facts, [other])).toMatch(/^hasIndependentAccounting/);
});

/** A presumption only asks or is silent; the rule itself passes under its other code. */
const NEVER_PASSING = ["SEPARATE_UNION_PRESUMED"];

test.each(SUBJECT_KINDS)(
  `every rule of %s comes up at least once as pass and as breach among the facts drawn (SEED=${SEED})`,
  (kind) => {
    const drawn = fc.sample(anyFacts(kind), { seed: SEED, numRuns: 4000 });
    const seen = new Map<string, Set<FindingOutcome>>();
    for (const [index, facts] of drawn.entries())
      for (const { rule, code, outcome } of judgeSubject(
        { kind, id: index },
        facts as never,
        VALUES[index % VALUES.length] as typeof PARAMETERS,
      )) {
        const outcomes = seen.get(`${rule} ${code}`) ?? new Set();
        seen.set(`${rule} ${code}`, outcomes.add(outcome));
      }
    const lacking = judgesOf(kind).flatMap(([rule, code]) => {
      const met = seen.get(`${rule} ${code}`) ?? new Set<FindingOutcome>();
      const wanted = CODED[rule]?.outcomes.map(outcomeOf) ?? [];
      const passes = !wanted.includes("PASS") || NEVER_PASSING.includes(code) || met.has("PASS");
      const breaks =
        !wanted.some((outcome) => BREACHES.includes(outcome)) || BREACHES.some((outcome) => met.has(outcome));
      return passes && breaks ? [] : [`${rule} ${code}: ${[...met].join(" ")}`];
    });
    expect(lacking).toEqual([]);
    expect(Object.keys(MEMBERS[kind])).toContain("asOf");
  },
);
