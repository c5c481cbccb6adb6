import { RECORDS } from "../../schema/records.js";
import { changedFacts } from "./change.js";
import { type Description, writtenFacts } from "./description.js";
import type { Fact } from "./facts.js";
import type { Row } from "./naming.js";

const columnOf = ({ source, kind }: Fact) =>
  `${source.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}${kind === "link" ? "_id" : ""}`;

/** A stored value as a form holds it: a link by its id, money as digits. */
function formValue({ kind, record }: Fact, stored: unknown): unknown {
  if (stored === null) return null;
  if (kind === "link" && record) return { id: `${RECORDS[record].one}-${stored}` };
  return kind === "yuan" ? String(stored) : stored;
}

/** Facts that an amendment may write and the log told of an earlier version. */
function toldFacts(description: Description, version: Row): Fact[] {
  return writtenFacts(description, "amend").filter(
    (one) => one.readable && one.kind !== "links" && columnOf(one) in version,
  );
}

/** The record as it is, with what may be amended set back to an earlier version of the log; undefined when nothing would change. */
export function restoredRow(description: Description, present: Row, version: Row | null | undefined): Row | undefined {
  if (!description.writes.update || !version || Array.isArray(version)) return undefined;
  const facts = toldFacts(description, version);
  const restored: Row = {
    ...present,
    ...Object.fromEntries(facts.map((one) => [one.source, formValue(one, version[columnOf(one)])])),
  };
  return changedFacts(facts, present, restored).length > 0 ? restored : undefined;
}
