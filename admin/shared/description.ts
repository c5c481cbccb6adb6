import { RECORDS, type RecordName } from "../../schema/records.js";
import type { Bilingual } from "../../schema/shared/bilingual.rules.js";
import { type Fact, namingOf, selectionOf } from "./facts.js";

/** A group of facts under one heading, in show pages and forms alike. */
export interface Section {
  title: Bilingual;
  facts: string[];
}

/** What the console knows of a record: its facts, and where each appears. */
export interface Description {
  record: RecordName;
  plural: Bilingual;
  facts: Fact[];
  /** Columns of the list; those in `hidden` appear only when chosen. */
  columns: string[];
  hidden: string[];
  /** "search", "within", or a fact. */
  filters: string[];
  order: { field: string; order: "ASC" | "DESC" };
  sections: Section[];
  /** Which changes the contract offers for it. */
  writes: { create: boolean; update: boolean };
  /** Verb of the permission to create one, where it is not `create`. */
  createVerb?: string;
  /** Further selection of the show page, and of a row in a list. */
  also?: string;
  rowAlso?: string;
  /** Whether rows have a period, so that a list can show those no longer in force. */
  dated: boolean;
}

export type Selection = "list" | "show" | "naming";

export const resourceOf = (record: RecordName) => RECORDS[record].many;

export function factOf(description: Description, source: string): Fact {
  const found = description.facts.find((one) => one.source === source);
  if (!found) throw new Error(`${description.record} has no fact ${source}`);
  return found;
}

/** The fields a screen asks for. */
export function fieldsOf(description: Description, selection: Selection): string {
  if (selection === "naming") return namingOf(description.record);
  const facts =
    selection === "list"
      ? [...description.columns, ...description.hidden].map((source) => factOf(description, source))
      : description.facts;
  const version = description.writes.update ? "version mayAmend" : "";
  const extra = selection === "show" ? `${version} ${description.also ?? ""}` : (description.rowAlso ?? "");
  return `${namingOf(description.record)} ${facts.map(selectionOf).join(" ")} ${extra}`.trim();
}

/** Facts a form offers when creating or amending. */
export const writtenFacts = ({ facts }: Description, when: "create" | "amend") =>
  facts.filter(({ written }) => written === when || written === "always");
