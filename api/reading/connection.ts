import type { GraphQLObjectType } from "graphql";
import type { RecordName } from "../../schema/records.js";
import type { RecordMark } from "../../schema/shared/register.js";
import { TopLevel } from "../shared/topLevel.js";
import { type FilterPlace, filterCondition } from "./filter.js";
import { type Finish, finishEach, finishFields } from "./finish.js";
import { cursorSql, keyset, orderSql, terms } from "./order.js";
import { type Chosen, choose, objectBehind } from "./plan.js";
import { alias, inForce, type Moment, source, visible } from "./predicates.js";
import { type Compiled, type Compiler, isDated, object } from "./statement.js";

export const PAGE = { default: 50, most: 500, deepest: 10_000 };

/** A list to be read: its record, the field that asks for it and what ties it to its owner. */
export interface ListSource {
  mark: RecordMark;
  slot: number;
  args: Record<string, unknown>;
  field: Chosen;
  type: GraphQLObjectType;
  conditions: (row: string) => string[];
  nested: boolean;
  reached?: { from: RecordName; field: string } | undefined;
}

/** Refuses bounds outside the limits; called with the values of each run, before any SQL. */
export function checkPage(args: Record<string, unknown>): number {
  for (const name of ["first", "last"] as const) {
    const value = args[name];
    if (typeof value === "number" && (value < 1 || value > PAGE.most))
      throw new TopLevel("BAD_USER_INPUT", { zh: `${name} 须在 1 至 ${PAGE.most} 之间。`, en: `${name} must lie between 1 and ${PAGE.most}.` }, { limit: PAGE.most, argument: name });
  }
  if (typeof args["first"] === "number" && typeof args["last"] === "number") throw new TopLevel("BAD_USER_INPUT", { zh: "first 与 last 不能同时使用。", en: "Use first or last, not both." });
  const offset = args["offset"];
  if (typeof offset === "number" && offset < 0) throw new TopLevel("BAD_USER_INPUT", { zh: "offset 不能为负。", en: "offset must not be negative." });
  if (typeof offset === "number" && offset > PAGE.deepest)
    throw new TopLevel("OFFSET_TOO_DEEP", { zh: `页码跳转至多 ${PAGE.deepest} 条，请用筛选缩小范围。`, en: `Pages reach ${PAGE.deepest} rows deep; narrow the list by a filter.` }, { limit: PAGE.deepest });
  const lists = JSON.stringify(args["filter"] ?? null).length;
  if (lists > 60_000) throw new TopLevel("BAD_USER_INPUT", { zh: "筛选条件过长。", en: "The filter is too long." });
  return (args["last"] ?? args["first"] ?? PAGE.default) as number;
}

/** Compiles a connection. The page is cut first on a narrow row; joins and nested lists come after. */
export function connection(compiler: Compiler, list: ListSource, moment: Moment, rows: number, depth: number): Compiled {
  const { mark, slot, args, field, type } = list;
  const { parameters, asked, viewer } = compiler;
  const size = checkPage(args);
  const shape = objectBehind(type, field.name) as GraphQLObjectType;
  const chosen = choose(asked, shape, field.nodes);
  const order = terms(mark, args["orderBy"] as string[] | undefined);
  const backwards = typeof args["last"] === "number" || (args["before"] != null && args["first"] == null && args["after"] == null);
  const place = (row: string): FilterPlace => ({ mark, row, slot, parameters, moment, readable: compiler.readable });
  const where = (row: string): string[] => {
    const seen = visible(mark.name, row, viewer, parameters, { dated: isDated(mark, moment), ...(list.reached ? { reached: list.reached } : {}) });
    return [...list.conditions(row), ...inForce(mark, row, moment, args["history"] === true), ...(seen ? [seen] : []), ...(args["filter"] ? [filterCondition(args["filter"] as Record<string, unknown>, place(row))] : [])];
  };
  const whereSql = (conditions: string[]) => (conditions.length ? ` where ${conditions.join(" and ")}` : "");

  const page = alias();
  const bounds = (["after", "before"] as const).filter((name) => args[name] != null).map((name) => keyset(order, page, slot, name, parameters));
  const asksInfo = chosen.some(({ name }) => name === "pageInfo");
  const plain = !asksInfo && !backwards;
  const limit = parameters.add(`${slot} limit`, "integer", ({ slots }) => checkPage(slots[slot] ?? {}) + (plain ? 0 : 1));
  const offset = args["offset"] != null ? ` offset ${parameters.argument(slot, ["offset"], "integer")}` : "";
  const asksRows = chosen.some(({ name }) => name === "nodes" || name === "edges" || name === "pageInfo");
  const cut = `(select ${page}.* from ${source(mark, moment)} ${page}${whereSql([...where(page), ...bounds])} order by ${orderSql(order, page, backwards)} limit ${limit}${offset}) ${page}`;

  const finishes: Record<string, Finish> = {};
  const nodeColumns: string[] = [];
  const total = alias();
  const columns = chosen.map((part, index): [string, string] => {
    if (part.name === "__typename") return [part.key, `'${shape.name}'::text`];
    if (part.name === "totalCount") return [part.key, `(select count(*)::integer from ${source(mark, moment)} ${total}${whereSql(where(total))})`];
    if (part.name === "pageInfo") return [part.key, pageInfo(shape, part, args, slot)];
    const rowType = part.name === "nodes" ? objectBehind(shape, "nodes") : objectBehind(objectBehind(shape, "edges") as GraphQLObjectType, "node");
    const { sql, finish } = part.name === "nodes" ? node(part, rowType as GraphQLObjectType) : edge(part, rowType as GraphQLObjectType);
    nodeColumns.push(`${sql} as j${index}`);
    const each = finishEach(finish);
    if (each) finishes[part.key] = each;
    return [part.key, `coalesce(json_agg(p.j${index}${plain ? "" : " order by p.n"})${plain ? "" : " filter (where p.w)"}, '[]'::json)`];
  });

  function node(part: Chosen, rowType: GraphQLObjectType): Compiled {
    const { columns: inner, finish } = compiler.row(mark, rowType, choose(asked, rowType, part.nodes), page, moment, rows * size, depth + 1);
    compiler.price += rows * size;
    return { sql: `(select ${object(inner, "")})`, finish };
  }

  function edge(part: Chosen, rowType: GraphQLObjectType): Compiled {
    const edgeType = objectBehind(shape, "edges") as GraphQLObjectType;
    const inner: Record<string, Finish> = {};
    const edgeColumns = choose(asked, edgeType, part.nodes).map((each): [string, string] => {
      if (each.name === "__typename") return [each.key, `'${edgeType.name}'::text`];
      if (each.name === "cursor") return [each.key, cursorSql(order, page, slot, parameters)];
      const { sql, finish } = node(each, rowType);
      if (finish) inner[each.key] = finish;
      return [each.key, sql];
    });
    return { sql: `(select ${object(edgeColumns, "")})`, finish: finishFields(inner) };
  }

  if (!asksRows) return { sql: `(select ${object(columns, "")})` };
  const ranked = `(select ${page}.*, row_number() over (order by ${orderSql(order, page, backwards)}) as n from ${cut}) ${page}`;
  const inner = plain
    ? `select ${nodeColumns.join(", ")} from ${cut}`
    : `select ${[...nodeColumns, `${backwards ? "-" : ""}${page}.n as n`, `${page}.n < ${limit} as w`, ...(asksInfo ? [`${cursorSql(order, page, slot, parameters)} as c`] : [])].join(", ")} from ${ranked}`;
  return { sql: `(select ${object(columns, `from (${inner}) p`)})`, finish: finishFields(finishes) };

  function pageInfo(connectionType: GraphQLObjectType, part: Chosen, given: Record<string, unknown>, at: number): string {
    const more = "coalesce(bool_or(not p.w), false)";
    const skipped = given["offset"] != null ? `${parameters.argument(at, ["offset"], "integer")} > 0` : "false";
    const from = given["after"] != null ? "true" : skipped;
    const values: Record<string, string> = {
      hasNextPage: backwards ? (given["before"] != null ? "true" : "false") : more,
      hasPreviousPage: backwards ? more : from,
      startCursor: "(array_agg(p.c order by p.n) filter (where p.w))[1]",
      endCursor: "(array_agg(p.c order by p.n desc) filter (where p.w))[1]",
    };
    const infoType = objectBehind(connectionType, "pageInfo") as GraphQLObjectType;
    const pairs = choose(asked, infoType, part.nodes).map(({ key, name }) => `'${key}', ${name === "__typename" ? "'PageInfo'" : values[name]}`);
    return `json_build_object(${pairs.join(", ")})`;
  }
}
