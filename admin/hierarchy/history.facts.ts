import { FEDERATION_KIND_NAMES, UNION_TYPE_NAMES } from "../../schema/hierarchy/unionType.rules.js";
import { words } from "../../schema/shared/bilingual.rules.js";
import type { Description } from "../shared/description.js";
import { choice, fact, link } from "../shared/facts.js";

/** Dated rows beside a union; read on its page, never on a page of their own. */
const dated = { filters: [], hidden: [], sections: [], writes: { create: false, update: false }, dated: true };
const period = [fact("day", "validFrom", "起", "From"), fact("day", "validTo", "止（不含当日）", "Until (exclusive)")];
const latest = { field: "validFrom", order: "DESC" } as const;

export const UNION_VERSION: Description = {
  ...dated,
  record: "TradeUnionVersion",
  plural: words("名称与形式沿革", "Names and types over time"),
  facts: [
    ...period,
    fact("text", "name", "名称", "Name"),
    fact("code", "code", "代码", "Code"),
    choice("type", UNION_TYPE_NAMES, "组织形式", "Type"),
    fact("text", "documentNo", "文号", "Document"),
    fact("text", "reason", "事由", "Reason"),
  ],
  columns: ["validFrom", "validTo", "name", "code", "type", "documentNo", "reason"],
  order: latest,
};

export const AFFILIATION: Description = {
  ...dated,
  record: "Affiliation",
  plural: words("历次隶属", "Superiors over time"),
  facts: [
    ...period,
    link("parent", "TradeUnion", "上级工会", "Superior union"),
    fact("text", "documentNo", "文号", "Document"),
    fact("text", "reason", "事由", "Reason"),
  ],
  columns: ["validFrom", "validTo", "parent", "documentNo", "reason"],
  order: latest,
};

export const FEDERATION_MEMBERSHIP: Description = {
  ...dated,
  record: "FederationMembership",
  plural: words("联合会成员关系", "Federation memberships"),
  facts: [
    ...period,
    link("federation", "TradeUnion", "联合会", "Federation"),
    link("tradeUnion", "TradeUnion", "成员工会", "Member union"),
    choice("kind", FEDERATION_KIND_NAMES, "类别", "Kind"),
  ],
  columns: ["federation", "tradeUnion", "kind", "validFrom", "validTo"],
  rowAlso: "version",
  order: latest,
};

export const PARTY_LEADERSHIP: Description = {
  ...dated,
  record: "PartyLeadership",
  plural: words("党委领导关系", "Party leadership"),
  facts: [...period, link("partyCommittee", "PartyCommittee", "同级党委", "Party committee")],
  columns: ["partyCommittee", "validFrom", "validTo"],
  order: latest,
};
