import { RECORDS, type RecordName } from "../../schema/records.js";
import { KEPT_COLUMNS, LOGGED_FACTS } from "../audit/loggedFacts.js";
import { DESCRIPTIONS } from "./descriptions.js";
import { tableOf } from "./display.js";
import type { Fact } from "./facts.js";
import type { Row } from "./naming.js";

/** One column of a row that an audit entry saw change. */
export interface ColumnChange {
  column: string;
  /** The fact it holds, when the console knows it. */
  fact: Fact | undefined;
  before: unknown;
  after: unknown;
}

/** Columns of the machine's own book-keeping, which say nothing to a reader. */
const OWN_BUSINESS = new Set([
  "id",
  "version",
  "path",
  "search_text",
  "amended_at",
  "known_from",
  "known_to",
  "supersedes_id",
]);

/** The record an audit table belongs to. */
export function recordOfTable(table: string): RecordName | undefined {
  return (Object.keys(RECORDS) as RecordName[]).find((record) => tableOf(record) === table);
}

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function factOfColumn(record: RecordName | undefined, column: string): Fact | undefined {
  const facts = DESCRIPTIONS.find((one) => one.record === record)?.facts ?? [];
  const name = camel(column);
  const shown = facts.find(({ source, kind }) => source === name || (kind === "link" && `${source}Id` === name));
  return shown ?? KEPT_COLUMNS[column];
}

/** What an occurrence tells, in the order it is kept in. */
const toldFacts = (after: Row): ColumnChange[] =>
  Object.entries(after).map(([column, value]) => ({
    column,
    fact: LOGGED_FACTS[column as keyof typeof LOGGED_FACTS],
    before: undefined,
    after: value,
  }));

/** One record's part of an entry that is about many; any other entry as it is. */
export function entryAbout(entry: Row, number: number): Row {
  const place = ((entry.recordIds ?? []) as number[]).indexOf(number);
  const part = (state: unknown) => (Array.isArray(state) ? (state[place] ?? null) : state);
  return place < 0 ? entry : { ...entry, before: part(entry.before), after: part(entry.after) };
}

/** What changed between the two states an audit entry keeps, in words where there are words for it; of an entry that is no change, what it tells. */
export function columnChanges({ kind: told, record, before, after }: Row): ColumnChange[] {
  if (Array.isArray(after)) return [];
  if (told && told !== "CHANGE") return toldFacts(after ?? {});
  const kind = recordOfTable(record);
  const columns = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return columns
    .filter((column) => !OWN_BUSINESS.has(column))
    .map((column) => ({ column, fact: factOfColumn(kind, column), before: before?.[column], after: after?.[column] }))
    .filter((one) => JSON.stringify(one.before ?? null) !== JSON.stringify(one.after ?? null));
}
