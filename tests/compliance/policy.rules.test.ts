import { expect, test } from "@jest/globals";
import { basisOf, clauseOf, RULE_IDS } from "../../schema/compliance/clauses.rules.js";
import { OPINIONS_2013, PARAGRAPHS } from "../../schema/compliance/opinions2013.rules.js";

test.each(RULE_IDS)("%s quotes its clause character for character", (rule) => {
  const { clause, quote } = clauseOf(rule);
  const words = quote.split("…").filter(Boolean);
  expect(words.length).toBeGreaterThan(0);
  for (const part of words) expect(PARAGRAPHS[clause]).toContain(part);
});

test("the rules run from R01 to R54, with the nine duties of R17 apart", () => {
  expect(RULE_IDS).toHaveLength(62);
  expect(RULE_IDS.filter((rule) => rule.startsWith("R17"))).toHaveLength(9);
});

test("a figure names its paper, clause and words", () => {
  expect(basisOf("R41")).toEqual({
    document: OPINIONS_2013.title,
    clause: "三(二)",
    quote: "职工200人以上的企事业单位工会，要设专职工会主席或副主席",
  });
  expect(basisOf("L16").clause).toBe("工会法第十六条");
  expect(basisOf("L45").clause).toBe("工会法第四十五条");
  expect(basisOf("L10").clause).toBe("工会法第十条");
});
