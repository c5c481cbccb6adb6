import pg from "pg";
import { RECORDS, type RecordName } from "../../schema/records.js";
import { markOf, type RecordMark } from "../../schema/shared/register.js";

export type Values = Record<string, unknown>;

/** A row as a simple resolver holds it: which record, which number, on which day (undefined: as it stands today). */
export interface Found {
  $type: RecordName;
  id: number;
  day: string | undefined;
  values: Values;
}

export const globalId = ({ $type, id }: { $type: RecordName; id: number }) => `${RECORDS[$type].one}-${id}`;

/** Reads one thing at a time with plain SQL. The world stands still while it is compared, so each answer is asked for once. */
export class Rows {
  private readonly known = new Map<string, Promise<Values[]>>();
  /** Statements really sent. */
  asked = 0;

  constructor(private readonly pool: pg.Pool) {}

  sql(text: string, values: unknown[] = []): Promise<Values[]> {
    const key = `${text}|${JSON.stringify(values)}`;
    let found = this.known.get(key);
    if (!found) {
      this.asked++;
      found = this.pool.query(text, values).then(({ rows }) => rows as Values[]);
      this.known.set(key, found);
    }
    return found;
  }

  /** Drops what was asked when it has become much, so that a long run needs no more memory than a short one. */
  forget(): void {
    if (this.known.size > 50_000) this.known.clear();
  }

  /** Where the rows of a record are on a day, and the values that this text needs. */
  private from(mark: RecordMark, day: string | undefined): [string, unknown[]] {
    return day && mark.asOf ? [`${mark.asOf}($1::date)`, [day]] : [mark.table, []];
  }

  async row(record: RecordName, id: unknown, day?: string): Promise<Found | undefined> {
    if (id === null || id === undefined) return undefined;
    const [from, values] = this.from(markOf(record), day);
    const [row] = await this.sql(`select * from ${from} where id = $${values.length + 1}`, [...values, id]);
    return row && { $type: record, id: Number(row["id"]), day, values: row };
  }

  /** Numbers of the rows whose column holds a value; of all rows without one. */
  async numbers(record: RecordName, day: string | undefined, column?: string, value?: unknown): Promise<number[]> {
    const [from, values] = this.from(markOf(record), day);
    const rows = await this.sql(
      `select id from ${from}${column ? ` where ${column} = $${values.length + 1}` : ""}`,
      column ? [...values, value] : values,
    );
    return rows.map((row) => Number(row["id"]));
  }

  /** The place of every row of a record in an order. */
  async places(record: RecordName, order: string, day: string | undefined): Promise<Map<number, number>> {
    const [from, values] = this.from(markOf(record), day);
    const rows = await this.sql(`select id from ${from} order by ${order}`, values);
    return new Map(rows.map((row, place) => [Number(row["id"]), place]));
  }

  /** The rows that lie before or after a row of the given values, found by sorting that row in among them. */
  async beside(
    record: RecordName,
    order: string,
    day: string | undefined,
    side: "before" | "after",
    values: Values,
  ): Promise<Set<number>> {
    const [from, given] = this.from(markOf(record), day);
    const guest = `select guest.*, 1 as mark from jsonb_populate_record(null::"${markOf(record).table}", $${given.length + 1}) guest`;
    const sorted = await this.sql(
      `select id, mark from (select host.*, 0 as mark from ${from} host union all ${guest}) all_rows order by ${order}, mark ${side === "after" ? "asc" : "desc"}`,
      [...given, values],
    );
    const at = sorted.findIndex(({ mark }) => mark === 1);
    return new Set((side === "after" ? sorted.slice(at + 1) : sorted.slice(0, at)).map(({ id }) => Number(id)));
  }
}

/** A pool that reads dates as the text they are. */
export function plainPool(address: {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}): pg.Pool {
  const getTypeParser = (oid: number, format?: "text" | "binary") =>
    oid === pg.types.builtins.DATE ? (text: string) => text : pg.types.getTypeParser(oid, format as "text");
  return new pg.Pool({ ...address, max: 4, types: { getTypeParser } as never });
}
