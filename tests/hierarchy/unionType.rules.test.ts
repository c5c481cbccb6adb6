import { expect, test } from "@jest/globals";
import {
  divisionLevelOf,
  divisionTypeOf,
  levelNumberOf,
  levelOf,
  officialDivisionCode,
  townshipFormOf,
  UNION_LEVELS,
  UNION_TYPES,
} from "../../schema/hierarchy/unionType.rules.js";

test("every type of union has a level, and every level a type", () => {
  expect(new Set(UNION_TYPES.map(levelOf))).toEqual(new Set(UNION_LEVELS));
});

test("level numbers fall into the order of the tree", () => {
  const numbers = UNION_TYPES.map(levelNumberOf);
  expect(numbers).toEqual([...numbers].sort((first, second) => first - second));
  expect(levelNumberOf("MUNICIPAL_FEDERATION")).toBe(30);
  expect(levelNumberOf("GROUP")).toBe(90);
});

test("R14: the township form follows from the type and only townships have one", () => {
  expect(townshipFormOf("TOWNSHIP_FEDERATION")).toBe("FEDERATION");
  expect(townshipFormOf("TOWNSHIP_COMMITTEE")).toBe("COMMITTEE");
  expect(townshipFormOf("TOWNSHIP_WORK_COMMITTEE")).toBe("WORK_COMMITTEE");
  expect(UNION_TYPES.filter((type) => levelOf(type) !== "TOWNSHIP").map(townshipFormOf)).toEqual(
    Array(11).fill(undefined),
  );
});

test.each([
  ["33", "浙江省", "PROVINCE", "PROVINCE"],
  ["330000", "浙江省", "PROVINCE", "PROVINCE"],
  ["3306", "绍兴市", "CITY", "PREFECTURE_CITY"],
  ["330600", "绍兴市", "CITY", "PREFECTURE_CITY"],
  ["330602", "越城区", "COUNTY", "DISTRICT"],
  ["330621", "绍兴县", "COUNTY", "COUNTY"],
  ["330681", "诸暨市", "COUNTY", "COUNTY_CITY"],
  ["330602001", "塔山街道", "TOWNSHIP", "SUBDISTRICT"],
  ["330603106", "平水镇", "TOWNSHIP", "TOWN"],
  ["330604202", "岭南乡", "TOWNSHIP", "TOWNSHIP"],
  ["330602001004", "某社区", "VILLAGE", "COMMUNITY"],
  ["330602001204", "某村", "VILLAGE", "VILLAGE"],
  ["330624001401", "林场管理区", "VILLAGE", "SPECIAL_AREA"],
])("the code %s of %s tells level %s and kind %s", (code, name, level, type) => {
  expect(divisionLevelOf(code)).toBe(level);
  expect(divisionTypeOf(code, name)).toBe(type);
});

test("a code of no known length has no level", () => {
  expect(divisionLevelOf("33060")).toBeUndefined();
  expect(divisionLevelOf("33060A")).toBeUndefined();
  expect(officialDivisionCode("3306")).toBe("330600");
  expect(officialDivisionCode("33")).toBe("330000");
});
