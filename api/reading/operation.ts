import { type DocumentNode, type GraphQLObjectType, getArgumentValues, Kind, visit } from "graphql";
import { RECORD_OF_ID, RECORDS, type RecordName } from "../../schema/records.js";
import { markOf, recordMarks } from "../../schema/shared/register.js";
import { checkNodes, checkText } from "./checks.js";
import { type Finish, finishEach, finishFields } from "./finish.js";
import { type KeyedJson, list, object, toSql, word } from "./json.js";
import type { Given } from "./parameters.js";
import { type Asked, type Chosen, choose, objectBehind } from "./plan.js";
import { inForce, type Moment, numberOf } from "./predicates.js";
import { priceOf } from "./price.js";
import { type Compiled, Compiler } from "./statement.js";
import type { Viewer } from "./viewer.js";

/** A compiled operation: one statement that answers every root field the compiler knows. */
export interface Statement {
  sql: string;
  /** Whether the JSON text is the answer as it stands. */
  isWhole: boolean;
  finish?: Finish | undefined;
  /** Records whose readings are entered in the log, and the fields asked of them; those in `watchedLists` are asked for as lists. */
  watched: ReadonlyMap<RecordName, ReadonlySet<string>>;
  watchedLists: ReadonlySet<RecordName>;
  /** Points it may cost, rounded up, and objects its answer may have. */
  price: number;
  rows: number;
  given(asked: Asked, viewer: Viewer): Given;
  values(given: Given): unknown[];
}

type Root = { kind: "one" | "many"; record: RecordName } | { kind: "node" | "nodes" };

const ROOTS = new Map<string, Root>();
function roots(): Map<string, Root> {
  if (ROOTS.size === 0) {
    for (const record of recordMarks().keys()) {
      ROOTS.set(RECORDS[record].one, { kind: "one", record });
      ROOTS.set(RECORDS[record].many, { kind: "many", record });
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
  priceOf.refuseFields(chosen.length);
  const compiler = new Compiler(asked, viewer);
  const finishes: [string, Finish][] = [];
  let isWhole = true;
  const columns = chosen.flatMap((field): KeyedJson[] => {
    if (field.name === "__typename") return [[field.key, word(type.name)]];
    const root = roots().get(field.name);
    if (!root) {
      isWhole = false;
      return [];
    }
    const { json, finish } = compileRoot(compiler, type, field, root);
    if (finish) finishes.push([field.key, finish]);
    return [[field.key, json]];
  });
  if (!chosen.some(({ name }) => roots().has(name))) return undefined;
  return finished(compiler, columns, finishes, isWhole);
}

/** Compiles the selection on one record that a mutation has just written. */
export function compileRecord(
  asked: Asked,
  viewer: Viewer,
  record: RecordName,
  field: Chosen,
  number: number,
): Statement {
  const compiler = new Compiler(asked, viewer);
  const type = asked.schema.getType(record) as GraphQLObjectType;
  const moment: Moment = { day: compiler.parameters.add("today", "date", (given) => given.viewer.today), dated: false };
  const id = compiler.parameters.add("written", "integer", () => number);
  const mark = markOf(record);
  const conditions = (it: string) => [`${it}.id = ${id}`, ...inForce(mark, it, moment, true)];
  const { json, finish } = compiler.record(mark, type, field, { conditions }, moment, { levels: 0, rows: 1 });
  return finished(compiler, [["record", json]], finish ? [["record", finish]] : [], false);
}

/** Points that the changes of a mutation may cost, with what is read of each record afterwards. */
export function priceOfChanges(asked: Asked, viewer: Viewer): number {
  const compiler = new Compiler(asked, viewer);
  const type = asked.schema.getMutationType() as GraphQLObjectType;
  const moment: Moment = { day: "", dated: false };
  for (const change of choose(asked, type, [asked.operation])) {
    compiler.price.part("change", 1);
    const answered = objectBehind(type, change.name);
    for (const field of answered ? choose(asked, answered, change.nodes) : []) {
      const record = objectBehind(answered as GraphQLObjectType, field.name);
      const mark = record && recordMarks().get(record.name as RecordName);
      if (mark) compiler.record(mark, record, field, { conditions: () => [] }, moment, { levels: 0, rows: 1 });
    }
  }
  priceOf.refuseRows(compiler.price.rows);
  return Math.ceil(compiler.price.points);
}

function finished(compiler: Compiler, columns: KeyedJson[], finishes: [string, Finish][], isWhole: boolean): Statement {
  const finish = finishFields(finishes);
  priceOf.refuseRows(compiler.price.rows);
  const { slots } = compiler;
  const { points, rows } = compiler.price;
  const { sql, values } = compiler.parameters.settle(`select ${toSql(object(columns))}`);
  const given = (asked: Asked, viewer: Viewer): Given => ({
    viewer,
    indexes: asked.indexes,
    slots: slots.map(({ field, type, check }) => {
      const args = getArgumentValues(type.getFields()[field.name] as never, field.nodes[0] as never, asked.variables);
      check(args);
      return args;
    }),
  });
  return {
    sql,
    values,
    given,
    finish,
    price: Math.ceil(points),
    rows,
    watched: compiler.watched,
    watchedLists: compiler.watchedLists,
    isWhole: isWhole && !finish && !compiler.hasInterface && compiler.watched.size + compiler.watchedLists.size === 0,
  };
}

function compileRoot(compiler: Compiler, query: GraphQLObjectType, field: Chosen, root: Root): Compiled {
  if (root.kind === "many") return compileMany(compiler, query, field, root.record);
  const { parameters } = compiler;
  const { slot, args } = compiler.slot(field, query, root.kind === "nodes" ? checkNodes : checkText);
  const moment = momentOf(compiler, slot, args);
  if (root.kind === "node")
    return compiler.nodes(
      field,
      moment,
      1,
      parameters.argument(slot, ["id"], "integer", numberIn),
      parameters.argument(slot, ["id"], "text", wordIn),
    );
  if (root.kind === "one") return compileOne(compiler, query, field, root.record, slot, args, moment);
  const words = parameters.argument(slot, ["ids"], "text[]", (list) => (list as string[]).map(wordIn));
  const numbers = parameters.argument(slot, ["ids"], "integer[]", (list) => (list as string[]).map(numberIn));
  const { json, finish } = compiler.nodes(field, moment, 100, "w.number", "w.word");
  const each = toSql(list(toSql(json), " order by w.place"));
  return {
    json: [{ sql: `(select ${each} from unnest(${words}, ${numbers}) with ordinality as w(word, number, place))` }],
    finish: finishEach(finish),
  };
}

function momentOf({ parameters }: Compiler, slot: number, args: Record<string, unknown>): Moment {
  const dated = args["asOf"] != null;
  return {
    dated,
    day: dated
      ? parameters.argument(slot, ["asOf"], "date")
      : parameters.add("today", "date", (given) => given.viewer.today),
  };
}

function compileMany(compiler: Compiler, query: GraphQLObjectType, field: Chosen, record: RecordName): Compiled {
  const { args, slot } = compiler.slot(field, query, () => {}); // its page is checked with the list
  return compiler.list(
    { mark: markOf(record), field, type: query, conditions: () => [] },
    momentOf(compiler, slot, args),
    { levels: 0, rows: 1 },
  );
}

function compileOne(
  compiler: Compiler,
  query: GraphQLObjectType,
  field: Chosen,
  record: RecordName,
  slot: number,
  args: Record<string, unknown>,
  moment: Moment,
): Compiled {
  const mark = markOf(record);
  const { parameters } = compiler;
  const [byId, byCode] = [args["id"] != null, args["code"] != null];
  const conditions = (it: string) => [
    ...(byId ? [`${it}.id = ${parameters.argument(slot, ["id"], "integer", (id) => numberOf(record, id))}`] : []),
    ...(byCode ? [`${it}.code = ${parameters.argument(slot, ["code"], "text")}`] : []),
    ...(byId || byCode ? [] : ["false"]),
    ...inForce(mark, it, moment, !byCode), // a code may have been another's on another day
  ];
  return compiler.record(mark, objectBehind(query, field.name) as GraphQLObjectType, field, { conditions }, moment, {
    levels: 0,
    rows: 1,
  });
}

/** The word of an id, where it names a record; no other text of the request goes to the database. */
function wordIn(id: unknown): string {
  const word = String(id).slice(0, Math.max(0, String(id).lastIndexOf("-")));
  return RECORD_OF_ID.has(word) ? word : "";
}
function numberIn(id: unknown): number {
  const record = RECORD_OF_ID.get(wordIn(id));
  return record ? numberOf(record, id) : -1;
}

/** Variables that set how many rows a list may have: their values are part of the plan, as its price depends on them. */
export function boundVariables(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    Argument(node) {
      if ((node.name.value === "first" || node.name.value === "last") && node.value.kind === Kind.VARIABLE)
        names.add(node.value.name.value);
    },
  });
  return names;
}
