import { FEDERATION_KIND_NAMES } from "../../schema/hierarchy/union.rules.js";
import type { Deed } from "../shared/deed.js";
import { choice, fact, link } from "../shared/facts.js";

const target = ({ id, version }: { id?: string; version?: number }) => ({ id, version });

export const AFFILIATE_UNION: Deed = {
  mutation: "affiliateTradeUnion",
  record: "TradeUnion",
  verb: "affiliate",
  label: "union.affiliate",
  help: "union.affiliateHelp",
  facts: [
    link("superior", "TradeUnion", "新的上级工会", "New superior union", { required: true }),
    fact("day", "effectiveOn", "生效日期（不填为今天）", "Takes effect on (today when empty)"),
    fact("text", "documentNo", "批准文号", "Number of the approval"),
  ],
  given: target,
};

export const DISSOLVE_UNION: Deed = {
  mutation: "dissolveTradeUnion",
  record: "TradeUnion",
  verb: "dissolve",
  label: "union.dissolve",
  help: "union.dissolveHelp",
  facts: [fact("day", "dissolvedOn", "撤销日期", "Dissolved on", { required: true })],
  given: target,
  grave: true,
};

export const JOIN_FEDERATION: Deed = {
  mutation: "createFederationMembership",
  record: "FederationMembership",
  verb: "create",
  label: "union.joinFederation",
  help: "union.joinFederationHelp",
  facts: [
    choice("kind", FEDERATION_KIND_NAMES, "类别", "Kind", { required: true }),
    link("federation", "TradeUnion", "联合会", "Federation", { required: true }),
    fact("day", "validFrom", "起", "From", { required: true }),
  ],
  given: ({ id }) => ({ tradeUnionId: id }),
};

export const LEAVE_FEDERATION: Deed = {
  mutation: "endFederationMembership",
  record: "FederationMembership",
  verb: "amend",
  label: "union.leaveFederation",
  facts: [fact("day", "validTo", "止（不含当日）", "Until (exclusive)", { required: true })],
  given: target,
};
