import { type Kinds, sent, times, union } from "./dice.js";

const LISTS = [
  "tradeUnions",
  "persons",
  "employers",
  "divisions",
  "positions",
  "memberships",
  "courses",
  "awards",
  "assessments",
  "auditEntries",
];
const ODD = [
  "\u0000",
  "\u0001",
  "\u001b[31m",
  "\u007f",
  "\u202e",
  "\u2028",
  "\ufeff",
  "\ud800",
  "\udfff",
  "𠮷",
  "％",
  "'; drop table person; --",
  "\\",
  "\\u0000",
  '"""',
  "\r\n",
  "__proto__",
  "constructor",
];
const SOUND = [
  "{ tradeUnions(first: 5) { nodes { id code name parent { name } } totalCount } }",
  "query Q($id: ID!) { node(id: $id) { id ... on TradeUnion { name children(first: 2) { nodes { code } } } } }",
  '{ a: tradeUnion(code: "330602") { rollup { unionCount } } b: persons(filter: { search: "zhang" }, orderBy: [ID_DESC]) { edges { cursor node { id } } } }',
  '{ divisions(last: 3, asOf: "2013-09-05") { pageInfo { startCursor } nodes { name } } }',
  'mutation { login(input: { username: "x", password: "y" }) { userErrors { code message } } }',
];

/** Documents with strange, huge or malformed parts. */
export const INPUTS: Kinds = {
  legalButLarge: (dice) => ({
    body: sent(
      `{ ${dice.one(LISTS)}(first: 500${dice.one(["", ", offset: 10000", ", history: true"])}) { nodes { id } edges { cursor node { id } } pageInfo { startCursor } totalCount } }`,
    ),
  }),
  hugeText: (dice) => ({
    body: sent(
      `{ tradeUnions(filter: { search: "${dice.one(["x", "汉", "%", "_", "\\\\"]).repeat(dice.some(100, 60_000))}" }) { totalCount } }`,
    ),
  }),
  hugeNumber: (dice) => ({
    body: sent(
      `{ tradeUnions(${dice.one(["first", "last", "offset"])}: ${dice.one(["", "-"])}${"9".repeat(dice.some(1, 20_000))}${dice.one(["", ".5", "e999"])}) { totalCount } }`,
    ),
  }),
  hugeName: (dice) => ({
    body: sent(
      `query ${"q".repeat(dice.some(1, 50_000))} { ${dice.one(["x", "tradeUnions"]).repeat(dice.some(1, 5_000))} }`,
    ),
  }),
  hugeComment: (dice) => ({
    body: sent(`{ __typename } ${times(dice.some(1, 400), () => `# ${dice.one(ODD).repeat(dice.some(1, 100))}\n`)}`),
  }),
  oddCharacters: (dice) => {
    const odd = times(dice.some(1, 20), () => dice.one(ODD), "");
    const text = JSON.stringify(odd).replace(/\\u([0-9a-f]{4})/g, "\\u$1");
    return {
      body: sent(
        dice.one([
          `{ tradeUnions(filter: { name: { eq: ${text} } }) { totalCount } }`,
          `{ trade${odd}Unions { totalCount } }`,
          `{ tradeUnion(code: """${odd}""") { id } }`,
          odd,
          `query ${odd} { __typename }`,
        ]),
      ),
    };
  },
  oddVariables: (dice) => ({
    body: sent(
      "query ($text: String, $ids: [ID!]!) { persons(filter: { search: $text }) { totalCount } nodes(ids: $ids) { id } }",
      {
        text: times(dice.some(1, 30), () => dice.one(ODD), ""),
        ids: Array.from({ length: dice.some(0, 120) }, () =>
          dice.one(["tradeUnion-1", "person-99999999999", "-", "", "x-1", ...ODD]),
        ),
      },
    ),
  }),
  wrongTypes: (dice) => {
    const value = dice.one(["true", "{ a: 1 }", "[[[]]]", "ENUM", "null", '"x"', "1.5", "-0", "$undefined"]);
    return {
      body: sent(
        dice.one([
          `{ tradeUnions(first: ${value}) { totalCount } }`,
          `{ tradeUnions(filter: ${value}) { totalCount } }`,
          `{ nodes(ids: ${value}) { id } }`,
          `{ tradeUnions(orderBy: ${value}, asOf: ${value}) { totalCount } }`,
          `{ viewer @skip(if: ${value}) { today } }`,
        ]),
      ),
    };
  },
  wrongVariables: (dice) => ({
    body: sent(
      "query ($first: Int, $filter: TradeUnionFilter, $order: [TradeUnionOrder!], $day: Date) { tradeUnions(first: $first, filter: $filter, orderBy: $order, asOf: $day) { totalCount } }",
      dice.one<unknown>([
        { first: "1" },
        { first: 1e308 },
        { filter: [1] },
        { filter: { nothing: 1 } },
        { order: "x" },
        { day: "2013-02-30" },
        { day: {} },
        [],
        "text",
        5,
        null,
        { filter: { and: [{ or: [] }] } },
      ]),
    ),
  }),
  longLists: (dice) => {
    const length = dice.some(251, 1_900);
    const asVariable = {
      body: sent("query ($filter: TradeUnionFilter) { tradeUnions(filter: $filter) { totalCount } }", {
        filter: { code: { in: Array.from({ length: length * 5 }, (_, index) => `c${index}`) } },
      }),
      mustRefuse: true,
    };
    return dice.one([
      asVariable,
      { body: sent(`{ tradeUnions(orderBy: [${"ID_ASC ".repeat(length)}]) { totalCount } }`), mustRefuse: true },
    ]);
  },
  deepInput: (dice) => {
    const depth = dice.some(13, 900);
    const levels = depth * dice.some(1, 10);
    const nested = `${'{"not":'.repeat(levels)}{"name":{"eq":"x"}}${"}".repeat(levels)}`;
    const query = "query ($filter: TradeUnionFilter) { tradeUnions(filter: $filter) { totalCount } }";
    const literal = {
      body: sent(`{ tradeUnions(filter: ${"{ not: ".repeat(depth)}{}${" }".repeat(depth)}) { totalCount } }`),
      mustRefuse: true,
    };
    return dice.one([
      literal,
      { body: `{"query":${JSON.stringify(query)},"variables":{"filter":${nested}}}`, mustRefuse: true },
    ]);
  },
  deepJson: (dice) => {
    const depth = dice.some(100, 60_000);
    return {
      body: dice.one([
        `{"query":"{ __typename }","variables":${'{"a":'.repeat(depth)}1${"}".repeat(depth)}}`,
        `${"[".repeat(depth)}${"]".repeat(depth)}`,
        `{"query":"{ __typename }","extensions":${"[".repeat(depth)}${"]".repeat(depth)}}`,
      ]),
    };
  },
  duplicateKeys: (dice) => ({
    body: dice.one([
      '{"query":"{ __typename }","query":"{ viewer { today } }"}',
      '{"query":"query ($a: Int) { tradeUnions(first: $a) { totalCount } }","variables":{"a":1,"a":{"b":2}}}',
      '{"__proto__":{"query":"{ __typename }"},"query":"{ __typename }"}',
      '{"query":"{ __typename }","constructor":{"prototype":{"x":1}}}',
      sent("{ tradeUnions(first: 1, first: 2) { totalCount } }"),
      sent('{ tradeUnions(filter: { code: { eq: "a" }, code: { eq: "b" } }) { totalCount } }'),
      sent("query A { __typename } query A { __typename }"),
      sent("query ($a: Int, $a: String) { __typename }"),
      sent("fragment F on Query { __typename } fragment F on Query { __typename } { ...F }"),
      sent("query A { __typename } query B { viewer { today } }"),
    ]),
  }),
  manyOperations: (dice) => ({ body: sent(times(dice.some(2, 300), (index) => `query Q${index} { __typename }`)) }),
  conflictingFields: (dice) => ({
    body: sent(
      union(
        times(
          dice.some(2, 400),
          (index) =>
            `${dice.one(["", "a: "])}${dice.one(["name", "code", "parent { id }", "children { totalCount }", `children(first: ${index}) { totalCount }`])}`,
        ),
      ),
    ),
  }),
  introspection: (dice) => {
    const depth = dice.some(1, 100);
    return {
      body: sent(
        dice.one([
          `{ __schema { types ${"{ fields { type ".repeat(depth)}{ name }${" } }".repeat(depth)} } }`,
          `{ ${times(dice.some(2, 30), (index) => `a${index}: __schema { types { name fields { name args { name type { name ofType { name } } } } } }`)} }`,
          `{ __type(name: "TradeUnion") ${"{ interfaces { possibleTypes ".repeat(depth)}{ name }${" } }".repeat(depth)} }`,
        ]),
      ),
    };
  },
  conditions: (dice) => ({
    body: sent(
      `{ nodes(ids: [${times(dice.some(1, 100), (index) => `"tradeUnion-${index}"`)}]) { ${times(dice.some(1, 60), () => `... on ${dice.one(["TradeUnion", "Person", "Node", "Query", "Nothing", "Division"])} { id }`)} } }`,
    ),
  }),
  mutilated: (dice) => {
    const text = dice.one(SOUND);
    const at = dice.some(0, text.length);
    const body = sent(
      text.slice(0, at) +
        dice.one([...ODD, "{", "}", "(", ")", "...", "@", "$", "|", "!", ""]) +
        text.slice(at + dice.some(0, 6)),
    );
    return { body: dice.one([body, body.slice(0, dice.some(0, body.length)), body.replace('"', "'")]) };
  },
  notADocument: (dice) => ({
    body: dice.one([
      "",
      "null",
      "[]",
      "{}",
      "0",
      '""',
      '{"query":null}',
      '{"query":[]}',
      '{"query":{"kind":"Document"}}',
      '{"query":""}',
      '{"query":" "}',
      '{"documentId":{}}',
      '{"extensions":{"persistedQuery":{"sha256Hash":[]}}}',
      '{"extensions":{"persistedQuery":5},"query":"{ __typename }"}',
      '{"query":"subscription { x }"}',
      '{"query":"type A { b: Int }"}',
      '{"query":"{}"}',
      `[${times(dice.some(1, 500), () => '{"query":"{ __typename }"}', ",")}]`,
    ]),
  }),
};
