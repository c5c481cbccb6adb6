import type { GraphQLObjectType } from "graphql";
import { anyValue, type Json, type KeyedJson, object, textOrNull, toSql, word } from "./json.js";
import type { Parameters } from "./parameters.js";
import { type Asked, type Chosen, choose, objectBehind } from "./plan.js";

/** What is left to do to a value in Node: a rule to apply, or plain objects to fit to the selection. */
export type Finish = (value: unknown) => unknown;

export function finishFields(finishes: [key: string, finish: Finish][]): Finish | undefined {
  if (finishes.length === 0) return undefined;
  return (value) => {
    if (value === null || typeof value !== "object") return value;
    const row = value as Record<string, unknown>;
    for (const [key, finish] of finishes) row[key] = finish(row[key]);
    return row;
  };
}

export function finishEach(finish: Finish | undefined): Finish | undefined {
  return finish && ((value) => (Array.isArray(value) ? value.map(finish) : value));
}

/** A computed object: fitted to the selection in SQL where it is flat, in Node where a rule completes it. */
export function plainObject(
  { asked, parameters }: { asked: Asked; parameters: Parameters },
  type: GraphQLObjectType,
  field: Chosen,
  sql: string,
  complete: Finish | undefined,
): { json: Json; finish?: Finish } {
  const chosen = choose(asked, type, field.nodes);
  if (complete || chosen.some(({ name }) => name !== "__typename" && objectBehind(type, name))) {
    const project = projectPlain(asked, type, field);
    return {
      json: anyValue(sql),
      finish: complete ? (value: unknown) => project(complete(value ?? null)) : project,
    };
  }
  const it = parameters.alias();
  const columns = chosen.map(
    ({ key, name }): KeyedJson => [key, name === "__typename" ? word(type.name) : anyValue(`${it}.v -> '${name}'`)],
  );
  return {
    json: textOrNull(
      `(select ${toSql(object(columns))} from (select ${sql} as v offset 0) ${it} where ${it}.v is not null)`,
    ),
  };
}

/** Fits a plain object, whose keys are field names, to the response keys that were asked for. */
function projectPlain(asked: Asked, type: GraphQLObjectType, field: Chosen): Finish {
  const fields = choose(asked, type, field.nodes).map((chosen) => {
    const inner = objectBehind(type, chosen.name);
    return { ...chosen, project: inner && projectPlain(asked, inner, chosen) };
  });
  const project: Finish = (value) => {
    if (Array.isArray(value)) return value.map(project);
    if (value === null || typeof value !== "object") return value ?? null;
    const from = value as Record<string, unknown>;
    return Object.fromEntries(
      fields.map(({ key, name, project: inner }) => [
        key,
        name === "__typename" ? type.name : inner ? inner(from[name]) : (from[name] ?? null),
      ]),
    );
  };
  return project;
}
