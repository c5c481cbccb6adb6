import { Int } from "type-graphql";
import type { RecordName } from "../records.js";
import { Fen, Instant, LocalDate } from "./scalars.js";

/** Kinds of stored values: how PostgreSQL keeps them and how GraphQL prints them. */
export const KINDS = {
  text: { graphql: () => String, column: "text" },
  integer: { graphql: () => Int, column: "integer" },
  boolean: { graphql: () => Boolean, column: "boolean" },
  date: { graphql: () => LocalDate, column: "date" },
  instant: { graphql: () => Instant, column: "timestamptz(3)" },
  fen: { graphql: () => Fen, column: "bigint" },
} as const;
export type Kind = keyof typeof KINDS;

export type Class<T = object> = new () => T;
export interface Names {
  readonly [value: string]: { readonly zh: string; readonly en: string };
}

/** What the compiler is told when it computes a field: the row's alias and how the day of the question is written. */
export interface Place {
  alias: string;
  /** SQL of the day asked about. */
  day: string;
  /** Whether that is another day than today. */
  dated: boolean;
  /** Where rows of a record come from on that day. */
  from(record: RecordName): string;
  /** Columns that the reader is told in no record, as their guard is not met. */
  withheld: readonly string[];
  /** Tables of records that the reader may not read at all, wherever they lie. */
  closed: readonly string[];
  /** SQL of whether the reader may do something in the union of a path, by the rule of every change. */
  mayAt(permission: string, path: string, anywhere?: string): string;
}

/** How the rows of a list point at their owner: by a link of their own, or through a third record. */
export type By = string | { through: () => Class; from: string; to: string };

export type FieldMark = { name: string; nullable: boolean; guard?: string } & (
  | {
      mark: "column";
      kind: Kind | "enum";
      column: string;
      list: boolean;
      graphql: () => unknown;
      filter: boolean;
      order: boolean;
      pinyin: boolean;
      among?: string;
    }
  | { mark: "one"; column: string; target: () => Class }
  | { mark: "many"; target: () => Class; by: By }
  | { mark: "computed"; sql: (place: Place) => string; row?: boolean; complete?: (value: never) => unknown }
);

/** A value kept sealed: readers see its mask by a field of its own, and find it only whole, by its blind index. */
export interface SealedMark {
  name: string;
  /** Its columns begin with this and end with _sealed, _bidx, _mask and _key. */
  column: string;
  /** Permission to search by it. */
  guard: string;
}

export interface RecordMark {
  name: RecordName;
  table: string;
  fields: Map<string, FieldMark>;
  sealed: ReadonlyMap<string, SealedMark>;
  class: Class;
  /** Columns of the period in which a row holds; absent for records without one. */
  period?: { from: string; to: string; inclusive: boolean };
  /** Columns of the days on which the thing itself begins and has ended; lists leave out what was not there yet or is no more, unless its history is asked for. */
  existence?: { from: string; to: string };
  /** SQL function that shows the table on another day. */
  asOf?: string;
  /** Whether corrected rows stay behind with known_to set. */
  superseded: boolean;
  /** SQL order of a list when nothing is asked. */
  order: string;
  /** Whether the free search looks into search_text. */
  search: boolean;
  /** Whether every reading of a row is entered in the log. */
  watched?: boolean;
  /** The link, or own path, by which `within` narrows a list to a subtree of unions. */
  within?: string;
}

const marks = new Map<RecordName, RecordMark>();
const waiting = new WeakMap<object, Map<string, FieldMark>>();
const sealed = new WeakMap<object, Map<string, SealedMark>>();

export const toColumn = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const recordMarks = (): ReadonlyMap<RecordName, RecordMark> => marks;
export function markOf(record: RecordName | Class): RecordMark {
  const found =
    typeof record === "string" ? marks.get(record) : [...marks.values()].find((mark) => mark.class === record);
  if (!found) throw new Error(`${typeof record === "string" ? record : record.name} is no record`);
  return found;
}

/** The mark of a link. */
export function linkOf(mark: RecordMark, name: string): Extract<FieldMark, { mark: "one" }> {
  const field = mark.fields.get(name);
  if (field?.mark !== "one") throw new Error(`${mark.name}.${name} is no link`);
  return field;
}

export function note(prototype: object, mark: FieldMark) {
  const fields = waiting.get(prototype) ?? new Map<string, FieldMark>();
  fields.set(mark.name, mark);
  waiting.set(prototype, fields);
}

export function noteSealed(prototype: object, mark: SealedMark) {
  sealed.set(prototype, (sealed.get(prototype) ?? new Map<string, SealedMark>()).set(mark.name, mark));
}
export const sealedOf = (target: Function): ReadonlyMap<string, SealedMark> =>
  sealed.get(target.prototype) ?? new Map();

/** Everything marked on a class and on what it extends. */
export function gather(target: Function): Map<string, FieldMark> {
  const inherited = waiting.get(Object.getPrototypeOf(target.prototype)) ?? new Map<string, FieldMark>();
  return new Map([...inherited, ...(waiting.get(target.prototype) ?? [])]);
}

export function register(mark: RecordMark) {
  marks.set(mark.name, mark);
}
