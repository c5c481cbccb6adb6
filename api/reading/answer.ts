import { createHash } from "node:crypto";
import type { DocumentNode } from "graphql";
import { boundVariables, compileQuery, type Statement } from "./operation.js";
import type { Asked } from "./plan.js";
import { shapeOf, type Viewer } from "./viewer.js";

/** Where compiled statements are run, each behind the wall of its reader. */
export interface Asker {
  query(text: string, values: unknown[], name: string, viewer: Viewer): Promise<string>;
}

const PLANS = 1_000;
const plans = new Map<string, Statement | null>();
const bounds = new WeakMap<DocumentNode, ReadonlySet<string>>();

/** The shape of a value: whatever may change the text of the statement, and none of the user's data. */
function shape(value: unknown, literal: boolean): string {
  if (value === null) return "0";
  if (typeof value === "boolean") return value ? "T" : "F";
  if (Array.isArray(value))
    return value.some((each) => each !== null && typeof each === "object")
      ? `[${value.map((each) => shape(each, literal)).join()}]`
      : literal || value.every(isName)
        ? JSON.stringify(value)
        : "L";
  if (typeof value === "object")
    return `{${Object.entries(value as object)
      .map(([key, each]) => `${key}:${shape(each, literal)}`)
      .join()}}`;
  return literal || isName(value) ? JSON.stringify(value) : typeof value === "string" ? "s" : "n";
}
/** Names of enumerations, such as an order, are part of the text. */
const isName = (value: unknown) =>
  typeof value === "string" && value.length < 64 && /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(value);

/** The compiled form of a query, from the cache where its like was seen before. */
export function planOf(asked: Asked, document: DocumentNode, hash: string, viewer: Viewer): Statement | undefined {
  let literal = bounds.get(document);
  if (!literal) bounds.set(document, (literal = boundVariables(document)));
  const key = `${hash}|${asked.operation.name?.value ?? ""}|${shapeOf(viewer)}|${Object.entries(asked.variables)
    .map(([name, value]) => `${name}=${shape(value, literal.has(name))}`)
    .join(";")}`;
  const known = plans.get(key);
  if (known !== undefined) {
    plans.delete(key);
    plans.set(key, known);
    return known ?? undefined;
  }
  const made = compileQuery(asked, viewer) ?? null;
  plans.set(key, made);
  if (plans.size > PLANS) plans.delete(plans.keys().next().value as string);
  return made ?? undefined;
}

const NAMED = 500;
const names = new WeakMap<Statement, string>();
const given = new Set<string>();
/** A connection keeps every statement that has a name, so only so many ever get one, and none before its second run. */
function nameOf(statement: Statement): string {
  const known = names.get(statement);
  if (known) return known;
  if (known === undefined) {
    names.set(statement, "");
    return "";
  }
  const name = createHash("sha256").update(statement.sql).digest("hex").slice(0, 24);
  if (!given.has(name) && given.size >= NAMED) return "";
  given.add(name);
  names.set(statement, name);
  return name;
}

/** A statement with the values of one run: arguments checked, nothing asked of the database yet. */
export interface Ready {
  statement: Statement;
  values: unknown[];
  viewer: Viewer;
}

/** Coerces and checks the arguments. @throws TopLevel for bounds, filters and cursors that are refused */
export const prepare = (statement: Statement, asked: Asked, viewer: Viewer): Ready => ({
  statement,
  values: statement.values(statement.given(asked, viewer)),
  viewer,
});

/** Runs a statement and gives its JSON as the database wrote it. */
export const answerText = ({ statement, values, viewer }: Ready, ask: Asker): Promise<string> =>
  ask.query(statement.sql, values, nameOf(statement), viewer);

/** Runs a statement and completes in Node what is left to its rules. */
export async function answer(ready: Ready, ask: Asker): Promise<Record<string, unknown>> {
  const value = JSON.parse(await answerText(ready, ask)) as Record<string, unknown>;
  return (ready.statement.finish?.(value) ?? value) as Record<string, unknown>;
}
