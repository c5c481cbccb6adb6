import { getNamedType, type GraphQLObjectType, isObjectType } from "graphql";
import { type Asked, type Chosen, choose, objectBehind } from "./plan.js";

/** What is left to do to a value in Node: a rule to apply, or plain objects to fit to the selection. */
export type Finish = (value: unknown) => unknown;

export function finishFields(finishes: Record<string, Finish>): Finish | undefined {
  const entries = Object.entries(finishes);
  if (entries.length === 0) return undefined;
  return (value) => {
    if (value === null || typeof value !== "object") return value;
    const row = value as Record<string, unknown>;
    for (const [key, finish] of entries) row[key] = finish(row[key]);
    return row;
  };
}

export function finishEach(finish: Finish | undefined): Finish | undefined {
  return finish && ((value) => (Array.isArray(value) ? value.map(finish) : value));
}

/** Fits a plain object, whose keys are field names, to the response keys that were asked for. */
export function projectPlain(asked: Asked, type: GraphQLObjectType, field: Chosen): Finish {
  const fields = choose(asked, type, field.nodes).map((chosen) => {
    const inner = objectBehind(type, chosen.name);
    return { ...chosen, project: inner && isObjectType(getNamedType(inner)) ? projectPlain(asked, inner, chosen) : undefined };
  });
  const project: Finish = (value) => {
    if (Array.isArray(value)) return value.map(project);
    if (value === null || typeof value !== "object") return value ?? null;
    const from = value as Record<string, unknown>;
    return Object.fromEntries(fields.map(({ key, name, project: inner }) => [key, name === "__typename" ? type.name : inner ? inner(from[name]) : (from[name] ?? null)]));
  };
  return project;
}

export function restFinish(complete: Finish | undefined, project: Finish): Finish {
  return complete ? (value) => (value === null || value === undefined ? null : project(complete(value))) : project;
}
