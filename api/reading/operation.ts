import { getArgumentValues, type GraphQLObjectType, isObjectType, Kind, visit, type DocumentNode } from "graphql";
import { RECORDS, type RecordName } from "../../schema/records.js";
import { markOf, recordMarks } from "../../schema/shared/register.js";
import { checkPage } from "./connection.js";
import { type Finish, finishEach, finishFields } from "./finish.js";
import type { Given } from "./parameters.js";
import { type Asked, type Chosen, choose, objectBehind } from "./plan.js";
import { inForce, type Moment } from "./predicates.js";
import { priceOf } from "./price.js";
import { type Compiled, Compiler, object } from "./statement.js";
import type { Viewer } from "./viewer.js";

/** A compiled operation: one statement that answers every root field the compiler knows. */
export interface Statement {
  sql: string;
  /** Whether the JSON text is the answer as it stands. */
  isWhole: boolean;
  finish?: Finish | undefined;
  price: number;
  given(asked: Asked, viewer: Viewer): Given;
  values(given: Given): unknown[];
}

interface Root {
  kind: "one" | "many" | "node" | "nodes";
  record?: RecordName;
}

const ROOTS = new Map<string, Root>();
function roots(): Map<string, Root> {
  if (ROOTS.size === 0) {
    for (const name of recordMarks().keys()) {
      ROOTS.set(RECORDS[name].one, { kind: "one", record: name });
      ROOTS.set(RECORDS[name].many, { kind: "many", record: name });
    }
    ROOTS.set("node", { kind: "node" });
    ROOTS.set("nodes", { kind: "nodes" });
  }
  return ROOTS;
}

/** Compiles the root fields of a query; undefined when it asks for none of ours. */
export function compileQuery(asked: Asked, viewer: Viewer): Statement | undefined {
  const type = asked.schema.getQueryType() as GraphQLObjectType;
  const chosen = choose(asked, type, [asked.operation]);
  const compiler = new Compiler(asked, viewer);
  const finishes: Record<string, Finish> = {};
  let isWhole = true;
  const columns = chosen.flatMap((field): [string, string][] => {
    if (field.name === "__typename") return [[field.key, `'${type.name}'::text`]];
    const root = roots().get(field.name);
    if (!root) {
      isWhole = false;
      return [];
    }
    const { sql, finish } = compileRoot(compiler, type, field, root);
    if (finish) finishes[field.key] = finish;
    return [[field.key, sql]];
  });
  if (!chosen.some(({ name }) => roots().has(name))) return undefined;
  return finished(compiler, columns, finishes, isWhole);
}

/** Compiles the selection on one record that a mutation has just written. */
export function compileRecord(asked: Asked, viewer: Viewer, record: RecordName, field: Chosen, number: number): Statement {
  const compiler = new Compiler(asked, viewer);
  const type = asked.schema.getType(record) as GraphQLObjectType;
  const moment: Moment = { day: compiler.parameters.add("today", "date", (given) => given.viewer.today), dated: false };
  const id = compiler.parameters.add("written", "integer", () => number);
  const { sql, finish } = compiler.node(record, type, field, id, moment, 1);
  return finished(compiler, [["record", sql]], finish ? { record: finish } : {}, false);
}

function finished(compiler: Compiler, columns: [string, string][], finishes: Record<string, Finish>, isWhole: boolean): Statement {
  const finish = finishFields(finishes);
  priceOf.refuseRows(compiler.price);
  const { slots } = compiler;
  const { sql, values } = compiler.parameters.settle(`select ${object(columns, "")}`);
  return {
    sql, values, isWhole: isWhole && !finish && !compiler.hasInterface, finish, price: compiler.price,
    given: (asked, viewer) => ({
      viewer,
      slots: slots.map(({ field, type, isList }) => {
        const definition = type.getFields()[field.name];
        const args = definition && field.nodes[0] ? getArgumentValues(definition, field.nodes[0], asked.variables) : {};
        if (isList) checkPage(args);
        return args;
      }),
    }),
  };
}

function compileRoot(compiler: Compiler, query: GraphQLObjectType, field: Chosen, root: Root): Compiled {
  const { slot, args } = compiler.slot(field, query, root.kind === "many");
  const { parameters } = compiler;
  const dated = args["asOf"] != null;
  const moment: Moment = { dated, day: dated ? parameters.argument(slot, ["asOf"], "date") : parameters.add("today", "date", (given) => given.viewer.today) };
  if (root.kind === "node") {
    const word = parameters.argument(slot, ["id"], "text", wordOf);
    return compiler.nodes(field, moment, 1, parameters.argument(slot, ["id"], "integer", anyNumber), word);
  }
  if (root.kind === "nodes") {
    const ids = parameters.argument(slot, ["ids"], "text[]", (list) => (list as string[]).map(wordOf));
    const numbers = parameters.argument(slot, ["ids"], "integer[]", (list) => (list as string[]).map(anyNumber));
    const { sql, finish } = compiler.nodes(field, moment, 100, "w.number", "w.word");
    return { sql: `(select coalesce(json_agg(${sql} order by w.place), '[]'::json) from unnest(${ids}, ${numbers}) with ordinality as w(word, number, place))`, finish: finishEach(finish) };
  }
  const mark = markOf(root.record as RecordName);
  if (root.kind === "many") return compiler.list({ mark, slot, args, field, type: query, conditions: () => [], nested: false }, moment, 1, 0);
  const type = objectBehind(query, field.name);
  if (!isObjectType(type)) throw new Error(`${field.name} answers with no record`);
  const byCode = args["code"] != null;
  const byId = args["id"] != null;
  return compiler.record(mark, type, field, (it) => [
    ...(byId ? [`${it}.id = ${compiler.idNumber(slot, mark.name)}`] : []),
    ...(byCode ? [`${it}.code = ${parameters.argument(slot, ["code"], "text")}`] : []),
    ...(byId || byCode ? [] : ["false"]),
    ...inForce(mark, it, moment, !byCode || !mark.asOf),
  ], moment, 1, 0);
}

const wordOf = (id: unknown) => String(id).slice(0, Math.max(0, String(id).lastIndexOf("-")));
const anyNumber = (id: unknown) => {
  const number = String(id).slice(String(id).lastIndexOf("-") + 1);
  return /^[1-9]\d{0,9}$/.test(number) && Number(number) <= 2_147_483_647 ? Number(number) : -1;
};

/** Variables that set how many rows a list may have: their values are part of the plan, as its price depends on them. */
export function boundVariables(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    Argument(node) {
      if ((node.name.value === "first" || node.name.value === "last") && node.value.kind === Kind.VARIABLE) names.add(node.value.name.value);
    },
  });
  return names;
}
