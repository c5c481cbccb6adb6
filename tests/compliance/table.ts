import type { Letter } from "./outcomes.js";

interface CodedRule {
  codes: readonly string[];
  modal: string;
  /** Outcomes of the table; `D` is possible everywhere, since a missing input is never a pass. */
  outcomes: readonly Letter[];
}

/** Each outcome as the table prints it, with what is added to it here after the bar. */
const row = (modal: string, outcomes: string, ...codes: string[]): CodedRule => ({
  codes,
  modal,
  outcomes: [...outcomes.replace("|", ""), "D"] as Letter[],
});

/**
 * The rows of the table of rules that have a finding code: modal words, outcomes, codes. After the bar stands what
 * the table does not print: `N` for a subject with nothing to judge (R12 the city's own federation, R27 the city, R33
 * counties, R38 a union without cadres, R47 without nominations, R53 without incidents, ranks of R45 without full-time
 * officers), `W` for the rank of R46 and `I` for the reason that R45 lets count.
 */
export const CODED: Readonly<Record<string, CodedRule>> = {
  R01: row("", "IJ", "NETWORK_COVERAGE"),
  R02: row("要", "PVIDN", "UNION_NOT_ESTABLISHED_IN_TIME"),
  R03: row("要", "PVJDN", "SEPARATE_UNION_REQUIRED", "SEPARATE_UNION_PRESUMED"),
  R04: row("可以", "PWN", "JOINT_UNION_TOO_FEW_UNITS"),
  R05: row("要…逐步", "PID", "STANDARDIZATION_PENDING"),
  R06: row("要以…为", "ID", "KEY_SECTOR_COVERAGE"),
  R07: row("要以…为", "ID", "KEY_GROUP_COVERAGE"),
  R08: row("确保", "PWJD", "GROWTH_NOT_ACHIEVED"),
  R12: row("", "PWD|N", "NO_LEADING_UNION"),
  R13: row("", "PW", "DUAL_LEADERSHIP_INCOMPLETE"),
  R14: row("", "PW", "TOWNSHIP_UNION_MISSING"),
  R15: row("应", "PVID", "TOWNSHIP_FEDERATION_REQUIRED"),
  R16: row("要", "PVJN", "SIX_GOODS_NOT_ASSESSED"),
  R17a: row("", "PJD", "MEMBER_ROLL_INCOMPLETE"),
  R17b: row("", "PJD", "CONGRESS_RESOLUTION_OPEN"),
  R17c: row("", "PWD", "COLLECTIVE_CONTRACT_EXPIRED"),
  R17d: row("", "PJD", "AWARD_FILE_INCOMPLETE"),
  R17e: row("", "PJD", "HAZARD_OPEN"),
  R18: row("要", "PVDN", "INSTITUTIONAL_SYSTEM_MISSING"),
  R19: row("要", "PVJ", "TOWNSHIP_SYSTEM_MISSING"),
  R20: row("要…有条件的", "PVIN", "UNION_CONGRESS_REQUIRED"),
  R21: row("", "PW", "WORK_MECHANISM_MISSING"),
  R22: row("", "PW", "INTERNAL_RULE_MISSING"),
  R23: row("要", "PVN", "LEVEL_MECHANISM_MISSING"),
  R24: row("应", "PVDN", "UNION_FEE_SHORTFALL"),
  R26: row("须", "PVDN", "PREPARATORY_FUND_UNPAID"),
  R27: row("要", "PVD|N", "RETENTION_POLICY_MISSING", "RETENTION_SHORTFALL"),
  R28: row("可…要", "PJI", "GOVERNMENT_SUPPORT_NONE"),
  R29: row("要", "PVJDN", "SEPARATE_ACCOUNT_MISSING", "INDEPENDENT_ACCOUNTING_MISSING"),
  R30: row("要", "PVDN", "BUDGET_MISSING", "FINAL_ACCOUNT_MISSING", "AUDIT_REVIEW_MISSING", "SOLE_APPROVER_BREACH"),
  R32: row("要", "PVN", "PARTY_BUILDING_ASSESSMENT_MISSING"),
  R33: row("", "PWI|N", "LEADING_GROUP_MISSING"),
  R34: row("原则上", "PWIN", "JOINT_CONFERENCE_MISSING"),
  R35: row("应当", "PVN", "POLICY_WITHOUT_CONSULTATION"),
  R36: row("要切实…及时", "PJ", "ANNUAL_REPORT_NOT_FILED"),
  R37: row("要", "PV", "IMPLEMENTATION_PLAN_MISSING"),
  R38: row("要", "PWJD|N", "TRAINING_GAP"),
  R41: row("要", "PVDN", "FULLTIME_OFFICER_REQUIRED"),
  R42: row("应当", "PWDN", "FULLTIME_STAFF_REQUIRED"),
  R43: row("", "PWN", "TREATMENT_RANK_MISSING"),
  R45: row("原则上应", "PW|IN", "TOWNSHIP_FULLTIME_CHAIR_EXPECTED", "TREATMENT_RANK_MISSING"),
  R46: row("应", "PVJN|W", "TOWNSHIP_FULLTIME_VICE_REQUIRED", "TREATMENT_RANK_MISSING"),
  R47: row("", "PW|N", "MANAGEMENT_OPINION_MISSING"),
  R48: row("不得…应当", "PVDN", "TRANSFER_WITHOUT_CONSENT"),
  R49: row("要", "PVJ", "TOWNSHIP_STAFF_NONE"),
  R53: row("", "PWJ|N", "APPEAL_MECHANISM_MISSING"),
};

/** Rules whose severity is not the one of their modal words: duties without a date, demands without a figure, choices made. */
export const SEVERITY_DEPARTURES = {
  R01: "NEEDS_JUDGEMENT",
  R04: "WARNING",
  R08: "WARNING",
  R17a: "NEEDS_JUDGEMENT",
  R17b: "NEEDS_JUDGEMENT",
  R17d: "NEEDS_JUDGEMENT",
  R17e: "NEEDS_JUDGEMENT",
  R28: "INFO",
  R36: "NEEDS_JUDGEMENT",
  R38: "WARNING",
  R42: "WARNING",
};
