import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Allowances } from "../../api/access/allowance.js";
import { LIMITS, type Limits, restored, secondsUntil } from "../../schema/access/limits.rules.js";
import { asConsole, asPartner, type Served, serve } from "../shared/served.js";
import { openWorld, type World } from "../shared/world.js";

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
const TOO_DEAR = "{ tradeUnions(first: 500) { nodes { name children(first: 50) { nodes { name } } } } }";

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

  test("texts looked for within texts have their price and their number", async () => {
    const looking = (count: number) =>
      `{ persons(filter: { or: [${times(count, (index) => `{ name: { contains: "x${index}" } }`)}] }) { nodes { id } } }`;
    const { code, body } = await served.ask(looking(60), token);
    expect(code).toBe("QUERY_TOO_EXPENSIVE");
    expect(body.errors?.[0]?.extensions).toMatchObject({ rule: "texts" });
    const cost = (answer: Awaited<ReturnType<Served["ask"]>>) =>
      (answer.body as { extensions?: { cost: { requested: number } } }).extensions?.cost.requested ?? 0;
    const [few, many] = [cost(await served.ask(looking(1), token)), cost(await served.ask(looking(8), token))];
    expect(many - few).toBeGreaterThanOrEqual(7 * 5);
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

  test("with points in plenty refuses nobody, however cheap and dear operations of one caller meet", async () => {
    const one = new Allowances(pool());
    const take = (points: number) => one.of({ accountId: 7 }, 5_000).take(points);
    await take(10); // leaves most of a block
    const dear = take(1_000);
    await new Promise(setImmediate); // the dear one is at the database
    await expect(Promise.all([take(200), dear, take(40)])).resolves.toBeDefined();
    await one.close();
    const [row] = await world.sql<{ available: number }>(
      "select available from cost_budget where holder = 'account:7'",
    );
    expect(row?.available).toBeCloseTo(100_000 - 1_250, -2);
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
