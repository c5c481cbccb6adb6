import { expect, test } from "@jest/globals";
import {
  EMPLOYER_CATEGORIES,
  EMPLOYER_CATEGORY_CODES,
  INDUSTRY_SECTIONS,
  industryCodeOf,
  nonPublicByDefault,
  ruleGroupOf,
} from "../../schema/employers/employer.rules.js";

const codesWhere = (test: (category: (typeof EMPLOYER_CATEGORIES)[number]) => boolean) =>
  EMPLOYER_CATEGORIES.filter(test).map((category) => EMPLOYER_CATEGORY_CODES[category]);

test("codes 110 to 300 and 600 are enterprises, 400 institutions, 500 organs, 700 social organizations", () => {
  expect(codesWhere((one) => ruleGroupOf(one) === "PUBLIC_INSTITUTION")).toEqual(["400"]);
  expect(codesWhere((one) => ruleGroupOf(one) === "STATE_ORGAN")).toEqual(["500"]);
  expect(codesWhere((one) => ruleGroupOf(one) === "SOCIAL_ORGANIZATION")).toEqual(["700"]);
  expect(codesWhere((one) => ruleGroupOf(one) === "ENTERPRISE")).toHaveLength(13);
});

test("非公有制 is assumed for 170 190 200 300 600 700 and must be answered for the mixed codes", () => {
  expect(codesWhere((one) => nonPublicByDefault(one) === true)).toEqual(["170", "190", "200", "300", "600", "700"]);
  expect(codesWhere((one) => nonPublicByDefault(one) === undefined)).toEqual(["130", "140", "159", "169"]);
  expect(codesWhere((one) => nonPublicByDefault(one) === false)).toEqual(["110", "120", "151", "161", "400", "500"]);
});

test("GB/T 4754 has 20 sections, from 01 农、林、牧、渔业 to 20 国际组织", () => {
  expect(INDUSTRY_SECTIONS).toHaveLength(20);
  expect(industryCodeOf("AGRICULTURE")).toBe("01");
  expect(industryCodeOf("INTERNATIONAL_ORGANIZATIONS")).toBe("20");
});
