import { expect, test } from "@jest/globals";
import { REFUSAL_CODES, refusal } from "../../schema/shared/refusal.rules.js";
import { refusalText } from "../../schema/shared/refusalTexts.rules.js";

test.each(REFUSAL_CODES)("%s says in both languages what to do, even without facts", (code) => {
  const zh = refusalText(refusal(code), "zh");
  const en = refusalText(refusal(code), "en");
  expect(zh).toMatch(/[\u4e00-\u9fff].*。$/);
  expect(en).toMatch(/^[A-Z"].*[.?]$/);
  for (const words of [zh, en]) expect(words).not.toMatch(/[[\]{}]|undefined|null|\s{2}/);
});

test("facts fill the message, words by language and lists joined", () => {
  const missing = [
    { zh: "本级工会委员会", en: "the own committee" },
    { zh: "上一级工会", en: "the union above" },
  ];
  const refused = refusal("CONSENT_MISSING", { missing }, ["consents"], "三(二)");
  expect(refusalText(refused, "zh")).toContain("：本级工会委员会、上一级工会。");
  expect(refusalText(refused, "en")).toContain(": the own committee, the union above.");
  expect(refused).toMatchObject({ code: "CONSENT_MISSING", path: ["consents"], clause: "三(二)" });
});

test("a rule's own words come before the general text of its code", () => {
  const reason = { zh: "只有副主席可以主持工作。", en: "Only a vice chair can act as chair." };
  expect(refusalText(refusal("OUT_OF_RANGE", { reason }), "zh")).toBe(reason.zh);
  expect(refusalText(refusal("OUT_OF_RANGE", { reason }), "en")).toBe(reason.en);
});

test("a fact that looks like a gap is printed and not filled again", () => {
  const words = refusalText(refusal("NOT_UNIQUE", { field: "代码", value: "{holder}", holder: "柯桥区" }), "zh");
  expect(words).toContain("“{holder}”");
});

test("a message lists bounds when they are known", () => {
  expect(refusalText(refusal("OUT_OF_RANGE", { least: 0, most: 16 }), "zh")).toBe(
    "数值或选项超出允许范围，最小为 0，最大为 16，请更正后再提交。",
  );
});
