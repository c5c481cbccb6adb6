import type { AnnualReportFacts } from "./annualReport.rules.js";
import type { AppealMechanismFacts } from "./appealMechanism.rules.js";
import type { AwardFileFacts } from "./awardFile.rules.js";
import type { BudgetFacts } from "./budget.rules.js";
import type { CollectiveContractFacts } from "./collectiveContract.rules.js";
import type { CongressResolutionFacts } from "./congressResolution.rules.js";
import type { DualLeadershipFacts } from "./dualLeadership.rules.js";
import type { EnterpriseRankFacts } from "./enterpriseRank.rules.js";
import type { EstablishmentFacts } from "./establishment.rules.js";
import type { FinalAccountFacts } from "./finalAccount.rules.js";
import type { FinanceReviewFacts } from "./financeReview.rules.js";
import type { FullTimeFacts } from "./fullTimePosts.rules.js";
import type { GovernmentSupportFacts } from "./governmentSupport.rules.js";
import type { GrowthFacts } from "./growth.rules.js";
import type { HazardFacts } from "./hazard.rules.js";
import type { ImplementationPlanFacts } from "./implementationPlan.rules.js";
import type { IncidentReportFacts } from "./incidentReport.rules.js";
import type { IndependentAccountingFacts } from "./independentAccounting.rules.js";
import type { InstitutionalSystemFacts } from "./institutionalSystem.rules.js";
import type { InternalRuleFacts } from "./internalRule.rules.js";
import type { JointConferenceFacts } from "./jointConference.rules.js";
import type { JointUnionFacts } from "./jointUnion.rules.js";
import type { KeyGroupFacts } from "./keyGroup.rules.js";
import type { KeySectorFacts } from "./keySector.rules.js";
import type { LeadingGroupFacts } from "./leadingGroup.rules.js";
import type { LeadingUnionFacts } from "./leadingUnion.rules.js";
import type { LevelMechanismFacts } from "./levelMechanism.rules.js";
import type { ManagementOpinionFacts } from "./managementOpinion.rules.js";
import type { MemberRollFacts } from "./memberRoll.rules.js";
import type { NetworkFacts } from "./networkCoverage.rules.js";
import type { PartyBuildingFacts } from "./partyBuilding.rules.js";
import type { PolicyConsultationFacts } from "./policyConsultation.rules.js";
import type { PreparatoryFundFacts } from "./preparatoryFund.rules.js";
import type { PresumedUnionFacts } from "./presumedSeparateUnion.rules.js";
import type { RetentionPolicyFacts } from "./retentionPolicy.rules.js";
import type { RetentionFacts } from "./retentionShortfall.rules.js";
import type { SeparateAccountFacts } from "./separateAccount.rules.js";
import type { SeparateUnionFacts } from "./separateUnion.rules.js";
import type { SixGoodsFacts } from "./sixGoods.rules.js";
import type { SoleApproverFacts } from "./soleApprover.rules.js";
import type { StandardizationFacts } from "./standardization.rules.js";
import type { StandingCongressFacts } from "./standingCongress.rules.js";
import type { TownshipFederationFacts } from "./townshipFederation.rules.js";
import type { TownshipLeadershipFacts } from "./townshipLeadership.rules.js";
import type { TownshipStaffFacts } from "./townshipStaff.rules.js";
import type { TownshipSystemFacts } from "./townshipSystem.rules.js";
import type { TownshipUnionFacts } from "./townshipUnion.rules.js";
import type { TrainingGapFacts } from "./trainingGap.rules.js";
import type { TransferFacts } from "./transferConsent.rules.js";
import type { TreatmentRankFacts } from "./treatmentRank.rules.js";
import type { UnionCongressFacts } from "./unionCongress.rules.js";
import type { WorkMechanismFacts } from "./workMechanism.rules.js";

/**
 * Everything the rules look at in an employer on a day. All members but the day may be absent or null: the rules that
 * need them then answer that data are missing. Flat on purpose, so that one statement delivers a whole city.
 */
export interface EmployerFacts
  extends EstablishmentFacts,
    SeparateUnionFacts,
    PresumedUnionFacts,
    FullTimeFacts,
    PreparatoryFundFacts {}

/** What is asked of every union, whatever its level. */
export interface UnionFacts
  extends JointUnionFacts,
    StandardizationFacts,
    LeadingUnionFacts,
    SeparateAccountFacts,
    IndependentAccountingFacts,
    BudgetFacts,
    FinalAccountFacts,
    FinanceReviewFacts,
    SoleApproverFacts,
    TrainingGapFacts,
    ManagementOpinionFacts,
    TransferFacts,
    AppealMechanismFacts,
    IncidentReportFacts {}

/** What is asked of grassroots unions beside that: single, joint and village ones. */
export interface GrassrootsUnionFacts
  extends MemberRollFacts,
    CongressResolutionFacts,
    CollectiveContractFacts,
    AwardFileFacts,
    HazardFacts,
    InstitutionalSystemFacts,
    EnterpriseRankFacts {}

/** What is asked of township unions beside that. */
export interface TownshipUnionSubjectFacts
  extends DualLeadershipFacts,
    SixGoodsFacts,
    TownshipSystemFacts,
    UnionCongressFacts,
    StandingCongressFacts,
    WorkMechanismFacts,
    InternalRuleFacts,
    RetentionFacts,
    GovernmentSupportFacts,
    AnnualReportFacts,
    TownshipLeadershipFacts,
    TreatmentRankFacts,
    TownshipStaffFacts {}

/** What is asked of the municipal and county federations beside that. */
export interface FederationFacts
  extends KeySectorFacts,
    KeyGroupFacts,
    GrowthFacts,
    LevelMechanismFacts,
    RetentionPolicyFacts,
    LeadingGroupFacts,
    JointConferenceFacts,
    PolicyConsultationFacts,
    AnnualReportFacts,
    ImplementationPlanFacts {}

/** What is asked of the township as a division. */
export interface TownshipDivisionFacts extends NetworkFacts, TownshipUnionFacts, TownshipFederationFacts {
  asOf: string;
}

/** What is asked of a party committee. */
export interface PartyCommitteeFacts extends PartyBuildingFacts {
  asOf: string;
}

/** The facts of each kind of subject. */
export interface FactsOf {
  EMPLOYER: EmployerFacts;
  UNION: UnionFacts;
  GRASSROOTS_UNION: GrassrootsUnionFacts;
  TOWNSHIP_UNION: TownshipUnionSubjectFacts;
  FEDERATION: FederationFacts;
  TOWNSHIP: TownshipDivisionFacts;
  PARTY_COMMITTEE: PartyCommitteeFacts;
}
