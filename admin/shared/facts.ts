import type { RecordName } from "../../schema/records.js";
import type { Bilingual } from "../../schema/shared/bilingual.rules.js";
import { NAMING, type Row } from "./naming.js";

export type Names = Readonly<Record<string, Bilingual>>;
export type FactKind =
  | "code"
  | "text"
  | "long"
  | "day"
  | "instant"
  | "count"
  | "year"
  | "yuan"
  | "flag"
  | "choice"
  | "choices"
  | "link"
  | "links";

/** When a fact may be written in a form: never, at creation only, in later edits only, or always. */
export type Written = "never" | "create" | "amend" | "always";

/** One fact of a record as the console shows it, asks for it and lets it be written. */
export interface Fact {
  /** Field of the record in the GraphQL contract; of an object in it by a dot, such as `rollup.memberCount`. */
  source: string;
  kind: FactKind;
  label: Bilingual;
  names?: Names;
  /** The record a link leads to. */
  record?: RecordName;
  /** Whether the server orders by it. */
  sortable: boolean;
  written: Written;
  required: boolean;
  /** The other field of the form from which it follows; without that it is required. */
  requiredWithout?: string;
  /** False for what may be sent but is never shown, such as a full identity number. */
  readable: boolean;
  /** Name in the mutation's input when it differs from `source`. */
  input?: string;
  help?: Bilingual;
  /** What is said in place of a dash where a row has nothing to show. */
  absent?(row: Row): Bilingual;
}

type Extra = Partial<Omit<Fact, "source" | "label">>;
const SORTED: readonly FactKind[] = ["text", "code", "day", "instant", "count", "year", "yuan", "flag"];

/** A fact of a kind; sortable by its kind, read-only and optional unless said otherwise. */
export function fact(kind: FactKind, source: string, zh: string, en: string, extra: Extra = {}): Fact {
  return {
    source,
    kind,
    label: { zh, en },
    sortable: SORTED.includes(kind),
    written: "never",
    required: false,
    readable: true,
    ...extra,
  };
}

export const choice = (source: string, names: Names, zh: string, en: string, extra: Extra = {}) =>
  fact("choice", source, zh, en, { names, ...extra });
export const link = (source: string, record: RecordName, zh: string, en: string, extra: Extra = {}) =>
  fact("link", source, zh, en, { record, ...extra });

/** Fields that let a record be named where another one refers to it. */
export const namingOf = (record: RecordName) => `id ${NAMING[record].fields}`;

/** The GraphQL selection that one fact needs. */
export function selectionOf({ kind, source, record, readable }: Fact): string {
  if (!readable) return "";
  if (kind === "link" && record) return `${source} { ${namingOf(record)} }`;
  if (kind === "yuan") return `${source} ${source.replace(/Fen$/, "Yuan")}`;
  const [field, ...inner] = source.split(".");
  return inner.length > 0 ? `${field} { ${inner.join(" ")} }` : source;
}

/** What a row tells of a fact; undefined for what was not asked for or is not there. */
export const valueIn = (row: Row, source: string): unknown =>
  source.split(".").reduce((found: Row | null | undefined, field) => found?.[field], row as Row | null | undefined);

/** Path of a fact in a form: a link is edited by the id of what it leads to. */
export const formSource = ({ kind, source }: Fact) => (kind === "link" ? `${source}.id` : source);

/** Name of a fact in the input of a mutation: a link is written by the id it leads to. */
export const inputName = ({ kind, source, input }: Fact) => input ?? (kind === "link" ? `${source}Id` : source);

/** The ordering the contract calls `employeeCount` upwards: `EMPLOYEE_COUNT_ASC`. */
export const orderName = (field: string, direction: string) =>
  `${field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}_${direction}`;
