import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { getIntrospectionQuery, parse } from "graphql";
import { Allowances } from "../../api/access/allowance.js";
import { brokenLimit, measure, measureVariables } from "../../api/access/documentLimits.js";
import { documentHash } from "../../api/access/trustedDocuments.js";
import { LIMITS, type Limits, restored, secondsUntil } from "../../schema/access/limits.rules.js";
import { attack } from "../drill/documents.js";
import { asConsole, asPartner, type Served, serve } from "../shared/served.js";
import { openWorld, PASSWORD, type World } from "../shared/world.js";

let world: World;
let served: Served;
let token: { authorization: string };
let cookie: { cookie: string };
beforeAll(async () => {
  world = await openWorld();
  served = await serve(world);
  token = (await asPartner(world, "official")).headers;
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
const TOO_DEAR = "{ tradeUnions(first: 500) { nodes { name children(first: 50) { nodes { name } } } } }";

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

describe("an operation is priced before it runs", () => {
  test("too dear is refused before any SQL", async () => {
    const before = world.house.reads.statements;
    const { code, body } = await served.ask(TOO_DEAR, token);
    expect(code).toBe("QUERY_TOO_EXPENSIVE");
    expect(body.errors?.[0]?.extensions).toMatchObject({ rule: "cost", limit: 1_000 });
    expect(world.house.reads.statements).toBe(before);
    await without({ points: { free: 100_000, trusted: 100_000 } }, async (open) =>
      expect((await open.ask(TOO_DEAR, cookie)).code).toBeUndefined(),
    );
  });

  test("a document that unfolds without end is refused soon", async () => {
    const links = ["parent", "territory", "partyCommittee"];
    const fragment = (index: number) =>
      `fragment F${index} on TradeUnion { parent { ...F${index + 1} } ancestors { ...F${index + 1} } coverages(first: 1) { nodes { tradeUnion { ...F${index + 1} } } } }`;
    const begun = performance.now();
    const { code } = await served.ask(
      `{ tradeUnion(code: "330602") { ...F0 } } ${times(7, fragment)} fragment F7 on TradeUnion { ${links.join(" { id } ")} { id } }`,
      token,
    );
    expect(code).toBe("QUERY_TOO_EXPENSIVE");
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  test("a partner is told the cost, in the lane and outside it; the console is not", async () => {
    for (const query of [
      "{ tradeUnions(first: 100) { nodes { id name } } }",
      '{ node(id: "tradeUnion-2") { id } }',
      "{ viewer { today } }",
      "mutation { logout { userErrors { code } } }",
    ]) {
      const { body } = await served.ask(query, token);
      expect(body.errors).toBeUndefined();
      const { cost } = body.extensions;
      expect(cost).toMatchObject({
        limit: 1_000,
        bucket: { available: expect.any(Number), restoreRate: 1.389, resetAt: expect.stringMatching(/^\d{4}-.*Z$/) },
      });
      expect(cost.actual).toBeGreaterThan(0);
      expect(cost.actual).toBeLessThanOrEqual(cost.requested);
      expect((await served.ask(query, query.startsWith("mutation") ? {} : cookie)).body.extensions).toBeUndefined();
    }
    const { cost } = (await served.ask("{ tradeUnions(first: 100) { nodes { id name } } }", token)).body.extensions;
    expect(cost).toMatchObject({ requested: 14, actual: 2 });
  });

  test("an emptied bucket answers 429 and says when to come back", async () => {
    const { headers, holder } = await asPartner(world, "official");
    await world.sql("insert into cost_budget (holder, hourly, available) values ($1, 3600, 20)", [holder]);
    const query = "{ tradeUnions(first: 100) { nodes { id name } } }";
    expect((await served.ask(query, headers)).code).toBeUndefined();
    for (let index = 0; index < 10; index++) await served.ask(query, headers);
    const { response, code, body } = await served.ask(query, {
      ...headers,
      accept: "application/graphql-response+json",
    });
    expect([response.statusCode, code]).toEqual([429, "RATE_LIMITED"]);
    expect(Number(response.headers["retry-after"])).toBe(body.errors?.[0]?.extensions["retryAfter"]);
    expect(body.errors?.[0]?.extensions["cost"]).toMatchObject({
      requested: 14,
      actual: 0,
      bucket: { restoreRate: 1 },
    });
    expect(body.data).toBeUndefined();
  });
});

describe("a bucket", () => {
  const pool = () => world.house.reads.gate;
  const spend = async (all: Allowances, prefix: string, count: number) => {
    const answers = await Promise.all(
      Array.from({ length: count }, () =>
        all
          .of({ prefix }, 1_000)
          .take(10)
          .then(
            () => 1,
            () => 0,
          ),
      ),
    );
    return answers.reduce<number>((sum, each) => sum + each, 0);
  };

  test("is shared by processes and never gives more than it holds", async () => {
    const [one, other] = [new Allowances(pool()), new Allowances(pool())];
    await world.sql("insert into cost_budget (holder, hourly, available) values ('token:shared', 1000, 1000)");
    const [first, second] = await Promise.all([spend(one, "shared", 100), spend(other, "shared", 100)]);
    expect(first + second).toBe(100);
    // Control: two buckets of their own let twice as much through.
    await world.sql(
      "insert into cost_budget (holder, hourly, available) values ('token:a', 1000, 1000), ('token:b', 1000, 1000)",
    );
    expect((await spend(one, "a", 100)) + (await spend(other, "b", 100))).toBe(200);
    await Promise.all([one.close(), other.close()]);
  });

  test("is written to once for many operations, and gets back what was not used", async () => {
    const one = new Allowances(pool());
    const leased = async () =>
      (await world.sql<{ available: number }>("select available from cost_budget where holder = 'token:saved'"))[0]
        ?.available ?? 5_000;
    for (let index = 0; index < 24; index++) {
      const allowance = one.of({ prefix: "saved" }, 1_000);
      await allowance.take(10);
      allowance.settle(5);
    }
    expect(await leased()).toBe(4_750);
    await one.close();
    expect(await leased()).toBeCloseTo(4_880, 0);
  });

  test("fills evenly to an hour's worth", () => {
    expect(restored(0, 3_600, 10)).toBe(10);
    expect(restored(3_590, 3_600, 60)).toBe(3_600);
    expect(secondsUntil(100, 40, 3_600)).toBe(60);
    expect(secondsUntil(1, 1, 5_000)).toBe(1);
  });
});

describe("outside demonstration mode a console session", () => {
  const DOCUMENT = "query viewer { viewer { account { username } } }";
  const FREE = "{ tradeUnions { totalCount } }";
  const documents = new Map([[documentHash(DOCUMENT), DOCUMENT]]);
  const hashed = (hash: string, more: object = {}) => ({
    extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
    ...more,
  });
  let real: Served;
  beforeAll(async () => {
    real = await serve(world, { documents }, { demonstration: false });
  });
  afterAll(() => real.end());

  test("sends what was built with the console, by hash or in full", async () => {
    const asked: object[] = [
      hashed(documentHash(DOCUMENT)),
      { documentId: documentHash(DOCUMENT) },
      { documentId: `sha256:${documentHash(DOCUMENT)}` },
      { query: DOCUMENT },
    ];
    for (const body of asked)
      expect((await real.ask(body, cookie)).body).toEqual({ data: { viewer: { account: { username: "official" } } } });
    const search = encodeURIComponent(JSON.stringify(hashed(documentHash(DOCUMENT)).extensions));
    const got = await real.app.inject({
      url: `/graphql?extensions=${search}`,
      headers: { ...cookie, "content-type": "application/json" },
    });
    expect(got.json()).toMatchObject({ data: { viewer: { account: { username: "official" } } } });
  });

  test("sends nothing else, with any hash or none", async () => {
    const before = world.house.reads.statements;
    const asked = [
      FREE,
      hashed(documentHash(FREE)),
      hashed(documentHash(FREE), { query: FREE }),
      { documentId: "x", extensions: {} },
      `${DOCUMENT} `,
    ];
    for (const body of asked) expect((await real.ask(body, cookie)).code).toBe("UNTRUSTED_DOCUMENT");
    expect((await real.ask(hashed(documentHash(DOCUMENT).replace(/.$/, "_"), { query: FREE }), cookie)).code).toBe(
      "BAD_USER_INPUT",
    );
    expect((await real.ask(hashed(documentHash(DOCUMENT), { query: FREE }), cookie)).body.data).toHaveProperty(
      "viewer",
    );
    expect(world.house.reads.statements).toBe(before);
    // A cookie that has run out is no way round.
    expect((await real.ask(FREE, { cookie: "gonghui_session=gone" })).code).toBe("UNTRUSTED_DOCUMENT");
  });

  test("is not looked at when the rule is off, which this test would notice", async () => {
    const open = await serve(world, { documents, refusesText: false }, { demonstration: false });
    expect((await open.ask(FREE, cookie)).body.data.tradeUnions.totalCount).toBeGreaterThan(0);
    await open.end();
  });

  test("a token sends free text, nobody may sign in, and only a token may read the schema by introspection", async () => {
    expect((await real.ask(FREE, token)).code).toBeUndefined();
    expect((await real.ask(FREE, { ...token, ...cookie })).code).toBeUndefined();
    const signIn = `mutation { login(input: { username: "official", password: "${PASSWORD}" }) { account { username } } }`;
    expect((await real.ask(signIn)).body.data.login.account.username).toBe("official");
    const introspection = "{ __schema { queryType { name } } }";
    expect((await real.ask(introspection, token)).body.data.__schema.queryType.name).toBe("Query");
    expect((await real.ask(introspection)).code).toBe("UNAUTHENTICATED");
    expect((await real.ask(introspection, cookie)).code).toBe("UNTRUSTED_DOCUMENT");
    const listed = await serve(world, { documents: new Map([[documentHash(introspection), introspection]]) });
    expect((await listed.ask(introspection, cookie)).code).toBeUndefined();
    await listed.end();
  });

  test("is told by /config.json to send hashes", async () => {
    expect((await real.app.inject("/config.json")).json()).toMatchObject({
      demonstration: false,
      trustedDocuments: true,
    });
    expect((await served.app.inject("/config.json")).json()).toMatchObject({
      demonstration: true,
      trustedDocuments: false,
    });
  });
});

test("in demonstration mode free text is welcome, introspection has its price", async () => {
  expect((await served.ask("{ tradeUnions { totalCount } }", cookie)).code).toBeUndefined();
  expect((await served.ask(getIntrospectionQuery(), cookie)).body.data.__schema.types.length).toBeGreaterThan(100);
  const { cost } = (await served.ask(getIntrospectionQuery(), token)).body.extensions;
  expect(cost.requested).toBeGreaterThan(100);
  const many = `{ ${times(10, (index) => `a${index}: __schema { types { fields { args { type { name } } type { name } } } }`)} }`;
  expect((await served.ask(many)).body.errors?.[0]?.extensions).toMatchObject({
    code: "QUERY_TOO_EXPENSIVE",
    rule: "introspection",
  });
});

describe("the drill of hostile documents", () => {
  const seed = Number(process.env.SEED ?? 20130905);
  test.each([
    ["aliases", { aliases: Number.MAX_SAFE_INTEGER }],
    ["the cost", { points: { free: 1_000_000, trusted: 1_000_000 } }],
  ])("notices that nobody counts %s", async (_, lifted) => {
    await expect(attack(world, { seed, runs: 400, guards: { limits: { ...LIMITS, ...lifted } } })).rejects.toThrow(
      "was not refused",
    );
    await expect(attack(world, { seed, runs: 60 })).resolves.toMatchObject({ kinds: expect.any(Number) });
  });
});
