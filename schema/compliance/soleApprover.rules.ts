import type { UnionType } from "../hierarchy/unionType.rules.js";
import { isInOffice } from "../positions/office.rules.js";
import { words } from "../shared/bilingual.rules.js";
import { officialDay } from "../shared/officialDay.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { keepsAccounts } from "./separateAccount.rules.js";

/** Office of the chair, or of a vice chair in charge (主持工作的副主席), with its last day. */
export interface ApproverOffice {
  holderId: number | string;
  isActing: boolean;
  startOn: LocalDate;
  endedOn?: Fact<LocalDate>;
}

export interface ApprovedExpenditure {
  id: string;
  /** Person who approved it; `"NONE"` when nobody did. */
  approverId?: Fact<number | string>;
  approvedOn?: Fact<LocalDate>;
}

export interface SoleApproverFacts {
  unionType?: Fact<UnionType>;
  /** Chairs and acting chairs of the union over the time of the expenditures. */
  approverOffices?: Fact<readonly ApproverOffice[]>;
  expenditures?: Fact<readonly ApprovedExpenditure[]>;
}

const CODE = "SOLE_APPROVER_BREACH";

/**
 * R30, Implementation Opinions 2(5): 工会主席一支笔审批制度. The approver held the chair on the day of approval; while the chair
 * is vacant, the acting chair. One finding for each expenditure that is not in order.
 */
export function judgeSoleApprovals(facts: SoleApproverFacts, parameters: Parameters): Finding[] {
  const { unionType, expenditures } = facts;
  const say = new Say("R30", CODE, { unionType, expenditures: expenditures?.length }, parameters);
  if (!unionType) return [say.missing("工会组织形式", "the type of the union")];
  if (!keepsAccounts(unionType))
    return [say.notApplicable("本条只适用于乡镇（街道）工会和基层工会。", "Township and grassroots unions are meant.")];
  if (!expenditures) return [say.missing("经费支出及审批记录", "expenditures and who approved them")];
  if (expenditures.length === 0) return [say.notApplicable("没有经费支出。", "There is no expenditure.")];
  const findings = expenditures.map((one) => judgeSoleApproval(facts, one, parameters));
  const open = findings.filter(({ outcome }) => outcome !== "PASS");
  if (open.length > 0) return open;
  return [
    say.pass(
      `${findings.length} 笔支出均由主席审批。`,
      `All ${findings.length} expenditures were approved by the chair.`,
    ),
  ];
}

/** R30 for one expenditure. */
export function judgeSoleApproval(
  facts: SoleApproverFacts,
  expenditure: ApprovedExpenditure,
  parameters: Parameters,
): Finding {
  const { id: item, approverId, approvedOn } = expenditure;
  const offices = facts.approverOffices;
  const sitting = approvedOn ? (offices ?? []).filter((one) => isInOffice(one, approvedOn)) : [];
  const say = new Say("R30", CODE, { ...expenditure, sitting }, parameters);
  const remedy = words(
    "由主席（空缺时由主持工作的副主席）审批。",
    "Have it approved by the chair, or by the acting chair in a vacancy.",
  );
  if (approverId === "NONE")
    return say.unmet(words("该笔支出没有审批人。", "Nobody approved the expenditure."), remedy, { item });
  if (approverId == null || !approvedOn)
    return say.missing("支出的审批人或审批日期", "who approved the expenditure and when", { item });
  if (!offices) return say.missing("主席任职记录", "who held the chair", { item });
  const chairs = sitting.filter(({ isActing }) => !isActing);
  const entitled = chairs.length > 0 ? chairs : sitting;
  if (entitled.some(({ holderId }) => holderId === approverId))
    return say.pass("由时任主席审批。", "Approved by the chair of the day.", { item });
  const zh = `${officialDay(approvedOn)}的审批人当日不是主席。`;
  return say.unmet(words(zh, `The approver of ${approvedOn} did not hold the chair that day.`), remedy, { item });
}
