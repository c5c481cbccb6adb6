import "reflect-metadata";
import { buildSchemaSync } from "type-graphql";
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from "graphql";
import { ENTITIES } from "../schema/register.js";
import { connectionOf, filterOf, orderOf } from "../schema/shared/lists.js";
import type { Class } from "../schema/shared/register.js";
import { DESKS } from "./desks.js";

/** The typed contract, built from the marked records and the desks of the rooms. */
export function buildContract(): GraphQLSchema {
  for (const entity of ENTITIES as unknown as Class[]) {
    filterOf(entity);
    orderOf(entity);
    connectionOf(entity);
  }
  return buildSchemaSync({
    resolvers: DESKS as never,
    orphanedTypes: ENTITIES as never,
    validate: false,
    authChecker: () => true, // the door and the compiler ask; a resolver is no place for it
    nullableByDefault: false,
  });
}

export const printContract = (schema: GraphQLSchema) => `${printSchema(lexicographicSortSchema(schema))}\n`;
