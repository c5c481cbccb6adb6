import { type GraphQLObjectType, getArgumentValues, isListType, isNonNullType, isObjectType } from "graphql";
import { nounOf } from "../../schema/access/permissions.rules.js";
import { VISIBILITY } from "../../schema/access/visibility.rules.js";
import { RECORDS, type RecordName } from "../../schema/records.js";
import { type FieldMark, markOf, type RecordMark, recordMarks } from "../../schema/shared/register.js";
import { whyForbidden } from "../shared/actor.js";
import { checkText } from "./checks.js";
import { connection, type ListSource } from "./connection.js";
import { type Finish, finishEach, finishFields, plainObject } from "./finish.js";
import {
  anyValue,
  type Json,
  list as jsonList,
  type KeyedJson,
  object,
  printed,
  textOrNull,
  toSql,
  word,
} from "./json.js";
import { owned, ownedBy } from "./owners.js";
import { Parameters } from "./parameters.js";
import { type Asked, type Chosen, choose, objectBehind } from "./plan.js";
import { inForce, isDated, type Moment, mayAt, type Reached, source, visible } from "./predicates.js";
import { Price, priceOf } from "./price.js";
import { holds, type Viewer } from "./viewer.js";

/** The JSON of one value, and what is left to do to it in Node. */
export interface Compiled {
  json: Json;
  finish?: Finish | undefined;
}
type Check = (args: Record<string, unknown>) => void;
/** A field with arguments: its node and definition, to coerce the arguments anew and check them at each run. */
export interface Slot {
  field: Chosen;
  type: GraphQLObjectType;
  check: Check;
}
/** How deep a part lies, and how many rows may ask for it at most. */
export interface Depth {
  levels: number;
  rows: number;
}
/** A record to be read: how it is found, and what it was reached by. */
interface Place {
  conditions: (row: string) => string[];
  reached?: Reached | undefined;
  /** Whether its type must be told to graphql-js. */
  asNode?: boolean;
}

/** Key under which a row of a watched record tells its number; nobody can ask for it, so nobody is answered it. */
export const READ_KEY = "$read";

/** Turns one operation into SQL. Every hop carries the visibility predicate, the day and the bounds. */
export class Compiler {
  readonly parameters = new Parameters();
  readonly slots: Slot[] = [];
  /** What the reader may at most be sent and cost, a product of the bounds along each way down. */
  readonly price = new Price();
  /** Records whose readings are entered in the log, each with the fields that are asked of it; and of those, the ones a list is asked of. */
  readonly watched = new Map<RecordName, Set<string>>();
  readonly watchedLists = new Set<RecordName>();
  /** Whether a row's type is only known when it is read, so that graphql-js must be told it. */
  hasInterface = false;

  constructor(
    readonly asked: Asked,
    readonly viewer: Viewer,
  ) {}

  readable = (field: FieldMark): boolean => !field.guard || holds(this.viewer, field.guard);

  /** A token reads the records of its scopes; for anything else it is told which scope it lacks. */
  private mustRead({ name }: RecordMark): void {
    if (!this.mayRead(name)) throw whyForbidden(this.viewer, `read:${nounOf(name)}`);
  }
  private mayRead = (record: string) => !this.viewer.scopes || holds(this.viewer, `read:${nounOf(record)}`);

  slot(
    field: Chosen,
    type: GraphQLObjectType,
    check: Check = checkText,
  ): { slot: number; args: Record<string, unknown> } {
    const definition = type.getFields()[field.name];
    if (!definition || !field.nodes[0]) throw new Error(`${type.name}.${field.name} is not in the schema`);
    const args = getArgumentValues(definition, field.nodes[0], this.asked.variables);
    check(args);
    this.slots.push({ field, type, check });
    return { slot: this.slots.length - 1, args };
  }

  /** What a row answers: a value for each response key. */
  row(
    mark: RecordMark,
    type: GraphQLObjectType,
    chosen: Chosen[],
    row: string,
    moment: Moment,
    depth: Depth,
  ): { columns: KeyedJson[]; finish?: Finish | undefined } {
    if (depth.levels > priceOf.depth) priceOf.refuseDepth();
    priceOf.refuseFields(chosen.length);
    this.price.part("value", chosen.length * depth.rows);
    const finishes: [string, Finish][] = [];
    const columns = chosen.map((field): KeyedJson => {
      const { json, finish } = this.field(mark, type, field, row, moment, depth);
      if (finish) finishes.push([field.key, finish]);
      return [field.key, json];
    });
    if (mark.watched) columns.push(this.watch(mark, chosen, row));
    return { columns, finish: finishFields(finishes) };
  }

  /** Each row of a watched record tells its number beside what was asked, for the log. */
  private watch({ name, table }: RecordMark, chosen: Chosen[], row: string): KeyedJson {
    const fields = this.watched.get(name) ?? new Set();
    this.watched.set(name, fields);
    for (const each of chosen) fields.add(each.name);
    return [READ_KEY, [`"${table}-`, { sql: `${row}.id::text` }, '"']];
  }

  private field(
    mark: RecordMark,
    type: GraphQLObjectType,
    field: Chosen,
    row: string,
    moment: Moment,
    depth: Depth,
  ): Compiled {
    if (field.name === "__typename") return { json: word(type.name) };
    if (field.name === "id") return { json: [`"${RECORDS[mark.name].one}-`, { sql: `${row}.id::text` }, '"'] };
    const found = mark.fields.get(field.name);
    if (!found) throw new Error(`${type.name}.${field.name} has no mark, so it cannot be read`);
    if (!this.readable(found)) return { json: ["null"] };
    if (found.mark === "column") return { json: printed(found, row) };
    if (found.mark === "computed") return this.computed(type, field, found, row, moment, depth);
    const target = markOf(found.target());
    if (found.mark === "one") {
      const place = {
        conditions: (it: string) => [`${it}.id = ${row}.${found.column}`],
        reached: { linkOf: mark.name, field: field.name },
      };
      return this.record(target, objectBehind(type, field.name) as GraphQLObjectType, field, place, moment, depth);
    }
    return this.list(
      {
        mark: target,
        field,
        type,
        conditions: (it) => owned(found.by, target, it, row, moment, this.parameters),
        reached: ownedBy(found.by, mark),
      },
      moment,
      depth,
    );
  }

  /** One record, or null when it is absent or hidden: both look alike. */
  record(
    mark: RecordMark,
    type: GraphQLObjectType,
    field: Chosen,
    { conditions, reached, asNode }: Place,
    moment: Moment,
    depth: Depth,
  ): Compiled {
    this.mustRead(mark);
    const it = this.parameters.alias();
    this.price.record(depth.rows);
    const { columns, finish } = this.row(mark, type, choose(this.asked, type, field.nodes), it, moment, {
      ...depth,
      levels: depth.levels + 1,
    });
    const kind: KeyedJson[] = asNode ? [["$type", word(type.name)]] : [];
    const seen = this.seen(mark, it, moment, conditions(it), reached);
    return {
      json: textOrNull(
        `(select ${toSql(object([...columns, ...kind]))} from ${source(mark, moment)} ${it} where ${seen})`,
      ),
      finish,
    };
  }

  private seen(mark: RecordMark, row: string, moment: Moment, conditions: string[], reached?: Reached): string {
    const seen = visible(mark.name, row, this.viewer, this.parameters, { dated: isDated(mark, moment), reached });
    return [...conditions, ...(seen ? [seen] : [])].join(" and ");
  }

  list(list: ListSource, moment: Moment, depth: Depth): Compiled {
    this.mustRead(list.mark);
    if (list.mark.watched && !this.isClosed(list.mark)) this.watchedLists.add(list.mark.name);
    return connection(this, list, moment, depth);
  }

  private computed(
    type: GraphQLObjectType,
    field: Chosen,
    found: Extract<FieldMark, { mark: "computed" }>,
    row: string,
    moment: Moment,
    depth: Depth,
  ): Compiled {
    const sql = found.sql({
      alias: row,
      day: moment.day,
      dated: moment.dated,
      from: (name) => source(markOf(name), moment),
      withheld: this.withheld(),
      closed: [...recordMarks().values()].filter(this.isClosed).map(({ table }) => table),
      mayAt: (permission, path, anywhere) => mayAt({ permission, path, anywhere }, this.viewer, this.parameters),
    });
    const target = objectBehind(type, field.name);
    if (found.row && target) return this.rowsWhere(type, field, target, sql, moment, depth);
    this.price.part(!target ? "computed" : found.complete ? "ruled" : "summary", depth.rows);
    return target
      ? plainObject(this, target, field, sql, found.complete as Finish | undefined)
      : { json: anyValue(sql) };
  }

  /** Whether the reader lacks the permission without which no row of a record is seen. */
  private readonly isClosed = ({ name }: RecordMark): boolean => {
    const rule = VISIBILITY[name];
    return typeof rule === "object" && "holding" in rule && !holds(this.viewer, rule.holding);
  };

  /** Columns that this reader is told in no record, and therefore in no log of records either. */
  private withheld(): string[] {
    const fields = [...recordMarks().values()].flatMap((mark) => [...mark.fields.values()]);
    return [
      ...new Set(fields.flatMap((field) => (field.mark === "column" && !this.readable(field) ? [field.column] : []))),
    ];
  }

  /** Records found by a condition of their own, such as the superiors of a union. */
  private rowsWhere(
    type: GraphQLObjectType,
    field: Chosen,
    target: GraphQLObjectType,
    sql: string,
    moment: Moment,
    depth: Depth,
  ): Compiled {
    const mark = markOf(target.name as RecordName);
    const definition = type.getFields()[field.name]?.type;
    const isMany = isListType(isNonNullType(definition) ? definition.ofType : definition);
    if (!isMany)
      return this.record(mark, target, field, { conditions: (it) => [sql.replaceAll("%", it)] }, moment, depth);
    this.mustRead(mark);
    const it = this.parameters.alias();
    const rows = depth.rows * priceOf.unpaged;
    this.price.record(rows);
    const { columns, finish } = this.row(mark, target, choose(this.asked, target, field.nodes), it, moment, {
      rows,
      levels: depth.levels + 1,
    });
    const [condition = "", order = "id"] = sql.replaceAll("%", it).split(" order by ");
    const seen = this.seen(mark, it, moment, [condition]);
    const each = `select ${toSql(object(columns))} as o from ${source(mark, moment)} ${it} where ${seen} order by ${order}`;
    return {
      json: [{ sql: `(select ${toSql(jsonList("l.o"))} from (${each}) l)` }],
      finish: finishEach(finish),
    };
  }

  /** Every record that a selection on a node could be about, with its compiled form. Each row is of one record only, the dearest at most. */
  nodes(field: Chosen, moment: Moment, rows: number, number: string, which: string): Compiled {
    this.hasInterface = true;
    const before = { rows: this.price.rows, points: this.price.points };
    const dearest = { ...before };
    const finishes = new Map<string, Finish>();
    const cases = [...recordMarks().values()].flatMap((mark) => {
      const type = this.asked.schema.getType(mark.name);
      if (!isObjectType(type) || !this.mayRead(mark.name)) return [];
      this.price.reset(before);
      const conditions = (it: string) => [`${it}.id = ${number}`, ...inForce(mark, it, moment, true)];
      const { json, finish } = this.record(mark, type, field, { conditions, asNode: true }, moment, {
        levels: 0,
        rows,
      });
      dearest.rows = Math.max(dearest.rows, this.price.rows);
      dearest.points = Math.max(dearest.points, this.price.points);
      if (finish) finishes.set(mark.name, finish);
      return [`when '${RECORDS[mark.name].one}' then ${toSql(json)}`];
    });
    this.price.reset(dearest);
    this.price.part("relation", cases.length);
    const finish: Finish = (value) =>
      finishes.get(String((value as { $type?: string } | null)?.$type))?.(value) ?? value;
    return {
      json: cases.length > 0 ? textOrNull(`case ${which} ${cases.join(" ")} end`) : textOrNull("null::text"),
      finish: finishes.size ? finish : undefined,
    };
  }
}
