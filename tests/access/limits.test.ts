import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { getIntrospectionQuery, parse } from "graphql";
import { brokenLimit, measure, measureVariables } from "../../api/access/documentLimits.js";
import { LIMITS, type Limits } from "../../schema/access/limits.rules.js";
import { asConsole, type Served, serve } from "../shared/served.js";
import { openWorld, type World } from "../shared/world.js";

let world: World;
let served: Served;
let cookie: { cookie: string };
beforeAll(async () => {
  world = await openWorld();
  served = await serve(world);
  cookie = await asConsole(world, "official");
});
afterAll(async () => {
  await served.end();
  await world.end();
});

/** Runs with one limit lifted: the negative control of every rule. */
async function without(limit: Partial<Limits>, work: (open: Served) => Promise<void>): Promise<void> {
  const open = await serve(world, { limits: { ...LIMITS, ...limit } });
  await work(open).finally(open.end);
}

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(" ");
const union = (inner: string) => `{ tradeUnion(code: "330602") { ${inner} } }`;

/** For each limit a document that just keeps it or breaks it by one. */
const DOCUMENTS: Record<string, [code: string, document: (over: 0 | 1) => string]> = {
  depth: ["QUERY_TOO_EXPENSIVE", (over) => union(`${"parent { ".repeat(10 + over)}name${" }".repeat(10 + over)}`)],
  aliases: ["QUERY_TOO_EXPENSIVE", (over) => union(times(30 + over, (index) => `a${index}: name`))],
  rootFields: ["QUERY_TOO_EXPENSIVE", (over) => `{ ${"__typename ".repeat(20 + over)} }`],
  rootMutations: [
    "QUERY_TOO_EXPENSIVE",
    (over) => `mutation { ${times(5 + over, (index) => `a${index}: logout { userErrors { code } }`)} }`,
  ],
  directives: ["QUERY_TOO_EXPENSIVE", (over) => union("name @include(if: true) ".repeat(50 + over))],
  tokens: ["QUERY_TOO_EXPENSIVE", (over) => union("name ".repeat(1_990 + over))],
  inputList: ["BAD_USER_INPUT", (over) => `{ tradeUnions(orderBy: [${"ID_ASC ".repeat(250 + over)}]) { totalCount } }`],
  inputDepth: [
    "BAD_USER_INPUT",
    (over) =>
      `{ tradeUnions(filter: ${"{ not: ".repeat(10 + over)}{ name: { eq: "x" } }${" }".repeat(10 + over)}) { totalCount } }`,
  ],
  signIns: [
    "BAD_USER_INPUT",
    (over) =>
      `mutation { ${times(1 + over, (index) => `a${index}: login(input: { username: "x", password: "y" }) { userErrors { code } }`)} }`,
  ],
};

describe("a document keeps within its limits", () => {
  test.each(Object.entries(DOCUMENTS))("%s", async (rule, [code, document]) => {
    const rules = ({ body }: { body: { errors?: { extensions: Record<string, unknown> }[] } }) =>
      body.errors?.map(({ extensions }) => extensions["rule"]) ?? [];
    const caller = document(0).startsWith("mutation") ? ({} as typeof cookie) : cookie; // it signs out
    expect(rules(await served.ask(document(0), caller))).not.toContain(rule);
    const refused = await served.ask(document(1), { ...caller, "accept-language": "en" });
    expect(refused.code).toBe(code);
    expect(refused.body.data).toBeUndefined();
    expect(refused.body.errors?.[0]?.extensions).toMatchObject({ rule, limit: LIMITS[rule as "depth"] });
    expect(refused.body.errors?.[0]?.message).toMatch(/^[\x20-\x7e]+$/);
    const chinese = await served.ask(document(1), { ...caller, accept: "application/graphql-response+json" });
    expect(chinese.body.errors?.[0]?.message).toMatch(/[\u4e00-\u9fff]/);
    expect([refused.response.statusCode, chinese.response.statusCode]).toEqual([200, 400]);
    await without({ [rule]: Number.MAX_SAFE_INTEGER }, async (open) =>
      expect(rules(await open.ask(document(1), caller))).not.toContain(rule),
    );
  });

  test("fragments count as often as they are spread, and circles do no harm", () => {
    const many = parse(
      `mutation { ...F ...F } fragment F on Mutation { logout { userErrors { code } } a: login(input: { username: "", password: "" }) { userErrors { code } } }`,
    );
    expect(measure(many)).toMatchObject({ rootMutations: 4, signIns: 2, aliases: 1 });
    const circle = parse(
      "{ ...A } fragment A on Query { tradeUnion { ...B } } fragment B on TradeUnion { parent { ...B } }",
    );
    expect(measure(circle)).toMatchObject({ rootFields: 1, depth: 2 });
    const halves = times(
      60,
      (index) => `fragment F${index} on TradeUnion { parent { ...F${index + 1} } superior { ...F${index + 1} } }`,
    );
    const begun = performance.now();
    expect(measure(parse(`{ tradeUnion { ...F0 } } ${halves} fragment F60 on TradeUnion { id }`)).depth).toBe(62);
    expect(performance.now() - begun).toBeLessThan(100);
    expect(measure(parse(getIntrospectionQuery())).depth).toBe(1);
  });

  test("variables are held to the same, however deep they are", async () => {
    let deep: unknown = "x";
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(brokenLimit(measureVariables({ deep }), LIMITS)?.rule).toBe("inputDepth");
    const query = "query ($order: [TradeUnionOrder!]) { tradeUnions(orderBy: $order) { totalCount } }";
    const list = (length: number) => served.ask(query, cookie, { order: Array(length).fill("ID_ASC") });
    expect((await list(250)).code).toBeUndefined();
    expect((await list(251)).body.errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      rule: "inputList",
      limit: 250,
      requested: 251,
    });
  });

  test("a body over 256 kB is not read, an answer over its limit not sent", async () => {
    const long = await served.ask(`{ __typename } # ${"x".repeat(LIMITS.bodyBytes)}`, cookie);
    expect([long.response.statusCode, long.code]).toEqual([413, "PAYLOAD_TOO_LARGE"]);
    const page = "{ tradeUnions { nodes { id name code } } }";
    await without({ answerBytes: 300 }, async (open) => {
      const { code, body } = await open.ask(page, cookie);
      expect([code, body.errors?.[0]?.extensions["rule"], body.data]).toEqual([
        "QUERY_TOO_EXPENSIVE",
        "answer",
        undefined,
      ]);
    });
    expect((await served.ask(page, cookie)).body.data.tradeUnions.nodes.length).toBeGreaterThan(5);
  });
});
