import { expect, test } from "@jest/globals";
import { AWARD_TITLES, awardLevelOf, isCollectiveTitle } from "../../schema/awards/award.rules.js";
import { quotaCount, whyNotQuota } from "../../schema/awards/quota.rules.js";
import { parseFraction } from "../../schema/shared/fraction.rules.js";

const workers = {
  group: { zh: "企业职工", en: "enterprise people" },
  bound: "AT_LEAST",
  share: parseFraction("0.60"),
} as const;
const heads = {
  group: { zh: "企业负责人", en: "enterprise heads" },
  bound: "AT_MOST",
  share: parseFraction("0.10"),
} as const;

test("shares of the whole list are compared as exact fractions", () => {
  expect(quotaCount(workers, 7)).toBe(5);
  expect(quotaCount(heads, 9)).toBe(0);
  expect(quotaCount(workers, 5)).toBe(3);
  expect(quotaCount(heads, 10)).toBe(1);
});

test("a list beyond its quota is refused with the count and the bound", () => {
  expect(whyNotQuota(workers, 7, 5)).toBeUndefined();
  expect(whyNotQuota(workers, 7, 4)).toMatchObject({ code: "QUOTA_EXCEEDED", facts: { least: 5, count: 4 } });
  expect(whyNotQuota(heads, 9, 0)).toBeUndefined();
  expect(whyNotQuota(heads, 9, 1)).toMatchObject({ facts: { most: 0, count: 1 } });
});

test("every title has a level, and collectives are told from persons", () => {
  expect(AWARD_TITLES.every((title) => awardLevelOf(title))).toBe(true);
  expect(isCollectiveTitle("NATIONAL_WORKERS_PIONEER")).toBe(true);
  expect(isCollectiveTitle("NATIONAL_MODEL_WORKER")).toBe(false);
  expect(awardLevelOf("PROVINCIAL_MAY_DAY_MEDAL")).toBe("PROVINCIAL_FEDERATION");
});
