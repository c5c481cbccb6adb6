import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { allowed, createLog } from "../../api/shared/logLines.js";
import { asConsole, asPartner, type Served, serve } from "../shared/served.js";
import { openWorld, type World } from "../shared/world.js";

const CANARY = "canary-7f3a-0575-88223344";
/** What a stack, a statement or a path would show. */
const LEAKS =
  /\b(select|insert|update|delete)\b .*\b(from|into|set|where)\b|relation "|column "|violates|syntax error at|pg_|node_modules|\/(dist|api|home|usr|tmp)\/|\.(ts|js|mjs):\d+|\bat \w+ \(|password_hash|_gone\b/i;

let world: World;
let served: Served;
let lines: string[] = [];
const log = createLog("trace", { write: (line: string) => void lines.push(line) });
beforeAll(async () => {
  world = await openWorld();
  served = await serve(world, {}, { log });
});
afterAll(async () => {
  await served.end();
  await world.end();
});

/** Asks while a table is away, with a canary in everything that can hold one. */
async function inFault(table: string, query: string, variables: object): Promise<{ text: string; lines: string[] }> {
  const caller = (await asPartner(world, "shaoxing")).headers;
  await world.sql(`alter table ${table} rename to ${table}_gone`);
  lines = [];
  try {
    const { response, code } = await served.ask(
      { query, variables, operationName: null },
      { ...caller, "x-note": CANARY, "user-agent": CANARY },
    );
    expect(code).toBe("INTERNAL_SERVER_ERROR");
    return { text: response.body, lines };
  } finally {
    await world.sql(`alter table ${table}_gone rename to ${table}`);
  }
}

const READ = `query canary_7f3a($text: String) { persons(filter: { search: $text }) { nodes { name } totalCount } }`;
const WRITE =
  "mutation ($input: UpdateTradeUnionInput!) { updateTradeUnion(input: $input) { tradeUnion { name } userErrors { code } } }";

test.each([
  ["a read in the lane", "person", READ, { text: CANARY }],
  [
    "a read finished in Node",
    "person",
    `query ($text: String) { viewer { today } persons(filter: { search: $text }) { totalCount } }`,
    { text: CANARY },
  ],
  ["a change", "audit_entry", WRITE, { input: { id: "tradeUnion-2", version: 1, address: CANARY, reason: CANARY } }],
])("%s that fails says a number and nothing else", async (_, table, query, variables) => {
  const { text, lines: logged } = await inFault(table, query, variables);
  expect(text).not.toMatch(LEAKS);
  expect(text).not.toContain(CANARY);
  const { requestId } = JSON.parse(text).errors[0].extensions;
  const found = logged.map((line) => JSON.parse(line)).find((line) => line.msg === "request failed");
  expect(found).toMatchObject({
    requestId,
    error: { code: "42P01", at: expect.arrayContaining([expect.stringMatching(/^at /)]) },
  });
  expect(logged.join("")).not.toContain(CANARY);
  expect(logged.join("")).not.toContain("canary_7f3a");
});

test("the database says more than that, which these tests would see", async () => {
  const said = await world
    .sql("select * from person_gone where name = 'x'")
    .catch((error: Error) => `${error.message} ${error.stack}`);
  expect(said).toMatch(LEAKS);
  expect(JSON.stringify({ note: CANARY, error: new Error(CANARY) })).toContain(CANARY);
  expect(
    JSON.stringify(
      allowed({ note: CANARY, error: new Error(CANARY), requestId: { CANARY }, action: CANARY.repeat(20) }),
    ),
  ).not.toContain(CANARY);
});

test("one line for each operation, of allowed facts alone", async () => {
  const cookie = await asConsole(world, "official");
  lines = [];
  await served.ask(READ, cookie, { text: CANARY });
  await served.ask("query canary_7f3a { nothing }", cookie);
  await served.ask("{ ", { origin: "https://evil.example" });
  const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(logged).toHaveLength(3);
  expect(logged[0]).toMatchObject({
    document: expect.stringMatching(/^[0-9a-f]{12}$/),
    accountId: expect.any(Number),
    milliseconds: expect.any(Number),
    msg: "operation",
  });
  expect(logged.slice(1)).toMatchObject([{ code: "GRAPHQL_VALIDATION_FAILED" }, { code: "FORBIDDEN" }]);
  const KEYS = [
    "level",
    "time",
    "name",
    "msg",
    "requestId",
    "document",
    "operation",
    "accountId",
    "code",
    "milliseconds",
  ];
  expect(logged.flatMap(Object.keys).filter((key) => !KEYS.includes(key))).toEqual([]);
  expect(lines.join("")).not.toMatch(/canary/);
});

test("who cannot be looked up is answered in words, with the database away", async () => {
  const gate = {
    query: () => Promise.reject(Object.assign(new Error(`connect to ${CANARY}`), { code: "ECONNREFUSED" })),
  };
  const broken = await serve(world, {}, { log, reads: Object.create(world.house.reads, { gate: { value: gate } }) });
  const { response, code } = await broken.ask("{ viewer { today } }", { cookie: "gonghui_session=somebody" });
  expect([response.statusCode, code, response.headers["retry-after"]]).toEqual([503, "UNAVAILABLE", "5"]);
  const odd = { query: () => Promise.reject(new TypeError(`select ${CANARY} from person where x`)) };
  const failing = await serve(world, {}, { log, reads: Object.create(world.house.reads, { gate: { value: odd } }) });
  const failed = await failing.ask("{ viewer { today } }", { cookie: "gonghui_session=another" });
  expect([failed.response.statusCode, failed.code]).toEqual([500, "INTERNAL_SERVER_ERROR"]);
  expect(response.body + failed.response.body).not.toMatch(LEAKS);
  expect(response.body + failed.response.body + lines.join("")).not.toContain(CANARY);
  await Promise.all([broken.end(), failing.end()]);
});

test("what was sent is not sent back in the words of a refusal", async () => {
  const cookie = await asConsole(world, "official");
  const wrong: [string, object][] = [
    ["query ($first: Int) { tradeUnions(first: $first) { totalCount } }", { first: CANARY }],
    ["query ($day: Date) { tradeUnions(asOf: $day) { totalCount } }", { day: CANARY }],
    ["query ($order: [TradeUnionOrder!]) { tradeUnions(orderBy: $order) { totalCount } }", { order: [CANARY] }],
    [
      "mutation ($input: LoginInput!) { login(input: $input) { userErrors { code } } }",
      { input: { username: "x", password: [CANARY] } },
    ],
    [
      "mutation ($input: LoginInput!) { login(input: $input) { userErrors { code } } }",
      { input: { username: "x", password: CANARY, code: 1 } },
    ],
  ];
  for (const [query, variables] of wrong) {
    const { response, code } = await served.ask(query, cookie, variables);
    expect(code).toBe("BAD_USER_INPUT");
    expect(response.body).not.toContain(CANARY);
  }
});

test("a document cannot earn an answer without end", async () => {
  const names = Array.from({ length: 60 }, (_, index) => `${"x".repeat(3_000)}${index}`).join(" ");
  const { body, response } = await served.ask(
    `{ ${Array.from({ length: 15 }, () => "tradeUnions").join(" ")} tradeUnion { ${names} } }`,
  );
  expect(body.errors?.length).toBe(20);
  expect(response.body.length).toBeLessThan(20_000);
});
