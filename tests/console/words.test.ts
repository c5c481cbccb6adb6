import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { buildSchema } from "graphql";
import packEn from "ra-language-english";
import { ACTION_NAMES } from "../../admin/audit/auditWords.js";
import { LOGGED_FACTS } from "../../admin/audit/loggedFacts.js";
import { columnChanges } from "../../admin/shared/changes.js";
import { packZh } from "../../admin/shared/packZh.js";
import { wordsEn } from "../../admin/shared/words.en.js";
import { wordsZh } from "../../admin/shared/words.zh.js";
import { AUDIT_FACTS } from "../../schema/audit/auditKinds.rules.js";

/** Every text with the path that leads to it. */
function texts(messages: object, path = ""): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value]] : texts(value as object, `${path}${key}.`),
  );
}
const keys = (messages: object) =>
  texts(messages)
    .map(([key]) => key)
    .sort();
const placeholders = (text: string) => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort();
// The CommonJS build of the English pack is what Jest sees.
const english = ((packEn as { default?: object }).default ?? packEn) as object;

test("the Chinese pack has every text of react-admin's English pack, and no other", () => {
  expect(keys(packZh)).toEqual(keys(english));
});

test("the console's own words are the same in both languages, key for key", () => {
  expect(keys(wordsZh)).toEqual(keys(wordsEn));
});

test("a text names the same figures in both languages", () => {
  const en = new Map([...texts(english), ...texts(wordsEn)]);
  const optional = ["%{smart_count}", "%{name}"];
  for (const [key, text] of [...texts(packZh), ...texts(wordsZh)]) {
    const wanted = placeholders(en.get(key) ?? "").filter((one) => !optional.includes(one));
    expect([key, placeholders(text).filter((one) => !optional.includes(one))]).toEqual([key, wanted]);
  }
});

test("every change of the contract and every fact the log may tell has a name in both languages", () => {
  const contract = readFileSync(fileURLToPath(new URL("../../../schema/schema.graphql", import.meta.url)), "utf8");
  const changes = Object.keys(buildSchema(contract).getMutationType()?.getFields() ?? {});
  expect(changes.filter((name) => !ACTION_NAMES[name])).toEqual([]);
  expect(AUDIT_FACTS.filter((name) => !LOGGED_FACTS[name]?.label.en)).toEqual([]);
  const told = columnChanges({
    kind: "DENIAL",
    record: "trade_union",
    after: { code: "FORBIDDEN", permission: "amend:trade-union" },
  });
  expect(told.map(({ fact, after }) => [fact?.label.zh, fact?.names?.[after as string]?.zh])).toEqual([
    ["拒绝原因", "无此权限"],
    ["所需权限", "修改工会"],
  ]);
});

test("no text is left empty by mistake, and Chinese texts are Chinese", () => {
  const foreign = texts({ ...packZh, ...wordsZh }).filter(
    ([, text]) => text.trim() && !/[\p{Script=Han}—%]/u.test(text),
  );
  expect(foreign).toEqual([]);
});
