import { type GraphQLFieldResolver, type GraphQLResolveInfo, getArgumentValues } from "graphql";
import { nounOf, type Permission } from "../../schema/access/permissions.rules.js";
import { RECORD_OF_ID, type RecordName } from "../../schema/records.js";
import { type By, type FieldMark, markOf } from "../../schema/shared/register.js";
import { COMPUTED } from "./plainComputed.js";
import { numberIn } from "./plainFilter.js";
import { type Cursors, isInForce, type Page, pageOf } from "./plainLists.js";
import { type Found, globalId, type Rows, type Values } from "./plainRows.js";
import type { Sight } from "./plainSight.js";

export interface Plain {
  rows: Rows;
  sight: Sight;
  cursors: Cursors;
}
interface Edge {
  kind: "edge";
  row: Found;
}

export const cursorFor = ({ id }: Found) => `cursor ${id}`;
const ROOTS = new Map([...RECORD_OF_ID].map(([word, record]) => [word, record]));

/** A root field: one record, a list, or a node by its id. */
export async function readRoot(info: GraphQLResolveInfo, plain: Plain): Promise<unknown> {
  const { fieldName } = info;
  const args = getArgumentValues(
    info.parentType.getFields()[fieldName] as never,
    info.fieldNodes[0] as never,
    info.variableValues,
  ) as Values;
  const day = (args["asOf"] ?? undefined) as string | undefined;
  if (fieldName === "node") return node(String(args["id"]), day, plain);
  if (fieldName === "nodes") return Promise.all((args["ids"] as string[]).map((id) => node(id, day, plain)));
  const record = ROOTS.get(fieldName);
  if (record) return one(record, args, day, plain);
  const listed = info.returnType.toString().replace(/Connection!?$/, "") as RecordName;
  return pageOf(
    { record: listed, ids: await plain.rows.numbers(listed, day), day, args },
    plain.rows,
    plain.sight,
    plain.cursors,
  );
}

async function node(id: string, day: string | undefined, { rows, sight }: Plain): Promise<Found | null> {
  const record = RECORD_OF_ID.get(id.slice(0, id.lastIndexOf("-")));
  const number = record && numberIn(id, record);
  if (record && sight.viewer.scopes && !sight.mayRead(`read:${nounOf(record)}` as Permission)) return null;
  const row = record && number !== undefined ? await rows.row(record, number, day) : undefined;
  return row && isInForce(row, sight.viewer.today, true) && (await sight.sees(row.$type, row.id)) ? row : null;
}

async function one(
  record: RecordName,
  { id, code }: Values,
  day: string | undefined,
  plain: Plain,
): Promise<Found | null> {
  const { rows, sight } = plain;
  const wanted =
    id != null ? [numberIn(String(id), record)] : code != null ? await rows.numbers(record, day, "code", code) : [];
  for (const number of wanted) {
    const row = await rows.row(record, number, day);
    if (!row || (code != null && row.values["code"] !== code)) continue;
    if (isInForce(row, sight.viewer.today, code == null) && (await sight.sees(record, row.id))) return row;
  }
  return null;
}

/** Each field by itself, with nothing planned ahead. */
export const plainField: GraphQLFieldResolver<Found | Page | Edge | Values, { plain: Plain }> = (
  source,
  args,
  { plain },
  info,
) => {
  const name = info.fieldName;
  if ("values" in source && "$type" in source) return recordField(source as Found, name, args, plain);
  if ("kind" in source && source.kind === "page") return pageField(source as Page, name);
  if ("kind" in source && source.kind === "edge")
    return name === "cursor" ? cursorFor((source as Edge).row) : (source as Edge).row;
  return (source as Values)[name] ?? null;
};

function pageField(page: Page, name: string): unknown {
  const { rows, total, hasNextPage, hasPreviousPage } = page;
  if (name === "nodes") return rows;
  if (name === "edges") return rows.map((row) => ({ kind: "edge", row }));
  if (name === "totalCount") return total;
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    hasNextPage,
    hasPreviousPage,
    startCursor: first ? cursorFor(first) : null,
    endCursor: last ? cursorFor(last) : null,
  };
}

async function recordField(row: Found, name: string, args: Values, plain: Plain): Promise<unknown> {
  const { rows, sight, cursors } = plain;
  if (name === "id") return globalId(row);
  const field = markOf(row.$type).fields.get(name) as FieldMark;
  if (field.guard && !sight.mayRead(field.guard as Permission)) return null;
  if (field.mark === "column") return printed(row.values[field.column]);
  if (field.mark === "computed") return (COMPUTED[`${row.$type}.${name}`] as (typeof COMPUTED)[string])(row, plain);
  const target = markOf(field.target()).name;
  if (field.mark === "one") {
    const id = row.values[field.column];
    return (await sight.sees(target, id)) ? ((await rows.row(target, id, row.day)) ?? null) : null;
  }
  return pageOf(
    { record: target, ids: await owned(field.by, target, row, plain), day: row.day, args },
    rows,
    sight,
    cursors,
  );
}

async function owned(by: By, target: RecordName, row: Found, { rows, sight }: Plain): Promise<number[]> {
  if (typeof by === "string") return rows.numbers(target, row.day, column(target, by), row.id);
  const between = markOf(by.through()).name;
  const links = await Promise.all(
    (await rows.numbers(between, row.day, column(between, by.from), row.id)).map((id) =>
      rows.row(between, id, row.day),
    ),
  );
  return (links as Found[])
    .filter((link) => isInForce(link, sight.viewer.today, false))
    .map(({ values }) => values[column(between, by.to)] as number);
}

function column(record: RecordName, name: string): string {
  const field = markOf(record).fields.get(name);
  if (field?.mark !== "one") throw new Error(`${record}.${name} is no link`);
  return field.column;
}

const printed = (value: unknown) => (value instanceof Date ? value.toISOString() : value);
