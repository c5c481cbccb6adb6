import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { organisationCheckCharacter, usccCheckCharacter } from "../../schema/employers/uscc.rules.js";
import { type Asking, asker } from "../shared/ask.js";
import { DIVISION, EMPLOYER, openWorld, UNION, type World } from "../shared/world.js";

let world: World;
let ask: Asking;
beforeAll(async () => {
  world = await openWorld();
  ask = asker(world);
});
afterAll(() => world.end());

const CREATE =
  "mutation Create($input: CreateEmployerInput!) { createEmployer(input: $input) { employer { id name version nonPublic keeper { code } } userErrors { path code message clause } } }";
const UPDATE =
  "mutation Update($input: UpdateEmployerInput!) { updateEmployer(input: $input) { employer { id name address version } userErrors { path code message } } }";
const bakery = {
  name: "城南面包房",
  category: "PRIVATE",
  territoryId: `division-${DIVISION.tashan}`,
  keeperId: `tradeUnion-${UNION.tashan}`,
};
const factory = { id: `employer-${EMPLOYER.factory}` };
const usccOf = (serial: string) => {
  const organisation = `91330602${serial}`;
  const seventeen = organisation + organisationCheckCharacter(organisation);
  return seventeen + usccCheckCharacter(seventeen);
};
const versionOf = async () =>
  (await world.sql<{ version: number }>("select version from employer where id = $1", [EMPLOYER.factory]))[0]
    ?.version as number;

test("a clerk registers an employer and reads it back in the same answer, under any alias", async () => {
  const uscc = usccOf("MA288000");
  const { data, errors } = await ask(
    "clerk",
    `mutation($input: CreateEmployerInput!) { made: createEmployer(input: $input) { one: employer { title: name keeper { code } } two: employer { id version nonPublic uscc } wrong: userErrors { code } } }`,
    { input: { ...bakery, uscc, reason: "新设立单位" } },
  );
  expect(errors).toBeUndefined();
  expect(data.made).toEqual({
    one: { title: "城南面包房", keeper: { code: "330602001" } },
    two: { id: expect.stringMatching(/^employer-\d+$/), version: 1, nonPublic: true, uscc },
    wrong: [],
  });
  const found = await ask("clerk", `{ employers(filter: { search: "cnmbf" }) { totalCount nodes { name } } }`);
  expect(found.data.employers).toEqual({ totalCount: 1, nodes: [{ name: "城南面包房" }] });
});

test("the audit log tells who, what, why and by which request", async () => {
  const { data } = await ask(
    "tashan",
    CREATE,
    { input: { ...bakery, name: "城西面包房", reason: "补登" } },
    { requestId: "request-1" },
  );
  const [entry] = await world.sql(
    "select a.username, e.action, e.record, e.reason, e.request_id, e.trade_union_id, e.before, e.after ->> 'name' as name from audit_entry e join account a on a.id = e.account_id where e.record = 'employer' and e.record_id = $1",
    [Number(data.createEmployer.employer.id.split("-")[1])],
  );
  expect(entry).toEqual({
    username: "tashan",
    action: "createEmployer",
    record: "employer",
    reason: "补登",
    request_id: "request-1",
    trade_union_id: UNION.tashan,
    before: null,
    name: "城西面包房",
  });
});

test("all that is wrong is said at once, and nothing is written", async () => {
  const before = await world.sql("select count(*) from employer");
  const { data } = await ask("clerk", CREATE, {
    input: {
      ...bakery,
      name: "　 ",
      uscc: "81330602MC0000012F",
      territoryId: "division-999",
      openedOn: "2020-05-01",
      closedOn: "2019-01-01",
    },
  });
  expect(data.createEmployer).toMatchObject({
    employer: null,
    userErrors: [
      { path: ["name"], code: "REQUIRED" },
      { path: ["openedOnKind"], code: "REQUIRED" },
      { path: ["closedOn"], code: "OUT_OF_RANGE" },
    ],
  });
  const more = await ask("clerk", CREATE, {
    input: {
      ...bakery,
      uscc: "91330602MA28800000",
      territoryId: "division-999",
      openedOn: "2020-05-01",
      closedOn: "2019-01-01",
    },
  });
  expect(
    more.data.createEmployer.userErrors.map(({ path, code }: { path: string[]; code: string }) => [
      path.join("."),
      code,
    ]),
  ).toEqual([
    ["uscc", "INVALID_FORMAT"],
    ["openedOnKind", "REQUIRED"],
    ["closedOn", "OUT_OF_RANGE"],
    ["territoryId", "REFERENCE_UNKNOWN"],
  ]);
  expect(await world.sql("select count(*) from employer")).toEqual(before);
});

test("a credit code that is in use is refused with its holder's name", async () => {
  const uscc = usccOf("MA288001");
  await ask("clerk", CREATE, { input: { ...bakery, name: "甲店", uscc } });
  const { data } = await ask("keqiao", CREATE, {
    input: { ...bakery, name: "乙店", uscc, keeperId: `tradeUnion-${UNION.keqiaoTown}` },
  });
  expect(data.createEmployer.userErrors).toMatchObject([
    { path: ["uscc"], code: "NOT_UNIQUE", message: expect.stringContaining("甲店") },
  ]);
});

test("messages follow the language of the request, codes do not", async () => {
  const { data } = await ask("clerk", CREATE, { input: { ...bakery, name: " " } }, { language: "en" });
  expect(data.createEmployer.userErrors[0]).toMatchObject({
    code: "REQUIRED",
    message: expect.stringMatching(/required/),
  });
});

test("an update changes what is given, clears what is null and keeps the rest", async () => {
  const version = await versionOf();
  const first = await ask("tashan", UPDATE, { input: { ...factory, version, address: "东湖路 1 号" } });
  expect(first.data.updateEmployer).toMatchObject({
    employer: { name: "东湖机械厂", address: "东湖路 1 号", version: version + 1 },
    userErrors: [],
  });
  const second = await ask("tashan", UPDATE, {
    input: { ...factory, version: version + 1, name: "东湖机械有限公司", address: null },
  });
  expect(second.data.updateEmployer.employer).toMatchObject({
    name: "东湖机械有限公司",
    address: null,
    version: version + 2,
  });
  const third = await ask("tashan", UPDATE, { input: { ...factory, version: version + 2, name: null } });
  expect(third.data.updateEmployer.userErrors).toMatchObject([{ path: ["name"], code: "REQUIRED" }]);
});

test("a stale version gives CONFLICT with the current record, and changes nothing", async () => {
  const version = await versionOf();
  await ask("tashan", UPDATE, { input: { ...factory, version, address: "先到者" } });
  const { data } = await ask("clerk", UPDATE, { input: { ...factory, version, address: "后到者" } });
  expect(data.updateEmployer).toMatchObject({
    employer: { address: "先到者", version: version + 1 },
    userErrors: [{ code: "CONFLICT", path: [] }],
  });
  expect(await versionOf()).toBe(version + 1);
});

test("of twenty who save the same version at once, one wins and the rest see the winner's", async () => {
  const version = await versionOf();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      ask("tashan", UPDATE, { input: { ...factory, version, address: `${index} 号` } }),
    ),
  );
  const won = answers.filter(({ data }) => data.updateEmployer.userErrors.length === 0);
  expect(won).toHaveLength(1);
  for (const { data, errors } of answers) {
    expect(errors).toBeUndefined();
    expect(data.updateEmployer.employer).toMatchObject({
      address: won[0]?.data.updateEmployer.employer.address,
      version: version + 1,
    });
  }
});

test("who may only read is told which permission is missing", async () => {
  for (const role of ["official", "auditor", "assessor", "reviewer"]) {
    const { data, errors } = await ask(role, CREATE, { input: bakery });
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", permission: "create:employer" });
  }
});

test("nobody changes anything without signing in", async () => {
  const { errors } = await ask(undefined, CREATE, { input: bakery });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "UNAUTHENTICATED" });
});

test("a clerk amends an employer but does not close it", async () => {
  const input = { ...factory, version: await versionOf(), closedOn: "2025-12-31" };
  const clerk = await ask("clerk", UPDATE, { input });
  expect(clerk.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", permission: "close:employer" });
  expect((await ask("tashan", UPDATE, { input })).data.updateEmployer.userErrors).toEqual([]);
});

test("a record out of scope is not found, exactly like one that is not there, nor can it be referred to", async () => {
  const foreign = await ask("tashan", UPDATE, {
    input: { id: `employer-${EMPLOYER.mill}`, version: 1, address: "别处" },
  });
  const absent = await ask("tashan", UPDATE, { input: { id: "employer-99999", version: 1, address: "别处" } });
  const malformed = await ask("tashan", UPDATE, {
    input: { id: "EMPLOYER/1; drop table employer", version: 1, address: "别处" },
  });
  expect(foreign.errors?.[0]?.extensions?.code).toBe("NOT_FOUND");
  expect(foreign).toEqual(absent);
  expect(malformed).toEqual(absent);
  const referred = await ask("tashan", CREATE, { input: { ...bakery, keeperId: `tradeUnion-${UNION.keqiaoTown}` } });
  expect(referred.data.createEmployer.userErrors).toMatchObject([{ path: ["keeperId"], code: "REFERENCE_UNKNOWN" }]);
});

test("an employer that is seen because a union of ours covers it is still changed by its keeper only", async () => {
  await world.sql("insert into coverage (trade_union_id, employer_id, valid_from) values ($1, $2, '2020-01-01')", [
    UNION.joint,
    EMPLOYER.mill,
  ]);
  const { errors } = await ask("tashan", UPDATE, {
    input: { id: `employer-${EMPLOYER.mill}`, version: 1, address: "别处" },
  });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", permission: "amend:employer" });
});

const YEAR =
  "mutation($input: SetEmployerYearInput!) { setEmployerYear(input: $input) { employerYear { year employeeCount payrollFen payrollYuan version employer { employeeCount } } userErrors { path code } } }";
test("the figures of a year are reported once and then amended by version", async () => {
  const input = {
    employerId: factory.id,
    year: 2025,
    referenceOn: "2025-09-30",
    employeeCount: 240,
    femaleEmployeeCount: 100,
    payrollFen: "1234567890123",
  };
  const first = await ask("clerk", YEAR, { input });
  expect(first.data.setEmployerYear).toMatchObject({
    employerYear: {
      employeeCount: 240,
      payrollFen: "1234567890123",
      payrollYuan: "12,345,678,901.23",
      version: 1,
      employer: { employeeCount: 240 },
    },
    userErrors: [],
  });
  expect((await world.sql("select employee_count from trade_union where id = $1", [UNION.factory]))[0]).toEqual({
    employee_count: 240,
  });
  const again = await ask("clerk", YEAR, { input });
  expect(again.data.setEmployerYear.userErrors).toMatchObject([{ code: "CONFLICT" }]);
  const amended = await ask("clerk", YEAR, { input: { ...input, version: 1, employeeCount: 90 } });
  expect(amended.data.setEmployerYear.userErrors).toMatchObject([
    { path: ["femaleEmployeeCount"], code: "OUT_OF_RANGE" },
  ]);
});

test("a coverage begins, cannot begin twice, and ends", async () => {
  const input = {
    tradeUnionId: `tradeUnion-${UNION.factory}`,
    employerId: `employer-${EMPLOYER.shopTwo}`,
    validFrom: "2025-01-01",
  };
  const cover =
    "mutation($input: CoverEmployerInput!) { coverEmployer(input: $input) { coverage { id version validTo } userErrors { path code message } } }";
  const first = await ask("clerk", cover, { input });
  expect(first.data.coverEmployer.userErrors).toEqual([]);
  const twice = await ask("clerk", cover, { input });
  expect(twice.data.coverEmployer.userErrors).toMatchObject([{ path: ["employerId"], code: "EDGE_OVERLAP" }]);
  const { id, version } = first.data.coverEmployer.coverage;
  const ended = await ask(
    "clerk",
    "mutation($input: EndCoverageInput!) { endCoverage(input: $input) { coverage { validTo version } userErrors { code } } }",
    { input: { id, version, validTo: "2025-07-01" } },
  );
  expect(ended.data.endCoverage).toEqual({ coverage: { validTo: "2025-07-01", version: 2 }, userErrors: [] });
});
