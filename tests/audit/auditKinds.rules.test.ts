import { expect, test } from "@jest/globals";
import { AUDIT_FACTS, allowedFacts } from "../../schema/audit/auditKinds.rules.js";

test("only facts of the list are kept, and only plain ones", () => {
  expect(
    allowedFacts({
      outcome: "refused",
      residentId: "330699198504040021",
      password: "x",
      username: "y",
      code: { deep: "330699198504040021" },
      year: 2025,
      fields: ["phone"],
    }),
  ).toEqual({
    outcome: "refused",
    year: 2025,
    fields: ["phone"],
  });
});

test("no fact of the list is named after a value of a person", () => {
  expect(
    AUDIT_FACTS.filter((name) => /residentId|phone|bank|address|birth|password|username|^name$/i.test(name)),
  ).toEqual([]);
});

test("facts are short", () => {
  expect(String(allowedFacts({ outcome: "x".repeat(999) }).outcome)).toHaveLength(200);
});
