/** A document that means harm, and whether it has to be refused whole. */
export interface Hostile {
  kind: string;
  /** The body as it is sent: not always well-formed. */
  body: string;
  mustRefuse?: boolean;
}

/** Chances from a seed; the same seed gives the same documents. */
export class Dice {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  /** A whole number from `least` to `most`, small ones oftener. */
  some(least: number, most: number): number {
    return least + Math.floor((most - least + 1) * this.next() ** 2);
  }
  one<T>(of: readonly T[]): T {
    return of[Math.floor(this.next() * of.length)] as T;
  }
}

const times = (count: number, part: (index: number) => string, between = " ") =>
  Array.from({ length: count }, (_, index) => part(index)).join(between);
const sent = (query: unknown, variables?: unknown) =>
  JSON.stringify({ query, ...(variables === undefined ? {} : { variables }) });
const union = (inner: string) => `{ tradeUnion(code: "330602") { ${inner} } }`;

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
const INSIDE = ["parent", "territory", "partyCommittee"];
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
  "${x}",
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

/** Every way to do harm with a document. */
const KINDS: Record<string, (dice: Dice) => Omit<Hostile, "kind">> = {
  deepFields: (dice) => {
    const depth = dice.some(12, 600);
    const [open, close] = dice.one([
      ["parent { ", "} "],
      ["ancestors { ", "} "],
      ["children(first: 1) { nodes { ", "} } "],
      ["children { edges { node { ", "} } } "],
    ] as const);
    return { body: sent(union(`${open.repeat(depth)}id ${close.repeat(depth)}`)), mustRefuse: true };
  },
  aliasFlood: (dice) => ({
    body: sent(union(times(dice.some(31, 600), (index) => `a${index}: name`))),
    mustRefuse: true,
  }),
  rootFlood: (dice) => ({
    body: sent(`{ ${times(dice.some(21, 900), () => dice.one(["viewer { today }", "__typename"]))} }`),
    mustRefuse: true,
  }),
  loginFlood: (dice) => ({
    body: sent(
      `mutation { ${times(dice.some(2, 200), (index) => `a${index}: login(input: { username: "official", password: "${index}" }) { userErrors { code } }`)} }`,
    ),
    mustRefuse: true,
  }),
  changeFlood: (dice) => ({
    body: sent(
      `mutation { ${times(dice.some(6, 60), (index) => `a${index}: updateTradeUnion(input: { id: "tradeUnion-2", version: 1 }) { userErrors { code } }`)} }`,
    ),
    mustRefuse: true,
  }),
  directiveFlood: (dice) => ({
    body: sent(union(times(dice.some(51, 500), () => "name @include(if: true)"))),
    mustRefuse: true,
  }),
  fragmentCircle: (dice) => {
    const size = dice.some(1, 120);
    return {
      body: sent(
        `${union("...F0")} ${times(size, (index) => `fragment F${index} on TradeUnion { id parent { ...F${(index + 1) % size} } }`)}`,
      ),
      mustRefuse: true,
    };
  },
  fragmentDoubling: (dice) => {
    const size = dice.some(8, 60);
    const step = (index: number) =>
      `fragment F${index} on TradeUnion { ${times(dice.some(2, 3), (way) => `${INSIDE[0]} { ...F${index + 1} } ancestors { ...F${index + 1} } ${way ? `children(first: ${way}) { nodes { ...F${index + 1} } }` : ""}`)} }`;
    return {
      body: sent(`${union("...F0")} ${times(size, step)} fragment F${size} on TradeUnion { id }`),
      mustRefuse: true,
    };
  },
  dearPage: (dice) => {
    const page = dice.some(100, 500);
    return {
      body: sent(`{ tradeUnions(first: ${page}) { nodes { id children(first: ${page}) { nodes { id name } } } } }`),
      mustRefuse: true,
    };
  },
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

/** The next document to be tried. */
export function hostileDocument(dice: Dice): Hostile {
  const kind = dice.one(Object.keys(KINDS));
  return { kind, ...(KINDS[kind] as (dice: Dice) => Omit<Hostile, "kind">)(dice) };
}
