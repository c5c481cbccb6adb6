import type { DivisionLevel, DivisionType } from "../../schema/hierarchy/division.rules.js";
import type { LocalDate } from "../../schema/shared/period.rules.js";

interface Stretch {
  from: LocalDate;
  to?: LocalDate;
}
export interface Naming extends Stretch {
  code: string;
  name: string;
  type: DivisionType;
  /** The value is that of a later list, because the earlier one is not known. */
  backfilled?: true;
  deed?: string;
}
export interface Standing extends Stretch {
  /** Key of the division above. */
  under: string;
  deed?: string;
}
export interface HistoricDivision {
  /** Code of 2023, or the last one the division had. */
  key: string;
  level: DivisionLevel;
  names: Naming[];
  parents: Standing[];
}
export interface Succession {
  from: string;
  to: string;
  on: LocalDate;
  whole: boolean;
  deed: string;
}

/** Where a beginning is not known: the founding of the republic. */
const LONG_AGO = "1949-10-01";
export const PREFECTURE_CITY_FROM = "1983-07-27";
export const DISTRICTS_FROM = "2013-10-18";
const DEED_1983 = "（83）国函字145号";
export const DEED_2013 = "国函〔2013〕112号";

/** A county that kept its identity while its name, rank and code changed. */
function county(
  key: string,
  names: [code: string, name: string, type: DivisionType, from: LocalDate, deed?: string][],
): HistoricDivision {
  const before: Standing = { under: "332300", from: LONG_AGO, to: PREFECTURE_CITY_FROM };
  const after: Standing = { under: "330600", from: PREFECTURE_CITY_FROM, deed: DEED_1983 };
  return {
    key,
    level: "COUNTY",
    names: names.map(([code, name, type, from, deed], place) => ({
      code,
      name,
      type,
      from,
      to: names[place + 1]?.[3],
      deed,
      ...(from === LONG_AGO && { backfilled: true }),
    })) as Naming[],
    parents: names[0]?.[3] === LONG_AGO ? [before, after] : [after],
  };
}

/** Province, city and counties with every code they had; the domain notes on Shaoxing, section 1. */
export const UPPER_DIVISIONS: HistoricDivision[] = [
  {
    key: "330000",
    level: "PROVINCE",
    names: [{ code: "330000", name: "浙江省", type: "PROVINCE", from: LONG_AGO, backfilled: true }],
    parents: [],
  },
  {
    key: "332300",
    level: "CITY",
    names: [
      {
        code: "332300",
        name: "绍兴地区",
        type: "PREFECTURE",
        from: LONG_AGO,
        to: PREFECTURE_CITY_FROM,
        backfilled: true,
        deed: DEED_1983,
      },
    ],
    parents: [{ under: "330000", from: LONG_AGO, to: PREFECTURE_CITY_FROM }],
  },
  {
    key: "330600",
    level: "CITY",
    names: [{ code: "330600", name: "绍兴市", type: "PREFECTURE_CITY", from: PREFECTURE_CITY_FROM, deed: DEED_1983 }],
    parents: [{ under: "330000", from: PREFECTURE_CITY_FROM, deed: DEED_1983 }],
  },
  {
    key: "332301",
    level: "COUNTY",
    names: [
      {
        code: "332301",
        name: "绍兴市",
        type: "COUNTY_CITY",
        from: LONG_AGO,
        to: PREFECTURE_CITY_FROM,
        backfilled: true,
        deed: DEED_1983,
      },
    ],
    parents: [{ under: "332300", from: LONG_AGO, to: PREFECTURE_CITY_FROM }],
  },
  county("330602", [["330602", "越城区", "DISTRICT", PREFECTURE_CITY_FROM, DEED_1983]]),
  {
    key: "330621",
    level: "COUNTY",
    names: [
      {
        code: "330621",
        name: "绍兴县",
        type: "COUNTY",
        from: PREFECTURE_CITY_FROM,
        to: DISTRICTS_FROM,
        deed: DEED_1983,
      },
    ],
    parents: [{ under: "330600", from: PREFECTURE_CITY_FROM, to: DISTRICTS_FROM, deed: DEED_1983 }],
  },
  {
    key: "330603",
    level: "COUNTY",
    names: [{ code: "330603", name: "柯桥区", type: "DISTRICT", from: DISTRICTS_FROM, deed: DEED_2013 }],
    parents: [{ under: "330600", from: DISTRICTS_FROM, deed: DEED_2013 }],
  },
  {
    key: "330682",
    level: "COUNTY",
    names: [
      { code: "332321", name: "上虞县", type: "COUNTY", from: LONG_AGO, to: PREFECTURE_CITY_FROM, backfilled: true },
      { code: "330622", name: "上虞县", type: "COUNTY", from: PREFECTURE_CITY_FROM, to: "1992-08-24", deed: DEED_1983 },
      {
        code: "330682",
        name: "上虞市",
        type: "COUNTY_CITY",
        from: "1992-08-24",
        to: DISTRICTS_FROM,
        deed: "民行批〔1992〕94号",
      },
    ],
    parents: [
      { under: "332300", from: LONG_AGO, to: PREFECTURE_CITY_FROM },
      { under: "330600", from: PREFECTURE_CITY_FROM, to: DISTRICTS_FROM, deed: DEED_1983 },
    ],
  },
  {
    key: "330604",
    level: "COUNTY",
    names: [{ code: "330604", name: "上虞区", type: "DISTRICT", from: DISTRICTS_FROM, deed: DEED_2013 }],
    parents: [{ under: "330600", from: DISTRICTS_FROM, deed: DEED_2013 }],
  },
  county("330624", [
    ["332323", "新昌县", "COUNTY", LONG_AGO],
    ["330624", "新昌县", "COUNTY", PREFECTURE_CITY_FROM, DEED_1983],
  ]),
  {
    ...county("330681", [
      ["332324", "诸暨县", "COUNTY", LONG_AGO],
      ["330625", "诸暨县", "COUNTY", PREFECTURE_CITY_FROM, DEED_1983],
      ["339011", "诸暨市", "COUNTY_CITY", "1989-09-27", "民批（1989）14号"],
      ["330681", "诸暨市", "COUNTY_CITY", "1990-01-01", "1990年行政区划代码表，具体日期不详"],
    ]),
    parents: [
      { under: "332300", from: LONG_AGO, to: PREFECTURE_CITY_FROM },
      { under: "330600", from: PREFECTURE_CITY_FROM, to: "1989-09-27", deed: DEED_1983 },
      { under: "330000", from: "1989-09-27", to: "1990-01-01", deed: "民批（1989）14号" },
      { under: "330600", from: "1990-01-01" },
    ],
  },
  county("330683", [
    ["332322", "嵊县", "COUNTY", LONG_AGO],
    ["330623", "嵊县", "COUNTY", PREFECTURE_CITY_FROM, DEED_1983],
    ["330683", "嵊州市", "COUNTY_CITY", "1995-08-30", "民行批〔1995〕58号"],
  ]),
];

export const SUCCESSIONS: Succession[] = [
  { from: "332300", to: "330600", on: PREFECTURE_CITY_FROM, whole: true, deed: DEED_1983 },
  { from: "332301", to: "330602", on: PREFECTURE_CITY_FROM, whole: false, deed: DEED_1983 },
  { from: "332301", to: "330621", on: PREFECTURE_CITY_FROM, whole: false, deed: DEED_1983 },
  { from: "330621", to: "330603", on: DISTRICTS_FROM, whole: false, deed: DEED_2013 },
  { from: "330621", to: "330602", on: DISTRICTS_FROM, whole: false, deed: DEED_2013 },
  { from: "330682", to: "330604", on: DISTRICTS_FROM, whole: true, deed: DEED_2013 },
];
