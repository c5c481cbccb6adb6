import type { FieldMark } from "../../schema/shared/register.js";

/** A response key and the SQL of its value. */
export type KeyedSql = [key: string, sql: string];

/** PostgreSQL cuts names at 63 bytes without a word. */
const LONGEST_NAME = 63;
/** No response key can be this name, so it always means the whole row and never one of its columns. */
const ROW = '"the row"';

const checkKeys = (columns: KeyedSql[]) => {
  for (const [key] of columns) if (!/^(\$type|[_A-Za-z]\w*)$/.test(key)) throw new Error(`${key} is no response key`);
};

/** A value as its JSON text. */
export const asText = (sql: string) => `coalesce(to_json(${sql})::text, 'null')`;

/** The text of a JSON object whose values are JSON texts: for the outermost objects, which JSON functions would copy once more. */
export function textObject(columns: KeyedSql[]): string {
  checkKeys(columns);
  return columns.length
    ? `'{' || ${columns.map(([key, sql]) => `'"${key}":' || ${sql}`).join(" || ',' || ")} || '}'`
    : "'{}'";
}

/** A JSON object of named columns, in their order. Keys too long for a column's name are written as text. */
export function object(columns: KeyedSql[], from: string, as = ""): string {
  checkKeys(columns);
  const named = as ? ` as ${as}` : "";
  const rows = (list: string) => `from (select ${list || "1"} ${from}) ${ROW}`;
  if (columns.length === 0) return `'{}'::json${named} ${rows("")}`;
  if (columns.every(([key]) => key.length <= LONGEST_NAME))
    return `row_to_json(${ROW})${named} ${rows(columns.map(([key, sql]) => `${sql} as "${key}"`).join(", "))}`;
  const pairs = columns.map(([key], at) => `'"${key}":' || coalesce(to_json(${ROW}.c${at})::text, 'null')`);
  return `('{' || ${pairs.join(" || ',' || ")} || '}')::json${named} ${rows(columns.map(([, sql], at) => `${sql} as c${at}`).join(", "))}`;
}

/** How a stored value is written in JSON so that it equals what GraphQL prints. */
export function printed(field: Extract<FieldMark, { mark: "column" }>, row: string): string {
  const value = `${row}.${field.column}`;
  if (field.kind === "instant") return `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  if (field.kind === "fen") return `${value}::text`;
  return field.list ? `to_json(${value})` : value;
}
