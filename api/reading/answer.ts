import { createHash } from "node:crypto";
import type { DocumentNode } from "graphql";
import { compileQuery, boundVariables, type Statement } from "./operation.js";
import type { Asked } from "./plan.js";
import { shapeOf, type Viewer } from "./viewer.js";

/** One connection inside a transaction, as the compiler needs it. */
export interface Asker {
  query(text: string, values: unknown[], name: string): Promise<string>;
}

const PLANS = 1_000;
const plans = new Map<string, Statement | null>();
const bounds = new WeakMap<DocumentNode, ReadonlySet<string>>();

/** The shape of a value: whatever may change the text of the statement, and none of the user's data. */
function shape(value: unknown, literal: boolean): string {
  if (value === null) return "0";
  if (typeof value === "boolean") return value ? "T" : "F";
  if (Array.isArray(value)) return value.some((each) => each !== null && typeof each === "object") ? `[${value.map((each) => shape(each, literal)).join()}]` : literal || value.every(isName) ? JSON.stringify(value) : "L";
  if (typeof value === "object") return `{${Object.entries(value as object).map(([key, each]) => `${key}:${shape(each, literal)}`).join()}}`;
  return literal || isName(value) ? JSON.stringify(value) : typeof value === "string" ? "s" : "n";
}
/** Names of enumerations, such as an order, are part of the text. */
const isName = (value: unknown) => typeof value === "string" && value.length < 64 && /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(value);

/** The compiled form of a query, from the cache where its like was seen before. */
export function planOf(asked: Asked, document: DocumentNode, hash: string, viewer: Viewer): Statement | undefined {
  let literal = bounds.get(document);
  if (!literal) bounds.set(document, (literal = boundVariables(document)));
  const key = `${hash}|${asked.operation.name?.value ?? ""}|${shapeOf(viewer)}|${Object.entries(asked.variables).map(([name, value]) => `${name}=${shape(value, literal.has(name))}`).join(";")}`;
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

const names = new WeakMap<Statement, string>();
function nameOf(statement: Statement): string {
  let name = names.get(statement);
  if (!name) names.set(statement, (name = createHash("sha256").update(statement.sql).digest("hex").slice(0, 24)));
  return name;
}

/** Runs a statement and gives its JSON as the database wrote it. */
export async function answerText(statement: Statement, asked: Asked, viewer: Viewer, ask: Asker): Promise<string> {
  const given = statement.given(asked, viewer);
  return ask.query(statement.sql, statement.values(given), nameOf(statement));
}

/** Runs a statement and completes in Node what is left to its rules. */
export async function answer(statement: Statement, asked: Asked, viewer: Viewer, ask: Asker): Promise<Record<string, unknown>> {
  const value = JSON.parse(await answerText(statement, asked, viewer, ask)) as Record<string, unknown>;
  return (statement.finish?.(value) ?? value) as Record<string, unknown>;
}
