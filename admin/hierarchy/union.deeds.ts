import type { Deed } from "../shared/deed.js";
import { fact, link } from "../shared/facts.js";

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
