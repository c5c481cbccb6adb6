import type pg from "pg";
import { scopeKeysOf } from "../../schema/access/scopeKeys.js";

export type ColumnType = "bytea" | "integer" | "bigint" | "text" | "date" | "boolean" | "text[]";
export type Cell = string | number | boolean | null | undefined;

/** The rows of one table, kept column by column, so that one statement writes them all. */
export class Sheet<Name extends string = string> {
  private names: Name[];
  private cells: Cell[][];
  count = 0;

  constructor(
    readonly table: string,
    private columns: Record<Name, ColumnType>,
  ) {
    this.names = Object.keys(columns) as Name[];
    this.cells = this.names.map(() => []);
  }

  /** Adds a row; a column that is not given stays empty. */
  add(row: Partial<Record<Name, Cell>>): void {
    this.count += 1;
    for (const [place, name] of this.names.entries()) (this.cells[place] as Cell[]).push(row[name]);
  }

  /** The values of a column, by row. */
  column(name: Name): readonly Cell[] {
    return this.cells[this.names.indexOf(name)] as Cell[];
  }

  /** Puts other columns in the place of one. */
  replace(name: Name, others: Record<string, { type: ColumnType; cells: Cell[] }>): void {
    const place = this.names.indexOf(name);
    const entries = Object.entries(others);
    this.names.splice(place, 1, ...entries.map(([other]) => other as Name));
    this.cells.splice(place, 1, ...entries.map(([, { cells }]) => cells));
    this.columns = { ...this.columns, ...Object.fromEntries(entries.map(([other, { type }]) => [other, type])) };
  }

  /** Writes the rows and lets go of them. No trigger runs meanwhile, so rows of a union are given the key of the second wall here. */
  async write(client: pg.ClientBase): Promise<void> {
    if (this.count === 0) return;
    const types = this.names.map((name) => (this.columns[name] === "text[]" ? "text" : this.columns[name]));
    const chosen = this.names.map((name) => (this.columns[name] === "text[]" ? `${name}::text[]` : name));
    const keys = scopeKeysOf(this.table).filter(({ link }) => this.names.includes(link as Name));
    const paths = keys.map(({ link }) => `(select u.path from trade_union u where u.id = given.${link})`);
    await client.query({
      text: `insert into ${this.table} (${[...this.names, ...keys.map(({ column }) => column)].join(", ")}) select ${[...chosen, ...paths].join(", ")}
        from unnest(${types.map((type, place) => `$${place + 1}::${type}[]`).join(", ")}) as given(${this.names.join(", ")})`,
      values: this.cells.map((column) => `{${column.map(asElement).join(",")}}`),
    });
    this.cells = [];
    if ("id" in this.columns)
      await client.query(`select setval(pg_get_serial_sequence('${this.table}', 'id'), max(id)) from ${this.table}`);
  }
}

/** A value as an element of an array literal of PostgreSQL. */
function asElement(cell: Cell): string {
  if (cell === null || cell === undefined) return "NULL";
  if (typeof cell !== "string") return String(cell);
  return `"${/[\\"]/.test(cell) ? cell.replace(/[\\"]/g, "\\$&") : cell}"`;
}
