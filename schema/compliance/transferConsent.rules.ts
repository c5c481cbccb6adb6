import { isProtected } from "../positions/office.rules.js";
import type { EndReason, PositionRole } from "../positions/position.rules.js";
import { CONSENTING_BODY_NAMES, type ConsentFacts, missingConsents } from "../positions/transfer.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { type Finding, findings } from "./finding.rules.js";

export interface TransferredFacts {
  role: PositionRole;
  endReason: EndReason;
  termEndOn?: LocalDate | null | undefined;
  transferOn: LocalDate;
  /** The union next above on the day of the transfer. */
  superiorId: number | string;
  consents: readonly ConsentFacts[];
}

/**
 * R48, Implementation Opinions 3(2) and Trade Union Law, article 18: 工会主席、副主席任期未满时，不得随意调动其工作. Judges a
 * transfer that stands in the records; the software itself refuses one without both consents.
 */
export function judgeTransferConsent(facts: TransferredFacts): Finding {
  const { role, endReason, termEndOn, transferOn, superiorId, consents } = facts;
  const say = findings("R48", "TRANSFER_WITHOUT_CONSENT", { ...facts });
  if (!isProtected(role) || endReason !== "MID_TERM_TRANSFER")
    return say("NOT_APPLICABLE", "不属于主席、副主席届中调动。", "No transfer of a chair or vice chair.");
  if (!termEndOn) return say("INSUFFICIENT_DATA", "缺少任期届满日期。", "The end of the term is missing.");
  if (transferOn > termEndOn)
    return say("NOT_APPLICABLE", `任期已于 ${termEndOn} 届满。`, `The term ended on ${termEndOn}.`);
  const missing = missingConsents({ role, termEndOn, superiorId }, consents, transferOn);
  if (missing.length === 0)
    return say("PASS", "已征得本级工会委员会和上一级工会的同意。", "Both consents were given in time.");
  const names = missing.map((body) => CONSENTING_BODY_NAMES[body]);
  const zh = `缺少${names.map((one) => one.zh).join("、")}的同意。`;
  return say("VIOLATION", zh, `Without the consent of: ${names.map((one) => one.en).join(", ")}.`);
}
