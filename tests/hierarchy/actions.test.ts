import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { addDays, todayInShanghai } from "../../schema/shared/period.rules.js";
import { type Asking, asker } from "../shared/ask.js";
import { DIVISION, openWorld, UNION, type World } from "../shared/world.js";

let world: World;
let ask: Asking;
beforeAll(async () => {
  world = await openWorld();
  ask = asker(world);
});
afterAll(() => world.end());

const today = todayInShanghai(new Date());
const id = (union: number) => `tradeUnion-${union}`;
const ERRORS = "userErrors { path code message clause quote }";
const UPDATE = `mutation($input: UpdateTradeUnionInput!) { updateTradeUnion(input: $input) { tradeUnion { id name type version address versions(history: true) { nodes { name validFrom validTo documentNo } } } ${ERRORS} } }`;
const version = async (union: number) =>
  (await world.sql<{ version: number }>("select version from trade_union where id = $1", [union]))[0]
    ?.version as number;
const codes = (errors: { path: string[]; code: string }[]) =>
  errors.map(({ path, code }) => `${path.join(".")} ${code}`);

test("a new name begins on its day; before it the old name stands", async () => {
  const before = await version(UNION.factory);
  const { data } = await ask("clerk", UPDATE, {
    input: {
      id: id(UNION.factory),
      version: before,
      name: "东湖机械集团工会委员会",
      effectiveOn: "2023-07-01",
      documentNo: "塔工〔2023〕9号",
    },
  });
  expect(data.updateTradeUnion.userErrors).toEqual([]);
  expect(data.updateTradeUnion.tradeUnion).toMatchObject({
    name: "东湖机械集团工会委员会",
    version: before + 1,
    versions: {
      nodes: [
        { name: "东湖机械厂工会委员会", validFrom: "2001-05-01", validTo: "2023-07-01" },
        { name: "东湖机械集团工会委员会", validFrom: "2023-07-01", validTo: null, documentNo: "塔工〔2023〕9号" },
      ],
    },
  });
  const then = await ask("clerk", `{ tradeUnion(id: "${id(UNION.factory)}", asOf: "2023-06-30") { name } }`);
  expect(then.data.tradeUnion.name).toBe("东湖机械厂工会委员会");
  const found = await ask("clerk", `{ tradeUnions(filter: { search: "dhjxjt" }) { nodes { name } } }`);
  expect(found.data.tradeUnions.nodes).toEqual([{ name: "东湖机械集团工会委员会" }]);
});

test("even the union at the root is renamed without shaking what stands below it", async () => {
  const { data, errors } = await ask("shaoxing", UPDATE, {
    input: {
      id: id(UNION.city),
      version: await version(UNION.city),
      name: "绍兴市总工会（新）",
      effectiveOn: "2025-01-01",
    },
  });
  expect(errors).toBeUndefined();
  expect(data.updateTradeUnion.userErrors).toEqual([]);
  expect(await world.sql("select path from trade_union where id = $1", [UNION.factory])).toEqual([
    { path: "1.2.4.8." },
  ]);
});

test("a name planned for later shows later, and is found already", async () => {
  const on = addDays(today, 40);
  const { data } = await ask("tashan", UPDATE, {
    input: { id: id(UNION.village), version: await version(UNION.village), name: "塔山新苑社区工会", effectiveOn: on },
  });
  expect(data.updateTradeUnion.tradeUnion.name).toBe("塔山社区工会");
  const later = await ask(
    "tashan",
    `{ tradeUnion(id: "${id(UNION.village)}", asOf: "${on}") { name } tradeUnions(filter: { search: "xinyuan" }) { totalCount } }`,
  );
  expect(later.data).toEqual({ tradeUnion: { name: "塔山新苑社区工会" }, tradeUnions: { totalCount: 1 } });
});

test("a wrong name corrected on its first day leaves the old belief on record", async () => {
  const { data } = await ask("yuecheng", UPDATE, {
    input: {
      id: id(UNION.fushan),
      version: await version(UNION.fushan),
      name: "府山街道工会",
      effectiveOn: "2001-05-01",
    },
  });
  expect(data.updateTradeUnion.tradeUnion.versions.nodes).toHaveLength(1);
  expect(
    await world.sql("select name from trade_union_version where trade_union_id = $1 and known_to is not null", [
      UNION.fushan,
    ]),
  ).toEqual([{ name: "府山街道工会委员会" }]);
});

test("a type must fit the superior and what stands below", async () => {
  const { data } = await ask("yuecheng", UPDATE, {
    input: { id: id(UNION.tashan), version: await version(UNION.tashan), type: "GRASSROOTS_JOINT" },
  });
  expect(codes(data.updateTradeUnion.userErrors)).toEqual(["type OUT_OF_RANGE"]);
  const form = await ask("yuecheng", UPDATE, {
    input: {
      id: id(UNION.fushan),
      version: await version(UNION.fushan),
      type: "TOWNSHIP_FEDERATION",
      effectiveOn: "2025-01-01",
    },
  });
  expect(form.data.updateTradeUnion).toMatchObject({ tradeUnion: { type: "TOWNSHIP_FEDERATION" }, userErrors: [] });
});

test("a credit code must be a union's own", async () => {
  const input = { id: id(UNION.joint), version: await version(UNION.joint) };
  const employerCode = await ask("clerk", UPDATE, { input: { ...input, uscc: "81330602MC0000012G" } });
  expect(codes(employerCode.data.updateTradeUnion.userErrors)).toEqual(["uscc INVALID_FORMAT"]);
  const good = await ask("clerk", UPDATE, { input: { ...input, uscc: "81330602MC0000012F" } });
  expect(good.data.updateTradeUnion.userErrors).toEqual([]);
  const taken = await ask("keqiao", UPDATE, {
    input: { id: id(UNION.mill), version: await version(UNION.mill), uscc: "81330602MC0000012F" },
  });
  expect(codes(taken.data.updateTradeUnion.userErrors)).toEqual(["uscc NOT_UNIQUE"]);
});

test("a stale version of a union gives CONFLICT with the current one, and its history stays as it was", async () => {
  const stale = await version(UNION.joint);
  await ask("clerk", UPDATE, { input: { id: id(UNION.joint), version: stale, address: "解放路 8 号" } });
  const { data } = await ask("tashan", UPDATE, { input: { id: id(UNION.joint), version: stale, name: "迟到的名称" } });
  expect(data.updateTradeUnion).toMatchObject({
    tradeUnion: { name: "解放路联合工会委员会", address: "解放路 8 号", version: stale + 1 },
    userErrors: [{ code: "CONFLICT" }],
  });
  expect(
    await world.sql("select count(*)::integer as n from trade_union_version where trade_union_id = $1", [UNION.joint]),
  ).toEqual([{ n: 1 }]);
});

test("a union joins a federation of the right kind, and leaves it", async () => {
  const join = `mutation($input: CreateFederationMembershipInput!) { createFederationMembership(input: $input) { federationMembership { id version kind federation { name } } ${ERRORS} } }`;
  const input = {
    tradeUnionId: id(UNION.joint),
    federationId: id(UNION.federation),
    kind: "INDUSTRY",
    validFrom: "2024-01-01",
  };
  const wrong = await ask("tashan", join, { input: { ...input, kind: "REGIONAL" } });
  expect(codes(wrong.data.createFederationMembership.userErrors)).toEqual(["federationId OUT_OF_RANGE"]);
  const clerk = await ask("clerk", join, { input });
  expect(clerk.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
  const right = await ask("tashan", join, { input });
  expect(right.data.createFederationMembership).toMatchObject({
    federationMembership: { kind: "INDUSTRY", federation: { name: "塔山街道餐饮行业工会联合会" } },
    userErrors: [],
  });
  const twice = await ask("tashan", join, { input });
  expect(twice.data.createFederationMembership.userErrors).toMatchObject([{ code: "EDGE_OVERLAP" }]);
  const { id: member, version: at } = right.data.createFederationMembership.federationMembership;
  const left = await ask(
    "tashan",
    `mutation($input: EndFederationMembershipInput!) { endFederationMembership(input: $input) { federationMembership { validTo version } ${ERRORS} } }`,
    { input: { id: member, version: at, validTo: "2025-01-01" } },
  );
  expect(left.data.endFederationMembership).toMatchObject({
    federationMembership: { validTo: "2025-01-01", version: 2 },
    userErrors: [],
  });
});

test("the profile of a township is written by the union that answers for it", async () => {
  const create = `mutation($input: CreateTownshipProfileInput!) { createTownshipProfile(input: $input) { townshipProfile { id version enterpriseCount } ${ERRORS} } }`;
  const input = {
    divisionId: `division-${DIVISION.tashan}`,
    year: 2025,
    referenceOn: "2025-12-31",
    enterpriseCount: 60,
    secondaryTertiaryEmployees: 2_500,
    source: "年报",
  };
  const first = await ask("clerk", create, { input });
  expect(first.data.createTownshipProfile).toMatchObject({ townshipProfile: { enterpriseCount: 60 }, userErrors: [] });
  expect(codes((await ask("clerk", create, { input })).data.createTownshipProfile.userErrors)).toEqual([
    "year NOT_UNIQUE",
  ]);
  expect(
    (await ask("clerk", create, { input: { ...input, divisionId: `division-${DIVISION.fushan}` } })).errors?.[0]
      ?.extensions,
  ).toMatchObject({ code: "FORBIDDEN" });
  expect(
    codes(
      (await ask("shaoxing", create, { input: { ...input, divisionId: `division-${DIVISION.yuecheng}` } })).data
        .createTownshipProfile.userErrors,
    ),
  ).toEqual(["divisionId OUT_OF_RANGE"]);
});
