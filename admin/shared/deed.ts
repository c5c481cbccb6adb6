import type { RecordName } from "../../schema/records.js";
import type { Fact } from "./facts.js";
import type { Row } from "./naming.js";

/** A change with a name of its own: not an amendment of fields but an act, with its own mutation and permission. */
export interface Deed {
  /** Mutation of the contract; its input is named after it. */
  mutation: string;
  /** The record the payload answers. */
  record: RecordName;
  /** Verb of the permission it takes. */
  verb: string;
  /** Key of its name in the words. */
  label: string;
  /** Key of what it does, in one sentence. */
  help?: string;
  facts: Fact[];
  /** What the input takes from the record it is done to. */
  given(row: Row): Record<string, unknown>;
  /** Field of the payload that is told once and kept nowhere, such as a one-time password. */
  secret?: string;
  /** Whether it is done to no record at hand. */
  alone?: boolean;
  /** The input from what was filled in, where the form holds it otherwise. */
  shaped?(values: Row): Row;
  /** Whether it ends something. */
  grave?: boolean;
}
