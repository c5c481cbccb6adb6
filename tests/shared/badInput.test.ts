import "reflect-metadata";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { FastifyInstance } from "fastify";
import { createServer } from "../../api/server.js";
import { openWorld, PASSWORD, type World } from "./world.js";

let world: World;
let app: FastifyInstance;
let cookie: string;

const send = (payload: unknown, headers: Record<string, string> = {}) =>
  app.inject({
    method: "POST",
    url: "/graphql",
    headers: { "content-type": "application/json", ...(cookie ? { cookie } : {}), ...headers },
    payload: payload as string,
  });

beforeAll(async () => {
  world = await openWorld();
  app = await createServer(world.house);
  const query = `mutation { login(input: { username: "admin", password: "${PASSWORD}" }) { account { username } } }`;
  const [first] = (await send({ query })).cookies;
  cookie = `${first?.name}=${first?.value}`;
});

afterAll(async () => {
  await app.close();
  await world.end();
});

const CASES: [string, () => unknown, string, number][] = [
  ["a GraphQL syntax error", () => ({ query: "{ tradeUnions {" }), "GRAPHQL_PARSE_FAILED", 200],
  ["an unknown field", () => ({ query: "{ tradeUnions { totalcount } }" }), "GRAPHQL_VALIDATION_FAILED", 200],
  [
    "an unknown enumeration value",
    () => ({ query: "{ tradeUnions(filter: { type: { eq: CLUB } }) { totalCount } }" }),
    "GRAPHQL_VALIDATION_FAILED",
    200,
  ],
  [
    "an unknown enumeration value in a variable",
    () => ({
      query: "query ($t: UnionType) { tradeUnions(filter: { type: { eq: $t } }) { totalCount } }",
      variables: { t: "CLUB" },
    }),
    "BAD_USER_INPUT",
    200,
  ],
  [
    "a date that does not exist",
    () => ({ query: "query ($d: Date) { tradeUnions(asOf: $d) { totalCount } }", variables: { d: "2025-02-29" } }),
    "BAD_USER_INPUT",
    200,
  ],
  ["a page of 501", () => ({ query: "{ tradeUnions(first: 501) { totalCount } }" }), "BAD_USER_INPUT", 200],
  [
    "an operation that is not there",
    () => ({ query: "{ tradeUnions { totalCount } }", operationName: "other" }),
    "BAD_USER_INPUT",
    200,
  ],
  [
    "a selection of 2,000 fields",
    () => ({
      query: `{ ${Array.from({ length: 2000 }, (_, n) => `a${n}: tradeUnion(code: "1") { name }`).join(" ")} }`,
    }),
    "QUERY_TOO_EXPENSIVE",
    200,
  ],
  ["a body that is no JSON", () => "not json", "BAD_USER_INPUT", 400],
  ["a body of 2 MB", () => JSON.stringify({ query: `{ a${"a".repeat(2_000_000)} }` }), "PAYLOAD_TOO_LARGE", 413],
];

test.each(CASES)("%s is refused with a code and words in the reader's language", async (_, payload, code, status) => {
  for (const [language, words] of [
    ["zh-CN", /[\u4e00-\u9fff]/],
    ["en", /[a-z]{3}/],
  ] as const) {
    const answer = await send(payload(), { "accept-language": language });
    const [error] = answer.json().errors;
    expect({ status: answer.statusCode, code: error.extensions.code }).toEqual({ status, code });
    expect(error.message).toMatch(words);
    expect(error.extensions.requestId).toBeTruthy();
  }
});

test("after all of them the server still answers", async () => {
  expect((await send({ query: "{ tradeUnions { totalCount } }" })).json().data.tradeUnions.totalCount).toBeGreaterThan(
    0,
  );
  expect((await app.inject("/livez")).statusCode).toBe(200);
});
