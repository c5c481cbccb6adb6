import fc from "fast-check";
import { textOf } from "../house/tree.js";

const WORDS = [...new Set(textOf("schema/schema.graphql").match(/\b[a-zA-Z]\w+\b/g))];
const MARKS = [
  "{",
  "}",
  "(",
  ")",
  "[",
  "]",
  ":",
  "!",
  "...",
  "@",
  "$",
  "|",
  "&",
  "=",
  '"',
  '"""',
  ",",
  "\n",
  "#",
  "\\",
  "\0",
  "\u{20BB7}",
  "\uD800",
];
const OPENERS = [
  "query",
  "mutation",
  "subscription",
  "fragment",
  "on",
  "true",
  "null",
  "__schema",
  "__typename",
  "@skip(if:",
  "@include(if:",
  "0",
  "-1",
  "1e999",
  "9999999999999999",
];
const SOUND = [
  "{ tradeUnions(first: 5) { nodes { id code name parent { name } } totalCount } }",
  "query Q($id: ID!) { node(id: $id) { id ... on TradeUnion { name children(first: 2) { nodes { code } } } } }",
  '{ a: tradeUnion(code: "330602") { rollup { unionCount } } b: persons(filter: { search: "zhang" }, orderBy: [ID_DESC]) { edges { cursor node { id } } } }',
  'mutation { login(input: { username: "x", password: "y" }) { userErrors { code message } } }',
  '{ divisions(last: 3, asOf: "2013-09-05") { pageInfo { startCursor } nodes { name } } }',
];
const strange = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "",
    "\0",
    "'; drop table person; --",
    "%",
    "\\",
    "1".repeat(400),
    "tradeUnion-1",
    "tradeUnion--1",
    "\uDFFF",
    "2013-02-30",
    "0000-00-00",
  ),
);
const tokens = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 4, arbitrary: fc.constantFrom(...MARKS) },
      { weight: 2, arbitrary: fc.constantFrom(...OPENERS) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => `{ ${parts.join(" ")}`);
const mutated = fc
  .tuple(fc.constantFrom(...SOUND), fc.nat(200), fc.nat(12), fc.oneof(fc.constantFrom(...WORDS, ...MARKS), strange))
  .map(([text, at, length, put]) => text.slice(0, at) + put + text.slice(at + length));
const argued = fc
  .record({
    list: fc.constantFrom(
      "tradeUnions",
      "persons",
      "employers",
      "divisions",
      "positions",
      "auditEntries",
      "assessments",
    ),
    first: fc.oneof(fc.integer(), fc.constant(1)),
    offset: fc.option(fc.integer()),
    after: fc.option(strange),
    search: fc.option(strange),
    asOf: fc.option(fc.oneof(strange, fc.constant("2020-01-01"))),
    depth: fc.nat(30),
  })
  .map(({ list, first, offset, after, search, asOf, depth }) => {
    const text = (name: string, value: string | null) => (value === null ? "" : ` ${name}: ${JSON.stringify(value)}`);
    const inner =
      search === null
        ? "{}"
        : `{${text(list === "tradeUnions" || list === "persons" || list === "employers" ? "search" : "id", search)}}`;
    const filter = "{ not: ".repeat(depth) + inner + " }".repeat(depth);
    return `{ ${list}(first: ${first}${offset === null ? "" : ` offset: ${offset}`}${text("after", after)}${text("asOf", asOf)} filter: ${filter}) { nodes { id } totalCount } }`;
  });
const deep = fc
  .tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom("parent", "ancestors", "children"))
  .map(
    ([depth, field]) =>
      `{ tradeUnion(code: "330602") { ${field === "children" ? "children { nodes { ".repeat(depth) : `${field} { `.repeat(depth)} id ${field === "children" ? "} } ".repeat(depth) : "} ".repeat(depth)} } }`,
  );
const wide = fc
  .integer({ min: 1, max: 3_000 })
  .map(
    (count) =>
      `{ ${Array.from({ length: count }, (_, index) => `a${index}: tradeUnions(first: 500) { totalCount }`).join(" ")} }`,
  );
const variables = fc.option(
  fc.oneof(
    fc.object({ maxDepth: 3 }),
    fc.constant(null),
    strange,
    fc.dictionary(fc.constantFrom("id", "input", "__proto__", "constructor"), strange),
  ),
);
const posted = fc.record({
  query: fc.oneof(tokens, mutated, mutated, argued, argued, deep, wide, strange, fc.anything({ maxDepth: 2 })),
  variables,
  operationName: fc.option(strange),
});

export interface Sent {
  method: "GET" | "POST" | "PUT" | "OPTIONS";
  url: string;
  type?: string;
  payload?: string;
}
/** Half a surrogate pair has no bytes; it becomes a replacement character. */
const inUrl = (text: string) => encodeURIComponent(Buffer.from(text).toString());
const asJson = (value: unknown): string =>
  JSON.stringify(value, (_key, each) => (typeof each === "bigint" ? `${each}` : each)) ?? "";
export const request: fc.Arbitrary<Sent> = fc.oneof(
  {
    weight: 12,
    arbitrary: posted.map(
      (body): Sent => ({ method: "POST", url: "/graphql", type: "application/json", payload: asJson(body) }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        strange,
        fc.constantFrom(
          "application/json",
          "text/plain",
          "application/graphql",
          "multipart/form-data; boundary=x",
          "application/json; charset=utf-7",
        ),
      )
      .map(([payload, type]): Sent => ({ method: "POST", url: "/graphql", type, payload })),
  },
  {
    weight: 1,
    arbitrary: fc
      .oneof(mutated, argued)
      .map((query): Sent => ({ method: "GET", url: `/graphql?query=${inUrl(query)}` })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom<Sent["method"]>("GET", "PUT", "OPTIONS"),
        fc.constantFrom("/reports/assessments/", "/verify/", "/graphql/", "/", "/assets/"),
        strange,
      )
      .map(([method, place, rest]): Sent => ({ method, url: place + inUrl(rest) })),
  },
);
