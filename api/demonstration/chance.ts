import { addDays, daysBetween, type LocalDate } from "../../schema/shared/period.rules.js";

/** Chance that repeats: the same name gives the same draws on every machine. */
export class Chance {
  private state: number;

  constructor(name: string) {
    this.state = 0x811c9dc5;
    for (const one of name) this.state = Math.imul(this.state ^ (one.codePointAt(0) ?? 0), 0x01000193);
  }

  /** A fraction of one, 0 included and 1 not (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number, both ends included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** True in so many of a hundred draws. */
  holds(percent: number): boolean {
    return this.next() * 100 < percent;
  }

  pick<Item>(list: readonly Item[]): Item {
    return list[Math.floor(this.next() * list.length)] as Item;
  }

  /** One of several, each as often as its weight says. */
  weighted<Item>(list: readonly (readonly [Item, number])[]): Item {
    let rest = this.next() * list.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of list) {
      rest -= weight;
      if (rest < 0) return item;
    }
    return (list[0] as readonly [Item, number])[0];
  }

  /** A day of the span, both ends included; the first when the span is empty. */
  day(from: LocalDate, through: LocalDate): LocalDate {
    return from >= through ? from : addDays(from, this.whole(0, daysBetween(from, through)));
  }
}
