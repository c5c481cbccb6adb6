import type { GraphQLObjectType } from "graphql";
import type { RecordMark } from "../../schema/shared/register.js";
import { checkPage, pageSize } from "./checks.js";
import { checkCursors, cursorSql, keyset, type Ordered } from "./cursor.js";
import { filterCondition } from "./filter.js";
import { type Finish, finishEach, finishFields } from "./finish.js";
import { type KeyedSql, object } from "./json.js";
import { orderSql, terms } from "./order.js";
import { type Chosen, choose, objectBehind } from "./plan.js";
import { inForce, isDated, type Moment, type Reached, source, visible } from "./predicates.js";
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
interface Page extends Ordered {
  /** Alias of the row. */
  row: string;
  args: Record<string, unknown>;
  size: number;
  isBackwards: boolean;
  asksInfo: boolean;
  /** SQL of one more row than the page has, where the answer must tell whether more follow; else of the page's size. */
  limit: string;
  moment: Moment;
  depth: Depth;
}

/** Compiles a connection. The page is cut first on a narrow row; joins and nested lists come after. */
export function connection(compiler: Compiler, list: ListSource, moment: Moment, depth: Depth): Compiled {
  const { type, field } = list;
  const shape = objectBehind(type, field.name) as GraphQLObjectType;
  const chosen = choose(compiler.asked, shape, field.nodes);
  const page = open(compiler, list, chosen, moment, depth);
  const isRanked = page.asksInfo || page.isBackwards;
  const finishes: [string, Finish][] = [];
  const lists: string[] = [];
  const columns = chosen.map(({ key, name, nodes }): KeyedSql => {
    if (name === "__typename") return [key, `'${shape.name}'::text`];
    if (name === "totalCount") return [key, totalCount(compiler, list, page)];
    if (name === "pageInfo") return [key, pageInfo(compiler, shape, nodes, page)];
    const { sql, finish } =
      name === "nodes"
        ? node(compiler, list, page, objectBehind(shape, "nodes"), nodes)
        : edge(compiler, list, page, objectBehind(shape, "edges"), nodes);
    const each = finishEach(finish);
    if (each) finishes.push([key, each]);
    const at = lists.push(`${sql} as j${lists.length}`) - 1;
    return [
      key,
      `coalesce(json_agg(p.j${at}${isRanked ? " order by p.n" : ""})${isRanked ? " filter (where p.w)" : ""}, '[]'::json)`,
    ];
  });
  // "having" makes one row of the page even where only constants are asked for
  if (lists.length === 0 && !page.asksInfo) return { sql: `(select ${object(columns, "")})` };
  return {
    sql: `(select ${object(columns, `from (${isRanked ? ranked(compiler, list, page, lists) : `select ${lists.join(", ")} from ${cut(compiler, list, page)}`}) p having true`)})`,
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
  const isBackwards =
    args["last"] != null || (args["before"] != null && args["first"] == null && args["after"] == null);
  const asksInfo = chosen.some(({ name }) => name === "pageInfo");
  const limit = compiler.parameters.add(
    `${slot} limit`,
    "integer",
    ({ slots }) => pageSize(slots[slot] ?? {}) + (asksInfo || isBackwards ? 1 : 0),
  );
  return {
    mark,
    slot,
    args,
    moment,
    depth,
    isBackwards,
    asksInfo,
    limit,
    size: pageSize(args),
    row: compiler.parameters.alias(),
    order: terms(mark, args["orderBy"] as string[] | undefined),
  };
}

/** The conditions of the whole list: what ties it to its owner, the day, what the reader sees and what was asked. */
function conditions(
  { parameters, viewer, readable }: Compiler,
  list: ListSource,
  { mark, slot, args, moment }: Page,
  row: string,
): string[] {
  const seen = visible(mark.name, row, viewer, parameters, { dated: isDated(mark, moment), reached: list.reached });
  const filter = args["filter"] as Record<string, unknown> | null | undefined;
  return [
    ...list.conditions(row),
    ...inForce(mark, row, moment, args["history"] === true),
    ...(seen ? [seen] : []),
    ...(filter ? [filterCondition(filter, { mark, row, slot, parameters, moment, viewer, readable })] : []),
  ];
}

const where = (list: string[]) => (list.length ? ` where ${list.join(" and ")}` : "");

function cut(compiler: Compiler, list: ListSource, page: Page): string {
  const { mark, row, slot, args, moment, order, isBackwards, limit } = page;
  const { parameters } = compiler;
  const bounds = (["after", "before"] as const)
    .filter((name) => args[name] != null)
    .map((name) => keyset(page, row, name, parameters));
  const offset = args["offset"] != null ? ` offset ${parameters.argument(slot, ["offset"], "integer")}` : "";
  return `(select ${row}.* from ${source(mark, moment)} ${row}${where([...conditions(compiler, list, page, row), ...bounds])} order by ${orderSql(order, row, isBackwards)} limit ${limit}${offset}) ${row}`;
}

/** The page with each row's number and whether it lies within; a page from the end is read backwards and turned. */
function ranked(compiler: Compiler, list: ListSource, page: Page, lists: string[]): string {
  const { row, order, isBackwards, asksInfo, limit } = page;
  const columns = [
    ...lists,
    `${isBackwards ? "-" : ""}${row}.n as n`,
    `${row}.n < ${limit} as w`,
    ...(asksInfo ? [`${cursorSql(page, row, compiler.parameters)} as c`] : []),
  ];
  return `select ${columns.join(", ")} from (select ${row}.*, row_number() over (order by ${orderSql(order, row, isBackwards)}) as n from ${cut(compiler, list, page)}) ${row}`;
}

function totalCount(compiler: Compiler, list: ListSource, page: Page): string {
  const row = compiler.parameters.alias();
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
  compiler.price += rows;
  const { columns, finish } = compiler.row(
    mark,
    type as GraphQLObjectType,
    choose(compiler.asked, type as GraphQLObjectType, nodes),
    row,
    moment,
    { rows, levels: depth.levels + 1 },
  );
  return { sql: `(select ${object(columns, "")})`, finish };
}

function edge(
  compiler: Compiler,
  list: ListSource,
  page: Page,
  type: GraphQLObjectType | undefined,
  nodes: Chosen["nodes"],
): Compiled {
  const finishes: [string, Finish][] = [];
  const columns = choose(compiler.asked, type as GraphQLObjectType, nodes).map((part): KeyedSql => {
    if (part.name === "__typename") return [part.key, `'${type?.name}'::text`];
    if (part.name === "cursor") return [part.key, cursorSql(page, page.row, compiler.parameters)];
    const { sql, finish } = node(compiler, list, page, objectBehind(type as GraphQLObjectType, "node"), part.nodes);
    if (finish) finishes.push([part.key, finish]);
    return [part.key, sql];
  });
  return { sql: `(select ${object(columns, "")})`, finish: finishFields(finishes) };
}

function pageInfo(
  { asked, parameters }: Compiler,
  shape: GraphQLObjectType,
  nodes: Chosen["nodes"],
  { args, slot, isBackwards }: Page,
): string {
  const more = "coalesce(bool_or(not p.w), false)";
  const skipped = args["offset"] != null ? `${parameters.argument(slot, ["offset"], "integer")} > 0` : "false";
  const values: Record<string, string> = {
    __typename: "'PageInfo'::text",
    hasNextPage: !isBackwards ? more : args["before"] != null ? "true" : skipped,
    hasPreviousPage: isBackwards ? more : args["after"] != null ? "true" : skipped,
    startCursor: "(array_agg(p.c order by p.n) filter (where p.w))[1]",
    endCursor: "(array_agg(p.c order by p.n desc) filter (where p.w))[1]",
  };
  const type = objectBehind(shape, "pageInfo") as GraphQLObjectType;
  // Built beside the aggregates of the page, so it cannot be a row of its own.
  const pairs = choose(asked, type, nodes).map(
    ({ key, name }) => `'"${key}":' || coalesce(to_json(${values[name]})::text, 'null')`,
  );
  return pairs.length ? `('{' || ${pairs.join(" || ',' || ")} || '}')::json` : "'{}'::json";
}
