import { DIVISION_LEVEL_NAMES, DIVISION_TYPE_NAMES } from "../../schema/hierarchy/unionType.rules.js";
import { words } from "../../schema/shared/bilingual.rules.js";
import type { Description } from "../shared/description.js";
import { choice, fact, link } from "../shared/facts.js";

export const DIVISION: Description = {
  record: "Division",
  plural: words("行政区划", "Divisions"),
  facts: [
    fact("text", "name", "名称", "Name"),
    fact("code", "code", "区划代码", "Code"),
    choice("level", DIVISION_LEVEL_NAMES, "层级", "Level"),
    choice("type", DIVISION_TYPE_NAMES, "类别", "Type"),
    link("parent", "Division", "上级区划", "Superior division"),
    fact("flag", "standing", "当日在册", "In force on the day"),
  ],
  columns: ["name", "code", "level", "type", "parent"],
  hidden: ["standing"],
  filters: ["name", "code", "level", "type", "parent"],
  order: { field: "code", order: "ASC" },
  sections: [{ title: words("基本情况", "Basics"), facts: ["name", "code", "level", "type", "parent", "standing"] }],
  writes: { create: false, update: false },
  dated: true,
};

export const PARTY_COMMITTEE: Description = {
  record: "PartyCommittee",
  plural: words("党委", "Party committees"),
  facts: [
    fact("text", "name", "名称", "Name"),
    link("division", "Division", "所在区划", "Division"),
    fact("day", "validFrom", "设立日期", "From"),
    fact("day", "validTo", "止（不含当日）", "Until (exclusive)"),
  ],
  columns: ["name", "division", "validFrom"],
  hidden: ["validTo"],
  filters: ["name", "division"],
  order: { field: "name", order: "ASC" },
  sections: [{ title: words("基本情况", "Basics"), facts: ["name", "division", "validFrom", "validTo"] }],
  writes: { create: false, update: false },
  dated: true,
};

export const TOWNSHIP_PROFILE: Description = {
  record: "TownshipProfile",
  plural: words("乡镇（街道）概况", "Township profiles"),
  facts: [
    link("division", "Division", "乡镇（街道）", "Township", { written: "create", required: true }),
    fact("year", "year", "年度", "Year", { written: "create", required: true }),
    fact("count", "enterpriseCount", "企业数", "Enterprises", { written: "always" }),
    fact("count", "secondaryTertiaryEmployees", "二三产从业人员", "Employees in secondary and tertiary industry", {
      written: "always",
    }),
    fact("day", "referenceOn", "数据截止日", "As of", { written: "always", required: true }),
    fact("text", "source", "数据来源", "Source", { written: "always", required: true }),
  ],
  columns: ["division", "year", "enterpriseCount", "secondaryTertiaryEmployees", "referenceOn", "source"],
  hidden: [],
  filters: ["division", "year"],
  order: { field: "year", order: "DESC" },
  sections: [
    {
      title: words("概况", "Profile"),
      facts: ["division", "year", "enterpriseCount", "secondaryTertiaryEmployees", "referenceOn", "source"],
    },
  ],
  writes: { create: true, update: true },
  dated: false,
};
