import { expect, test } from "@jest/globals";
import {
  allowedSubordinates,
  allowedSuperiors,
  whyNotAffiliate,
  whyNotAnotherSuperior,
} from "../../schema/hierarchy/affiliation.rules.js";
import { UNION_TYPES } from "../../schema/hierarchy/unionType.rules.js";
import { refusalText } from "../../schema/shared/refusalTexts.rules.js";

const superior = {
  id: 7,
  name: "越城区总工会",
  type: "COUNTY_FEDERATION",
  lineage: [1, 7],
  inForce: { validFrom: "1983-07-27" },
} as const;
const township = {
  union: { id: 52, type: "TOWNSHIP_FEDERATION" },
  superior,
  period: { validFrom: "2020-01-01" },
} as const;

test("a township union stands under its county", () => {
  expect(whyNotAffiliate(township)).toBeUndefined();
});

test("a union cannot stand under itself or under a union below it", () => {
  const itself = { ...township, superior: { ...superior, id: 52, lineage: [1, 7, 52] } };
  const below = { ...township, superior: { ...superior, id: 99, lineage: [1, 7, 52, 99] } };
  expect(whyNotAffiliate(itself)?.code).toBe("HIERARCHY_CYCLE");
  expect(whyNotAffiliate(below)?.code).toBe("HIERARCHY_CYCLE");
});

test("a superior is in force on every day of the interval", () => {
  const inForce = { validFrom: "2013-10-18", validTo: "2021-01-01" };
  const ended = { ...township, superior: { ...superior, inForce } };
  expect(whyNotAffiliate(ended)?.code).toBe("SUPERIOR_NOT_IN_FORCE");
  expect(whyNotAffiliate({ ...ended, period: { validFrom: "2014-01-01", validTo: "2021-01-01" } })).toBeUndefined();
  expect(whyNotAffiliate({ ...ended, period: { validFrom: "2014-01-01", validTo: "2021-01-02" } })).toBeDefined();
  expect(whyNotAffiliate({ ...ended, period: { validFrom: "2013-10-17", validTo: "2021-01-01" } })).toBeDefined();
});

test("a union of a type that may not lead is refused with the types that may", () => {
  const wrong = { ...township, union: { id: 3, type: "BRANCH" } } as const;
  const why = whyNotAffiliate(wrong, ["superiorId"]);
  expect(why).toMatchObject({ code: "OUT_OF_RANGE", path: ["superiorId"] });
  expect(why && refusalText(why, "zh")).toBe(
    "分会不能隶属于县（市、区）总工会，可选的上级类型：单独基层工会、联合基层工会。",
  );
});

test("city, county, township, village, grassroots, branch, group: each tier stands under one above it", () => {
  expect(allowedSuperiors("MUNICIPAL_FEDERATION")).toEqual([]);
  expect(allowedSuperiors("COUNTY_FEDERATION")).toEqual(["MUNICIPAL_FEDERATION"]);
  expect(allowedSuperiors("TOWNSHIP_WORK_COMMITTEE")).toEqual(["COUNTY_FEDERATION"]);
  expect(allowedSuperiors("VILLAGE_UNION")).toContain("TOWNSHIP_COMMITTEE");
  expect(allowedSuperiors("GROUP")).toEqual(["GRASSROOTS_INDEPENDENT", "GRASSROOTS_JOINT", "BRANCH"]);
  expect(allowedSubordinates("GROUP")).toEqual([]);
  expect(allowedSubordinates("REGIONAL_FEDERATION")).toEqual(["GRASSROOTS_INDEPENDENT", "GRASSROOTS_JOINT"]);
  for (const type of UNION_TYPES) expect(allowedSuperiors(type)).not.toContain("GROUP");
});

test("a union has one superior on a day, and the clashing edge is named", () => {
  const others = [{ superiorName: "上虞区总工会", validFrom: "2013-10-18", validTo: "2021-02-21" }];
  expect(whyNotAnotherSuperior({ validFrom: "2021-02-21" }, others)).toBeUndefined();
  expect(whyNotAnotherSuperior({ validFrom: "2021-02-20" }, others)).toMatchObject({
    code: "EDGE_OVERLAP",
    facts: { superior: "上虞区总工会" },
  });
});
