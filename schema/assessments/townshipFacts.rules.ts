import type { TownshipForm } from "../hierarchy/unionType.rules.js";
import type { EmploymentMode, TreatmentRank } from "../positions/position.rules.js";
import type { LocalDate } from "../shared/period.rules.js";

/** A count of records; null or absent when the records it needs were never kept, which is not the same as 0. */
export type Count = number | null | undefined;

/**
 * What the records say of a township union and its subtree by affiliation on the cut-off day: plain counts, dates and the
 * few posts a rule looks at. Counted once, in one place; everything else on the sheet follows from it by rule.
 */
export interface TownshipFacts {
  cutoffOn: LocalDate;
  townshipForm: TownshipForm;

  /** A3, A4: chair of the township union on the day; null = vacant. */
  chair: {
    employmentMode: EmploymentMode;
    isPartyCommitteeMember?: boolean | null;
    treatmentRank?: TreatmentRank | null;
  } | null;
  /** A3, A4: treatment ranks of the vice chairs who sit full time on the day; null = rank not set. */
  fullTimeViceChairRanks: readonly (TreatmentRank | null)[];
  /** A3: days of the year, up to the day, without a chair in office. */
  chairVacantDays: Count;

  /** B1: figures of the latest profile whose reference date is not after the day. */
  enterpriseCount?: Count;
  secondaryTertiaryEmployees?: Count;

  /** B2: enterprises and public institutions not closed on the day, whose deadline (opening + 1 year) is before the day. */
  dueEmployers?: Count;
  /** B2: those of them that are covered by a grassroots union founded by the day. */
  unionisedEmployers?: Count;

  /** B3: active members on the day, and employees of the units covered by a union. */
  members?: Count;
  employees?: Count;

  /** B4: villages and communities of the territory, and other listed places; those with a union of their own or over them. */
  listedPlaces?: Count;
  coveredPlaces?: Count;

  /** B5: unions in force that have a term; those whose latest term has not ended before the day. */
  unionsWithTerm?: Count;
  unionsWithinTerm?: Count;

  /** B6, B7: unions in force on the day that elect organs and can be registered: village, federation and grassroots unions. */
  unions?: Count;
  /** B6: those with a review organ and, where there are women members, a women's organ. */
  unionsWithBothOrgans?: Count;
  /** B7: those whose legal-person certificate is valid on the day. */
  registeredUnions?: Count;
  /** B7: those with 25 members or more, and the registered ones among them. */
  largeUnions?: Count;
  registeredLargeUnions?: Count;

  /** D2: covered enterprises and institutions with 200 employees or more (R41), and those without a finding. */
  largeUnits?: Count;
  compliantLargeUnits?: Count;
  /** D2: covered enterprises and institutions with fewer than 200 employees (R42), and those without a finding. */
  smallUnits?: Count;
  compliantSmallUnits?: Count;

  /** D3: chairs whose first year in office ended in the year (and did not leave before), and those trained in it. */
  newChairs?: Count;
  newChairsTrained?: Count;
  /** D3: persons in union office on the day, and those who passed a course ending in the year. */
  cadres?: Count;
  cadresTrained?: Count;

  /** D4: chairs in office of unions of non-public enterprises, and those elected directly. */
  nonPublicChairs?: Count;
  directlyElectedChairs?: Count;
}
