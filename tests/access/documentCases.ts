import type { RequestCase } from "./requestCases.js";

const UNION = "fragment F on TradeUnion { name }";
const inside = (fields: string) => `{ tradeUnion(code: "330602") { ${fields} } }`;

/** Documents that do not fit the schema, by the rule that each of them breaks. */
export const DOCUMENTS: Record<string, RequestCase> = {
  "a field that is not there": {
    rule: "FieldsOnCorrectTypeRule",
    query: inside("nothing"),
    names: ["nothing", "TradeUnion"],
  },
  "a field misspelt": { rule: "FieldsOnCorrectTypeRule", query: inside("nam"), names: ["nam", "name"] },
  "a field of one of several types": {
    rule: "FieldsOnCorrectTypeRule",
    query: '{ node(id: "person-1") { residentIdMasked } }',
    names: ["residentIdMasked", "Person"],
  },
  "an argument that is not there": {
    rule: "KnownArgumentNamesRule",
    query: '{ tradeUnion(cod: "1") { name } }',
    names: ["cod", "Query.tradeUnion", "code"],
  },
  "an argument that the directive lacks": {
    rule: "KnownArgumentNamesRule",
    query: inside("name @include(if: true, iff: true)"),
    names: ["iff", "@include"],
  },
  "a directive that is not there": {
    rule: "KnownDirectivesRule",
    query: inside("name @inclode(if: true)"),
    names: ["@inclode"],
  },
  "a directive out of place": {
    rule: "KnownDirectivesRule",
    query: "query @include(if: true) { viewer { today } }",
    names: ["@include"],
  },
  "a directive on a variable": {
    rule: "KnownDirectivesRule",
    query: "query ($d: Date @skip(if: true)) { tradeUnions(asOf: $d) { totalCount } }",
    names: ["@skip"],
  },
  "a directive twice": {
    rule: "UniqueDirectivesPerLocationRule",
    query: inside("name @include(if: true) @include(if: true)"),
    names: ["@include"],
  },
  "a fragment that is not there": { rule: "KnownFragmentNamesRule", query: inside("...F"), names: ["F"] },
  "a type that is not there": {
    rule: "KnownTypeNamesRule",
    query: "query ($d: Dat) { tradeUnions(asOf: $d) { totalCount } }",
    names: ["Dat", "Date"],
  },
  "two operations, one without a name": {
    rule: "LoneAnonymousOperationRule",
    query: "{ viewer { today } } query A { viewer { today } }",
  },
  "the definition of a type": {
    rule: "ExecutableDefinitionsRule",
    query: "type Query { a: Int } { viewer { today } }",
    names: ["Query"],
  },
  "a schema": { rule: "ExecutableDefinitionsRule", query: "schema { query: Query } { viewer { today } }" },
  "a fragment on what has no fields": {
    rule: "FragmentsOnCompositeTypesRule",
    query: `${inside("...F")} fragment F on Date { name }`,
    names: ["F", "Date"],
  },
  "an inline fragment on what has no fields": {
    rule: "FragmentsOnCompositeTypesRule",
    query: inside("... on Date { name }"),
    names: ["Date"],
  },
  "a fragment on another type": {
    rule: "PossibleFragmentSpreadsRule",
    query: `{ viewer { ...F } } ${UNION}`,
    names: ["F", "TradeUnion"],
  },
  "an inline fragment on another type": {
    rule: "PossibleFragmentSpreadsRule",
    query: "{ viewer { ... on TradeUnion { name } } }",
    names: ["TradeUnion"],
  },
  "a fragment in itself": {
    rule: "NoFragmentCyclesRule",
    query: `${inside("...F")} fragment F on TradeUnion { parent { ...F } }`,
    names: ["F"],
  },
  "fragments in a circle": {
    rule: "NoFragmentCyclesRule",
    query: `${inside("...F")} fragment F on TradeUnion { parent { ...G } } fragment G on TradeUnion { parent { ...H } } fragment H on TradeUnion { parent { ...F } }`,
    names: ["F", "G", "H"],
  },
  "a fragment unused": { rule: "NoUnusedFragmentsRule", query: `${inside("name")} ${UNION}`, names: ["F"] },
  "a variable undeclared": {
    rule: "NoUndefinedVariablesRule",
    query: "{ tradeUnions(asOf: $d) { totalCount } }",
    names: ["$d"],
  },
  "a variable undeclared in an operation": {
    rule: "NoUndefinedVariablesRule",
    query: "query Days { tradeUnions(asOf: $d) { totalCount } }",
    names: ["$d", "Days"],
  },
  "a variable unused": {
    rule: "NoUnusedVariablesRule",
    query: "query ($d: Date) { tradeUnions { totalCount } }",
    names: ["$d"],
  },
  "a variable unused in an operation": {
    rule: "NoUnusedVariablesRule",
    query: "query Days($d: Date) { tradeUnions { totalCount } }",
    names: ["$d", "Days"],
  },
  "a variable of a type of answers": {
    rule: "VariablesAreInputTypesRule",
    query: "query ($d: TradeUnion) { tradeUnions(asOf: $d) { totalCount } }",
    names: ["$d", "TradeUnion"],
  },
  "a variable of another type": {
    rule: "VariablesInAllowedPositionRule",
    query: "query ($d: String) { tradeUnions(asOf: $d) { totalCount } }",
    names: ["$d", "Date"],
  },
  "one name for two fields": {
    rule: "OverlappingFieldsCanBeMergedRule",
    query: inside("name: code name"),
    names: ["name", "code"],
  },
  "one name for two arguments": {
    rule: "OverlappingFieldsCanBeMergedRule",
    query: "{ tradeUnions { totalCount } tradeUnions(first: 1) { totalCount } }",
    names: ["tradeUnions"],
  },
  "one name for two types": {
    rule: "OverlappingFieldsCanBeMergedRule",
    query: '{ node(id: "person-1") { ... on Person { version } ... on TradeUnion { version: name } } }',
    names: ["version"],
  },
  "one name below for two fields": {
    rule: "OverlappingFieldsCanBeMergedRule",
    query: inside("parent { name: code } parent { name }"),
    names: ["parent", "name"],
  },
  "an argument missing": { rule: "ProvidedRequiredArgumentsRule", query: "{ node { id } }", names: ["node", "ID!"] },
  "an argument of a directive missing": {
    rule: "ProvidedRequiredArgumentsRule",
    query: inside("name @include"),
    names: ["@include", "Boolean!"],
  },
  "fields of what has none": { rule: "ScalarLeafsRule", query: inside("name { id }"), names: ["name", "String"] },
  "no fields of what has some": { rule: "ScalarLeafsRule", query: "{ viewer }", names: ["viewer"] },
  "an argument twice": {
    rule: "UniqueArgumentNamesRule",
    query: '{ tradeUnion(code: "1", code: "2") { name } }',
    names: ["code"],
  },
  "a fragment twice": { rule: "UniqueFragmentNamesRule", query: `${inside("...F")} ${UNION} ${UNION}`, names: ["F"] },
  "an input field twice": {
    rule: "UniqueInputFieldNamesRule",
    query: '{ tradeUnions(filter: { search: "1", search: "2" }) { totalCount } }',
    names: ["search"],
  },
  "an operation twice": {
    rule: "UniqueOperationNamesRule",
    query: "query A { viewer { today } } query A { viewer { today } }",
    names: ["A"],
  },
  "a variable twice": {
    rule: "UniqueVariableNamesRule",
    query: "query ($d: Date, $d: Date) { tradeUnions(asOf: $d) { totalCount } }",
    names: ["$d"],
  },
  "a value that the enumeration lacks": {
    rule: "ValuesOfCorrectTypeRule",
    query: "{ tradeUnions(orderBy: [NOSUCH]) { totalCount } }",
    names: ["NOSUCH", "TradeUnionOrder", "orderBy"],
  },
  "a text for an enumeration": {
    rule: "ValuesOfCorrectTypeRule",
    query: '{ tradeUnions(orderBy: ["按名称"]) { totalCount } }',
    names: ["TradeUnionOrder"],
  },
  "a text for a number": {
    rule: "ValuesOfCorrectTypeRule",
    query: '{ tradeUnions(first: "十") { totalCount } }',
    names: ["first"],
  },
  "a number beyond 32 bits": {
    rule: "ValuesOfCorrectTypeRule",
    query: "{ tradeUnions(first: 99999999999) { totalCount } }",
    names: ["first"],
  },
  "a number for a text": {
    rule: "ValuesOfCorrectTypeRule",
    query: "{ tradeUnion(code: 330602) { name } }",
    names: ["code"],
  },
  "a text for a yes or no": {
    rule: "ValuesOfCorrectTypeRule",
    query: inside('name @include(if: "是")'),
    names: ["if"],
  },
  "a yes or no for an id": { rule: "ValuesOfCorrectTypeRule", query: "{ node(id: true) { id } }", names: ["id"] },
  "a day that never was": {
    rule: "ValuesOfCorrectTypeRule",
    query: '{ tradeUnions(asOf: "2025-02-30") { totalCount } }',
    names: ["asOf"],
  },
  "a day in a condition that never was": {
    rule: "ValuesOfCorrectTypeRule",
    query: '{ tradeUnions(filter: { establishedOn: { gte: "昨天" } }) { totalCount } }',
    names: ["filter.establishedOn.gte"],
  },
  "a condition on nothing": {
    rule: "ValuesOfCorrectTypeRule",
    query: '{ tradeUnions(filter: { serch: "x" }) { totalCount } }',
    names: ["serch", "search"],
  },
  "a text for a condition": {
    rule: "ValuesOfCorrectTypeRule",
    query: '{ tradeUnions(filter: "全部") { totalCount } }',
    names: ["TradeUnionFilter"],
  },
  "nothing where something must be": {
    rule: "ValuesOfCorrectTypeRule",
    query: "{ node(id: null) { id } }",
    names: ["ID!"],
  },
  "an input field missing": {
    rule: "ValuesOfCorrectTypeRule",
    query: 'mutation { login(input: { username: "x" }) { userErrors { code } } }',
    names: ["password", "input"],
  },
  "introspection without end": {
    rule: "MaxIntrospectionDepthRule",
    query: '{ __type(name: "Query") { fields { type { fields { type { fields { name } } } } } } }',
  },
};
