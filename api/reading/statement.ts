import { getArgumentValues, type GraphQLObjectType, isListType, isNonNullType, isObjectType } from "graphql";
import { RECORDS, type RecordName } from "../../schema/records.js";
import { type By, type FieldMark, markOf, recordMarks, type RecordMark } from "../../schema/shared/register.js";
import { connection, type ListSource } from "./connection.js";
import { type Finish, finishEach, finishFields, projectPlain, restFinish } from "./finish.js";
import { Parameters } from "./parameters.js";
import { type Asked, type Chosen, choose, objectBehind } from "./plan.js";
import { alias, inForce, type Moment, numberOf, source, visible } from "./predicates.js";
import { priceOf } from "./price.js";
import { holds, type Viewer } from "./viewer.js";

/** SQL of one value, and what is left to do to it in Node. */
export interface Compiled {
  sql: string;
  finish?: Finish | undefined;
}
/** A field with arguments: its node and definition, to coerce the arguments anew at each run. */
export interface Slot {
  field: Chosen;
  type: GraphQLObjectType;
  isList: boolean;
}

/** Turns one operation into SQL. Every hop carries the visibility predicate, the day and the bounds. */
export class Compiler {
  readonly parameters = new Parameters();
  readonly slots: Slot[] = [];
  /** Rows the reader may at most be sent, a product of the bounds along each way down. */
  price = 0;
  /** Whether a row's type is only known when it is read, so that graphql-js must be told it. */
  hasInterface = false;

  constructor(readonly asked: Asked, readonly viewer: Viewer) {}

  readable = (field: FieldMark): boolean => !field.guard || holds(this.viewer, field.guard);

  slot(field: Chosen, type: GraphQLObjectType, isList = false): { slot: number; args: Record<string, unknown> } {
    const definition = type.getFields()[field.name];
    if (!definition || !field.nodes[0]) throw new Error(`${type.name}.${field.name} is not in the schema`);
    this.slots.push({ field, type, isList });
    return { slot: this.slots.length - 1, args: getArgumentValues(definition, field.nodes[0], this.asked.variables) };
  }

  /** The select list of a row: one column for each response key. */
  row(mark: RecordMark, type: GraphQLObjectType, chosen: Chosen[], row: string, moment: Moment, rows: number, depth: number): { columns: [string, string][]; finish?: Finish | undefined } {
    if (depth > priceOf.depth) priceOf.refuseDepth();
    const finishes: Record<string, Finish> = {};
    const columns = chosen.map((field): [string, string] => {
      const { sql, finish } = this.field(mark, type, field, row, moment, rows, depth);
      if (finish) finishes[field.key] = finish;
      return [field.key, sql];
    });
    return { columns, finish: finishFields(finishes) };
  }

  private field(mark: RecordMark, type: GraphQLObjectType, field: Chosen, row: string, moment: Moment, rows: number, depth: number): Compiled {
    if (field.name === "__typename") return { sql: `'${type.name}'::text` };
    if (field.name === "id") return { sql: `'${RECORDS[mark.name].one}-' || ${row}.id` };
    const found = mark.fields.get(field.name);
    if (!found) throw new Error(`${type.name}.${field.name} has no mark, so it cannot be read`);
    if (!this.readable(found)) return { sql: "null::text" };
    if (found.mark === "column") return { sql: printed(found, row) };
    if (found.mark === "computed") return this.computed(type, field, found, row, moment, rows, depth);
    const target = markOf(found.target());
    if (found.mark === "one") {
      const object = objectBehind(type, field.name) as GraphQLObjectType;
      return this.record(target, object, field, (it) => [`${it}.id = ${row}.${found.column}`], moment, rows, depth, { from: mark.name, field: field.name });
    }
    const { slot, args } = this.slot(field, type, true);
    return this.list({ mark: target, slot, args, field, type, conditions: (it) => owned(found.by, target, it, row, mark, moment), nested: true, reached: ownedBy(found.by, mark) }, moment, rows, depth);
  }

  /** One record, or null when it is absent or hidden: both look alike. */
  record(mark: RecordMark, type: GraphQLObjectType, field: Chosen, conditions: (row: string) => string[], moment: Moment, rows: number, depth: number, reached?: { from: RecordName; field: string }, asNode = false): Compiled {
    const it = alias();
    const { columns, finish } = this.row(mark, type, choose(this.asked, type, field.nodes), it, moment, rows, depth + 1);
    if (asNode && !columns.some(([key]) => key === "__typename")) columns.push(["__typename", `'${type.name}'::text`]);
    const seen = visible(mark.name, it, this.viewer, this.parameters, { dated: isDated(mark, moment), ...(reached ? { reached } : {}) });
    this.price += rows;
    return { sql: `(select ${object(columns, `from ${source(mark, moment)} ${it} where ${[...conditions(it), ...(seen ? [seen] : [])].join(" and ")}`)})`, finish };
  }

  list(list: ListSource, moment: Moment, rows: number, depth: number): Compiled {
    return connection(this, list, moment, rows, depth);
  }

  private computed(type: GraphQLObjectType, field: Chosen, found: Extract<FieldMark, { mark: "computed" }>, row: string, moment: Moment, rows: number, depth: number): Compiled {
    const sql = found.sql({ alias: row, day: moment.day, from: (name) => source(markOf(name), moment) });
    const target = objectBehind(type, field.name);
    if (found.row && target) return this.rowsWhere(type, field, target, sql, moment, rows, depth);
    if (!target) return { sql };
    const project = projectPlain(this.asked, target, field);
    return { sql, finish: restFinish(found.complete as ((value: unknown) => unknown) | undefined, project) };
  }

  /** Records found by a condition of their own, such as the superiors of a union. */
  private rowsWhere(type: GraphQLObjectType, field: Chosen, target: GraphQLObjectType, sql: string, moment: Moment, rows: number, depth: number): Compiled {
    const mark = markOf(target.name as RecordName);
    const definition = type.getFields()[field.name]?.type;
    const many = isListType(isNonNullType(definition) ? definition.ofType : definition);
    if (!many) return this.record(mark, target, field, (it) => [sql.replaceAll("%", it)], moment, rows, depth);
    const it = alias();
    const { columns, finish } = this.row(mark, target, choose(this.asked, target, field.nodes), it, moment, rows * priceOf.unpaged, depth + 1);
    const seen = visible(mark.name, it, this.viewer, this.parameters, { dated: isDated(mark, moment) });
    const [where = "", order = ""] = sql.replaceAll("%", it).split(" order by ");
    this.price += rows * priceOf.unpaged;
    return {
      sql: `(select coalesce(json_agg(l.o), '[]'::json) from (select ${object(columns, `from ${source(mark, moment)} ${it} where ${where}${seen ? ` and ${seen}` : ""}${order ? ` order by ${order}` : ""}`, "o")}) l)`,
      finish: finishEach(finish),
    };
  }

  /** A record looked up by the id of the request, whatever record that is. */
  node(type: RecordName, object: GraphQLObjectType, field: Chosen, number: string, moment: Moment, rows: number, asNode = false): Compiled {
    return this.record(markOf(type), object, field, (it) => [`${it}.id = ${number}`, ...inForce(markOf(type), it, moment, true)], moment, rows, 0, undefined, asNode);
  }

  /** Every record that a selection on a node could be about, with its compiled form. */
  nodes(field: Chosen, moment: Moment, rows: number, number: string, which: string): Compiled {
    this.hasInterface = true;
    const before = this.price;
    const finishes: Record<string, Finish> = {};
    const cases = [...recordMarks().keys()].flatMap((name) => {
      const type = this.asked.schema.getType(name);
      if (!isObjectType(type)) return [];
      const { sql, finish } = this.node(name, type, field, number, moment, rows, true);
      if (finish) finishes[name] = finish;
      return [`when '${RECORDS[name].one}' then ${sql}`];
    });
    this.price = before + (this.price - before) / cases.length; // each row is of one record only
    return { sql: `case ${which} ${cases.join(" ")} end`, finish: Object.keys(finishes).length ? (value) => finishes[String((value as Record<string, unknown>)?.["__typename"])]?.(value) ?? value : undefined };
  }

  idNumber(slot: number, record: RecordName): string {
    return this.parameters.argument(slot, ["id"], "integer", (id) => numberOf(record, id));
  }
}

export const isDated = (mark: RecordMark, moment: Moment) => moment.dated && mark.asOf !== undefined;

/** How a stored value is written in JSON so that it equals what GraphQL prints. */
function printed(field: Extract<FieldMark, { mark: "column" }>, row: string): string {
  const value = `${row}.${field.column}`;
  if (field.kind === "instant") return `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  if (field.kind === "fen") return `${value}::text`;
  return field.list ? `to_json(${value})` : value;
}

/** A JSON object of named columns. PostgreSQL cuts names at 63 bytes, so longer response keys are written as strings. */
export function object(columns: [string, string][], from: string, as = ""): string {
  const named = as ? ` as ${as}` : "";
  if (columns.some(([key]) => key.length > 60)) {
    const pairs = columns.map(([key, sql]) => `json_build_object('${key}', ${sql})::text`);
    return `('{' || ${pairs.map((pair) => `substr(${pair}, 2, length(${pair}) - 2)`).join(" || ', ' || ")} || '}')::json${named} ${from}`;
  }
  return `row_to_json(o)${named} from (select ${columns.map(([key, sql]) => `${sql} as "${key}"`).join(", ") || "1"} ${from}) o`;
}

function owned(by: By, target: RecordMark, it: string, row: string, _owner: RecordMark, moment: Moment): string[] {
  if (typeof by === "string") return [`${it}.${link(target, by)} = ${row}.id`];
  const between = markOf(by.through());
  const mid = alias();
  return [`exists (select from ${between.table} ${mid} where ${[`${mid}.${link(between, by.from)} = ${row}.id`, `${mid}.${link(between, by.to)} = ${it}.id`, ...inForce(between, mid, moment, false)].join(" and ")})`];
}

function ownedBy(by: By, owner: RecordMark): { from: RecordName; field: string } | undefined {
  return typeof by === "string" ? { from: owner.name, field: by } : undefined;
}

function link(mark: RecordMark, name: string): string {
  const field = mark.fields.get(name);
  if (field?.mark !== "one") throw new Error(`${mark.name}.${name} is no link`);
  return field.column;
}
