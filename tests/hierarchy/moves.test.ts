import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { addDays, todayInShanghai } from "../../schema/shared/period.rules.js";
import { type Asking, asker } from "../shared/ask.js";
import { openWorld, PERSON, UNION, type World } from "../shared/world.js";

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
const CREATE = `mutation($input: CreateTradeUnionInput!) { createTradeUnion(input: $input) { tradeUnion { id code name level version standing parent { id } employeeCount employers { totalCount } versions { nodes { name validFrom } } } ${ERRORS} } }`;
const AFFILIATE = `mutation($input: AffiliateTradeUnionInput!) { affiliateTradeUnion(input: $input) { tradeUnion { version parent { id } affiliations(history: true) { nodes { parent { id } validFrom validTo } } } ${ERRORS} } }`;
const DISSOLVE = `mutation($input: DissolveTradeUnionInput!) { dissolveTradeUnion(input: $input) { tradeUnion { version state dissolvedOn } ${ERRORS} } }`;
const version = async (union: number) =>
  (await world.sql<{ version: number }>("select version from trade_union where id = $1", [union]))[0]
    ?.version as number;
const factory = (name: string) => ({
  name,
  type: "GRASSROOTS_INDEPENDENT",
  superiorId: id(UNION.tashan),
  establishedOn: "2024-03-01",
});
const codes = (errors: { path: string[]; code: string }[]) =>
  errors.map(({ path, code }) => `${path.join(".")} ${code}`);

test("a union moves on a day; before it stands where it stood, and all below moves along", async () => {
  const { data, errors } = await ask("shaoxing", AFFILIATE, {
    input: {
      id: id(UNION.keqiaoTown),
      version: await version(UNION.keqiaoTown),
      superiorId: id(UNION.yuecheng),
      effectiveOn: "2013-10-18",
      documentNo: "浙政函〔2013〕166号",
      reason: "区划调整",
    },
  });
  expect(errors).toBeUndefined();
  expect(data.affiliateTradeUnion).toMatchObject({
    userErrors: [],
    tradeUnion: {
      parent: { id: id(UNION.yuecheng) },
      affiliations: {
        nodes: [
          { parent: { id: id(UNION.keqiao) }, validFrom: "2001-05-01", validTo: "2013-10-18" },
          { parent: { id: id(UNION.yuecheng) }, validFrom: "2013-10-18", validTo: null },
        ],
      },
    },
  });
  expect(await world.sql("select path from trade_union where id = $1", [UNION.mill])).toEqual([{ path: "1.2.6.10." }]);
  const then = await ask(
    "shaoxing",
    `{ before: tradeUnion(id: "${id(UNION.keqiao)}", asOf: "2013-10-17") { rollup { unionCount } } after: tradeUnion(id: "${id(UNION.keqiao)}", asOf: "2013-10-18") { rollup { unionCount } } }`,
  );
  expect(then.data).toEqual({ before: { rollup: { unionCount: 3 } }, after: { rollup: { unionCount: 1 } } });
  const entry = await world.sql(
    "select action, reason, before ->> 'valid_to' as was, after ->> 'valid_to' as is from audit_entry where record = 'affiliation' and action = 'affiliateTradeUnion' order by id",
  );
  expect(entry).toEqual([
    { action: "affiliateTradeUnion", reason: "区划调整", was: null, is: "2013-10-18" },
    { action: "affiliateTradeUnion", reason: "区划调整", was: null, is: null },
  ]);
});

test("overlapping affiliations are refused, by the door and by the database itself", async () => {
  const planned = addDays(today, 60);
  const move = (superior: number, effectiveOn: string, at: number) =>
    ask("shaoxing", AFFILIATE, {
      input: { id: id(UNION.keqiaoTown), version: at, superiorId: id(superior), effectiveOn },
    });
  const first = await move(UNION.keqiao, planned, await version(UNION.keqiaoTown));
  expect(first.data.affiliateTradeUnion.userErrors).toEqual([]);
  const second = await move(UNION.keqiao, today, await version(UNION.keqiaoTown));
  expect(second.data.affiliateTradeUnion).toMatchObject({
    tradeUnion: null,
    userErrors: [{ path: ["effectiveOn"], code: "EDGE_OVERLAP", message: expect.stringContaining("柯桥区总工会") }],
  });
  await expect(
    world.sql("insert into affiliation (trade_union_id, parent_id, valid_from) values ($1, $2, '2020-01-01')", [
      UNION.factory,
      UNION.fushan,
    ]),
  ).rejects.toThrow(/one_superior_at_a_time/);
});

test("a union is never placed under itself or below itself", async () => {
  const under = await ask("shaoxing", AFFILIATE, {
    input: { id: id(UNION.yuecheng), version: await version(UNION.yuecheng), superiorId: id(UNION.tashan) },
  });
  expect(codes(under.data.affiliateTradeUnion.userErrors)).toEqual(["superiorId HIERARCHY_CYCLE"]);
  const self = await ask("shaoxing", AFFILIATE, {
    input: { id: id(UNION.yuecheng), version: await version(UNION.yuecheng), superiorId: id(UNION.yuecheng) },
  });
  expect(codes(self.data.affiliateTradeUnion.userErrors)).toEqual(["superiorId HIERARCHY_CYCLE"]);
});

test("a superior that is not in force is refused", async () => {
  const early = await ask("yuecheng", AFFILIATE, {
    input: {
      id: id(UNION.joint),
      version: await version(UNION.joint),
      superiorId: id(UNION.fushan),
      effectiveOn: "2000-01-01",
    },
  });
  expect(codes(early.data.affiliateTradeUnion.userErrors)).toEqual([
    "effectiveOn OUT_OF_RANGE",
    "superiorId SUPERIOR_NOT_IN_FORCE",
    "effectiveOn EDGE_OVERLAP",
  ]);
});

test("only a common superior moves a union across a border, nor may a clerk", async () => {
  const input = { id: id(UNION.tashan), version: await version(UNION.tashan), superiorId: id(UNION.city) };
  const own = await ask("tashan", AFFILIATE, { input });
  expect(own.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", permission: "affiliate:trade-union" });
  const clerk = await ask("clerk", AFFILIATE, { input: { ...input, id: id(UNION.factory) } });
  expect(clerk.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", permission: "affiliate:trade-union" });
});

test("a circle is refused by the database itself, whoever writes", async () => {
  const found = async (name: string, type: string, superiorId: string) =>
    (await ask("tashan", CREATE, { input: { ...factory(name), type, superiorId } })).data.createTradeUnion.tradeUnion
      .id as string;
  const branch = await found("一车间分会", "BRANCH", id(UNION.factory));
  const group = await found("一班小组", "GROUP", branch);
  const number = (text: string) => Number(text.split("-")[1]);
  await expect(
    world.sql("update affiliation set parent_id = $1 where trade_union_id = $2", [number(group), number(branch)]),
  ).rejects.toMatchObject({ code: "GH010" });
});

test("a union with others below it is not dissolved; without, its officers leave and its members are retained", async () => {
  const busy = await ask("yuecheng", DISSOLVE, {
    input: { id: id(UNION.tashan), version: await version(UNION.tashan), dissolvedOn: today },
  });
  expect(busy.data.dissolveTradeUnion.userErrors).toMatchObject([
    { code: "IN_USE", message: expect.stringContaining("塔山") },
  ]);
  const yesterday = addDays(today, -1);
  const { data, errors } = await ask("shaoxing", DISSOLVE, {
    input: { id: id(UNION.mill), version: await version(UNION.mill), dissolvedOn: yesterday, reason: "企业终止" },
  });
  expect(errors).toBeUndefined();
  expect(data.dissolveTradeUnion).toMatchObject({
    tradeUnion: { state: "DISSOLVED", dissolvedOn: yesterday },
    userErrors: [],
  });
  expect(
    await world.sql(
      "select status, valid_from::text, valid_to::text from membership where person_id = $1 and known_to is null order by valid_from",
      [PERSON.spinner],
    ),
  ).toEqual([
    { status: "ACTIVE", valid_from: "2016-01-01", valid_to: today },
    { status: "RETAINED", valid_from: today, valid_to: null },
  ]);
  const after = await ask(
    "shaoxing",
    `{ tradeUnion(id: "${id(UNION.mill)}") { standing } tradeUnions(filter: { code: { eq: "330603001-0001" } }) { totalCount } earlier: tradeUnion(code: "330603001-0001", asOf: "${yesterday}") { memberCount } }`,
  );
  expect(after.data).toEqual({
    tradeUnion: { standing: false },
    tradeUnions: { totalCount: 0 },
    earlier: { memberCount: 1 },
  });
  const twice = await ask("shaoxing", DISSOLVE, {
    input: { id: id(UNION.mill), version: await version(UNION.mill), dissolvedOn: yesterday },
  });
  expect(codes(twice.data.dissolveTradeUnion.userErrors)).toEqual([" ILLEGAL_TRANSITION"]);
});

test("a union is not dissolved before what last began in it", async () => {
  const early = await ask("yuecheng", DISSOLVE, {
    input: { id: id(UNION.joint), version: await version(UNION.joint), dissolvedOn: "2010-01-01" },
  });
  expect(early.data.dissolveTradeUnion.userErrors).toMatchObject([
    { path: ["dissolvedOn"], code: "OUT_OF_RANGE", message: expect.stringContaining("2015-06-01") },
  ]);
});

test("a dissolved union's code is not given again", async () => {
  const { data } = await ask("shaoxing", CREATE, {
    input: { ...factory("新织造厂工会"), superiorId: id(UNION.keqiaoTown) },
  });
  expect(data.createTradeUnion.tradeUnion.code).toBe("330603001-0002");
});
