/** A request that some library refuses: what is sent, and what its message has to name in either language. */
export interface RequestCase {
  /** The rule of graphql-js that refuses it, where one does. */
  rule?: string;
  query?: string;
  variables?: Record<string, unknown>;
  names?: string[];
}

const FOUND = "mutation ($input: CreateTradeUnionInput!) { createTradeUnion(input: $input) { userErrors { code } } }";
const founding = { name: "某工会", type: "GRASSROOTS_INDEPENDENT", establishedOn: "2024-01-01" };

/** Variables that do not fit, and operations that cannot be run. */
export const INPUTS: Record<string, RequestCase> = {
  "a variable missing": { query: FOUND, variables: {}, names: ["$input", "CreateTradeUnionInput!"] },
  "a variable empty": { query: FOUND, variables: { input: null }, names: ["$input"] },
  "an input field missing": {
    query: FOUND,
    variables: { input: { name: "某工会", type: "GRASSROOTS_JOINT" } },
    names: ["$input", "establishedOn"],
  },
  "an input field empty": {
    query: FOUND,
    variables: { input: { ...founding, name: null } },
    names: ["input.name", "String!"],
  },
  "an input field that is not there": {
    query: FOUND,
    variables: { input: { ...founding, nam: "x" } },
    names: ["$input", "nam"],
  },
  "an input field with a name of no kind": {
    query: FOUND,
    variables: { input: { ...founding, 名称: "x" } },
    names: ["CreateTradeUnionInput"],
  },
  "a day that never was": {
    query: FOUND,
    variables: { input: { ...founding, establishedOn: "2025-02-30" } },
    names: ["input.establishedOn"],
  },
  "a value that the enumeration lacks": {
    query: FOUND,
    variables: { input: { ...founding, type: "别的" } },
    names: ["input.type", "UnionType"],
  },
  "a number for an enumeration": {
    query: FOUND,
    variables: { input: { ...founding, type: 1 } },
    names: ["input.type", "UnionType"],
  },
  "a number for a text": { query: FOUND, variables: { input: { ...founding, name: 1 } }, names: ["input.name"] },
  "a list in which one is wrong": {
    query: FOUND,
    variables: { input: { ...founding, employerIds: ["employer-1", true] } },
    names: ["input.employerIds[1]"],
  },
  "a text for an input": { query: FOUND, variables: { input: "某工会" }, names: ["$input", "CreateTradeUnionInput"] },
  "a text for a number": {
    query: "query ($n: Int) { tradeUnions(first: $n) { totalCount } }",
    variables: { n: "十" },
    names: ["$n"],
  },
  "a number beyond 32 bits": {
    query: "query ($n: Int) { tradeUnions(first: $n) { totalCount } }",
    variables: { n: 99_999_999_999 },
    names: ["$n"],
  },
  "a text for a yes or no": {
    query: "query ($b: Boolean!) { viewer { today @include(if: $b) } }",
    variables: { b: "是" },
    names: ["$b"],
  },
  "money with a point": {
    query: "mutation ($input: CreateCourseInput!) { createCourse(input: $input) { userErrors { code } } }",
    variables: {
      input: {
        code: "C",
        name: "班",
        category: "x",
        level: "x",
        mode: "x",
        organiserId: "1",
        startOn: "2025-01-01",
        endOn: "2025-01-02",
        hours: 1,
        budgetFen: "1.5",
      },
    },
    names: ["$input"],
  },
  "an argument emptied by its variable": {
    query: `query ($id: ID! = "person-1") { node(id: $id) { id } }`,
    variables: { id: null },
    names: ["$id"],
  },
  "an argument of a change emptied by its variable": {
    query: `mutation ($input: LoginInput = { username: "x", password: "y" }) { login(input: $input) { userErrors { code } } }`,
    variables: { input: null },
    names: ["input", "LoginInput!"],
  },
  "an argument of a question emptied by its variable": {
    query: `query ($id: ID = "person-1") { node(id: $id) { id } }`,
    variables: { id: null },
    names: ["id", "ID!"],
  },
  "a subscription": { query: "subscription { viewer { today } }" },
};

/** Texts that are no documents. */
export const TEXTS: Record<string, RequestCase> = {
  "the end too soon": { query: "{ tradeUnions { totalCount }" },
  "another sign than the one due": { query: "query Days(] { viewer { today } }" },
  "a text where a name is due": { query: '{ "工会" }' },
  "a number where a name is due": { query: "{ tradeUnion(330699199202291234: 1) { name } }" },
  "a word where a sign is due": { query: "query Days one { viewer { today } }", names: ["one"] },
  "a word out of place": { query: "ask { viewer }", names: ["ask"] },
  "another alphabet": { query: "{ 工会 }" },
  "a sign of no kind": { query: "{ tradeUnions ? }" },
  "a character of no kind": { query: "{ tradeUnions \u0007 }" },
  "single quotes": { query: "{ tradeUnion(code: '1') { name } }" },
  "a variable as a default": {
    query: "query ($a: Int, $b: Int = $a) { tradeUnions(first: $b) { totalCount } }",
    names: ["$a"],
  },
  "a number that begins with 0": { query: "{ tradeUnions(first: 01) { totalCount } }" },
  "a number that ends at its point": { query: "{ tradeUnions(first: 1.) { totalCount } }" },
  "a text without an end": { query: '{ tradeUnion(code: "330602) { name } }' },
  "a text with a control character": { query: '{ tradeUnion(code: "3\ud8003") { name } }' },
  "an escape of no kind": { query: '{ tradeUnion(code: "\\q") { name } }' },
  "an escape of no character": { query: '{ tradeUnion(code: "\\uZZZZ") { name } }' },
  "a description of a question": { query: '"说明" { viewer { today } }' },
};
