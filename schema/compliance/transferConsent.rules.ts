import { isProtected } from "../positions/office.rules.js";
import type { EndReason, PositionRole } from "../positions/position.rules.js";
import {
  CONSENTING_BODIES,
  CONSENTING_BODY_NAMES,
  type ConsentDecision,
  type ConsentingBody,
} from "../positions/transfer.rules.js";
import { words } from "../shared/bilingual.rules.js";
import { officialDay } from "../shared/officialDay.rules.js";
import { type LocalDate, later } from "../shared/period.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import { allOf, type Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

export interface RecordedConsent {
  body?: Fact<ConsentingBody>;
  decision?: Fact<ConsentDecision>;
  decidedOn?: Fact<LocalDate>;
  /** The union that decided as superior. */
  superiorId?: Fact<number | string>;
}

export interface TransferredFacts {
  id?: Fact<number | string>;
  role?: Fact<PositionRole>;
  endReason?: Fact<EndReason>;
  termEndOn?: Fact<LocalDate>;
  transferOn?: Fact<LocalDate>;
  /** The union next above on the day of the transfer. */
  superiorId?: Fact<number | string>;
  consents?: Fact<readonly RecordedConsent[]>;
}

export interface TransferFacts {
  /** Chairs and vice chairs whose office ended, as the records have it. */
  transfers?: Fact<readonly TransferredFacts[]>;
}

const CODE = "TRANSFER_WITHOUT_CONSENT";

/** R48, Implementation Opinions 3(2): one finding for each office that ended by transfer. */
export function judgeTransferConsents({ transfers }: TransferFacts, parameters: Parameters): Finding[] {
  const say = new Say("R48", CODE, { transfers }, parameters);
  if (!transfers) return [say.missing("主席、副主席调动记录", "transfers of chairs and vice chairs")];
  if (transfers.length === 0) return [say.notApplicable("没有届中调动。", "There was no transfer.")];
  return transfers.map((transfer) => judgeTransferConsent(transfer, parameters));
}

/**
 * R48, Implementation Opinions 3(2) and Trade Union Law, article 18: 工会主席、副主席任期未满时，不得随意调动其工作. Judges a
 * transfer that stands in the records; the software itself refuses one without both consents.
 */
export function judgeTransferConsent(facts: TransferredFacts, parameters: Parameters): Finding {
  const { id, role, endReason, termEndOn, transferOn } = facts;
  const say = new Say("R48", CODE, { ...facts }, parameters);
  const detail = id == null ? {} : { item: `${id}` };
  if ((role && !isProtected(role)) || (endReason && endReason !== "MID_TERM_TRANSFER"))
    return say.notApplicable("不属于主席、副主席届中调动。", "No transfer of a chair or vice chair.", detail);
  if (!role || !endReason) return say.missing("职务或离任原因", "the role or why the office ended", detail);
  if (!termEndOn) return say.missing("任期届满日期", "the end of the term", detail);
  if (!transferOn) return say.missing("调动日期", "the day of the transfer", detail);
  if (transferOn > termEndOn)
    return say.notApplicable(`任期已于${officialDay(termEndOn)}届满。`, `The term ended on ${termEndOn}.`, detail);
  const states = CONSENTING_BODIES.map((body) => ({ body, isGiven: consentOf(body, facts, transferOn) }));
  const lacking = states.filter(({ isGiven }) => isGiven === false).map(({ body }) => CONSENTING_BODY_NAMES[body]);
  const { zh, en } = words(lacking.map((one) => one.zh).join("、"), lacking.map((one) => one.en).join(", "));
  if (lacking.length > 0)
    return say.unmet(
      words(`调动前未征得${zh}的同意。`, `Without the consent of: ${en}.`),
      words(`补报${zh}；今后调动前须取得同意文件。`, `Report it to: ${en}; obtain both consents before any transfer.`),
      detail,
    );
  if (states.some(({ isGiven }) => isGiven === undefined))
    return say.missing("同意调动的记录", "the consents to the transfer", detail);
  return say.pass("已征得本级工会委员会和上一级工会的同意。", "Both consents were given in time.", detail);
}

/** Whether a body had consented by the day: its latest decision counts, that of the superior only from the superior of that day. */
function consentOf(
  body: ConsentingBody,
  { consents, superiorId }: TransferredFacts,
  on: LocalDate,
): boolean | undefined {
  if (!consents) return undefined;
  const own = consents.filter((one) => one.body === body && (one.decidedOn == null || one.decidedOn <= on));
  const ofBody = body === "SUPERIOR_UNION" ? own.filter((one) => !isOther(one.superiorId, superiorId)) : own;
  if (ofBody.length === 0) return consents.some((one) => one.body == null) ? undefined : false;
  const isSure = body !== "SUPERIOR_UNION" || superiorId != null;
  const last = ofBody.map(({ decidedOn }) => decidedOn ?? "").reduce(later);
  const decisive = ofBody.filter(({ decidedOn }) => decidedOn == null || decidedOn === last);
  const claims = decisive.map(({ decision, decidedOn, superiorId: by }) =>
    allOf([
      decision == null ? undefined : decision === "AGREED",
      decidedOn == null || !isSure || (body === "SUPERIOR_UNION" && by == null) ? undefined : true,
    ]),
  );
  return allOf(claims);
}

const isOther = (by: Fact<number | string>, superior: Fact<number | string>) =>
  by != null && superior != null && by !== superior;
