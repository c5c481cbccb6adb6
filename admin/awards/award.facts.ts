import { AWARD_LEVEL_NAMES, AWARD_STATE_NAMES, AWARD_TITLE_NAMES } from "../../schema/awards/award.rules.js";
import { words } from "../../schema/shared/bilingual.rules.js";
import type { Description } from "../shared/description.js";
import { choice, fact, link } from "../shared/facts.js";

export const AWARD: Description = {
  record: "Award",
  plural: words("劳模与荣誉", "Awards"),
  facts: [
    choice("title", AWARD_TITLE_NAMES, "称号", "Title", { written: "create", required: true }),
    choice("level", AWARD_LEVEL_NAMES, "级别", "Level"),
    choice("state", AWARD_STATE_NAMES, "状态", "State", { written: "always" }),
    link("person", "Person", "获奖个人", "Person", { written: "create" }),
    link("collective", "TradeUnion", "获奖集体", "Collective", { written: "create" }),
    link("recommendedBy", "TradeUnion", "推荐工会", "Recommended by", { written: "create", required: true }),
    link("awardRound", "AwardRound", "评选批次", "Round", { written: "always" }),
    fact("text", "conferredBy", "授予机关", "Conferred by", { written: "always" }),
    fact("day", "conferredOn", "授予日期", "Conferred on", { written: "always" }),
    fact("text", "decisionNo", "表彰决定文号", "Decision number", { written: "always" }),
    fact("code", "certificateNo", "证书编号", "Certificate number", { written: "always" }),
    fact("day", "revokedOn", "撤销日期", "Revoked on", { written: "amend" }),
    fact("text", "revocationGround", "撤销事由", "Ground of revocation", { written: "amend" }),
    fact("text", "revocationDecisionNo", "撤销决定文号", "Revocation number", { written: "amend" }),
  ],
  columns: ["person", "title", "level", "state", "recommendedBy", "conferredOn"],
  hidden: ["collective", "awardRound", "conferredBy", "decisionNo", "certificateNo", "revokedOn"],
  filters: ["within", "title", "level", "state", "person", "awardRound", "conferredOn"],
  order: { field: "conferredOn", order: "DESC" },
  sections: [
    {
      title: words("荣誉", "Award"),
      facts: ["title", "level", "state", "person", "collective", "recommendedBy", "awardRound"],
    },
    { title: words("授予", "Conferral"), facts: ["conferredBy", "conferredOn", "decisionNo", "certificateNo"] },
    { title: words("撤销", "Revocation"), facts: ["revokedOn", "revocationGround", "revocationDecisionNo"] },
  ],
  writes: { create: true, update: true },
  dated: false,
};

export const AWARD_ROUND: Description = {
  record: "AwardRound",
  plural: words("评选批次", "Award rounds"),
  facts: [
    fact("text", "name", "名称", "Name", { written: "always", required: true }),
    fact("year", "year", "年度", "Year", { written: "always", required: true }),
    choice("level", AWARD_LEVEL_NAMES, "级别", "Level", { written: "create", required: true }),
    fact("text", "conferredBy", "表彰机关", "Conferring body", { written: "always", required: true }),
  ],
  columns: ["name", "year", "level", "conferredBy"],
  hidden: [],
  filters: ["name", "year", "level"],
  order: { field: "year", order: "DESC" },
  sections: [{ title: words("评选批次", "Round"), facts: ["name", "year", "level", "conferredBy"] }],
  writes: { create: true, update: true },
  dated: false,
};
