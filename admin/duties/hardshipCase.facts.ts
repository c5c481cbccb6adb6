import { HARDSHIP_CATEGORY_NAMES } from "../../schema/duties/hardshipCase.rules.js";
import { words } from "../../schema/shared/bilingual.rules.js";
import type { Description } from "../shared/description.js";
import { choice, fact, link } from "../shared/facts.js";

export const HARDSHIP_CASE: Description = {
  record: "HardshipCase",
  plural: words("困难职工档案", "Hardship cases"),
  facts: [
    link("person", "Person", "困难职工", "Worker", { written: "create", required: true }),
    link("tradeUnion", "TradeUnion", "建档工会", "Union keeping the file", { written: "create", required: true }),
    choice("category", HARDSHIP_CATEGORY_NAMES, "困难类别", "Category", { written: "always", required: true }),
    fact("day", "openedOn", "建档日期", "Opened on", { written: "always", required: true }),
    fact("day", "closedOn", "销档（脱困）日期", "Closed on", { written: "amend" }),
    fact("code", "detailsMasked", "困难情况", "Details", { sortable: false }),
    fact("long", "details", "困难情况", "Details", {
      written: "always",
      readable: false,
      sortable: false,
      help: words(
        "加密保存，保存后须说明事由方可查看。修改时留空即保持不变",
        "Kept sealed; shown later only for a reason. Leave empty to keep",
      ),
    }),
  ],
  columns: ["person", "category", "tradeUnion", "openedOn", "closedOn"],
  hidden: [],
  filters: ["within", "category", "person", "openedOn"],
  order: { field: "openedOn", order: "DESC" },
  sections: [
    {
      title: words("档案", "File"),
      facts: ["person", "tradeUnion", "category", "openedOn", "closedOn", "detailsMasked", "details"],
    },
  ],
  writes: { create: true, update: true },
  dated: false,
};
