import type { EmployerCategory, IndustrySection } from "../../schema/employers/employer.rules.js";
import { type City, chanceFor, type Employer, type Township, type Union } from "./city.js";

interface Line {
  words: string;
  industry: IndustrySection;
  category: EmployerCategory;
  units: readonly string[];
  employees: readonly [number, number];
}

/** Industrial (bureau) unions of the city, each with units that belong to it. */
const CITY_LINES: readonly Line[] = [
  {
    words: "教育工会",
    industry: "EDUCATION",
    category: "PUBLIC_INSTITUTION",
    employees: [32, 84],
    units: [
      "第一职业学校",
      "第二职业学校",
      "实验学校",
      "外国语学校",
      "特殊教育学校",
      "教育考试院",
      "少年宫",
      "教师发展中心",
    ],
  },
  {
    words: "卫生健康工会",
    industry: "HEALTH_SOCIAL_WORK",
    category: "PUBLIC_INSTITUTION",
    employees: [48, 150],
    units: ["中心医院", "口腔医院", "妇幼保健中心", "疾病预防控制中心", "中心血站", "急救中心", "康复医院"],
  },
  {
    words: "交通运输工会",
    industry: "TRANSPORT_STORAGE_POST",
    category: "WHOLLY_STATE_OWNED_COMPANY",
    employees: [26, 90],
    units: ["公共交通集团有限公司", "长途汽车运输有限公司", "港航管理中心", "公路养护有限公司", "轨道交通运营有限公司"],
  },
  {
    words: "城乡建设工会",
    industry: "CONSTRUCTION",
    category: "WHOLLY_STATE_OWNED_COMPANY",
    employees: [24, 90],
    units: ["城市建设投资有限公司", "建筑设计院有限公司", "市政养护有限公司", "园林管理中心", "水务集团有限公司"],
  },
  {
    words: "金融工会",
    industry: "FINANCE",
    category: "STATE_HOLDING_STOCK_COMPANY",
    employees: [20, 70],
    units: ["城市商业银行营业部", "农业信贷担保有限公司", "融资担保集团有限公司", "保险行业服务中心"],
  },
  {
    words: "市级机关工会",
    industry: "PUBLIC_ADMINISTRATION",
    category: "STATE_ORGAN",
    employees: [18, 52],
    units: [
      "财政局",
      "人力资源和社会保障局",
      "民政局",
      "自然资源和规划局",
      "农业农村局",
      "商务局",
      "文化广电旅游局",
      "应急管理局",
      "市场监督管理局",
      "统计局",
    ],
  },
];
const COUNTY_LINES: readonly Line[] = [
  {
    words: "教育工会",
    industry: "EDUCATION",
    category: "PUBLIC_INSTITUTION",
    employees: [24, 60],
    units: ["职业教育中心", "实验小学", "实验中学", "成人教育中心"],
  },
  {
    words: "卫生健康工会",
    industry: "HEALTH_SOCIAL_WORK",
    category: "PUBLIC_INSTITUTION",
    employees: [30, 90],
    units: ["人民医院", "中医医院", "疾病预防控制中心"],
  },
  {
    words: "机关工会",
    industry: "PUBLIC_ADMINISTRATION",
    category: "STATE_ORGAN",
    employees: [14, 40],
    units: ["财政局", "人力资源和社会保障局", "民政局", "住房和城乡建设局", "农业农村局", "应急管理局"],
  },
];
/** Functional zones with a union of their own; a firm of a zone may stand under it instead of under its township. */
const PARKS: readonly { name: string; county: string; from: string }[] = [
  { name: "绍兴滨海新区", county: "330600", from: "2010-10-20" },
  { name: "柯桥经济技术开发区", county: "330603", from: "1994-06-16" },
  { name: "杭州湾上虞经济技术开发区", county: "330604", from: "1999-05-12" },
  { name: "诸暨经济开发区", county: "330681", from: "1995-04-18" },
  { name: "嵊州经济开发区", county: "330683", from: "1996-09-10" },
  { name: "新昌高新技术产业园区", county: "330624", from: "2000-03-22" },
];

/** The code a union had on a day. */
export function codeOn(union: Union, day: string): string {
  const version = union.versions.find(({ from, to }) => from <= day && (to === undefined || day < to));
  return (version ?? union.versions[0])?.code as string;
}

/** Industrial unions, unions of functional zones, and the grassroots unions of city and county units. Returns the zones by county. */
export function foundUpperUnions(city: City): Map<string, Union> {
  const municipal = city.municipal;
  const seat = city.townships.filter(({ countyKey }) => countyKey === "330602").slice(0, 6);
  for (const line of CITY_LINES) foundLine(city, municipal, "绍兴市", line, seat);
  foundOffice(city, municipal, "绍兴市", seat);
  const parks = new Map<string, Union>();
  for (const key of ["330602", "330603", "330604", "330624", "330681", "330683"]) {
    const county = city.counties.get(key) as Union;
    const name = city.division(key).name;
    const townships = city.townships.filter((one) => one.countyKey === key).slice(0, 3);
    for (const line of COUNTY_LINES) foundLine(city, county, name, line, townships);
    foundOffice(city, county, name, townships);
  }
  for (const { name, county, from } of PARKS) {
    const parent = county === "330600" ? municipal : (city.counties.get(county) as Union);
    parks.set(
      county === "330600" ? "330602" : county,
      city.found({
        type: "PARK_UNION",
        words: [name, "工会委员会"],
        parent,
        establishedOn: from,
        territory: city.division(county).id,
        code: city.nextCode(codeOn(parent, from)),
      }),
    );
  }
  return parks;
}

function foundLine(city: City, leading: Union, place: string, line: Line, seats: Township[]): void {
  const chance = chanceFor(`line ${place}${line.words}`);
  const establishedOn = chance.day("1984-03-01", "1992-12-30");
  const union = city.found({
    type: "INDUSTRY_UNION",
    words: [line.words.startsWith("市级") ? "绍兴" : place, line.words, "委员会"],
    parent: leading,
    establishedOn,
    territory: leading.territory,
    code: city.nextCode(codeOn(leading, establishedOn)),
  });
  nameAfter(leading, union);
  for (const unit of line.units) {
    const isCompany = unit.endsWith("有限公司");
    const category = isCompany || line.category !== "WHOLLY_STATE_OWNED_COMPANY" ? line.category : "PUBLIC_INSTITUTION";
    const employer = addEmployer(city, chance.pick(seats), {
      words: [place, unit],
      category,
      industry: line.industry,
      employees: chance.whole(...line.employees),
      openedOn: chance.day("1984-01-01", "2006-12-31"),
    });
    foundGrassroots(city, union, leading, employer, chance.day("1993-01-01", "2009-12-31"));
  }
}

/** The federation's own office has a grassroots union too: its officers are members there. */
function foundOffice(city: City, federation: Union, place: string, seats: Township[]): void {
  const employer = addEmployer(city, seats[0] as Township, {
    words: [place, "总工会机关"],
    category: "STATE_ORGAN",
    industry: "PUBLIC_ADMINISTRATION",
    employees: place === "绍兴市" ? 46 : 26,
    openedOn: "1984-01-01",
  });
  foundGrassroots(city, federation, federation, employer, "1988-05-01");
}

type NewEmployer = Pick<Employer, "words" | "category" | "industry" | "employees" | "openedOn">;

function addEmployer(city: City, township: Township, unit: NewEmployer): Employer {
  const employer: Employer = {
    ...unit,
    id: city.employers.length + 1,
    nonPublic: false,
    keySectors: [],
    territory: township.division.id,
    township,
    trade: "公共服务",
  };
  city.employers.push(employer);
  return employer;
}

function foundGrassroots(city: City, parent: Union, leading: Union, employer: Employer, establishedOn: string): void {
  const from = employer.openedOn && establishedOn < employer.openedOn ? employer.openedOn : establishedOn;
  const union = city.found({
    type: "GRASSROOTS_INDEPENDENT",
    words: [...employer.words, "工会委员会"],
    parent,
    establishedOn: from,
    territory: employer.territory,
    code: city.nextCode(codeOn(leading, from)),
  });
  nameAfter(leading, union);
  union.employers.push(employer);
  employer.union = union;
}

/** A union named after its county bore the county's earlier names: what is 柯桥区教育工会委员会 now was 绍兴县教育工会委员会 until 2013. Its code stays. */
function nameAfter(county: Union, union: Union): void {
  const [place, ...rest] = union.words;
  const names = county.versions.filter(({ to }) => to === undefined || to > union.establishedOn);
  if (county.type !== "COUNTY_FEDERATION" || names.at(-1)?.words[0] !== place) return;
  const versions: Union["versions"] = [];
  for (const { words, from, to, reason } of names) {
    const last = versions.at(-1);
    if (last && last.words[0] === words[0]) last.to = to;
    else
      versions.push({
        code: union.code,
        words: [words[0] as string, ...rest],
        type: union.type,
        from: last ? from : union.establishedOn,
        to,
        ...(last && reason && { reason }),
      });
  }
  union.versions = versions;
}
