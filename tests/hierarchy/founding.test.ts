import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { addDays, todayInShanghai } from "../../schema/shared/period.rules.js";
import { type Asking, asker } from "../shared/ask.js";
import { DIVISION, EMPLOYER, openWorld, UNION, type World } from "../shared/world.js";

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
const factory = (name: string) => ({
  name,
  type: "GRASSROOTS_INDEPENDENT",
  superiorId: id(UNION.tashan),
  establishedOn: "2024-03-01",
});
const codes = (errors: { path: string[]; code: string }[]) =>
  errors.map(({ path, code }) => `${path.join(".")} ${code}`);

test("a union is founded under its superior with the next code of the territorial union that leads it", async () => {
  const { data, errors } = await ask("tashan", CREATE, {
    input: {
      ...factory("城南面包房工会委员会"),
      employerIds: [`employer-${EMPLOYER.factory}`],
      approvalDocNo: "塔工〔2024〕3号",
    },
  });
  expect(errors).toBeUndefined();
  expect(data.createTradeUnion.userErrors).toEqual([]);
  expect(data.createTradeUnion.tradeUnion).toMatchObject({
    code: "330602001-0004",
    level: "GRASSROOTS",
    standing: true,
    parent: { id: id(UNION.tashan) },
    employeeCount: 230,
    employers: { totalCount: 1 },
    versions: { nodes: [{ name: "城南面包房工会委员会", validFrom: "2024-03-01" }] },
  });
  const below = await ask("tashan", CREATE, {
    input: { ...factory("社区小店工会委员会"), superiorId: id(UNION.village) },
  });
  expect(below.data.createTradeUnion.tradeUnion.code).toBe("330602001001-0001");
});

test("founders at the same moment get different codes", async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) => ask("tashan", CREATE, { input: factory(`同时建会${index}`) })),
  );
  for (const { data, errors } of answers) expect([errors, data?.createTradeUnion.userErrors]).toEqual([undefined, []]);
  expect(new Set(answers.map(({ data }) => data.createTradeUnion.tradeUnion.code)).size).toBe(12);
});

test("a territorial union carries the code of its division, which nobody else has", async () => {
  const input = {
    name: "鲁迅街道总工会",
    type: "TOWNSHIP_FEDERATION",
    superiorId: id(UNION.yuecheng),
    establishedOn: "2020-01-01",
    territoryId: `division-${DIVISION.lushan}`,
  };
  const first = await ask("yuecheng", CREATE, { input });
  expect(first.data.createTradeUnion).toMatchObject({ tradeUnion: { code: "330602005" }, userErrors: [] });
  const again = await ask("yuecheng", CREATE, { input });
  expect(again.data.createTradeUnion.userErrors).toMatchObject([
    { path: ["territoryId"], code: "NOT_UNIQUE", message: expect.stringContaining("鲁迅街道总工会") },
  ]);
  const wrongTier = await ask("yuecheng", CREATE, { input: { ...input, territoryId: `division-${DIVISION.village}` } });
  expect(codes(wrongTier.data.createTradeUnion.userErrors)).toEqual(["territoryId OUT_OF_RANGE"]);
});

test("a joint union of one unit is refused with the clause and its sentence", async () => {
  const { data } = await ask("tashan", CREATE, {
    input: { ...factory("单店联合工会"), type: "GRASSROOTS_JOINT", employerIds: [`employer-${EMPLOYER.shopOne}`] },
  });
  expect(data.createTradeUnion).toMatchObject({
    tradeUnion: null,
    userErrors: [
      { path: ["employerIds"], code: "OUT_OF_RANGE", clause: "二(一)", quote: expect.stringContaining("两个以上单位") },
    ],
  });
});

test("a type that may not stand under the superior, a founding in the future and an unknown employer are all said at once", async () => {
  const { data } = await ask("tashan", CREATE, {
    input: {
      ...factory("乱建"),
      type: "COUNTY_FEDERATION",
      establishedOn: addDays(today, 30),
      employerIds: ["employer-4"],
    },
  });
  expect(codes(data.createTradeUnion.userErrors)).toEqual([
    "establishedOn OUT_OF_RANGE",
    "employerIds.0 REFERENCE_UNKNOWN",
    "superiorId OUT_OF_RANGE",
  ]);
});

test("a name of blanks, a founding in the future, a code of nobody and no telephone number are all said at once", async () => {
  const wrong = {
    ...factory("　 "),
    establishedOn: addDays(today, 1),
    uscc: "91330602MA2BXXXX1X",
    phone: "abc",
  };
  const { data } = await ask("tashan", CREATE, { input: wrong });
  expect(data.createTradeUnion.tradeUnion).toBeNull();
  expect(codes(data.createTradeUnion.userErrors)).toEqual([
    "name REQUIRED",
    "establishedOn OUT_OF_RANGE",
    "uscc INVALID_FORMAT",
    "phone INVALID_FORMAT",
  ]);
  for (const { message } of data.createTradeUnion.userErrors) expect(message).not.toMatch(/91330602|abc/);
});

test.each(["0575-85000000", "057585000000", "13800000000"])(
  "the office of a union is rung up under %s",
  async (phone) => {
    const { data } = await ask("tashan", CREATE, { input: { ...factory(`电话 ${phone}`), phone } });
    expect(data.createTradeUnion.userErrors).toEqual([]);
  },
);

test("a union cannot be older than its superior", async () => {
  const { data } = await ask("tashan", CREATE, { input: { ...factory("早产工会"), establishedOn: "1999-01-01" } });
  expect(codes(data.createTradeUnion.userErrors)).toEqual(["superiorId SUPERIOR_NOT_IN_FORCE"]);
});

test("nobody founds a union outside the scope, and only the installation founds a root", async () => {
  const foreign = await ask("tashan", CREATE, { input: { ...factory("越界"), superiorId: id(UNION.fushan) } });
  expect(foreign.data.createTradeUnion.userErrors).toMatchObject([{ path: ["superiorId"], code: "REFERENCE_UNKNOWN" }]);
  const root = await ask("shaoxing", CREATE, {
    input: {
      name: "另一市总工会",
      type: "MUNICIPAL_FEDERATION",
      establishedOn: "2020-01-01",
      territoryId: "division-1",
    },
  });
  expect(root.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", permission: "create:trade-union" });
});
