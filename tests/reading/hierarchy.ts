type Version = [code: string, name: string, type: string, from: string, to: string | null];
type Parent = [parent: number, from: string, to: string | null];
interface Dated {
  id: number;
  versions: Version[];
  parents: Parent[];
}

/** Divisions whose names, codes and parents change over time. */
export const DIVISIONS: (Dated & { level: string })[] = [
  { id: 1, level: "PROVINCE", versions: [["330000", "浙江省", "PROVINCE", "1949-10-01", null]], parents: [] },
  {
    id: 2,
    level: "CITY",
    versions: [["330600", "绍兴市", "PREFECTURE_CITY", "1983-07-27", null]],
    parents: [[1, "1983-07-27", null]],
  },
  {
    id: 3,
    level: "COUNTY",
    versions: [["330602", "越城区", "DISTRICT", "1983-07-27", null]],
    parents: [[2, "1983-07-27", null]],
  },
  {
    id: 4,
    level: "COUNTY",
    versions: [
      ["330621", "绍兴县", "COUNTY", "1983-07-27", "2013-10-18"],
      ["330603", "柯桥区", "DISTRICT", "2013-10-18", null],
    ],
    parents: [[2, "1983-07-27", null]],
  },
  {
    id: 5,
    level: "COUNTY",
    versions: [
      ["330682", "上虞市", "COUNTY_CITY", "1992-10-18", "2013-10-18"],
      ["330604", '上虞"区"', "DISTRICT", "2013-10-18", null],
    ],
    parents: [[2, "1992-10-18", null]],
  },
  {
    id: 6,
    level: "TOWNSHIP",
    versions: [["330602001", "塔山街道", "SUBDISTRICT", "1990-01-01", null]],
    parents: [[3, "1990-01-01", null]],
  },
  {
    id: 7,
    level: "TOWNSHIP",
    versions: [
      ["330621105", "孙端镇", "TOWN", "1990-01-01", "2013-10-18"],
      ["330602105", "孙端镇", "TOWN", "2013-10-18", null],
    ],
    parents: [
      [4, "1990-01-01", "2013-10-18"],
      [3, "2013-10-18", null],
    ],
  },
  {
    id: 8,
    level: "TOWNSHIP",
    versions: [["330621106", "陶堰镇", "TOWN", "1990-01-01", "2024-02-29"]],
    parents: [[4, "1990-01-01", "2024-02-29"]],
  },
  {
    id: 9,
    level: "TOWNSHIP",
    versions: [["330603001", "柯桥街道", "SUBDISTRICT", "2013-10-18", null]],
    parents: [[4, "2013-10-18", null]],
  },
  {
    id: 10,
    level: "VILLAGE",
    versions: [["330602001004", "𠮷村", "VILLAGE", "2001-01-01", null]],
    parents: [[6, "2001-01-01", null]],
  },
  {
    id: 11,
    level: "VILLAGE",
    versions: [["330602001005", "planned", "VILLAGE", "2031-01-01", null]],
    parents: [[6, "2031-01-01", null]],
  },
  {
    id: 12,
    level: "VILLAGE",
    versions: [["330602001006", "甲", "VILLAGE", "2001-01-01", null]],
    parents: [[6, "2001-01-01", null]],
  },
];

const lasting = (
  id: number,
  code: string,
  name: string,
  type: string,
  parent?: number,
  from = "1984-01-01",
): Dated => ({
  id,
  versions: [[code, name, type, from, null]],
  parents: parent ? [[parent, from, null]] : [],
});

const grassroots = (first: number, count: number, code: string, parent: number): Dated[] =>
  Array.from({ length: count }, (_, at) =>
    lasting(
      first + at,
      `${code}-${String(at + 1).padStart(4, "0")}`,
      ["甲公司工会", '乙"公司\\工会', "甲公司工会", "😀联合工会", "（绍兴）_%工会"][at % 5] as string,
      at % 3 ? "GRASSROOTS_INDEPENDENT" : "GRASSROOTS_JOINT",
      parent,
      at % 2 && parent !== 14 ? "2005-01-01" : "2014-06-30",
    ),
  );

/** Two trees; 10 and 105 are prefix siblings; renamed, moved, dissolved and planned unions. */
export const UNIONS: Dated[] = [
  lasting(1, "330600", "绍兴市总工会", "MUNICIPAL_FEDERATION", undefined, "1950-01-01"),
  lasting(2, "330602", "越城区总工会", "COUNTY_FEDERATION", 1),
  {
    id: 10,
    versions: [
      ["330621", "绍兴县总工会", "COUNTY_FEDERATION", "1984-01-01", "2013-10-18"],
      ["330603", "柯桥区总工会", "COUNTY_FEDERATION", "2013-10-18", null],
    ],
    parents: [[1, "1984-01-01", null]],
  },
  lasting(105, "330604", "上虞区总工会", "COUNTY_FEDERATION", 1),
  lasting(12, "330602001", "塔山街道总工会", "TOWNSHIP_FEDERATION", 2, "1990-01-01"),
  {
    id: 13,
    versions: [
      ["330621105", "孙端镇工会委员会", "TOWNSHIP_COMMITTEE", "1990-01-01", "2013-10-18"],
      ["330602105", "孙端镇工会委员会", "TOWNSHIP_COMMITTEE", "2013-10-18", "2020-02-29"],
      ["330602105", "孙端街道工会工作委员会", "TOWNSHIP_WORK_COMMITTEE", "2020-02-29", null],
    ],
    parents: [
      [10, "1990-01-01", "2013-10-18"],
      [2, "2013-10-18", null],
    ],
  },
  lasting(14, "330603001", "柯桥街道总工会", "TOWNSHIP_FEDERATION", 10, "2013-10-18"),
  lasting(120, "330604001", "曹娥街道总工会", "TOWNSHIP_FEDERATION", 105, "1990-01-01"),
  lasting(121, "330604002", "百官园区工会", "PARK_UNION", 105, "1990-01-01"),
  lasting(20, "330602001-0100", "塔山街道区域性工会联合会", "REGIONAL_FEDERATION", 12, "2010-01-01"),
  lasting(21, "330600-0001", "绍兴市纺织行业工会联合会", "INDUSTRY_FEDERATION", 1, "2010-01-01"),
  lasting(22, "330602001004", "𠮷村工会", "VILLAGE_UNION", 12, "2002-02-02"),
  ...grassroots(30, 8, "330602001", 12),
  ...grassroots(40, 5, "330602105", 13),
  ...grassroots(50, 5, "330603001", 14),
  ...grassroots(60, 6, "330604001", 120),
  lasting(66, "330602001-0901", "分会", "BRANCH", 30, "2014-06-30"),
  lasting(67, "330602001-0902", "小组", "GROUP", 66, "2014-06-30"),
  {
    id: 70,
    versions: [["330602001-0070", "已撤销工会", "GRASSROOTS_INDEPENDENT", "2000-01-01", "2024-02-29"]],
    parents: [[12, "2000-01-01", "2024-02-29"]],
  },
  {
    id: 71,
    versions: [["330604001-0071", "迁移工会", "GRASSROOTS_INDEPENDENT", "2000-01-01", null]],
    parents: [
      [12, "2000-01-01", "2024-02-29"],
      [120, "2024-02-29", null],
    ],
  },
  {
    id: 73,
    versions: [
      ["330602001-0073", "将迁工会", "GRASSROOTS_JOINT", "2000-01-01", "2031-01-01"],
      ["330602001-0073", "已迁工会", "GRASSROOTS_INDEPENDENT", "2031-01-01", null],
    ],
    parents: [
      [12, "2000-01-01", "2031-01-01"],
      [14, "2031-01-01", null],
    ],
  },
  {
    id: 74,
    versions: [["330602001-0074", "待建工会", "GRASSROOTS_JOINT", "2031-01-01", null]],
    parents: [[12, "2031-01-01", null]],
  },
  {
    id: 75,
    versions: [["330603001-0070", "继用代码", "GRASSROOTS_JOINT", "2024-02-29", null]],
    parents: [[14, "2024-02-29", null]],
  },
  lasting(900, "990600", "另一系统工会", "MUNICIPAL_FEDERATION", undefined, "1980-01-01"),
  lasting(901, "990602", "另一系统下级", "COUNTY_FEDERATION", 900),
];
