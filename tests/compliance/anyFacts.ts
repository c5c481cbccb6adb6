import fc, { type Arbitrary } from "fast-check";
import { APPEAL_MECHANISMS } from "../../schema/compliance/appealMechanism.rules.js";
import { COVERAGE_FORMS } from "../../schema/compliance/employerFacts.rules.js";
import { INSTITUTIONAL_SYSTEMS } from "../../schema/compliance/institutionalSystem.rules.js";
import { INTERNAL_RULES } from "../../schema/compliance/internalRule.rules.js";
import { KEY_GROUPS } from "../../schema/compliance/keyGroup.rules.js";
import { LEVEL_MECHANISMS } from "../../schema/compliance/levelMechanism.rules.js";
import { STANDARDIZATION_STATUSES } from "../../schema/compliance/standardization.rules.js";
import type { SubjectKind } from "../../schema/compliance/subject.rules.js";
import type { FactsOf } from "../../schema/compliance/subjectFacts.rules.js";
import { WORK_MECHANISMS } from "../../schema/compliance/workMechanism.rules.js";
import { KEY_SECTORS, RULE_GROUPS } from "../../schema/employers/employer.rules.js";
import { TOWNSHIP_FORMS, UNION_LEVELS, UNION_TYPES } from "../../schema/hierarchy/unionType.rules.js";
import { EMPLOYMENT_MODES, END_REASONS, TREATMENT_RANKS } from "../../schema/positions/position.rules.js";
import { CONSENT_DECISIONS, CONSENTING_BODIES } from "../../schema/positions/transfer.rules.js";
import { addDays } from "../../schema/shared/period.rules.js";

/** What each member of the facts of a subject can be, unknown left aside. */
export type Members<F> = { [M in keyof F]-?: Arbitrary<NonNullable<F[M]>> };

/** A member that is known about two times in three, and otherwise null or absent. */
export const maybe = <T>(known: Arbitrary<T>): Arbitrary<T | null | undefined> =>
  fc.oneof({ weight: 4, arbitrary: known }, { weight: 1, arbitrary: fc.constantFrom(null, undefined) });

/** Objects of whose members any may be unknown. */
const partly = <T extends Record<string, Arbitrary<unknown>>>(members: T) =>
  fc.record(Object.fromEntries(Object.entries(members).map(([name, known]) => [name, maybe(known)])));

const some = (member: Arbitrary<unknown>) => fc.array(member, { maxLength: 3 }) as Arbitrary<never>;
const one = <T>(values: readonly T[]): Arbitrary<T> => fc.constantFrom(...values);
const id = fc.nat(3);
const name = one(["a", "b", "c"]);
/** Days about the one asked for, so that boundaries are met often. */
const day = fc.oneof(
  fc.integer({ min: -2, max: 2 }).map((days) => addDays("2025-12-31", days)),
  fc.integer({ min: -1200, max: 400 }).map((days) => addDays("2025-12-31", days)),
);
const flag = fc.boolean();
const few = fc.nat(3);
const employees = one([0, 1, 24, 25, 26, 199, 200, 201, 5000]);
const fen = one(["0", "1", "24", "25", "2469134", "2469135", "123456725"]);
const period = one(["2013-08", "2025-02", "2025-03", "2025-11", "2025-12"]);
/** Some systems at hazard, or all of the list long in force but for what is unknown of one or the other. */
const systems = (list: readonly string[]) =>
  fc.oneof(
    fc.array(partly({ kind: one([...list, "CUSTOM"]), adoptedOn: day, repealedOn: day }), {
      maxLength: list.length * 2,
    }),
    fc.tuple(...list.map((kind) => maybe(fc.constant("2020-01-01")).map((adoptedOn) => ({ kind, adoptedOn })))),
    fc.constant(list.map((kind) => ({ kind, adoptedOn: "2020-01-01" }))),
  ) as Arbitrary<never>;

const asOf = day;
const year = one([2012, 2024, 2025, 2026]);
const unionType = one(UNION_TYPES);
const level = one(UNION_LEVELS);
const ruleGroup = one(RULE_GROUPS);
const townshipForm = one([...TOWNSHIP_FORMS, "NONE"] as const);
const role = one(["CHAIR", "VICE_CHAIR", "EXECUTIVE_VICE_CHAIR", "STAFF"] as const);
const position = partly({
  id,
  role,
  employmentMode: one(EMPLOYMENT_MODES),
  startOn: day,
  endedOn: day,
  treatmentRank: one(TREATMENT_RANKS),
});
const consent = partly({
  body: one(CONSENTING_BODIES),
  decision: one(CONSENT_DECISIONS),
  decidedOn: day,
  superiorId: id,
});
const consents = fc.oneof(
  some(consent),
  fc.constant(CONSENTING_BODIES.map((body) => ({ body, decision: "AGREED", decidedOn: "2023-01-01", superiorId: 1 }))),
);
const transfer = partly({
  id,
  role,
  endReason: one([END_REASONS[0], "MID_TERM_TRANSFER", "MID_TERM_TRANSFER"]),
  termEndOn: day,
  transferOn: day,
  superiorId: id,
  consents,
});
const office = fc.record({ holderId: id, isActing: flag, startOn: day, endedOn: maybe(day) });
const named = (members: Record<string, Arbitrary<unknown>>) =>
  fc.tuple(name, partly(members)).map(([itemId, rest]) => ({ id: itemId, ...rest }));

export const MEMBERS: { [K in SubjectKind]: Members<FactsOf[K]> } = {
  EMPLOYER: {
    asOf,
    ruleGroup,
    closedOn: day,
    coverage: one(COVERAGE_FORMS),
    openedOn: fc.integer({ min: -3, max: 800 }).map((days) => addDays("2025-12-31", -days)),
    establishedOn: day,
    members: employees,
    membersReachedOn: day,
    employeeCount: employees,
    dispatchedCount: few,
    positions: some(position),
    feeMonths: some(
      fc
        .tuple(period, partly({ payrollBase: fen, paid: fen, hadUnion: flag }))
        .map(([month, rest]) => ({ period: month, ...rest })),
    ),
  },
  UNION: {
    asOf,
    year,
    unionType,
    coveredUnits: few,
    standardizationStatus: one(STANDARDIZATION_STATUSES),
    openStandards: few,
    hasSuperior: flag,
    isLedFromOutside: flag,
    bankAccounts: some(partly({ status: one(["OWN", "ESCROWED"]), openedOn: day, closedOn: day })),
    hasIndependentAccounting: flag,
    hasBudget: flag,
    hasFinalAccount: flag,
    hasFinanceReview: flag,
    approverOffices: some(office),
    expenditures: some(named({ approverId: one([0, 1, 2, "NONE"]), approvedOn: day })),
    cadreHours: some(maybe(few)),
    nominations: some(named({ hasPartyOpinion: flag, hasSuperiorOpinion: flag })),
    transfers: some(transfer),
    appealMechanisms: systems(Object.keys(APPEAL_MECHANISMS)),
    incidents: some(named({ hoursToReport: few })),
  },
  GRASSROOTS_UNION: {
    asOf,
    unionType,
    ruleGroup,
    members: few,
    incompleteMembers: few,
    activists: few,
    partyRecommendations: few,
    workersCongresses: few,
    congressResolutions: few,
    openResolutions: few,
    collectiveContracts: some(partly({ type: name, validFrom: day, validThrough: day })),
    labourActivities: few,
    awardFiles: few,
    incompleteAwardFiles: few,
    inspections: few,
    openHazards: few,
    institutionalSystems: systems(INSTITUTIONAL_SYSTEMS),
    positions: some(position),
  },
  TOWNSHIP_UNION: {
    asOf,
    year,
    hasPartyCommittee: flag,
    hasSuperior: flag,
    isAssessmentClosed: flag,
    wasInForceAtYearEnd: flag,
    assessmentResult: one(["GRADED", "UNGRADED_BY_VETO", "NOT_COMPUTABLE", "NOT_ASSESSED"] as const),
    organisationSystems: one(["NONE", "IN_FORCE", "SOUND"] as const),
    workSystems: one(["NONE", "IN_FORCE", "SOUND"] as const),
    townshipForm,
    congressesHeldOn: some(day),
    hasStandingSystem: flag,
    workMechanisms: systems(Object.keys(WORK_MECHANISMS)),
    internalRules: systems(Object.keys(INTERNAL_RULES)),
    remittedTotal: fen,
    retentionPercent: one(["0", "15.50"]),
    retentionCredited: fen,
    governmentSubsidy: fen,
    hasAnnualReport: flag,
    hasChair: flag,
    chairEmploymentMode: one(EMPLOYMENT_MODES),
    isChairOfPartyCommittee: flag,
    chairExceptionReason: one(["", "工作需要"]),
    fullTimeViceChairs: few,
    positions: some(position),
    fullTimeStaff: few,
    plannedPosts: few,
  },
  FEDERATION: {
    asOf,
    year,
    level,
    keySectors: some(
      fc.tuple(one(KEY_SECTORS), partly({ units: few, unionised: few })).map(([sector, rest]) => ({ sector, ...rest })),
    ),
    keyGroups: some(
      fc.tuple(one(KEY_GROUPS), partly({ workers: few, members: few })).map(([group, rest]) => ({ group, ...rest })),
    ),
    foundedInYear: few,
    foundedYearBefore: few,
    unionsAtEnd: few,
    unionsAtEndBefore: few,
    joinedInYear: few,
    joinedYearBefore: few,
    membersAtEnd: few,
    membersAtEndBefore: few,
    levelMechanisms: systems(Object.keys(LEVEL_MECHANISMS)),
    retentionPolicies: some(partly({ validFrom: day, validThrough: day })),
    hasLeadingGroup: flag,
    leadingGroupMeetings: few,
    conferencesHeldOn: some(day),
    conferenceExceptionReason: one(["", "机构改革"]),
    consultedPolicies: some(named({ topic: one(["WAGES", "OTHER"]), unionTookPart: flag })),
    hasAnnualReport: flag,
    hasImplementationPlan: flag,
  },
  TOWNSHIP: {
    asOf,
    hasTownshipUnion: flag,
    villages: few,
    unionisedVillages: few,
    dueEmployers: few,
    unionisedEmployers: few,
    townshipForm,
    enterpriseCount: one([0, 49, 50, 51]),
    secondaryTertiaryEmployees: one([0, 1999, 2000, 2001]),
  },
  PARTY_COMMITTEE: { asOf, year, isAssessmentClosed: flag, hasPartyBuildingResult: flag },
};

/** Facts of which any member but the day may be unknown. */
export function anyFacts(kind: SubjectKind): Arbitrary<{ asOf: string } & Record<string, unknown>> {
  const members = Object.entries(MEMBERS[kind] as Record<string, Arbitrary<unknown>>);
  return fc.record(
    Object.fromEntries(members.map(([member, known]) => [member, member === "asOf" ? known : maybe(known)])),
  ) as Arbitrary<{ asOf: string } & Record<string, unknown>>;
}
