/** A document that means harm, and whether it has to be refused whole. */
export interface Hostile {
  kind: string;
  /** The body as it is sent: not always well-formed. */
  body: string;
  mustRefuse?: boolean;
}

/** Chances from a seed; the same seed gives the same documents. */
export class Dice {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  /** A whole number from `least` to `most`, small ones oftener. */
  some(least: number, most: number): number {
    return least + Math.floor((most - least + 1) * this.next() ** 2);
  }
  one<T>(of: readonly T[]): T {
    return of[Math.floor(this.next() * of.length)] as T;
  }
}

export const times = (count: number, part: (index: number) => string, between = " ") =>
  Array.from({ length: count }, (_, index) => part(index)).join(between);
/** A body with a document, and variables where there are any. */
export const sent = (query: unknown, variables?: unknown) =>
  JSON.stringify({ query, ...(variables === undefined ? {} : { variables }) });
export const union = (inner: string) => `{ tradeUnion(code: "330602") { ${inner} } }`;

/** A way to do harm. */
export type Kinds = Record<string, (dice: Dice) => Omit<Hostile, "kind">>;
