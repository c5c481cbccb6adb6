import type { EmployerCategory, IndustrySection } from "../../schema/employers/employer.rules.js";

export interface Trade {
  industry: IndustrySection;
  /** What stands between the firm's own name and its legal form. */
  words: readonly string[];
  /** How large its firms tend to be: 0 small, 2 large. */
  size: 0 | 1 | 2;
  /** Forms of a self-employed business, when the trade has such. */
  stalls?: readonly string[];
}

const made = (size: 0 | 1 | 2, ...words: string[]): Trade => ({ industry: "MANUFACTURING", words, size });

/** Trades of Shaoxing. */
export const TRADES = {
  TEXTILE: made(1, "纺织", "织造", "针纺织品", "布业", "纺织品"),
  TEXTILE_TRADE: {
    industry: "WHOLESALE_RETAIL",
    words: ["纺织品", "面料", "轻纺贸易", "进出口", "家纺"],
    size: 0,
    stalls: ["布行", "窗帘店", "面料经营部"],
  },
  DYEING: made(2, "印染", "染整", "印花", "印染助剂"),
  CHEMICAL_FIBRE: made(2, "化纤", "合成纤维", "化学纤维"),
  HOSIERY: {
    industry: "MANUFACTURING",
    words: ["袜业", "针织", "袜机", "包覆纱"],
    size: 0,
    stalls: ["袜厂", "针织厂", "缝头加工厂"],
  },
  PEARL: {
    industry: "MANUFACTURING",
    words: ["珍珠", "珍珠首饰", "珠宝", "珍珠养殖"],
    size: 0,
    stalls: ["珍珠行", "珠宝商行"],
  },
  HARDWARE: made(1, "五金", "管业", "阀门", "水暖", "铜加工"),
  COPPER: made(2, "铜业", "铜管", "金属材料"),
  NECKTIE: made(1, "领带", "服饰", "丝织", "领带织造"),
  GARMENT: made(1, "服饰", "制衣", "衬衫", "服装"),
  KITCHEN: made(1, "厨具", "电器", "集成灶", "厨房电器"),
  BEARING: made(1, "轴承", "精密轴承", "轴承套圈"),
  REFRIGERATION: made(1, "制冷设备", "制冷配件", "冷链设备"),
  TEXTILE_MACHINE: made(1, "纺织机械", "纺机配件"),
  MACHINERY: made(1, "机械", "机电", "汽车零部件", "精密机械", "风机", "模具"),
  ELECTRONICS: made(2, "电子", "半导体", "光电", "电子材料"),
  CHEMICALS: made(2, "化工", "新材料", "染料", "精细化工"),
  PHARMACEUTICALS: made(2, "制药", "生物科技", "医药"),
  RICE_WINE: made(1, "黄酒", "酒业", "酿酒"),
  UMBRELLA: made(0, "伞业", "伞件", "户外用品"),
  FURNITURE: made(0, "家具", "木业", "红木家具"),
  FOOD: made(0, "食品", "酱园", "调味品", "糕点"),
  CONSTRUCTION: { industry: "CONSTRUCTION", words: ["建设", "建筑工程", "装饰工程", "市政工程", "园林"], size: 1 },
  SOFTWARE: { industry: "INFORMATION_TECHNOLOGY", words: ["信息科技", "网络科技", "软件", "数字科技"], size: 0 },
  FINANCE: { industry: "FINANCE", words: ["融资担保", "小额贷款", "资产管理", "保险代理"], size: 0 },
  BUSINESS_SERVICE: {
    industry: "LEASING_BUSINESS",
    words: ["企业管理咨询", "人力资源", "广告", "会展服务", "物业管理"],
    size: 0,
  },
  RETAIL: {
    industry: "WHOLESALE_RETAIL",
    words: ["商贸", "百货", "超市", "建材", "贸易"],
    size: 0,
    stalls: ["便利店", "经营部", "服装店", "药店", "五金店"],
  },
  CATERING: {
    industry: "ACCOMMODATION_CATERING",
    words: ["餐饮管理", "酒店管理", "大酒店"],
    size: 0,
    stalls: ["餐饮店", "面馆", "酒楼", "客栈"],
  },
  CULTURE_TOURISM: {
    industry: "CULTURE_SPORT_ENTERTAINMENT",
    words: ["文化旅游", "文化创意", "旅行社", "文化传播"],
    size: 0,
    stalls: ["工艺品店", "书画社"],
  },
  LOGISTICS: { industry: "TRANSPORT_STORAGE_POST", words: ["物流", "货运", "供应链", "快递"], size: 0 },
  REAL_ESTATE: { industry: "REAL_ESTATE", words: ["置业", "房地产", "房产经纪"], size: 0 },
  AGRICULTURE: {
    industry: "AGRICULTURE",
    words: ["农业开发", "生态农业", "茶业", "水产养殖"],
    size: 0,
    stalls: ["家庭农场", "茶场"],
  },
  FLOWERS: { industry: "AGRICULTURE", words: ["花木", "兰花", "园艺", "苗木"], size: 0, stalls: ["花木场"] },
  FRUIT: { industry: "AGRICULTURE", words: ["果业", "葡萄种植", "农产品"], size: 0, stalls: ["家庭农场"] },
  TORREYA: { industry: "AGRICULTURE", words: ["香榧", "农产品", "林业"], size: 0, stalls: ["香榧加工厂"] },
  WATER_POWER: { industry: "UTILITIES", words: ["供水", "燃气", "热电", "水电"], size: 1 },
} as const satisfies Record<string, Trade>;
export type TradeName = keyof typeof TRADES;

export const URBAN_TRADES: readonly (readonly [TradeName, number])[] = [
  ["RETAIL", 20],
  ["CATERING", 9],
  ["BUSINESS_SERVICE", 9],
  ["MACHINERY", 12],
  ["TEXTILE", 10],
  ["CONSTRUCTION", 8],
  ["LOGISTICS", 6],
  ["SOFTWARE", 5],
  ["REAL_ESTATE", 4],
  ["CULTURE_TOURISM", 4],
  ["GARMENT", 4],
  ["FINANCE", 2],
  ["WATER_POWER", 1],
];
export const COUNTRY_TRADES: readonly (readonly [TradeName, number])[] = [
  ["TEXTILE", 14],
  ["MACHINERY", 16],
  ["AGRICULTURE", 12],
  ["HARDWARE", 8],
  ["RETAIL", 12],
  ["CONSTRUCTION", 8],
  ["FOOD", 6],
  ["GARMENT", 6],
  ["LOGISTICS", 4],
  ["CATERING", 4],
  ["FURNITURE", 3],
  ["CHEMICALS", 2],
  ["WATER_POWER", 1],
];

/** Legal forms by category, and how often each category occurs. */
export const COMPANY_CATEGORIES: readonly (readonly [EmployerCategory, number])[] = [
  ["PRIVATE", 640],
  ["OTHER_LIMITED_COMPANY", 130],
  ["SELF_EMPLOYED", 120],
  ["HONG_KONG_MACAO_TAIWAN_INVESTED", 26],
  ["FOREIGN_INVESTED", 22],
  ["OTHER_STOCK_COMPANY", 18],
  ["COLLECTIVE", 12],
  ["WHOLLY_STATE_OWNED_COMPANY", 10],
  ["STATE_HOLDING_STOCK_COMPANY", 6],
  ["SHAREHOLDING_COOPERATIVE", 6],
  ["STATE_OWNED", 4],
  ["JOINT_OPERATION", 3],
  ["OTHER_DOMESTIC", 3],
];

/** First and second characters of the names that firms choose. */
export const FIRM_FIRST = [
  ..."恒华天金盛永新东海万宏瑞富嘉佳泰荣兴鑫达利德信立正中大三长远博雅锦祥福安康友诚明光宇星亿百润隆裕丰凯顺昌越稽鉴",
];
export const FIRM_SECOND = [
  ..."盛丰达隆泰兴源发利和宇翔辉伟成业通顺祥诚峰昌鑫洋龙腾凯瑞杰豪美佳宝康元力光联强越信华锋江生庆荣纶",
];

/** Other units of a township: institutions, schools and social organisations, as the township's name makes them. */
export interface FixedUnit {
  words: (stem: string, name: string) => string[];
  category: EmployerCategory;
  industry: IndustrySection;
  employees: readonly [least: number, most: number];
}
export const FIXED_UNITS: readonly FixedUnit[] = [
  { words: (stem) => [stem, "中心小学"], category: "PUBLIC_INSTITUTION", industry: "EDUCATION", employees: [18, 42] },
  { words: (stem) => [stem, "中学"], category: "PUBLIC_INSTITUTION", industry: "EDUCATION", employees: [20, 46] },
  {
    words: (_, name) => [name, name.endsWith("街道") ? "社区卫生服务中心" : "中心卫生院"],
    category: "PUBLIC_INSTITUTION",
    industry: "HEALTH_SOCIAL_WORK",
    employees: [12, 32],
  },
  {
    words: (_, name) => [name, "综合文化站"],
    category: "PUBLIC_INSTITUTION",
    industry: "CULTURE_SPORT_ENTERTAINMENT",
    employees: [3, 8],
  },
  { words: (stem) => [stem, "中心幼儿园"], category: "PUBLIC_INSTITUTION", industry: "EDUCATION", employees: [8, 20] },
  {
    words: (stem) => [stem, "居家养老服务中心"],
    category: "PRIVATE_NON_ENTERPRISE",
    industry: "HEALTH_SOCIAL_WORK",
    employees: [4, 14],
  },
  {
    words: (stem) => [stem, "社会工作服务站"],
    category: "PRIVATE_NON_ENTERPRISE",
    industry: "HEALTH_SOCIAL_WORK",
    employees: [3, 9],
  },
];
