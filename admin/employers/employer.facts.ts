import {
  EMPLOYER_CATEGORY_NAMES,
  KEY_SECTOR_NAMES,
  OPENED_ON_KIND_NAMES,
} from "../../schema/employers/employer.rules.js";
import { INDUSTRY_SECTION_NAMES } from "../../schema/employers/industry.rules.js";
import { words } from "../../schema/shared/bilingual.rules.js";
import type { Description } from "../shared/description.js";
import { choice, fact, link } from "../shared/facts.js";

export const EMPLOYER: Description = {
  record: "Employer",
  plural: words("用人单位", "Employers"),
  facts: [
    fact("text", "name", "单位名称", "Name", { written: "always", required: true }),
    fact("code", "uscc", "统一社会信用代码", "Unified social credit code", { written: "always" }),
    choice("category", EMPLOYER_CATEGORY_NAMES, "单位类型", "Category", { written: "always", required: true }),
    fact("flag", "nonPublic", "非公有制", "Non-public", { written: "always" }),
    choice("industry", INDUSTRY_SECTION_NAMES, "行业门类", "Industry", { written: "always" }),
    fact("choices", "keySectors", "重点领域", "Key sectors", { names: KEY_SECTOR_NAMES, written: "always" }),
    fact("day", "openedOn", "开业（设立）日期", "Opened on", { written: "always" }),
    choice("openedOnKind", OPENED_ON_KIND_NAMES, "日期依据", "Basis of the date", { written: "always" }),
    fact("day", "closedOn", "终止日期", "Closed on", { written: "always" }),
    link("keeper", "TradeUnion", "建档工会", "Union keeping the file", { written: "always", required: true }),
    link("territory", "Division", "属地", "Territory", { written: "always", required: true }),
    fact("text", "address", "地址", "Address", { written: "always", sortable: false }),
    fact("count", "employeeCount", "职工数", "Employees", { sortable: false }),
  ],
  columns: ["name", "category", "industry", "employeeCount", "keeper", "openedOn"],
  hidden: ["uscc", "nonPublic", "keySectors", "closedOn", "territory"],
  filters: ["search", "within", "category", "industry", "nonPublic", "territory", "openedOn"],
  order: { field: "name", order: "ASC" },
  sections: [
    { title: words("基本情况", "Basics"), facts: ["name", "uscc", "category", "nonPublic", "industry", "keySectors"] },
    { title: words("存续", "Existence"), facts: ["openedOn", "openedOnKind", "closedOn"] },
    { title: words("归属与地址", "Keeper and address"), facts: ["keeper", "territory", "address", "employeeCount"] },
  ],
  writes: { create: true, update: true },
  dated: false,
};

export const EMPLOYER_YEAR: Description = {
  record: "EmployerYear",
  plural: words("单位年度数据", "Yearly figures"),
  facts: [
    link("employer", "Employer", "用人单位", "Employer"),
    fact("year", "year", "年度", "Year"),
    fact("count", "employeeCount", "职工数", "Employees"),
    fact("count", "femaleEmployeeCount", "其中女职工", "Women"),
    fact("count", "migrantCount", "农民工", "Migrant workers"),
    fact("count", "dispatchedCount", "劳务派遣工", "Dispatched workers"),
    fact("yuan", "payrollFen", "全部职工工资总额（元）", "Payroll (yuan)"),
    fact("day", "referenceOn", "数据截止日", "As of"),
  ],
  columns: [
    "year",
    "employeeCount",
    "femaleEmployeeCount",
    "migrantCount",
    "dispatchedCount",
    "payrollFen",
    "referenceOn",
  ],
  hidden: ["employer"],
  filters: [],
  order: { field: "year", order: "DESC" },
  sections: [],
  writes: { create: false, update: false },
  dated: false,
};

export const COVERAGE: Description = {
  record: "Coverage",
  plural: words("建会覆盖", "Coverage"),
  facts: [
    link("employer", "Employer", "用人单位", "Employer"),
    link("tradeUnion", "TradeUnion", "工会", "Trade union"),
    fact("day", "validFrom", "起", "From"),
    fact("day", "validTo", "止（不含当日）", "Until (exclusive)"),
  ],
  columns: ["employer", "tradeUnion", "validFrom", "validTo"],
  hidden: [],
  filters: [],
  order: { field: "validFrom", order: "DESC" },
  sections: [],
  writes: { create: false, update: false },
  rowAlso: "version",
  dated: true,
};
