import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { addDays, todayInShanghai } from "../../schema/shared/period.rules.js";
import { asker, type Asking } from "../shared/ask.js";
import { DIVISION, EMPLOYER, openWorld, PERSON, UNION, type World } from "../shared/world.js";

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
const UPDATE = `mutation($input: UpdateTradeUnionInput!) { updateTradeUnion(input: $input) { tradeUnion { id name type version address versions(history: true) { nodes { name validFrom validTo documentNo } } } ${ERRORS} } }`;
const AFFILIATE = `mutation($input: AffiliateTradeUnionInput!) { affiliateTradeUnion(input: $input) { tradeUnion { version parent { id } affiliations(history: true) { nodes { parent { id } validFrom validTo } } } ${ERRORS} } }`;
const DISSOLVE = `mutation($input: DissolveTradeUnionInput!) { dissolveTradeUnion(input: $input) { tradeUnion { version state dissolvedOn } ${ERRORS} } }`;
const version = async (union: number) => (await world.sql<{ version: number }>("select version from trade_union where id = $1", [union]))[0]?.version as number;
const factory = (name: string) => ({ name, type: "GRASSROOTS_INDEPENDENT", superiorId: id(UNION.tashan), establishedOn: "2024-03-01" });
const codes = (errors: { path: string[]; code: string }[]) => errors.map(({ path, code }) => `${path.join(".")} ${code}`);

test("a union is founded under its superior with the next code of the territorial union that leads it", async () => {
  const { data, errors } = await ask("clerk", CREATE, { input: { ...factory("城南面包房工会委员会"), employerIds: [`employer-${EMPLOYER.factory}`], approvalDocNo: "塔工〔2024〕3号" } });
  expect(errors).toBeUndefined();
  expect(data.createTradeUnion.userErrors).toEqual([]);
  expect(data.createTradeUnion.tradeUnion).toMatchObject({ code: "330602001-0004", level: "GRASSROOTS", standing: true, parent: { id: id(UNION.tashan) }, employeeCount: 230, employers: { totalCount: 1 }, versions: { nodes: [{ name: "城南面包房工会委员会", validFrom: "2024-03-01" }] } });
  const below = await ask("clerk", CREATE, { input: { ...factory("社区小店工会委员会"), superiorId: id(UNION.village) } });
  expect(below.data.createTradeUnion.tradeUnion.code).toBe("330602001001-0001");
});

test("founders at the same moment get different codes", async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => ask("tashan", CREATE, { input: factory(`同时建会${index}`) })));
  for (const { data, errors } of answers) expect([errors, data?.createTradeUnion.userErrors]).toEqual([undefined, []]);
  expect(new Set(answers.map(({ data }) => data.createTradeUnion.tradeUnion.code)).size).toBe(12);
});

test("a territorial union carries the code of its division, which nobody else has", async () => {
  const input = { name: "鲁迅街道总工会", type: "TOWNSHIP_FEDERATION", superiorId: id(UNION.yuecheng), establishedOn: "2020-01-01", territoryId: `division-${DIVISION.lushan}` };
  const first = await ask("yuecheng", CREATE, { input });
  expect(first.data.createTradeUnion).toMatchObject({ tradeUnion: { code: "330602005" }, userErrors: [] });
  const again = await ask("yuecheng", CREATE, { input });
  expect(again.data.createTradeUnion.userErrors).toMatchObject([{ path: ["territoryId"], code: "NOT_UNIQUE", message: expect.stringContaining("鲁迅街道总工会") }]);
  const wrongTier = await ask("yuecheng", CREATE, { input: { ...input, territoryId: `division-${DIVISION.village}` } });
  expect(codes(wrongTier.data.createTradeUnion.userErrors)).toEqual(["territoryId OUT_OF_RANGE"]);
});

test("a joint union of one unit is refused with the clause and its sentence", async () => {
  const { data } = await ask("clerk", CREATE, { input: { ...factory("单店联合工会"), type: "GRASSROOTS_JOINT", employerIds: [`employer-${EMPLOYER.shopOne}`] } });
  expect(data.createTradeUnion).toMatchObject({ tradeUnion: null, userErrors: [{ path: ["employerIds"], code: "OUT_OF_RANGE", clause: "二(一)", quote: expect.stringContaining("两个以上单位") }] });
});

test("a type that may not stand under the superior, a founding in the future and an unknown employer are all said at once", async () => {
  const { data } = await ask("clerk", CREATE, { input: { ...factory("乱建"), type: "COUNTY_FEDERATION", establishedOn: addDays(today, 30), employerIds: ["employer-4"] } });
  expect(codes(data.createTradeUnion.userErrors)).toEqual(["employerIds.0 REFERENCE_UNKNOWN", "establishedOn OUT_OF_RANGE", "superiorId OUT_OF_RANGE"]);
});

test("a union cannot be older than its superior", async () => {
  const { data } = await ask("clerk", CREATE, { input: { ...factory("早产工会"), establishedOn: "1999-01-01" } });
  expect(codes(data.createTradeUnion.userErrors)).toEqual(["superiorId SUPERIOR_NOT_IN_FORCE"]);
});

test("nobody founds a union outside the scope, and only the installation founds a root", async () => {
  const foreign = await ask("tashan", CREATE, { input: { ...factory("越界"), superiorId: id(UNION.fushan) } });
  expect(foreign.data.createTradeUnion.userErrors).toMatchObject([{ path: ["superiorId"], code: "REFERENCE_UNKNOWN" }]);
  const root = await ask("shaoxing", CREATE, { input: { name: "另一市总工会", type: "MUNICIPAL_FEDERATION", establishedOn: "2020-01-01", territoryId: "division-1" } });
  expect(root.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", permission: "create:trade-union" });
});

test("a new name begins on its day; before it the old name stands", async () => {
  const before = await version(UNION.factory);
  const { data } = await ask("clerk", UPDATE, { input: { id: id(UNION.factory), version: before, name: "东湖机械集团工会委员会", effectiveOn: "2023-07-01", documentNo: "塔工〔2023〕9号" } });
  expect(data.updateTradeUnion.userErrors).toEqual([]);
  expect(data.updateTradeUnion.tradeUnion).toMatchObject({ name: "东湖机械集团工会委员会", version: before + 1, versions: { nodes: [{ name: "东湖机械厂工会委员会", validFrom: "2001-05-01", validTo: "2023-07-01" }, { name: "东湖机械集团工会委员会", validFrom: "2023-07-01", validTo: null, documentNo: "塔工〔2023〕9号" }] } });
  const then = await ask("clerk", `{ tradeUnion(id: "${id(UNION.factory)}", asOf: "2023-06-30") { name } }`);
  expect(then.data.tradeUnion.name).toBe("东湖机械厂工会委员会");
  const found = await ask("clerk", `{ tradeUnions(filter: { search: "dhjxjt" }) { nodes { name } } }`);
  expect(found.data.tradeUnions.nodes).toEqual([{ name: "东湖机械集团工会委员会" }]);
});

test("even the union at the root is renamed without shaking what stands below it", async () => {
  const { data, errors } = await ask("shaoxing", UPDATE, { input: { id: id(UNION.city), version: await version(UNION.city), name: "绍兴市总工会（新）", effectiveOn: "2025-01-01" } });
  expect(errors).toBeUndefined();
  expect(data.updateTradeUnion.userErrors).toEqual([]);
  expect(await world.sql("select path from trade_union where id = $1", [UNION.factory])).toEqual([{ path: "1.2.4.8." }]);
});

test("a name planned for later shows later, and is found already", async () => {
  const on = addDays(today, 40);
  const { data } = await ask("tashan", UPDATE, { input: { id: id(UNION.village), version: await version(UNION.village), name: "塔山新苑社区工会", effectiveOn: on } });
  expect(data.updateTradeUnion.tradeUnion.name).toBe("塔山社区工会");
  const later = await ask("tashan", `{ tradeUnion(id: "${id(UNION.village)}", asOf: "${on}") { name } tradeUnions(filter: { search: "xinyuan" }) { totalCount } }`);
  expect(later.data).toEqual({ tradeUnion: { name: "塔山新苑社区工会" }, tradeUnions: { totalCount: 1 } });
});

test("a wrong name corrected on its first day leaves the old belief on record", async () => {
  const { data } = await ask("yuecheng", UPDATE, { input: { id: id(UNION.fushan), version: await version(UNION.fushan), name: "府山街道工会", effectiveOn: "2001-05-01" } });
  expect(data.updateTradeUnion.tradeUnion.versions.nodes).toHaveLength(1);
  expect(await world.sql("select name from trade_union_version where trade_union_id = $1 and known_to is not null", [UNION.fushan])).toEqual([{ name: "府山街道工会委员会" }]);
});

test("a type must fit the superior and what stands below", async () => {
  const { data } = await ask("yuecheng", UPDATE, { input: { id: id(UNION.tashan), version: await version(UNION.tashan), type: "GRASSROOTS_JOINT" } });
  expect(codes(data.updateTradeUnion.userErrors)).toEqual(["type OUT_OF_RANGE"]);
  const form = await ask("yuecheng", UPDATE, { input: { id: id(UNION.fushan), version: await version(UNION.fushan), type: "TOWNSHIP_FEDERATION", effectiveOn: "2025-01-01" } });
  expect(form.data.updateTradeUnion).toMatchObject({ tradeUnion: { type: "TOWNSHIP_FEDERATION" }, userErrors: [] });
});

test("a credit code must be a union's own", async () => {
  const input = { id: id(UNION.joint), version: await version(UNION.joint) };
  const employerCode = await ask("clerk", UPDATE, { input: { ...input, uscc: "81330602MC0000012G" } });
  expect(codes(employerCode.data.updateTradeUnion.userErrors)).toEqual(["uscc INVALID_FORMAT"]);
  const good = await ask("clerk", UPDATE, { input: { ...input, uscc: "81330602MC0000012F" } });
  expect(good.data.updateTradeUnion.userErrors).toEqual([]);
  const taken = await ask("keqiao", UPDATE, { input: { id: id(UNION.mill), version: await version(UNION.mill), uscc: "81330602MC0000012F" } });
  expect(codes(taken.data.updateTradeUnion.userErrors)).toEqual(["uscc NOT_UNIQUE"]);
});

test("a stale version of a union gives CONFLICT with the current one, and its history stays as it was", async () => {
  const stale = await version(UNION.joint);
  await ask("clerk", UPDATE, { input: { id: id(UNION.joint), version: stale, address: "解放路 8 号" } });
  const { data } = await ask("tashan", UPDATE, { input: { id: id(UNION.joint), version: stale, name: "迟到的名称" } });
  expect(data.updateTradeUnion).toMatchObject({ tradeUnion: { name: "解放路联合工会委员会", address: "解放路 8 号", version: stale + 1 }, userErrors: [{ code: "CONFLICT" }] });
  expect(await world.sql("select count(*)::integer as n from trade_union_version where trade_union_id = $1", [UNION.joint])).toEqual([{ n: 1 }]);
});

test("a union moves on a day; before it stands where it stood, and all below moves along", async () => {
  const { data, errors } = await ask("shaoxing", AFFILIATE, { input: { id: id(UNION.keqiaoTown), version: await version(UNION.keqiaoTown), superiorId: id(UNION.yuecheng), effectiveOn: "2013-10-18", documentNo: "浙政函〔2013〕166号", reason: "区划调整" } });
  expect(errors).toBeUndefined();
  expect(data.affiliateTradeUnion).toMatchObject({ userErrors: [], tradeUnion: { parent: { id: id(UNION.yuecheng) }, affiliations: { nodes: [{ parent: { id: id(UNION.keqiao) }, validFrom: "2001-05-01", validTo: "2013-10-18" }, { parent: { id: id(UNION.yuecheng) }, validFrom: "2013-10-18", validTo: null }] } } });
  expect(await world.sql("select path from trade_union where id = $1", [UNION.mill])).toEqual([{ path: "1.2.6.10." }]);
  const then = await ask("shaoxing", `{ before: tradeUnion(id: "${id(UNION.keqiao)}", asOf: "2013-10-17") { rollup { unionCount } } after: tradeUnion(id: "${id(UNION.keqiao)}", asOf: "2013-10-18") { rollup { unionCount } } }`);
  expect(then.data).toEqual({ before: { rollup: { unionCount: 3 } }, after: { rollup: { unionCount: 1 } } });
  const entry = await world.sql("select action, reason, before ->> 'valid_to' as was, after ->> 'valid_to' as is from audit_entry where record = 'affiliation' and action = 'affiliateTradeUnion' order by id");
  expect(entry).toEqual([{ action: "affiliateTradeUnion", reason: "区划调整", was: null, is: "2013-10-18" }, { action: "affiliateTradeUnion", reason: "区划调整", was: null, is: null }]);
});

test("overlapping affiliations are refused, by the door and by the database itself", async () => {
  const planned = addDays(today, 60);
  const move = (superior: number, effectiveOn: string, at: number) => ask("shaoxing", AFFILIATE, { input: { id: id(UNION.keqiaoTown), version: at, superiorId: id(superior), effectiveOn } });
  const first = await move(UNION.keqiao, planned, await version(UNION.keqiaoTown));
  expect(first.data.affiliateTradeUnion.userErrors).toEqual([]);
  const second = await move(UNION.keqiao, today, await version(UNION.keqiaoTown));
  expect(second.data.affiliateTradeUnion).toMatchObject({ tradeUnion: null, userErrors: [{ path: ["effectiveOn"], code: "EDGE_OVERLAP", message: expect.stringContaining("柯桥区总工会") }] });
  await expect(world.sql("insert into affiliation (trade_union_id, parent_id, valid_from) values ($1, $2, '2020-01-01')", [UNION.factory, UNION.fushan])).rejects.toThrow(/one_superior_at_a_time/);
});

test("a union is never placed under itself or below itself", async () => {
  const under = await ask("shaoxing", AFFILIATE, { input: { id: id(UNION.yuecheng), version: await version(UNION.yuecheng), superiorId: id(UNION.tashan) } });
  expect(codes(under.data.affiliateTradeUnion.userErrors)).toEqual(["superiorId HIERARCHY_CYCLE"]);
  const self = await ask("shaoxing", AFFILIATE, { input: { id: id(UNION.yuecheng), version: await version(UNION.yuecheng), superiorId: id(UNION.yuecheng) } });
  expect(codes(self.data.affiliateTradeUnion.userErrors)).toEqual(["superiorId HIERARCHY_CYCLE"]);
});

test("a superior that is not in force is refused", async () => {
  const early = await ask("yuecheng", AFFILIATE, { input: { id: id(UNION.joint), version: await version(UNION.joint), superiorId: id(UNION.fushan), effectiveOn: "2000-01-01" } });
  expect(codes(early.data.affiliateTradeUnion.userErrors)).toEqual(["effectiveOn OUT_OF_RANGE", "superiorId SUPERIOR_NOT_IN_FORCE", "effectiveOn EDGE_OVERLAP"]);
});

test("only a common superior moves a union across a border, nor may a clerk", async () => {
  const input = { id: id(UNION.tashan), version: await version(UNION.tashan), superiorId: id(UNION.city) };
  const own = await ask("tashan", AFFILIATE, { input });
  expect(own.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", permission: "affiliate:trade-union" });
  const clerk = await ask("clerk", AFFILIATE, { input: { ...input, id: id(UNION.factory) } });
  expect(clerk.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", permission: "affiliate:trade-union" });
});

test("a circle is refused by the database itself, whoever writes", async () => {
  const found = async (name: string, type: string, superiorId: string) => (await ask("tashan", CREATE, { input: { ...factory(name), type, superiorId } })).data.createTradeUnion.tradeUnion.id as string;
  const branch = await found("一车间分会", "BRANCH", id(UNION.factory));
  const group = await found("一班小组", "GROUP", branch);
  const number = (text: string) => Number(text.split("-")[1]);
  await expect(world.sql("update affiliation set parent_id = $1 where trade_union_id = $2", [number(group), number(branch)])).rejects.toMatchObject({ code: "GH010" });
});

test("a union with others below it is not dissolved; without, its officers leave and its members are retained", async () => {
  const busy = await ask("yuecheng", DISSOLVE, { input: { id: id(UNION.tashan), version: await version(UNION.tashan), dissolvedOn: today } });
  expect(busy.data.dissolveTradeUnion.userErrors).toMatchObject([{ code: "IN_USE", message: expect.stringContaining("塔山") }]);
  const yesterday = addDays(today, -1);
  const { data, errors } = await ask("shaoxing", DISSOLVE, { input: { id: id(UNION.mill), version: await version(UNION.mill), dissolvedOn: yesterday, reason: "企业终止" } });
  expect(errors).toBeUndefined();
  expect(data.dissolveTradeUnion).toMatchObject({ tradeUnion: { state: "DISSOLVED", dissolvedOn: yesterday }, userErrors: [] });
  expect(await world.sql("select status, valid_from::text, valid_to::text from membership where person_id = $1 and known_to is null order by valid_from", [PERSON.spinner])).toEqual([{ status: "ACTIVE", valid_from: "2016-01-01", valid_to: today }, { status: "RETAINED", valid_from: today, valid_to: null }]);
  const after = await ask("shaoxing", `{ tradeUnion(id: "${id(UNION.mill)}") { standing } tradeUnions(filter: { code: { eq: "330603001-0001" } }) { totalCount } then: tradeUnion(code: "330603001-0001", asOf: "${yesterday}") { memberCount } }`);
  expect(after.data).toEqual({ tradeUnion: { standing: false }, tradeUnions: { totalCount: 0 }, then: { memberCount: 1 } });
  const twice = await ask("shaoxing", DISSOLVE, { input: { id: id(UNION.mill), version: await version(UNION.mill), dissolvedOn: yesterday } });
  expect(codes(twice.data.dissolveTradeUnion.userErrors)).toEqual([" ILLEGAL_TRANSITION"]);
});

test("a dissolved union's code is not given again", async () => {
  const { data } = await ask("shaoxing", CREATE, { input: { ...factory("新织造厂工会"), superiorId: id(UNION.keqiaoTown) } });
  expect(data.createTradeUnion.tradeUnion.code).toBe("330603001-0002");
});

test("a union joins a federation of the right kind, and leaves it", async () => {
  const join = `mutation($input: CreateFederationMembershipInput!) { createFederationMembership(input: $input) { federationMembership { id version kind federation { name } } ${ERRORS} } }`;
  const input = { tradeUnionId: id(UNION.joint), federationId: id(UNION.federation), kind: "INDUSTRY", validFrom: "2024-01-01" };
  const wrong = await ask("tashan", join, { input: { ...input, kind: "REGIONAL" } });
  expect(codes(wrong.data.createFederationMembership.userErrors)).toEqual(["federationId OUT_OF_RANGE"]);
  const clerk = await ask("clerk", join, { input });
  expect(clerk.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
  const right = await ask("tashan", join, { input });
  expect(right.data.createFederationMembership).toMatchObject({ federationMembership: { kind: "INDUSTRY", federation: { name: "塔山街道餐饮行业工会联合会" } }, userErrors: [] });
  const twice = await ask("tashan", join, { input });
  expect(twice.data.createFederationMembership.userErrors).toMatchObject([{ code: "EDGE_OVERLAP" }]);
  const { id: member, version: at } = right.data.createFederationMembership.federationMembership;
  const left = await ask("tashan", `mutation($input: EndFederationMembershipInput!) { endFederationMembership(input: $input) { federationMembership { validTo version } ${ERRORS} } }`, { input: { id: member, version: at, validTo: "2025-01-01" } });
  expect(left.data.endFederationMembership).toMatchObject({ federationMembership: { validTo: "2025-01-01", version: 2 }, userErrors: [] });
});

test("the profile of a township is written by the union that answers for it", async () => {
  const create = `mutation($input: CreateTownshipProfileInput!) { createTownshipProfile(input: $input) { townshipProfile { id version enterpriseCount } ${ERRORS} } }`;
  const input = { divisionId: `division-${DIVISION.tashan}`, year: 2025, referenceOn: "2025-12-31", enterpriseCount: 60, secondaryTertiaryEmployees: 2_500, source: "年报" };
  const first = await ask("clerk", create, { input });
  expect(first.data.createTownshipProfile).toMatchObject({ townshipProfile: { enterpriseCount: 60 }, userErrors: [] });
  expect(codes((await ask("clerk", create, { input })).data.createTownshipProfile.userErrors)).toEqual(["year NOT_UNIQUE"]);
  expect((await ask("clerk", create, { input: { ...input, divisionId: `division-${DIVISION.fushan}` } })).errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
  expect(codes((await ask("shaoxing", create, { input: { ...input, divisionId: `division-${DIVISION.yuecheng}` } })).data.createTownshipProfile.userErrors)).toEqual(["divisionId OUT_OF_RANGE"]);
});
