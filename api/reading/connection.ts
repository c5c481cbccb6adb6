import type { GraphQLObjectType } from "graphql";
import type { RecordMark } from "../../schema/shared/register.js";
import { checkPage, pageSize } from "./checks.js";
import { checkCursors, cursorSql, type Ordered } from "./cursor.js";
import { conditions, cut, where } from "./cut.js";
import { type Finish, finishEach, finishFields } from "./finish.js";
import { anyValue, bareValue, type Json, list as jsonList, type KeyedJson, object, toSql, word } from "./json.js";
import { orderSql, terms } from "./order.js";
import { type Chosen, choose, objectBehind } from "./plan.js";
import { type Moment, type Reached, source } from "./predicates.js";
import type { Compiled, Compiler, Depth } from "./statement.js";

/** A list to be read: its record, the field that asks for it and what ties it to its owner. */
export interface ListSource {
  mark: RecordMark;
  field: Chosen;
  type: GraphQLObjectType;
  conditions: (row: string) => string[];
  reached?: Reached | undefined;
}

/** One page of a list while it is compiled. */
export interface Page extends Ordered {
  /** Alias of the row. */
  row: string;
  args: Record<string, unknown>;
  size: number;
  isBackwards: boolean;
  asksInfo: boolean;
  /** Whether every row of the page carries the count of the whole list, which a list below another reads anyway. */
  isCounted: boolean;
  /** SQL of one more row than the page has, where the answer must tell whether more follow; else of the page's size. */
  limit: string;
  moment: Moment;
  depth: Depth;
}

/** What can be asked of a list without counting it or looking past its page. */
const ONE_ROW = new Set(["nodes", "edges"]);

/** Compiles a connection. The page is cut first on a narrow row; joins and nested lists come after. */
export function connection(compiler: Compiler, list: ListSource, moment: Moment, depth: Depth): Compiled {
  const { type, field } = list;
  const shape = objectBehind(type, field.name) as GraphQLObjectType;
  const chosen = choose(compiler.asked, shape, field.nodes);
  const page = open(compiler, list, chosen, moment, depth);
  const isRanked = page.asksInfo || page.isBackwards;
  // a list of at most one row, such as the chair of each union of a page, is no aggregate
  const isSingle = page.size === 1 && !isRanked && chosen.every(({ name }) => ONE_ROW.has(name));
  const finishes: [string, Finish][] = [];
  const lists: string[] = [];
  const columns = chosen.map(({ key, name, nodes }): KeyedJson => {
    if (name === "__typename") return [key, word(shape.name)];
    if (name === "totalCount")
      return [key, bareValue(page.isCounted ? "coalesce(max(p.t), 0)" : totalCount(compiler, list, page))];
    if (name === "pageInfo") return [key, pageInfo(compiler, shape, nodes, page)];
    const { json, finish } =
      name === "nodes"
        ? node(compiler, list, page, objectBehind(shape, "nodes"), nodes)
        : edge(compiler, list, page, objectBehind(shape, "edges"), nodes);
    const each = finishEach(finish);
    if (each) finishes.push([key, each]);
    const row = `p.j${lists.push(`${toSql(json)} as j${lists.length}`) - 1}`;
    if (isSingle) return [key, ["[", { sql: row }, "]"]];
    return [key, isRanked ? jsonList(row, " order by p.n", " filter (where p.w)") : jsonList(row)];
  });
  const answer = `(select ${toSql(object(columns))}`;
  if (isSingle) {
    const empty = object(columns.map(([key]): KeyedJson => [key, ["[]"]]));
    const one = `coalesce(${answer} from (${unranked(compiler, list, page, lists)}) p), ${toSql(empty)})`;
    return { json: [{ sql: one }], finish: finishFields(finishes) };
  }
  // "having" makes one row of the page even where only constants are asked for
  const from = ` from (${isRanked ? ranked(compiler, list, page, lists) : unranked(compiler, list, page, lists)}) p having true)`;
  return {
    json: lists.length || page.asksInfo ? [{ sql: answer + from }] : object(columns),
    finish: finishFields(finishes),
  };
}

function open(
  compiler: Compiler,
  { mark, field, type }: ListSource,
  chosen: Chosen[],
  moment: Moment,
  depth: Depth,
): Page {
  const { slot, args } = compiler.slot(field, type, (given) => {
    checkPage(given);
    checkCursors(mark, given);
  });
  compiler.price.list(depth.rows);
  const isBackwards =
    args["last"] != null || (args["before"] != null && args["first"] == null && args["after"] == null);
  const asksInfo = chosen.some(({ name }) => name === "pageInfo");
  const isNested = depth.levels > 0;
  const asksRows = asksInfo || chosen.some(({ name }) => name === "nodes" || name === "edges");
  const size = pageSize(args);
  return {
    mark,
    slot,
    args,
    moment,
    depth,
    isBackwards,
    asksInfo,
    isCounted:
      isNested &&
      asksRows &&
      args["after"] == null &&
      args["before"] == null &&
      args["offset"] == null &&
      chosen.some(({ name }) => name === "totalCount"),
    // the size is part of the plan, so it may stand in the text, where the planner sees it
    limit: String(size + (asksInfo || isBackwards ? 1 : 0)),
    size,
    row: compiler.parameters.alias(),
    order: terms(mark, args["orderBy"] as string[] | undefined),
  };
}

/** The page with each row's number and whether it lies within; a page from the end is read backwards and turned. */
function ranked(compiler: Compiler, list: ListSource, page: Page, lists: string[]): string {
  const { row, order, isBackwards, asksInfo, limit } = page;
  const cursor = asksInfo ? [`${cursorSql(page, row, compiler.parameters)} as c`] : [];
  const columns = [
    ...lists,
    `${isBackwards ? "-" : ""}${row}.n as n`,
    `${row}.n < ${limit} as w`,
    ...cursor,
    ...(page.isCounted ? [`${row}.t`] : []),
  ];
  return `select ${columns.join(", ")} from (select ${row}.*, row_number() over (order by ${orderSql(order, row, isBackwards)}) as n from ${cut(compiler, list, page, [...lists, ...cursor])}) ${row}`;
}

function unranked(compiler: Compiler, list: ListSource, page: Page, lists: string[]): string {
  return `select ${[...lists, ...(page.isCounted ? [`${page.row}.t`] : [])].join(", ")} from ${cut(compiler, list, page, lists)}`;
}

function totalCount(compiler: Compiler, list: ListSource, page: Page): string {
  const row = compiler.parameters.alias();
  compiler.price.part("count", page.depth.rows);
  return `(select count(*)::integer from ${source(page.mark, page.moment)} ${row}${where(conditions(compiler, list, page, row))})`;
}

function node(
  compiler: Compiler,
  { mark }: ListSource,
  { row, moment, depth, size }: Page,
  type: GraphQLObjectType | undefined,
  nodes: Chosen["nodes"],
): Compiled {
  const rows = depth.rows * size;
  compiler.price.record(rows);
  const { columns, finish } = compiler.row(
    mark,
    type as GraphQLObjectType,
    choose(compiler.asked, type as GraphQLObjectType, nodes),
    row,
    moment,
    { rows, levels: depth.levels + 1 },
  );
  return { json: object(columns), finish };
}

function edge(
  compiler: Compiler,
  list: ListSource,
  page: Page,
  type: GraphQLObjectType | undefined,
  nodes: Chosen["nodes"],
): Compiled {
  const finishes: [string, Finish][] = [];
  const columns = choose(compiler.asked, type as GraphQLObjectType, nodes).map((part): KeyedJson => {
    if (part.name === "__typename") return [part.key, word((type as GraphQLObjectType).name)];
    if (part.name === "cursor") return [part.key, ['"', { sql: cursorSql(page, page.row, compiler.parameters) }, '"']];
    const { json, finish } = node(compiler, list, page, objectBehind(type as GraphQLObjectType, "node"), part.nodes);
    if (finish) finishes.push([part.key, finish]);
    return [part.key, json];
  });
  return { json: object(columns), finish: finishFields(finishes) };
}

function pageInfo(
  { asked, parameters }: Compiler,
  shape: GraphQLObjectType,
  nodes: Chosen["nodes"],
  { args, slot, isBackwards }: Page,
): Json {
  const more = "coalesce(bool_or(not p.w), false)";
  const skipped = args["offset"] != null ? `${parameters.argument(slot, ["offset"], "integer")} > 0` : "false";
  const values: Record<string, Json> = {
    __typename: word("PageInfo"),
    hasNextPage: bareValue(!isBackwards ? more : args["before"] != null ? "true" : skipped),
    hasPreviousPage: bareValue(isBackwards ? more : args["after"] != null ? "true" : skipped),
    startCursor: anyValue("(array_agg(p.c order by p.n) filter (where p.w))[1]"),
    endCursor: anyValue("(array_agg(p.c order by p.n desc) filter (where p.w))[1]"),
  };
  const type = objectBehind(shape, "pageInfo") as GraphQLObjectType;
  return object(choose(asked, type, nodes).map(({ key, name }): KeyedJson => [key, values[name] as Json]));
}
