import "reflect-metadata";
import { type GraphQLObjectType, type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
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
  const schema = buildSchemaSync({
    resolvers: DESKS as never,
    orphanedTypes: ENTITIES as never,
    validate: false,
    authChecker: () => true, // the door and the compiler ask; a resolver is no place for it
    nullableByDefault: false,
  });
  describe(schema.getQueryType(), "查询：每种记录一个单数、一个复数入口。Readings: one and many of every record.");
  describe(
    schema.getMutationType(),
    "变更：一个输入，一个结果；被拒绝的变更不写入任何内容。Changes: one input, one payload; a refused change writes nothing.",
  );
  return schema;
}

function describe(type: GraphQLObjectType | null | undefined, description: string): void {
  if (type) type.description = description;
}

export const printContract = (schema: GraphQLSchema) => `${printSchema(lexicographicSortSchema(schema))}\n`;
