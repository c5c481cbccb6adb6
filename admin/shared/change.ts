import type { UserError } from "./ask.js";
import { type Description, writtenFacts } from "./description.js";
import { type Fact, formSource, inputName } from "./facts.js";
import type { Row } from "./naming.js";

/** What a form holds for a fact, as the contract's input wants it: an id for a link, null for nothing. */
export function valueOf(row: Row | undefined, { source, kind }: Fact): unknown {
  const value = row?.[source];
  if (kind === "link") return value?.id ?? null;
  if (kind === "choices" || kind === "links") return value ?? [];
  return value === "" || value === undefined ? null : value;
}

/** Where a form keeps the reason of a change, which goes to the audit log and not into the record. */
export const REASON = "reasonOfChange";

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Facts whose value differs between two states of a record. */
export const changedFacts = (facts: Fact[], before: Row | undefined, after: Row): Fact[] =>
  facts.filter((one) => !same(valueOf(before, one), valueOf(after, one)));

/** Input of a creation: everything that was filled in. */
export function creationInput(description: Description, data: Row): Record<string, unknown> {
  const filled = writtenFacts(description, "create").filter((one) => !same(valueOf(data, one), valueOf({}, one)));
  return Object.fromEntries(filled.map((one) => [inputName(one), valueOf(data, one)]));
}

/** Input of an amendment: id, version and only what was changed, so that the rest stays. */
export function amendmentInput(description: Description, before: Row, after: Row): Record<string, unknown> {
  const changed = changedFacts(writtenFacts(description, "amend"), before, after);
  const values = changed.map((one) => [inputName(one), valueOf(after, one)]);
  const reason = after[REASON] ? { reason: after[REASON] } : {};
  return { id: before.id, version: before.version, ...Object.fromEntries(values), ...reason };
}

/** The form field a refusal is about; undefined when it is about the whole record. */
export function fieldOf(description: Description, { path }: UserError): string | undefined {
  const steps = (path ?? []).filter((step) => step !== "input");
  const found = description.facts.find((one) => inputName(one) === steps[0]);
  return found && formSource(found);
}

/** A refused change: messages by form field, and every refusal whole for the box above the form. */
export class Refused extends Error {
  readonly body: { errors: Record<string, unknown> };
  constructor(
    readonly refusals: UserError[],
    description: Description,
  ) {
    super(refusals.map(({ message }) => message).join("；"));
    const errors: Record<string, unknown> = {};
    for (const refusal of refusals) {
      const [head, tail] = (fieldOf(description, refusal) ?? "").split(".");
      if (head) errors[head] = tail ? { [tail]: refusal.message } : refusal.message;
    }
    this.body = { errors };
  }
}

/** A change made on a version that is no longer the current one. */
export class Conflict extends Error {
  constructor(
    message: string,
    /** The record as it is now. */
    readonly theirs: Row,
    /** The record as the form holds it. */
    readonly mine: Row,
    /** The record as the form had read it. */
    readonly before: Row,
  ) {
    super(message);
  }
}

/** Facts that need a decision: changed by me, and now different at the server. */
export const disputedFacts = (description: Description, { theirs, mine, before }: Conflict): Fact[] =>
  changedFacts(writtenFacts(description, "amend"), before, mine).filter(
    (one) => !same(valueOf(theirs, one), valueOf(mine, one)),
  );

/** The record to save after a conflict: theirs, with those of my values that were chosen. */
export function settled(theirs: Row, mine: Row, chosen: Fact[]): Row {
  return { ...theirs, ...Object.fromEntries(chosen.map(({ source }) => [source, mine[source]])) };
}
