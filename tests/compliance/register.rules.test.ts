import { expect, test } from "@jest/globals";
import { RULE_IDS } from "../../schema/compliance/clauses.rules.js";
import { DEMANDS, type FindingRule } from "../../schema/compliance/demands.rules.js";
import { PARAGRAPHS } from "../../schema/compliance/opinions2013.rules.js";
import { RECORDED_CLAUSES } from "../../schema/compliance/recordedClauses.rules.js";
import { REGISTER } from "../../schema/compliance/register.rules.js";
import { givesFindings, RULE_BOOK, rulesOf } from "../../schema/compliance/ruleBook.rules.js";
import { RESPONSIBLE_LEVEL_NAMES, SUBJECT_KIND_NAMES, subjectKindsOf } from "../../schema/compliance/subject.rules.js";
import { CODED, SEVERITY_DEPARTURES } from "./table.js";

const entries = Object.values(REGISTER).flatMap((judged) => judged.map(([rule, code]) => `${rule} ${code}`));
const table = Object.entries(CODED).flatMap(([rule, { codes }]) => codes.map((code) => `${rule} ${code}`));

test("every row of the table of rules that has a code is judged by a function, and nothing else is", () => {
  expect([...new Set(entries)].sort()).toEqual([...table].sort());
  expect(table).toHaveLength(54);
  expect(Object.keys(CODED)).toHaveLength(46);
});

test("the rule book lists each of them with the codes, clause, words and modal of the table", () => {
  expect(RULE_BOOK.map(({ rule }) => rule).sort()).toEqual(Object.keys(CODED).sort());
  for (const entry of RULE_BOOK) {
    expect([entry.rule, ...entry.codes]).toEqual([entry.rule, ...(CODED[entry.rule]?.codes ?? [])]);
    expect([entry.rule, entry.modal]).toEqual([entry.rule, CODED[entry.rule]?.modal]);
    expect(entry.subjects.length).toBeGreaterThan(0);
  }
});

test("a code belongs to one rule, but for the treatment rank that three rules grant", () => {
  const codes = table.map((pair) => pair.split(" ")[1] ?? "");
  const shared = codes.filter((code, index) => codes.indexOf(code) !== index);
  expect([...new Set(shared)]).toEqual(["TREATMENT_RANK_MISSING"]);
});

test.each(RULE_BOOK)(
  "$rule quotes $clause character for character, and its modal word stands in that clause",
  ({ clause, quote, modal }) => {
    for (const part of quote.split("…")) expect(PARAGRAPHS[clause]).toContain(part);
    for (const part of modal.split("…")) expect(PARAGRAPHS[clause]).toContain(part);
  },
);

test("every rule without a code is a clause of record or report only, told in both languages", () => {
  const without = RULE_IDS.filter((rule) => !givesFindings(rule));
  expect(without.sort()).toEqual(Object.keys(RECORDED_CLAUSES).sort());
  expect(without).toHaveLength(16);
  for (const { zh, en } of Object.values(RECORDED_CLAUSES)) {
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(en).toMatch(/^[A-Z][\x20-\x7e]+$/);
  }
});

/** The words of the clause and what they make of a rule not met. */
function severityOf(modal: string) {
  if (/逐步|以…为/.test(modal)) return "INFO";
  if (modal.startsWith("原则上")) return "WARNING";
  if (modal === "") return "WARNING";
  return /^(可|可以)$/.test(modal) ? "INFO" : "VIOLATION";
}

test("severity follows the modal words, and departs from them only where the table of rules says so", () => {
  const departing = (Object.keys(DEMANDS) as FindingRule[]).filter(
    (rule) => DEMANDS[rule].severity !== severityOf(DEMANDS[rule].modal),
  );
  expect(Object.fromEntries(departing.map((rule) => [rule, DEMANDS[rule].severity]))).toEqual(SEVERITY_DEPARTURES);
});

test("a clause knows its rules, and a union its kinds of subject", () => {
  expect(rulesOf("三(三)").map(({ rule }) => rule)).toEqual(["R53"]);
  expect(subjectKindsOf("TOWNSHIP_WORK_COMMITTEE")).toEqual(["UNION", "TOWNSHIP_UNION"]);
  expect(subjectKindsOf("VILLAGE_UNION")).toEqual(["UNION", "GRASSROOTS_UNION"]);
  expect(subjectKindsOf("COUNTY_FEDERATION")).toEqual(["UNION", "FEDERATION"]);
  expect(subjectKindsOf("BRANCH")).toEqual(["UNION"]);
});

test.each([
  ["subjects", SUBJECT_KIND_NAMES],
  ["those who answer", RESPONSIBLE_LEVEL_NAMES],
])("the names of %s differ in both languages", (_, names) => {
  for (const language of ["zh", "en"] as const) {
    const words = Object.values(names).map((name) => name[language]);
    expect(new Set(words).size).toBe(words.length);
  }
});
