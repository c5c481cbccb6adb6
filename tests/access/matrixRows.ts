import type pg from "pg";
import type { RecordName } from "../../schema/records.js";
import { type FieldMark, markOf } from "../../schema/shared/register.js";

type Row = Record<string, unknown>;

/** Far enough ahead for every row to be in force while it is asked about, and no value to be empty. */
const LAST_DAY = "2099-12-31";
const DAYS: Row = { valid_from: "2020-01-01", start_on: "2020-01-01", established_on: "2001-05-01" };
const ENDS = /^(valid_to|valid_through|.*_end_on|end_on|ended_on|.*_valid_through)$/;

/** A value for a column of which nothing else is said: all are filled, so that an empty answer means one that was withheld. */
function filled(field: Extract<FieldMark, { mark: "column" }>): unknown {
  if (field.kind === "enum") {
    const [first] = Object.keys(field.graphql() as object);
    return field.list ? [first] : first;
  }
  if (field.kind === "boolean") return true;
  if (field.kind === "integer" || field.kind === "fen") return 1;
  if (field.kind === "instant") return "2026-01-01T00:00:00.000Z";
  if (field.kind === "date") return DAYS[field.column] ?? (ENDS.test(field.column) ? LAST_DAY : "2024-05-01");
  return "示例";
}

/** Inserts a row with every column of its record filled, save what is given otherwise. @returns its number */
export async function insertFilled(client: pg.Client, record: RecordName, given: Row): Promise<number> {
  const mark = markOf(record);
  const row: Row = {};
  for (const field of mark.fields.values())
    if (field.mark === "column" && field.name !== "version") row[field.column] = filled(field);
  const whole = Object.entries({ ...row, ...given });
  const { rows } = await client.query<{ id: number }>(
    `insert into ${mark.table} (${whole.map(([column]) => column).join(", ")}) values (${whole.map((_, at) => `$${at + 1}`).join(", ")}) returning id`,
    whole.map(([, value]) => value),
  );
  return (rows[0] as { id: number }).id;
}
