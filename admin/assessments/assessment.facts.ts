import { ASSESSMENT_STATE_NAMES } from "../../schema/assessments/assessment.rules.js";
import { words } from "../../schema/shared/bilingual.rules.js";
import type { Description } from "../shared/description.js";
import { choice, fact, link } from "../shared/facts.js";

/** What the score sheet asks for. */
const SHEET_FIELDS = `sheet { complete computedCount indicatorCount total grade dimensions { code name nominalPoints points computedPoints computedNominalPoints
  indicators { code name nominalPoints points outcome source clause quote reason reasonEnglish parts { name numerator numeratorLabel denominator denominatorLabel formula share nominalPoints } } } }`;

export const ASSESSMENT: Description = {
  record: "Assessment",
  plural: words("年度考核", "Assessments"),
  facts: [
    link("tradeUnion", "TradeUnion", "被考核工会", "Union assessed", { written: "create", required: true }),
    fact("year", "year", "考核年度", "Year", { written: "create", required: true }),
    link("scheme", "Scheme", "考核办法", "Scheme", { written: "create", required: true }),
    choice("state", ASSESSMENT_STATE_NAMES, "状态", "State", { written: "amend" }),
    fact("day", "cutoffOn", "数据截止日", "Cut-off day", { written: "always" }),
    fact("long", "note", "备注", "Note", { written: "always" }),
  ],
  columns: ["tradeUnion", "year", "scheme", "state", "cutoffOn"],
  hidden: [],
  filters: ["within", "year", "state", "tradeUnion", "scheme"],
  order: { field: "year", order: "DESC" },
  sections: [
    { title: words("年度考核", "Assessment"), facts: ["tradeUnion", "year", "scheme", "state", "cutoffOn", "note"] },
  ],
  writes: { create: true, update: true },
  createVerb: "open",
  also: SHEET_FIELDS,
  dated: false,
};

export const SCHEME: Description = {
  record: "Scheme",
  plural: words("考核办法", "Schemes"),
  facts: [
    fact("text", "name", "名称", "Name"),
    fact("text", "key", "代号", "Key"),
    fact("year", "edition", "版次", "Edition"),
    fact("text", "documentNo", "文号", "Document"),
    fact("year", "validFromYear", "适用起始年度", "From year"),
    fact("year", "validThroughYear", "适用截止年度", "Through year"),
  ],
  columns: ["name", "key", "edition", "documentNo", "validFromYear", "validThroughYear"],
  hidden: [],
  filters: ["name"],
  order: { field: "edition", order: "DESC" },
  sections: [
    {
      title: words("考核办法", "Scheme"),
      facts: ["name", "key", "edition", "documentNo", "validFromYear", "validThroughYear"],
    },
  ],
  writes: { create: false, update: false },
  dated: false,
};
