import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { deedPermissions } from "../../api/shared/deeds.js";
import { type Asking, asker } from "../shared/ask.js";
import { openWorld, type World } from "../shared/world.js";

let world: World;
let ask: Asking;
beforeAll(async () => {
  world = await openWorld();
  ask = asker(world);
  await world.sql(
    "insert into attachment (id, trade_union_id, file_name, media_type, size, digest, uploaded_by_id, stored_name) values (1, 8, 'a.txt', 'text/plain', 1, repeat('0', 64), 6, repeat('0', 32))",
  );
});
afterAll(() => world.end());

type Input = Record<string, unknown>;
const made: Record<string, { id: string; version: number }> = {};
const amended = (record: string, more: Input) => () => ({ ...made[record], ...more });

/** One good change of each kind, in an order in which each finds what it needs; by the federation unless another account is named. */
const CHANGES: [mutation: string, record: string, table: string, input: () => Input, as?: string][] = [
  [
    "createTradeUnion",
    "tradeUnion",
    "trade_union",
    () => ({
      name: "测试工会",
      type: "GRASSROOTS_INDEPENDENT",
      superiorId: "tradeUnion-4",
      establishedOn: "2024-01-01",
    }),
  ],
  ["updateTradeUnion", "tradeUnion", "trade_union", amended("tradeUnion", { address: "人民路" })],
  [
    "affiliateTradeUnion",
    "tradeUnion",
    "affiliation",
    amended("tradeUnion", { superiorId: "tradeUnion-5", effectiveOn: "2025-01-01" }),
  ],
  [
    "createFederationMembership",
    "federationMembership",
    "federation_membership",
    () => ({ tradeUnionId: "tradeUnion-8", federationId: "tradeUnion-11", kind: "INDUSTRY", validFrom: "2024-01-01" }),
  ],
  [
    "endFederationMembership",
    "federationMembership",
    "federation_membership",
    amended("federationMembership", { validTo: "2025-01-01" }),
  ],
  [
    "createTownshipProfile",
    "townshipProfile",
    "township_profile",
    () => ({ divisionId: "division-4", year: 2025, referenceOn: "2025-12-31", source: "年报" }),
  ],
  ["updateTownshipProfile", "townshipProfile", "township_profile", amended("townshipProfile", { enterpriseCount: 51 })],
  [
    "createEmployer",
    "employer",
    "employer",
    () => ({ name: "测试单位", category: "PRIVATE", territoryId: "division-4", keeperId: "tradeUnion-4" }),
  ],
  ["updateEmployer", "employer", "employer", amended("employer", { address: "人民路" })],
  [
    "setEmployerYear",
    "employerYear",
    "employer_year",
    () => ({ employerId: "employer-1", year: 2023, referenceOn: "2023-09-30", employeeCount: 200 }),
  ],
  [
    "coverEmployer",
    "coverage",
    "coverage",
    () => ({ tradeUnionId: "tradeUnion-9", employerId: "employer-1", validFrom: "2024-01-01" }),
  ],
  ["endCoverage", "coverage", "coverage", amended("coverage", { validTo: "2025-01-01" })],
  [
    "createPerson",
    "person",
    "person",
    () => ({ name: "测试人", sex: "FEMALE", phone: "13512340000", keeperId: "tradeUnion-8" }),
  ],
  ["revealPersonalData", "person", "person", () => ({ id: made["person"]?.id, field: "PHONE", reasonCode: "CONTACT" })],
  [
    "createHardshipCase",
    "hardshipCase",
    "hardship_case",
    () => ({
      personId: made["person"]?.id,
      tradeUnionId: "tradeUnion-8",
      category: "RELATIVE",
      openedOn: "2024-01-01",
      details: "（虚构）支出大于收入。",
    }),
  ],
  [
    "revealHardshipDetails",
    "hardshipCase",
    "hardship_case",
    () => ({ id: made["hardshipCase"]?.id, reasonCode: "BENEFIT" }),
  ],
  ["updateHardshipCase", "hardshipCase", "hardship_case", amended("hardshipCase", { closedOn: "2025-01-01" })],
  ["withdrawAttachment", "attachment", "attachment", () => ({ id: "attachment-1", version: 1 })],
  ["updatePerson", "person", "person", amended("person", { education: "BACHELOR" })],
  [
    "createMembership",
    "membership",
    "membership",
    () => ({ personId: made["person"]?.id, tradeUnionId: "tradeUnion-8", validFrom: "2024-01-01" }),
  ],
  ["updateMembership", "membership", "membership", amended("membership", { validTo: "2025-01-01" })],
  [
    "createPosition",
    "position",
    "position",
    () => ({
      tradeUnionId: "tradeUnion-8",
      personId: made["person"]?.id,
      role: "WOMEN_CHAIR",
      employmentMode: "PART_TIME",
      startOn: "2024-02-01",
    }),
  ],
  ["updatePosition", "position", "position", amended("position", { concurrentPost: "车间主任" })],
  [
    "createTerm",
    "term",
    "term",
    () => ({ tradeUnionId: "tradeUnion-8", termNumber: 3, startOn: "2024-02-01", termEndOn: "2029-01-31" }),
  ],
  ["updateTerm", "term", "term", amended("term", { electedOn: "2024-01-31" })],
  [
    "createCourse",
    "course",
    "course",
    () => ({
      code: "T-1",
      name: "测试班",
      category: "ONLINE",
      level: "TOWNSHIP",
      mode: "ONLINE",
      organiserId: "tradeUnion-4",
      startOn: "2025-01-01",
      endOn: "2025-01-02",
      hours: 8,
    }),
  ],
  ["updateCourse", "course", "course", amended("course", { location: "线上" })],
  ["createEnrolment", "enrolment", "enrolment", () => ({ personId: made["person"]?.id, courseId: made["course"]?.id })],
  ["updateEnrolment", "enrolment", "enrolment", amended("enrolment", { attendedHours: 8, result: "PASSED" })],
  [
    "createAwardRound",
    "awardRound",
    "award_round",
    () => ({ name: "测试表彰", level: "COUNTY", year: 2025, conferredBy: "区政府" }),
  ],
  ["updateAwardRound", "awardRound", "award_round", amended("awardRound", { conferredBy: "区人民政府" })],
  [
    "createAward",
    "award",
    "award",
    () => ({
      title: "COUNTY_MODEL_WORKER",
      recommendedById: "tradeUnion-4",
      personId: made["person"]?.id,
      awardRoundId: made["awardRound"]?.id,
    }),
  ],
  ["updateAward", "award", "award", amended("award", { decisionNo: "越政〔2025〕1号" })],
  [
    "createAssessment",
    "assessment",
    "assessment",
    () => ({ tradeUnionId: "tradeUnion-5", schemeId: "scheme-1", year: 2025 }),
  ],
  ["updateAssessment", "assessment", "assessment", amended("assessment", { note: "备注" })],
  ["dissolveTradeUnion", "tradeUnion", "trade_union", amended("tradeUnion", { dissolvedOn: "2026-01-01" })],
  [
    "createAccount",
    "account",
    "account",
    () => ({ username: "lin.yue", displayName: "林月", role: "CLERK", tradeUnionId: "tradeUnion-5" }),
    "admin",
  ],
  [
    "grantRole",
    "roleGrant",
    "role_grant",
    () => ({ accountId: made["account"]?.id, role: "OFFICIAL", tradeUnionId: "tradeUnion-4" }),
  ],
  ["revokeGrant", "roleGrant", "role_grant", amended("roleGrant", {})],
  ["setPassword", "account", "account", amended("account", {}), "admin"],
  ["disableAccount", "account", "account", amended("account", {}), "admin"],
  ["createToken", "apiToken", "api_token", () => ({ name: "统计平台", scopes: ["unions:read"] })],
  ["revokeToken", "apiToken", "api_token", amended("apiToken", {})],
];

const inputType = (mutation: string) => `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
const document = (mutation: string, record: string) =>
  `mutation($input: ${inputType(mutation)}!) { ${mutation}(input: $input) { ${record} { id ${["affiliation"].includes(record) ? "" : "version"} } userErrors { path code message } } }`;

test("every change the contract offers is tried here", () => {
  expect(CHANGES.map(([mutation]) => mutation).sort()).toEqual([...deedPermissions.keys()].sort());
});

test.each(CHANGES)(
  "%s is denied to nobody and to readers, allowed to the federation, and audited with account, reason and request",
  async (mutation, record, table, input, as = "yuecheng") => {
    const text = document(mutation, record);
    const reason = `事由 ${mutation}`;
    const given = { ...input(), reason };
    expect((await ask(undefined, text, { input: given })).errors?.[0]?.extensions).toMatchObject({
      code: "UNAUTHENTICATED",
    });
    for (const reader of ["official", "auditor"])
      expect((await ask(reader, text, { input: given })).errors?.[0]?.extensions).toMatchObject({
        code: "FORBIDDEN",
        permission: deedPermissions.get(mutation),
      });
    expect(
      await world.sql("select 1 from audit_entry where action = $1 and kind in ('CHANGE', 'ACCESS')", [mutation]),
    ).toEqual([]);

    const { data, errors } = await ask(as, text, { input: given }, { requestId: `request ${mutation}` });
    expect(errors).toBeUndefined();
    expect(data[mutation].userErrors).toEqual([]);
    made[record] = data[mutation][record];
    const entries = await world.sql(
      "select a.username, e.reason, e.request_id, e.record, e.after is not null as told from audit_entry e join account a on a.id = e.account_id where e.action = $1 and e.kind in ('CHANGE', 'ACCESS')",
      [mutation],
    );
    expect(entries).toContainEqual({
      username: as,
      reason,
      request_id: `request ${mutation}`,
      record: table,
      told: true,
    });
  },
);

test("what is refused leaves no entry", async () => {
  const { data } = await ask("yuecheng", document("createTerm", "term"), {
    input: {
      tradeUnionId: "tradeUnion-8",
      termNumber: 4,
      startOn: "2024-02-01",
      termEndOn: "2020-01-31",
      reason: "不应入账",
    },
  });
  expect(data.createTerm.userErrors).toMatchObject([{ code: "OUT_OF_RANGE" }]);
  expect(await world.sql("select 1 from audit_entry where reason = '不应入账'")).toEqual([]);
});

test("the audit log is only added to, whoever asks", async () => {
  await expect(world.sql("update audit_entry set reason = 'x'")).rejects.toMatchObject({ code: "GH001" });
  await expect(world.sql("delete from audit_entry")).rejects.toMatchObject({ code: "GH001" });
  await expect(world.sql("truncate audit_entry")).rejects.toMatchObject({ code: "GH001" });
});

test("several changes in one document stand and fall each alone", async () => {
  const { data } = await ask(
    "yuecheng",
    `mutation {
    good: createPerson(input: { name: "甲", sex: MALE, keeperId: "tradeUnion-8" }) { person { name } userErrors { code } }
    bad: createPerson(input: { name: "乙", keeperId: "tradeUnion-8" }) { person { name } userErrors { code } }
    also: createPerson(input: { name: "丙", sex: MALE, keeperId: "tradeUnion-8" }) { person { name } userErrors { code } }
  }`,
  );
  expect(data).toEqual({
    good: { person: { name: "甲" }, userErrors: [] },
    bad: { person: null, userErrors: [{ code: "REQUIRED" }] },
    also: { person: { name: "丙" }, userErrors: [] },
  });
  expect(await world.sql("select name from person where name in ('甲', '乙', '丙') order by id")).toEqual([
    { name: "甲" },
    { name: "丙" },
  ]);
});
