import type { LocalDate } from "../../schema/shared/period.rules.js";
import type { Act } from "../shared/act.js";

/** A row of one of the two dated tables of a union. */
export interface DatedRow {
  id: number;
  validFrom: LocalDate;
  validTo: LocalDate | null;
}
type Values = Record<string, unknown>;
type Table = "trade_union_version" | "affiliation";

/** The rows of a union in a dated table, as believed now, in their order. */
export function datedRows<Row extends DatedRow>(act: Act, table: Table, unionId: number): Promise<Row[]> {
  return act.ask<Row>(
    `select r.*, r.valid_from::text as "validFrom", r.valid_to::text as "validTo" from ${table} r where r.trade_union_id = $1 and r.known_to is null order by r.valid_from`,
    [unionId],
  );
}

/**
 * From a day on, a row gives way to another. Both halves are one statement: the checks of the tree run after it, so that
 * no day is ever seen without a row. On the row's own first day it is corrected instead, and its old belief kept.
 */
export async function succeed(act: Act, table: Table, row: DatedRow, on: LocalDate, values: Values): Promise<void> {
  const columns = Object.keys(values);
  const given = Object.values(values);
  if (row.validFrom === on) {
    await act.ask(
      `update ${table} set ${columns.map((column, index) => `${column} = $${index + 2}`).join(", ")} where id = $1`,
      [row.id, ...given],
    );
    return;
  }
  await act.ask(
    `with closed as (update ${table} set valid_to = $2 where id = $1 returning trade_union_id)
     insert into ${table} (trade_union_id, valid_from, valid_to, ${columns.join(", ")})
     select trade_union_id, $2, $3, ${columns.map((_, index) => `$${index + 4}`).join(", ")} from closed`,
    [row.id, on, row.validTo, ...given],
  );
}
