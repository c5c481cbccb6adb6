import type { RecordName } from "../../schema/records.js";
import { markOf } from "../../schema/shared/register.js";
import { UNION } from "../shared/world.js";
import { DIVISION_AT, idAt, LEAF_AT, type Place, UNION_AT } from "./matrixPlaces.js";
import { type MatrixWorld } from "./matrixWorld.js";

export type Input = Record<string, unknown>;

/** What a change is told in a place: about a row of that place, with everything else good. */
export interface Change {
  /** The record that is changed or shown, by the row of the place; absent for what is new. */
  amends?: RecordName;
  input: (place: Place, id: (record: RecordName) => string) => Input;
}

const union = (place: Place) => idAt("TradeUnion", UNION_AT[place]);
const amend = (amends: RecordName, more: Input = {}): Change => ({ amends, input: () => more });
const SUPERIOR: Record<Place, number> = { inside: UNION.fushan, parent: UNION.fushan, sibling: UNION.keqiao };
const TOWNSHIP: Record<Place, number> = { inside: UNION.fushan, parent: UNION.city, sibling: UNION.keqiaoTown };

/** A good input for every change that goes through the door of records, in the place it is tried. */
export const CHANGES: Readonly<Record<string, Change>> = {
  createTradeUnion: {
    input: (place) => ({
      name: "测试工会",
      type: place === "parent" ? "COUNTY_FEDERATION" : "GRASSROOTS_INDEPENDENT",
      superiorId: union(place),
      establishedOn: "2024-01-01",
      ...(place === "parent" ? { territoryId: "division-1" } : {}),
    }),
  },
  updateTradeUnion: amend("TradeUnion", { address: "人民路" }),
  affiliateTradeUnion: {
    amends: "TradeUnion",
    input: (place) => ({
      id: idAt("TradeUnion", LEAF_AT[place]),
      superiorId: idAt("TradeUnion", SUPERIOR[place]),
      effectiveOn: "2026-01-01",
    }),
  },
  dissolveTradeUnion: {
    amends: "TradeUnion",
    input: (place) => ({ id: idAt("TradeUnion", LEAF_AT[place]), dissolvedOn: "2026-01-01" }),
  },
  createFederationMembership: {
    input: (place) => ({
      tradeUnionId: idAt("TradeUnion", LEAF_AT[place]),
      federationId: "tradeUnion-11",
      kind: "INDUSTRY",
      validFrom: "2010-01-01",
    }),
  },
  endFederationMembership: amend("FederationMembership", { validTo: "2026-01-01" }),
  createTownshipProfile: {
    input: (place) => ({
      divisionId: idAt("Division", DIVISION_AT[place]),
      year: 2019,
      referenceOn: "2019-12-31",
      source: "年报",
    }),
  },
  updateTownshipProfile: amend("TownshipProfile", { enterpriseCount: 51 }),
  createEmployer: {
    input: (place) => ({ name: "测试单位", category: "PRIVATE", territoryId: "division-4", keeperId: union(place) }),
  },
  updateEmployer: amend("Employer", { address: "人民路" }),
  setEmployerYear: {
    input: (_, id) => ({ employerId: id("Employer"), year: 2023, referenceOn: "2023-09-30", employeeCount: 200 }),
  },
  coverEmployer: {
    input: (place, id) => ({
      tradeUnionId: idAt("TradeUnion", LEAF_AT[place]),
      employerId: id("Employer"),
      validFrom: "2019-01-01",
    }),
  },
  endCoverage: amend("Coverage", { validTo: "2026-01-01" }),
  createPerson: { input: (place) => ({ name: "测试人", sex: "FEMALE", keeperId: union(place) }) },
  updatePerson: amend("Person", { education: "BACHELOR" }),
  revealPersonalData: {
    amends: "Person",
    input: () => ({ field: "PHONE", reasonCode: "CONTACT", reason: "核对" }),
  },
  createHardshipCase: {
    input: (place, id) => ({
      personId: id("Person"),
      tradeUnionId: union(place),
      category: "DEEP",
      openedOn: "2025-02-01",
    }),
  },
  updateHardshipCase: amend("HardshipCase", { category: "DEEP" }),
  revealHardshipDetails: {
    amends: "HardshipCase",
    input: () => ({ reasonCode: "BENEFIT", reason: "核对" }),
  },
  withdrawAttachment: amend("Attachment", { reason: "有误" }),
  createMembership: {
    input: (place, id) => ({
      personId: id("Person"),
      tradeUnionId: union(place),
      status: "RETAINED",
      validFrom: "2019-01-01",
    }),
  },
  updateMembership: amend("Membership", { reason: "更正" }),
  createPosition: {
    input: (place, id) => ({
      tradeUnionId: union(place),
      personId: id("Person"),
      role: "WOMEN_CHAIR",
      employmentMode: "PART_TIME",
      startOn: "2024-02-01",
    }),
  },
  updatePosition: amend("Position", { concurrentPost: "车间主任" }),
  createTerm: {
    input: (place) => ({ tradeUnionId: union(place), termNumber: 30, startOn: "2024-02-01", termEndOn: "2029-01-31" }),
  },
  updateTerm: amend("Term", { approvalDocNo: "1" }),
  createCourse: {
    input: (place) => ({
      code: "T-1",
      name: "测试班",
      category: "ONLINE",
      level: "TOWNSHIP",
      mode: "ONLINE",
      organiserId: union(place),
      startOn: "2025-01-01",
      endOn: "2025-01-02",
      hours: 8,
    }),
  },
  updateCourse: amend("Course", { location: "线上" }),
  createEnrolment: { input: (_, id) => ({ personId: "person-1", courseId: id("Course") }) },
  updateEnrolment: amend("Enrolment", { attendedHours: 2 }),
  createAwardRound: {
    input: (place) => ({
      name: "测试表彰",
      level: place === "parent" ? "MUNICIPAL" : "COUNTY",
      year: 2025,
      conferredBy: "政府",
    }),
  },
  updateAwardRound: amend("AwardRound", { conferredBy: "区人民政府" }),
  createAward: {
    input: (place, id) => ({ title: "COUNTY_MODEL_WORKER", recommendedById: union(place), personId: id("Person") }),
  },
  updateAward: amend("Award", { decisionNo: "越政〔2025〕1号" }),
  createAssessment: {
    input: (place) => ({ tradeUnionId: idAt("TradeUnion", TOWNSHIP[place]), schemeId: "scheme-1", year: 2024 }),
  },
  updateAssessment: amend("Assessment", { note: "备注" }),
  createAccount: {
    input: (place) => ({ username: "lin.yue", displayName: "林月", role: "CLERK", tradeUnionId: union(place) }),
  },
  grantRole: { input: (place, id) => ({ accountId: id("Account"), role: "CLERK", tradeUnionId: union(place) }) },
  revokeGrant: amend("RoleGrant"),
  setPassword: amend("Account"),
  disableAccount: amend("Account"),
  createToken: { input: (place) => ({ name: "统计平台", scopes: ["unions:read"], tradeUnionId: union(place) }) },
  revokeToken: amend("ApiToken"),
};

/** A change as it is tried in a place; a row that the place cannot have is asked for by a number that nobody has. */
export async function inputOf({ world, at }: MatrixWorld, mutation: string, place: Place): Promise<Input> {
  const change = CHANGES[mutation];
  if (!change) throw new Error(`${mutation}: nobody has said how this change is tried`);
  const id = (record: RecordName) => idAt(record, at[place][record][0]);
  const input = change.input(place, id);
  if (!change.amends) return input;
  const self = String(input["id"] ?? id(change.amends));
  const [row] = await world.sql<{ version: number }>(
    `select version from ${markOf(change.amends).table} where id = $1`,
    [Number(self.split("-")[1])],
  );
  const isVersioned = !mutation.startsWith("reveal"); // which changes nothing
  return { id: self, ...(isVersioned ? { version: row?.version ?? 1 } : {}), ...input };
}
