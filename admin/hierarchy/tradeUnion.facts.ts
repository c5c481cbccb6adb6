import {
  INDUSTRY_BASE_NAMES,
  LEGAL_PERSON_STATUS_NAMES,
  REGIONAL_BASE_NAMES,
  TOWNSHIP_FORM_NAMES,
  UNION_LEVEL_NAMES,
  UNION_STATE_NAMES,
  UNION_TYPE_NAMES,
} from "../../schema/hierarchy/unionType.rules.js";
import { words } from "../../schema/shared/bilingual.rules.js";
import type { Description } from "../shared/description.js";
import { choice, fact, link } from "../shared/facts.js";

export const TRADE_UNION: Description = {
  record: "TradeUnion",
  plural: words("工会", "Trade unions"),
  facts: [
    fact("text", "name", "名称", "Name", { written: "always", required: true }),
    fact("code", "code", "代码", "Code"),
    choice("type", UNION_TYPE_NAMES, "组织形式", "Type", { written: "always", required: true }),
    choice("level", UNION_LEVEL_NAMES, "层级", "Level"),
    choice("townshipForm", TOWNSHIP_FORM_NAMES, "乡镇（街道）工会形式", "Township form"),
    choice("state", UNION_STATE_NAMES, "状态", "State", { written: "amend" }),
    link("parent", "TradeUnion", "上级工会", "Superior union", {
      written: "create",
      required: true,
      input: "superiorId",
    }),
    link("territory", "Division", "属地", "Territory", { written: "always" }),
    link("partyCommittee", "PartyCommittee", "同级党委", "Party committee"),
    fact("count", "memberCount", "本级会员数", "Members"),
    fact("count", "employeeCount", "覆盖职工数", "Employees"),
    fact("count", "childCount", "直接下级", "Unions below", { sortable: false }),
    fact("day", "establishedOn", "建会日期", "Established on", { written: "create", required: true }),
    fact("day", "approvedOn", "批复日期", "Approved on", { written: "always" }),
    fact("text", "approvalDocNo", "批复文号", "Approval number", { written: "always" }),
    fact("day", "dissolvedOn", "撤销日期", "Dissolved on"),
    choice("legalPersonStatus", LEGAL_PERSON_STATUS_NAMES, "工会法人资格", "Legal-person status", {
      written: "always",
    }),
    fact("code", "uscc", "统一社会信用代码", "Unified social credit code", { written: "always" }),
    fact("day", "legalPersonValidFrom", "法人证书有效期起", "Certificate valid from", { written: "always" }),
    fact("day", "legalPersonValidThrough", "法人证书有效期止", "Certificate valid through", { written: "always" }),
    choice("regionalBase", REGIONAL_BASE_NAMES, "区域性联合会依托", "Base of the regional federation", {
      written: "always",
    }),
    choice("industryBase", INDUSTRY_BASE_NAMES, "行业性联合会依托", "Base of the industry federation", {
      written: "always",
    }),
    link("employerIds", "Employer", "覆盖单位", "Employers covered", {
      kind: "links",
      written: "create",
      readable: false,
      input: "employerIds",
      help: words("基层工会建会时所覆盖的单位，可多选", "Employers a grassroots union covers when founded"),
    }),
    fact("day", "effectiveOn", "更名（转制）生效日期", "New name or type takes effect on", {
      written: "amend",
      readable: false,
      help: words(
        "仅在修改名称或组织形式时填写，不填为今天；此前的名称保留在沿革中",
        "Only for a new name or type; today when left empty. Earlier names stay on record",
      ),
    }),
    fact("text", "documentNo", "变更文号", "Document of the change", { written: "always", readable: false }),
    fact("text", "address", "地址", "Address", { written: "always", sortable: false }),
    fact("text", "phone", "办公电话", "Telephone", { written: "always", sortable: false }),
  ],
  columns: ["name", "code", "type", "parent", "memberCount", "employeeCount", "establishedOn"],
  hidden: ["level", "state", "territory", "uscc", "legalPersonStatus", "approvalDocNo", "dissolvedOn", "childCount"],
  filters: ["search", "within", "type", "state", "legalPersonStatus", "territory", "establishedOn", "parent"],
  order: { field: "code", order: "ASC" },
  sections: [
    {
      title: words("基本情况", "Basics"),
      facts: [
        "name",
        "code",
        "type",
        "level",
        "townshipForm",
        "state",
        "parent",
        "territory",
        "partyCommittee",
        "effectiveOn",
        "documentNo",
      ],
    },
    {
      title: words("建会", "Founding"),
      facts: [
        "establishedOn",
        "approvedOn",
        "approvalDocNo",
        "dissolvedOn",
        "regionalBase",
        "industryBase",
        "employerIds",
      ],
    },
    {
      title: words("法人资格", "Legal person"),
      facts: ["legalPersonStatus", "uscc", "legalPersonValidFrom", "legalPersonValidThrough"],
    },
    { title: words("联系方式", "Contact"), facts: ["address", "phone"] },
    { title: words("规模", "Size"), facts: ["memberCount", "employeeCount", "childCount"] },
  ],
  writes: { create: true, update: true },
  also: "standing rollup { unionCount memberCount employeeCount } ancestors { id name }",
  dated: false,
};
