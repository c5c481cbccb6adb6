import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { isInputObjectType, specifiedRules } from "graphql";
import { buildContract, printContract } from "../../api/schema.js";
import { inOurWords } from "../../api/shared/formatErrors.js";
import { asConsole, type Served, serve } from "../shared/served.js";
import { openWorld, type World } from "../shared/world.js";
import { DOCUMENTS } from "./documentCases.js";
import { MESSAGES_OF_FILES, MESSAGES_OF_RULES } from "./libraryMessages.js";
import { INPUTS, type RequestCase, TEXTS } from "./requestCases.js";

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

const contract = buildContract();
const wordsOf = (text: string) => text.match(/[A-Za-z_]\w*/g) ?? [];
/** Names of the schema and of HTTP; what else is Latin in a Chinese message has to stand in the request itself. */
const NAMES = new Set([
  ...wordsOf(printContract(contract).replace(/"""[\s\S]*?"""/g, "")),
  ...wordsOf(
    "GET POST JSON content-type accept application/json application/graphql-response+json apollo-require-preflight query variables extensions operationName Int String Boolean ID if true false",
  ),
]);
const ENGLISH =
  /\b(?:the|is|are|no|not|of|an?|must|expected|unexpected|value|unknown|cannot|provided|found|field|argument)\b/i;

interface Said {
  message: string;
  locations?: { line: number; column: number }[];
  extensions: Record<string, unknown>;
}

/** Chinese is wholly Chinese and English wholly English, apart from names; neither is what no one had words for. */
function expectBothWays(zh: Said[] | undefined, en: Said[] | undefined, request: string, names: string[] = []) {
  expect(zh?.length).toBeGreaterThan(0);
  expect(en?.map(({ extensions }) => extensions["code"])).toEqual(zh?.map(({ extensions }) => extensions["code"]));
  const sent = new Set(wordsOf(request));
  for (const { message, extensions } of zh ?? []) {
    expect(message).toMatch(/^[^A-Za-z]*\p{Script=Han}/u);
    const foreign = wordsOf(message.replace(/U\+[0-9A-F]{4,6}/g, "")).filter(
      (word) => !NAMES.has(word) && !sent.has(word),
    );
    expect({ message, foreign }).toEqual({ message, foreign: [] });
    expect(extensions).not.toHaveProperty("original");
    expect(["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"]).toContain(extensions["code"]);
  }
  for (const { message } of en ?? []) {
    expect(message).not.toMatch(/\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u);
    expect(message).toMatch(ENGLISH);
  }
  for (const said of [zh, en])
    for (const name of names) expect(said?.map(({ message }) => message).join("\n")).toContain(name);
}

async function expectCase({ query, variables, names }: RequestCase): Promise<Said[]> {
  const body = { query, ...(variables ? { variables } : {}) };
  const zh = (await served.ask(body, cookie)).body.errors as Said[];
  const en = (await served.ask(body, { ...cookie, "accept-language": "en" })).body.errors as Said[];
  expectBothWays(zh, en, JSON.stringify(body), names);
  return zh;
}

describe("a document that does not fit the schema is refused in the language of its reader:", () => {
  test.each(Object.entries(DOCUMENTS))("%s", async (_, each) => {
    const said = await expectCase(each);
    for (const { locations, extensions } of said) {
      expect(extensions["code"]).toBe("GRAPHQL_VALIDATION_FAILED");
      expect(locations?.[0]).toMatchObject({
        line: expect.any(Number),
        column: expect.any(Number),
      });
    }
  });
});

describe("an input that does not fit is refused in the language of its reader:", () => {
  test.each(Object.entries(INPUTS))("%s", async (_, each) => {
    for (const { extensions } of await expectCase(each)) expect(extensions["code"]).toBe("BAD_USER_INPUT");
  });
});

describe("a text that is no document is refused with its line and column in the language of its reader:", () => {
  test.each(Object.entries(TEXTS))("%s", async (_, each) => {
    const said = await expectCase(each);
    expect(said).toMatchObject([
      {
        extensions: { code: "GRAPHQL_PARSE_FAILED" },
        locations: [{ line: 1 }],
      },
    ]);
    expect(said[0]?.message).toMatch(/第 1 行第 \d+ 列/);
  });
});

describe("a request that is none of GraphQL over HTTP is refused in the language of its sender:", () => {
  const JSON_TYPE = { "content-type": "application/json" };
  const QUERY = "{ viewer { today } }";
  const get = (search: string, headers: Record<string, string> = JSON_TYPE) => ({
    method: "GET" as const,
    url: `/graphql${search}`,
    headers,
  });
  const post = (payload: unknown, headers: Record<string, string> = JSON_TYPE) => ({
    method: "POST" as const,
    url: "/graphql",
    headers,
    payload: JSON.stringify(payload),
  });
  const asked = `?query=${encodeURIComponent(QUERY)}`;
  test.each([
    ["a bare question by address, such as another site can send", get(asked, {})],
    ["a change by address", get(`?query=${encodeURIComponent("mutation { logout { userErrors { code } } }")}`)],
    ["a question twice", get(`${asked}&query=x`)],
    ["variables that are no JSON", get(`${asked}&variables={`)],
    ["variables that are a list", get(`${asked}&variables=[]`)],
    [
      "a question of another media type",
      get(asked, {
        "content-type": "application/xml",
        "apollo-require-preflight": "1",
      }),
    ],
    ["an answer of another media type", post({ query: QUERY }, { ...JSON_TYPE, accept: "text/html" })],
    ["no question", post({ variables: {} })],
    ["no body", post({})],
    ["a question that is a number", post({ query: 1 })],
    ["a question that is a tree", post({ query: { kind: "Document" } })],
    ["variables in a text", post({ query: QUERY, variables: "{}" })],
    ["variables in a list", post({ query: QUERY, variables: [] })],
    ["extensions in a text", post({ query: QUERY, extensions: "{}" })],
    ["extensions in a list", post({ query: QUERY, extensions: [] })],
    ["a name that is a number", post({ query: QUERY, operationName: 1 })],
    ["an operation that is not there", post({ query: "query A { viewer { today } }", operationName: "B" })],
    [
      "several operations and no name",
      post({
        query: "query A { viewer { today } } query B { viewer { today } }",
      }),
    ],
    ["several questions at once", post([{ query: QUERY }])],
    ["a body that is no JSON", { ...post({}), payload: "{" }],
  ])("%s", async (_, request) => {
    const answer = async (language: string) => {
      const headers = {
        ...request.headers,
        ...cookie,
        "accept-language": language,
      };
      return (await served.app.inject({ ...request, headers })).json().errors as Said[];
    };
    expectBothWays(await answer("zh-CN"), await answer("en"), JSON.stringify(request));
  });
});

test("a day that never was says where it stands, and every wrong one of a document is told", async () => {
  const query = '{ tradeUnions(asOf: "2025-02-30", filter: { establishedOn: { gte: "2025-13-01" } }) { totalCount } }';
  const { body } = await served.ask({ query }, cookie);
  expect(body.errors).toMatchObject([
    {
      message: "请求与接口定义不符：参数 asOf：日期须真实存在，按“年-月-日”写，如 2025-01-31。",
      locations: [{ line: 1, column: 21 }],
    },
    {
      message: expect.stringContaining("参数 filter.establishedOn.gte：日期须真实存在"),
      locations: [{ line: 1, column: 67 }],
    },
  ]);
});

test("a personal number is sent back by no message", async () => {
  for (const number of ["13812345678", "110101199003070011"])
    for (const body of [
      { query: `{ tradeUnions(first: "${number}") { totalCount } }` },
      { query: `{ tradeUnions(orderBy: [${number}]) { totalCount } }` },
      { query: `{ tradeUnions ${number} }` },
      { query: `{ a${number} }` },
      {
        query: "query ($n: Int) { tradeUnions(first: $n) { totalCount } }",
        variables: { n: `${number}` },
      },
      {
        query: "query ($n: Int) { tradeUnions(first: $n) { totalCount } }",
        variables: { n: { [number]: number } },
      },
    ])
      expect((await served.ask(body, cookie)).response.body).not.toContain(number);
});

test("of what nobody foresaw the code is said in one language, and the library's own words stand beside it", () => {
  const told = inOurWords("GRAPHQL_VALIDATION_FAILED", { message: "Something new of 13812345678." }, "zh");
  expect(told).toEqual({
    message: "请求与接口定义不符。",
    extensions: {
      code: "GRAPHQL_VALIDATION_FAILED",
      original: "Something new of 138****5678.",
    },
  });
  expect(inOurWords("BAD_REQUEST", { message: "Something new" }, "en")).toEqual({
    message: "The request is malformed.",
    extensions: { code: "BAD_USER_INPUT", original: "Something new" },
  });
});

describe("a new kind of message of graphql-js is noticed:", () => {
  /** Rules that nothing of this contract can break. */
  const IDLE = ["SingleFieldSubscriptionsRule"];
  const root = dirname(createRequire(import.meta.url).resolve("graphql/package.json"));
  const errorsIn = (file: string) =>
    readFileSync(join(root, file), "utf8").match(/(?:GraphQLError\.GraphQLError|syntaxError\.syntaxError\))\(/g)
      ?.length ?? 0;

  test("every rule of validation has a document that breaks it", () => {
    const broken = new Set(Object.values(DOCUMENTS).map(({ rule }) => rule));
    expect(specifiedRules.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual(IDLE);
    expect(contract.getSubscriptionType()).toBeFalsy();
    expect(Object.values(contract.getTypeMap()).filter((type) => isInputObjectType(type) && type.isOneOf)).toEqual([]);
  });

  test("each rule, and whatever else looks at a document or a value, has as many messages as were translated", () => {
    const rules = Object.fromEntries(specifiedRules.map(({ name }) => [name, errorsIn(`validation/rules/${name}.js`)]));
    expect(rules).toEqual(MESSAGES_OF_RULES);
    expect(Object.fromEntries(Object.keys(MESSAGES_OF_FILES).map((file) => [file, errorsIn(file)]))).toEqual(
      MESSAGES_OF_FILES,
    );
  });
});
