import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from "graphql";

const SCALARS: Record<string, string> = {
  Int: "1",
  Float: "1",
  Boolean: "true",
  ID: '"tradeUnion-4"',
  String: '"甲"',
  Date: '"2025-01-01"',
  DateTime: '"2025-01-01T00:00:00.000Z"',
  Fen: '"1"',
};

/** The shortest literal that an input type accepts. */
export function leastValue(type: GraphQLInputType): string {
  const bare = getNullableType(type);
  if (isListType(bare)) return "[]";
  const named = getNamedType(bare);
  if (isEnumType(named)) return named.getValues()[0]?.name ?? "null";
  if (!isInputObjectType(named)) return SCALARS[named.name] ?? '""';
  const needed = Object.values(named.getFields()).filter(isRequiredInputField);
  return `{ ${needed.map(({ name, type: inner }) => `${name}: ${leastValue(inner)}`).join(", ")} }`;
}

/** The shortest selection of a root field. */
export function leastField(field: GraphQLField<unknown, unknown>): string {
  const given = field.args.filter((arg) => isRequiredArgument(arg) || isNonNullType(arg.type));
  const args = given.length > 0 ? `(${given.map(({ name, type }) => `${name}: ${leastValue(type)}`).join(", ")})` : "";
  return `${field.name}${args}${isCompositeType(getNamedType(field.type)) ? " { __typename }" : ""}`;
}
