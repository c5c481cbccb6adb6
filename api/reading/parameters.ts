import type { Indexes } from "./plan.js";
import type { Viewer } from "./viewer.js";

/** What is known when a compiled statement runs: the coerced arguments of each field that has some, and who reads. */
export interface Given {
  slots: Record<string, unknown>[];
  viewer: Viewer;
  indexes?: Indexes | undefined;
}
type Read = (given: Given) => unknown;

/** The parameters of one statement. User values reach SQL here and nowhere else. */
export class Parameters {
  private readonly reads: Read[] = [];
  private readonly known = new Map<string, string>();
  private aliases = 0;

  /** A name for a row that no other row of the statement has. */
  alias(): string {
    return `r${++this.aliases}`;
  }

  /** A placeholder for a value that is read anew at each run; the same key is the same placeholder. */
  add(key: string, type: string, read: Read): string {
    const text = `${key}::${type}`;
    const found = this.known.get(text);
    if (found) return found;
    this.reads.push(read);
    const placeholder = `$${this.reads.length}::${type}`;
    this.known.set(text, placeholder);
    return placeholder;
  }

  /** The value of a field's argument, found by its way through the argument object. */
  argument(
    slot: number,
    way: (string | number)[],
    type: string,
    turn: (value: unknown) => unknown = (value) => value,
  ): string {
    return this.add(`${slot}.${way.join(".")}`, type, ({ slots }) =>
      turn(way.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)?.[step], slots[slot])),
    );
  }

  /** The finished text with its placeholders numbered anew, as PostgreSQL refuses one that the text does not use. */
  settle(sql: string): { sql: string; values: (given: Given) => unknown[] } {
    const places = new Map<string, number>();
    const settled = sql.replace(/\$(\d+)::/g, (_, number: string) => {
      if (!places.has(number)) places.set(number, places.size + 1);
      return `$${places.get(number)}::`;
    });
    const reads = [...places.keys()].map((number) => this.reads[Number(number) - 1] as Read);
    return { sql: settled, values: (given) => reads.map((read) => read(given)) };
  }
}
