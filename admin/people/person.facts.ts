import {
  EDUCATION_LEVEL_NAMES,
  MEMBERSHIP_STATUS_NAMES,
  POLITICAL_STATUS_NAMES,
  SEX_NAMES,
} from "../../schema/people/person.rules.js";
import { words } from "../../schema/shared/bilingual.rules.js";
import type { Description } from "../shared/description.js";
import { choice, fact, link } from "../shared/facts.js";
import { FOUND_WHOLE, GIVEN_FACTS, MASKED_FACTS } from "./personal.facts.js";

export const PERSON: Description = {
  record: "Person",
  plural: words("人员", "People"),
  facts: [
    fact("text", "name", "姓名", "Name", { written: "always", required: true }),
    choice("sex", SEX_NAMES, "性别", "Sex", {
      written: "always",
      requiredWithout: "residentId",
      help: words("填写居民身份号码的可不填。", "Not needed beside an identity number."),
    }),
    fact("day", "birthOn", "出生日期", "Date of birth", { written: "always", sortable: false }),
    fact("text", "ethnicity", "民族", "Ethnicity", { sortable: false, written: "always" }),
    choice("politicalStatus", POLITICAL_STATUS_NAMES, "政治面貌", "Political status", { written: "always" }),
    choice("education", EDUCATION_LEVEL_NAMES, "学历", "Education", { written: "always" }),
    fact("flag", "migrantWorker", "农民工", "Migrant worker", { sortable: false, written: "always", required: true }),
    fact("flag", "dispatchedWorker", "劳务派遣工", "Dispatched worker", {
      sortable: false,
      written: "always",
      required: true,
    }),
    ...MASKED_FACTS,
    ...GIVEN_FACTS,
    link("keeper", "TradeUnion", "建档工会", "Union keeping the file", { written: "always", required: true }),
  ],
  columns: ["name", "sex", "birthOn", "politicalStatus", "education", "keeper"],
  hidden: ["ethnicity", "migrantWorker", "dispatchedWorker", ...MASKED_FACTS.map(({ source }) => source)],
  filters: ["search", "within", "sex", "politicalStatus", "education", "migrantWorker", "birthOn", ...FOUND_WHOLE],
  order: { field: "name", order: "ASC" },
  sections: [
    {
      title: words("基本情况", "Basics"),
      facts: ["name", "sex", "birthOn", "ethnicity", "politicalStatus", "education", "keeper"],
    },
    { title: words("身份", "Status"), facts: ["migrantWorker", "dispatchedWorker"] },
    {
      title: words("证件与联系方式", "Identity and contact"),
      facts: [...MASKED_FACTS, ...GIVEN_FACTS].map(({ source }) => source),
    },
  ],
  writes: { create: true, update: true },
  dated: false,
};

export const MEMBERSHIP: Description = {
  record: "Membership",
  plural: words("会籍", "Memberships"),
  facts: [
    link("person", "Person", "会员", "Member", { written: "create", required: true }),
    link("tradeUnion", "TradeUnion", "所在工会", "Union", { written: "create", required: true }),
    choice("status", MEMBERSHIP_STATUS_NAMES, "会籍状态", "Status", { written: "always", required: true }),
    fact("code", "cardNo", "会员证号", "Card number", { written: "always" }),
    fact("day", "validFrom", "起", "From", { written: "create", required: true }),
    fact("day", "validTo", "止（不含当日）", "Until (exclusive)", { written: "amend" }),
    fact("text", "reason", "事由", "Reason"),
  ],
  columns: ["person", "tradeUnion", "status", "cardNo", "validFrom"],
  hidden: ["validTo", "reason"],
  filters: ["within", "status", "tradeUnion", "person", "cardNo", "validFrom"],
  order: { field: "validFrom", order: "DESC" },
  sections: [
    {
      title: words("会籍", "Membership"),
      facts: ["person", "tradeUnion", "status", "cardNo", "validFrom", "validTo", "reason"],
    },
  ],
  writes: { create: true, update: true },
  dated: true,
};
