import {
  ELECTION_METHOD_NAMES,
  EMPLOYMENT_MODE_NAMES,
  END_REASON_NAMES,
  POSITION_ROLE_NAMES,
  TREATMENT_RANK_NAMES,
} from "../../schema/positions/position.rules.js";
import { words } from "../../schema/shared/bilingual.rules.js";
import type { Description } from "../shared/description.js";
import { choice, fact, link } from "../shared/facts.js";

export const POSITION: Description = {
  record: "Position",
  plural: words("任职", "Positions"),
  facts: [
    link("person", "Person", "任职人", "Holder", { written: "create", required: true }),
    link("tradeUnion", "TradeUnion", "工会", "Union", { written: "create", required: true }),
    choice("role", POSITION_ROLE_NAMES, "职务", "Role", { written: "create", required: true }),
    choice("employmentMode", EMPLOYMENT_MODE_NAMES, "专（兼）职", "Full or part time", {
      written: "always",
      required: true,
    }),
    fact("flag", "actingChair", "主持工作", "Acting chair", { written: "always", required: true }),
    fact("count", "termNumber", "届次", "Term number", { written: "always" }),
    fact("day", "startOn", "任职日期", "In office from", { written: "always", required: true }),
    fact("day", "termEndOn", "任期届满日", "Term ends on", { written: "always" }),
    fact("day", "endedOn", "离任日期", "Left office on", { written: "always" }),
    choice("endReason", END_REASON_NAMES, "离任原因", "Reason for leaving", { written: "always" }),
    choice("electionMethod", ELECTION_METHOD_NAMES, "产生方式", "How filled", { written: "always" }),
    choice("treatmentRank", TREATMENT_RANK_NAMES, "享受待遇", "Treatment rank", { written: "always" }),
    fact("text", "approvalDocNo", "批复文号", "Approval number", { written: "always" }),
    fact("text", "concurrentPost", "兼任职务", "Other post held", { written: "always", sortable: false }),
    fact("flag", "isPartyMember", "中共党员", "Party member", { written: "always" }),
    fact("flag", "isPartyCommitteeMember", "同级党委组成人员", "Member of the party committee", { written: "always" }),
    fact("flag", "inPartyLeadership", "进入党组织领导班子", "In the party leadership", { written: "always" }),
  ],
  columns: ["person", "tradeUnion", "role", "employmentMode", "startOn", "termEndOn"],
  hidden: ["termNumber", "electionMethod", "treatmentRank", "endedOn", "endReason", "isPartyCommitteeMember"],
  filters: ["within", "role", "employmentMode", "tradeUnion", "person", "electionMethod", "treatmentRank", "termEndOn"],
  order: { field: "startOn", order: "DESC" },
  sections: [
    {
      title: words("任职", "Office"),
      facts: ["person", "tradeUnion", "role", "employmentMode", "actingChair", "electionMethod", "approvalDocNo"],
    },
    { title: words("任期", "Term"), facts: ["termNumber", "startOn", "termEndOn", "endedOn", "endReason"] },
    {
      title: words("待遇与党内职务", "Treatment and party office"),
      facts: ["treatmentRank", "concurrentPost", "isPartyMember", "isPartyCommitteeMember", "inPartyLeadership"],
    },
  ],
  writes: { create: true, update: true },
  dated: true,
};

export const TERM: Description = {
  record: "Term",
  plural: words("届次", "Terms"),
  facts: [
    link("tradeUnion", "TradeUnion", "工会", "Union", { written: "create", required: true }),
    fact("count", "termNumber", "届次", "Term number", { written: "always", required: true }),
    fact("day", "startOn", "起始日期", "First day", { written: "always", required: true }),
    fact("day", "termEndOn", "届满日期", "Last day", { written: "always", required: true }),
    fact("day", "electedOn", "选举日期", "Elected on", { written: "always" }),
    choice("electionMethod", ELECTION_METHOD_NAMES, "产生方式", "How elected", { written: "always" }),
    fact("text", "approvalDocNo", "批复文号", "Approval number", { written: "always" }),
  ],
  columns: ["tradeUnion", "termNumber", "startOn", "termEndOn", "electionMethod"],
  hidden: ["electedOn", "approvalDocNo"],
  filters: ["within", "tradeUnion", "electionMethod", "termEndOn"],
  order: { field: "startOn", order: "DESC" },
  sections: [
    {
      title: words("届次", "Term"),
      facts: ["tradeUnion", "termNumber", "startOn", "termEndOn", "electedOn", "electionMethod", "approvalDocNo"],
    },
  ],
  writes: { create: true, update: true },
  dated: false,
};
