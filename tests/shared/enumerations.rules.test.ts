import { expect, test } from "@jest/globals";
import * as access from "../../schema/access/permissions.rules.js";
import * as assessments from "../../schema/assessments/assessment.rules.js";
import * as audit from "../../schema/audit/auditKinds.rules.js";
import * as awards from "../../schema/awards/award.rules.js";
import * as compliance from "../../schema/compliance/finding.rules.js";
import * as employers from "../../schema/employers/employer.rules.js";
import * as hierarchy from "../../schema/hierarchy/unionType.rules.js";
import * as people from "../../schema/people/person.rules.js";
import * as positions from "../../schema/positions/position.rules.js";
import * as transfers from "../../schema/positions/transfer.rules.js";
import { LANGUAGES } from "../../schema/shared/bilingual.rules.js";
import { ENUMERATIONS } from "../../schema/shared/enumerations.rules.js";
import * as training from "../../schema/training/training.rules.js";

const rooms = {
  access,
  assessments,
  audit,
  awards,
  compliance,
  employers,
  hierarchy,
  people,
  positions,
  transfers,
  training,
};
const tables = Object.entries(rooms).flatMap(([room, exported]) =>
  Object.entries(exported as Record<string, unknown>)
    .filter(([name]) => name.endsWith("_NAMES"))
    .map(([name, table]) => [`${room}: ${name}`, table as Record<string, Record<string, string>>] as const),
);

test("the trade's enumerations are all found", () => {
  expect(tables.length).toBeGreaterThanOrEqual(38);
});

test.each(tables)("%s: each value has its own words in Chinese and in English", (_, table) => {
  for (const language of LANGUAGES) {
    const words = Object.values(table).map((names) => names[language]);
    expect(new Set(words).size).toBe(words.length);
    for (const one of words)
      expect(one).toMatch(language === "zh" ? /^[\u4e00-\u9fff（）、，～\s]+$/ : /^[A-Z][\x20-\x7e]+$/);
  }
  for (const value of Object.keys(table)) expect(value).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
});

test("every enumeration of the contract says in both languages what it is about", () => {
  for (const [name, { zh, en }] of Object.entries(ENUMERATIONS)) {
    expect(name).toMatch(/^[A-Z][A-Za-z]+$/);
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(en).toMatch(/^[\x20-\x7e]+$/);
  }
});
