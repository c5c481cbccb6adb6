import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
} from "graphql";
import { collectFields, collectSubfields } from "graphql/execution/collectFields.js";
import type { Viewer } from "../../api/reading/viewer.js";
import { nounOf, type Permission } from "../../schema/access/permissions.rules.js";
import { RECORD_OF_ID, RECORDS, type RecordName } from "../../schema/records.js";
import { markOf, recordMarks } from "../../schema/shared/register.js";
import { type Cursors, listKey } from "./plainLists.js";
import type { Values } from "./plainRows.js";
import { mayRead } from "./plainSight.js";

/** A refusal of the whole operation, before anything is read. */
export class Refusal extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

export interface Question {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  variables: Values;
  viewer: Viewer;
  cursors: Cursors;
}

/** Walks an operation in the order of its fields, refuses what must not be asked, and counts the rows it may touch. */
export function costOf(question: Question): number {
  const { schema, operation, fragments, variables } = question;
  const query = schema.getQueryType() as GraphQLObjectType;
  let cost = 0;
  for (const [, nodes] of few(collectFields(schema, fragments, variables, query, operation.selectionSet)))
    cost += rootCost(question, query, nodes);
  if (cost > 50_000) throw new Refusal("QUERY_TOO_EXPENSIVE");
  return cost;
}

function rootCost(question: Question, query: GraphQLObjectType, nodes: readonly FieldNode[]): number {
  const name = nodes[0]?.name.value as string;
  if (name === "node" || name === "nodes") {
    const args = argumentsOf(question, query, nodes);
    if (hasZero(args)) throw new Refusal("BAD_USER_INPUT");
    if (name === "nodes" && (args["ids"] as unknown[]).length > 100) throw new Refusal("BAD_USER_INPUT");
    const rows = name === "node" ? 1 : 100;
    const records = [...recordMarks().keys()].filter(
      (record) => !question.viewer.scopes || mayRead(question.viewer, `read:${nounOf(record)}` as Permission),
    );
    return Math.max(0, ...records.map((record) => rows + rowCost(question, record, nodes, rows, 1)));
  }
  const record = RECORD_OF_ID.get(name);
  if (record) {
    if (hasZero(argumentsOf(question, query, nodes))) throw new Refusal("BAD_USER_INPUT");
    return 1 + rowCost(question, record, nodes, 1, 1);
  }
  const listed = [...recordMarks().keys()].find((each) => RECORDS[each].many === name);
  return listed ? listCost(question, listed, query, nodes, 1, 0) : 0;
}

const argumentsOf = ({ variables }: Question, type: GraphQLObjectType, nodes: readonly FieldNode[]): Values =>
  getArgumentValues(
    type.getFields()[nodes[0]?.name.value as string] as never,
    nodes[0] as FieldNode,
    variables,
  ) as Values;

const under = ({ schema, fragments, variables }: Question, type: GraphQLObjectType, nodes: readonly FieldNode[]) =>
  collectSubfields(schema, fragments, variables, type, nodes);

/** A token that lacks the scope of a record is refused the whole operation, wherever the record stands in it. */
function refuseToken({ viewer }: Question, record: RecordName): void {
  if (viewer.scopes && !mayRead(viewer, `read:${nounOf(record)}` as Permission)) throw new Refusal("FORBIDDEN");
}

/** One selection holds at most so many fields. */
function few<Fields extends Map<string, unknown>>(fields: Fields): Fields {
  if (fields.size > 150) throw new Refusal("QUERY_TOO_EXPENSIVE");
  return fields;
}

function rowCost(
  question: Question,
  record: RecordName,
  nodes: readonly FieldNode[],
  rows: number,
  depth: number,
): number {
  refuseToken(question, record);
  if (depth > 12) throw new Refusal("QUERY_TOO_EXPENSIVE");
  const type = question.schema.getType(record) as GraphQLObjectType;
  let cost = 0;
  for (const [, inner] of few(under(question, type, nodes))) {
    const name = inner[0]?.name.value as string;
    const field = markOf(record).fields.get(name);
    if (!field || (field.guard && !mayRead(question.viewer, field.guard as Permission)) || field.mark === "column")
      continue;
    if (field.mark === "one") cost += rows + rowCost(question, markOf(field.target()).name, inner, rows, depth + 1);
    else if (field.mark === "many") cost += listCost(question, markOf(field.target()).name, type, inner, rows, depth);
    else if (field.row) {
      const declared = type.getFields()[name]?.type;
      const times = isListType(isNonNullType(declared) ? declared.ofType : declared) ? rows * 8 : rows;
      cost += times + rowCost(question, getNamedType(declared)?.name as RecordName, inner, times, depth + 1);
    }
  }
  return cost;
}

function listCost(
  question: Question,
  record: RecordName,
  owner: GraphQLObjectType,
  nodes: readonly FieldNode[],
  rows: number,
  depth: number,
): number {
  const args = argumentsOf(question, owner, nodes);
  refuseToken(question, record);
  refusePage(args);
  refuseCursors(question, record, args);
  const size = rows * ((args["last"] ?? args["first"] ?? 50) as number);
  const { schema } = question;
  let cost = 0;
  for (const [, inner] of under(question, schema.getType(`${record}Connection`) as GraphQLObjectType, nodes)) {
    const name = inner[0]?.name.value;
    if (name === "nodes") cost += size + rowCost(question, record, inner, size, depth + 1);
    if (name !== "edges") continue;
    for (const [, node] of under(question, schema.getType(`${record}Edge`) as GraphQLObjectType, inner))
      if (node[0]?.name.value === "node") cost += size + rowCost(question, record, node, size, depth + 1);
  }
  return cost;
}

function refusePage(args: Values): void {
  const whole = (name: string) => args[name] as number | null | undefined;
  for (const name of ["first", "last"])
    if (whole(name) != null && ((whole(name) as number) < 1 || (whole(name) as number) > 500))
      throw new Refusal("BAD_USER_INPUT");
  if (whole("first") != null && whole("last") != null) throw new Refusal("BAD_USER_INPUT");
  if ((whole("offset") ?? 0) < 0) throw new Refusal("BAD_USER_INPUT");
  if ((whole("offset") ?? 0) > 10_000) throw new Refusal("OFFSET_TOO_DEEP");
  if (JSON.stringify(args["filter"] ?? null).length > 60_000 || hasZero(args) || longest(args["filter"]) > 250)
    throw new Refusal("BAD_USER_INPUT");
}

function refuseCursors({ cursors }: Question, record: RecordName, args: Values): void {
  for (const name of ["after", "before"]) {
    if (args[name] == null) continue;
    const known = cursors.get(args[name] as string);
    if (!known) throw new Refusal("BAD_USER_INPUT");
    if (known.list !== listKey(record, args)) throw new Refusal("CURSOR_MISMATCH");
  }
}

/** PostgreSQL keeps no character zero, so no text with one can be asked for. */
const hasZero = (args: Values) => JSON.stringify(args).includes("\\u0000");

function longest(value: unknown): number {
  if (Array.isArray(value)) return Math.max(value.length, ...value.map(longest));
  return value !== null && typeof value === "object" ? Math.max(0, ...Object.values(value).map(longest)) : 0;
}
