import { judgeAnnualReport } from "./annualReport.rules.js";
import { judgeAppealMechanisms } from "./appealMechanism.rules.js";
import { judgeAwardFiles } from "./awardFile.rules.js";
import { judgeBudget } from "./budget.rules.js";
import { judgeCollectiveContracts } from "./collectiveContract.rules.js";
import { judgeCongressResolutions } from "./congressResolution.rules.js";
import type { FindingRule } from "./demands.rules.js";
import { judgeDualLeadership } from "./dualLeadership.rules.js";
import { judgeEnterpriseRanks } from "./enterpriseRank.rules.js";
import { judgeEstablishment } from "./establishment.rules.js";
import { judgeFinalAccount } from "./finalAccount.rules.js";
import { judgeFinanceReview } from "./financeReview.rules.js";
import type { Finding } from "./finding.rules.js";
import { judgeFullTimeOfficer } from "./fullTimeOfficer.rules.js";
import { judgeFullTimeStaff } from "./fullTimeStaff.rules.js";
import { judgeGovernmentSupport } from "./governmentSupport.rules.js";
import { judgeGrowth } from "./growth.rules.js";
import { judgeHazards } from "./hazard.rules.js";
import { judgeImplementationPlan } from "./implementationPlan.rules.js";
import { judgeIncidentReports } from "./incidentReport.rules.js";
import { judgeIndependentAccounting } from "./independentAccounting.rules.js";
import { judgeInstitutionalSystems } from "./institutionalSystem.rules.js";
import { judgeInternalRules } from "./internalRule.rules.js";
import { judgeJointConference } from "./jointConference.rules.js";
import { judgeJointUnion } from "./jointUnion.rules.js";
import { judgeKeyGroups } from "./keyGroup.rules.js";
import { judgeKeySectors } from "./keySector.rules.js";
import { judgeLeadingGroup } from "./leadingGroup.rules.js";
import { judgeLeadingUnion } from "./leadingUnion.rules.js";
import { judgeLevelMechanisms } from "./levelMechanism.rules.js";
import { judgeManagementOpinions } from "./managementOpinion.rules.js";
import { judgeMemberRoll } from "./memberRoll.rules.js";
import { judgeNeedForPartyChair } from "./needForPartyChair.rules.js";
import { judgeNetworkCoverage } from "./networkCoverage.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { judgePartyBuilding } from "./partyBuilding.rules.js";
import { judgePolicyConsultations } from "./policyConsultation.rules.js";
import { judgePreparatoryFunds } from "./preparatoryFund.rules.js";
import { judgePresumedSeparateUnion } from "./presumedSeparateUnion.rules.js";
import { judgeRetentionPolicy } from "./retentionPolicy.rules.js";
import { judgeRetentionShortfall } from "./retentionShortfall.rules.js";
import { judgeSeparateAccount } from "./separateAccount.rules.js";
import { judgeSeparateUnion } from "./separateUnion.rules.js";
import { judgeSixGoods } from "./sixGoods.rules.js";
import { judgeSoleApprovals } from "./soleApprover.rules.js";
import { judgeStandardization } from "./standardization.rules.js";
import { judgeStandingCongress } from "./standingCongress.rules.js";
import type { SubjectKind } from "./subject.rules.js";
import type { FactsOf } from "./subjectFacts.rules.js";
import { judgeTownshipChair } from "./townshipChair.rules.js";
import { judgeTownshipChairRank } from "./townshipChairRank.rules.js";
import { judgeTownshipFederation } from "./townshipFederation.rules.js";
import { judgeTownshipStaff } from "./townshipStaff.rules.js";
import { judgeTownshipSystems } from "./townshipSystem.rules.js";
import { judgeTownshipUnion } from "./townshipUnion.rules.js";
import { judgeTownshipViceChair } from "./townshipViceChair.rules.js";
import { judgeTownshipViceRank } from "./townshipViceRank.rules.js";
import { judgeTrainingGap } from "./trainingGap.rules.js";
import { judgeTransferConsents } from "./transferConsent.rules.js";
import { judgeUnionCongress } from "./unionCongress.rules.js";
import { judgeUnionFees } from "./unionFee.rules.js";
import { judgeWorkMechanisms } from "./workMechanism.rules.js";

/** Judges one subject by one rule: pure, over facts and the values in force. */
export type Judge<F> = (facts: F, parameters: Parameters) => Finding | readonly Finding[];

/** A rule, the code of the findings a function gives, and the function. */
export type Judged<F> = readonly [rule: FindingRule, code: string, judge: Judge<F>];

/** Which rules judge which kind of subject, in the order of the policy text. */
export const REGISTER: { readonly [K in SubjectKind]: readonly Judged<FactsOf[K]>[] } = {
  EMPLOYER: [
    ["R02", "UNION_NOT_ESTABLISHED_IN_TIME", judgeEstablishment],
    ["R03", "SEPARATE_UNION_REQUIRED", judgeSeparateUnion],
    ["R03", "SEPARATE_UNION_PRESUMED", judgePresumedSeparateUnion],
    ["R24", "UNION_FEE_SHORTFALL", judgeUnionFees],
    ["R26", "PREPARATORY_FUND_UNPAID", judgePreparatoryFunds],
    ["R41", "FULLTIME_OFFICER_REQUIRED", judgeFullTimeOfficer],
    ["R42", "FULLTIME_STAFF_REQUIRED", judgeFullTimeStaff],
  ],
  UNION: [
    ["R04", "JOINT_UNION_TOO_FEW_UNITS", judgeJointUnion],
    ["R05", "STANDARDIZATION_PENDING", judgeStandardization],
    ["R12", "NO_LEADING_UNION", judgeLeadingUnion],
    ["R29", "SEPARATE_ACCOUNT_MISSING", judgeSeparateAccount],
    ["R29", "INDEPENDENT_ACCOUNTING_MISSING", judgeIndependentAccounting],
    ["R30", "BUDGET_MISSING", judgeBudget],
    ["R30", "FINAL_ACCOUNT_MISSING", judgeFinalAccount],
    ["R30", "AUDIT_REVIEW_MISSING", judgeFinanceReview],
    ["R30", "SOLE_APPROVER_BREACH", judgeSoleApprovals],
    ["R38", "TRAINING_GAP", judgeTrainingGap],
    ["R47", "MANAGEMENT_OPINION_MISSING", judgeManagementOpinions],
    ["R48", "TRANSFER_WITHOUT_CONSENT", judgeTransferConsents],
    ["R53", "APPEAL_MECHANISM_MISSING", judgeAppealMechanisms],
    ["R53", "APPEAL_MECHANISM_MISSING", judgeIncidentReports],
  ],
  GRASSROOTS_UNION: [
    ["R17a", "MEMBER_ROLL_INCOMPLETE", judgeMemberRoll],
    ["R17b", "CONGRESS_RESOLUTION_OPEN", judgeCongressResolutions],
    ["R17c", "COLLECTIVE_CONTRACT_EXPIRED", judgeCollectiveContracts],
    ["R17d", "AWARD_FILE_INCOMPLETE", judgeAwardFiles],
    ["R17e", "HAZARD_OPEN", judgeHazards],
    ["R18", "INSTITUTIONAL_SYSTEM_MISSING", judgeInstitutionalSystems],
    ["R43", "TREATMENT_RANK_MISSING", judgeEnterpriseRanks],
  ],
  TOWNSHIP_UNION: [
    ["R13", "DUAL_LEADERSHIP_INCOMPLETE", judgeDualLeadership],
    ["R16", "SIX_GOODS_NOT_ASSESSED", judgeSixGoods],
    ["R19", "TOWNSHIP_SYSTEM_MISSING", judgeTownshipSystems],
    ["R20", "UNION_CONGRESS_REQUIRED", judgeUnionCongress],
    ["R20", "UNION_CONGRESS_REQUIRED", judgeStandingCongress],
    ["R21", "WORK_MECHANISM_MISSING", judgeWorkMechanisms],
    ["R22", "INTERNAL_RULE_MISSING", judgeInternalRules],
    ["R27", "RETENTION_SHORTFALL", judgeRetentionShortfall],
    ["R28", "GOVERNMENT_SUPPORT_NONE", judgeGovernmentSupport],
    ["R36", "ANNUAL_REPORT_NOT_FILED", judgeAnnualReport],
    ["R45", "TOWNSHIP_FULLTIME_CHAIR_EXPECTED", judgeTownshipChair],
    ["R45", "TREATMENT_RANK_MISSING", judgeTownshipChairRank],
    ["R46", "TOWNSHIP_FULLTIME_VICE_REQUIRED", judgeTownshipViceChair],
    ["R46", "TOWNSHIP_FULLTIME_VICE_REQUIRED", judgeNeedForPartyChair],
    ["R46", "TREATMENT_RANK_MISSING", judgeTownshipViceRank],
    ["R49", "TOWNSHIP_STAFF_NONE", judgeTownshipStaff],
  ],
  FEDERATION: [
    ["R06", "KEY_SECTOR_COVERAGE", judgeKeySectors],
    ["R07", "KEY_GROUP_COVERAGE", judgeKeyGroups],
    ["R08", "GROWTH_NOT_ACHIEVED", judgeGrowth],
    ["R23", "LEVEL_MECHANISM_MISSING", judgeLevelMechanisms],
    ["R27", "RETENTION_POLICY_MISSING", judgeRetentionPolicy],
    ["R33", "LEADING_GROUP_MISSING", judgeLeadingGroup],
    ["R34", "JOINT_CONFERENCE_MISSING", judgeJointConference],
    ["R35", "POLICY_WITHOUT_CONSULTATION", judgePolicyConsultations],
    ["R36", "ANNUAL_REPORT_NOT_FILED", judgeAnnualReport],
    ["R37", "IMPLEMENTATION_PLAN_MISSING", judgeImplementationPlan],
  ],
  TOWNSHIP: [
    ["R01", "NETWORK_COVERAGE", judgeNetworkCoverage],
    ["R14", "TOWNSHIP_UNION_MISSING", judgeTownshipUnion],
    ["R15", "TOWNSHIP_FEDERATION_REQUIRED", judgeTownshipFederation],
  ],
  PARTY_COMMITTEE: [["R32", "PARTY_BUILDING_ASSESSMENT_MISSING", judgePartyBuilding]],
};
