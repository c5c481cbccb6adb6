import { GraphQLJSON } from "graphql-scalars";
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { isLocalDate } from "./period.rules.js";

const refuse = (message: string) => new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });

function scalar<T>(name: string, description: string, parse: (value: unknown) => T): GraphQLScalarType<T, unknown> {
  return new GraphQLScalarType<T, unknown>({
    name, description,
    serialize: (value) => value as T,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.INT || node.kind === Kind.STRING ? (node.kind === Kind.INT ? Number(node.value) : node.value) : undefined),
  });
}

export const LocalDate = scalar("Date", "日历日期（亚洲/上海），格式 YYYY-MM-DD，不含时间与时区。A calendar date of Asia/Shanghai, YYYY-MM-DD, without clock or zone.", (value) => {
  if (typeof value === "string" && isLocalDate(value)) return value;
  throw refuse("日期须为真实存在的 YYYY-MM-DD。A date must exist and be written YYYY-MM-DD.");
});

export const Instant = scalar("DateTime", "时刻，UTC，格式 2025-12-31T16:00:00.000Z。An instant in UTC.", (value) => {
  const at = typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(value) ? new Date(value) : undefined;
  if (at && !Number.isNaN(at.getTime())) return at.toISOString();
  throw refuse("时刻须带时区，如 2025-12-31T16:00:00.000Z。An instant must carry its zone, as in 2025-12-31T16:00:00.000Z.");
});

export const Fen = scalar("Fen", "金额，整数分，以数字字符串表示（输入也可用安全整数）。Money in whole fen: a string of digits, input also a safe integer.", (value) => {
  if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
  if (typeof value === "string" && /^-?\d{1,18}$/.test(value)) return BigInt(value).toString();
  throw refuse("金额须为整数分。Money must be a whole number of fen.");
});

export const Json = new GraphQLScalarType({
  ...GraphQLJSON.toConfig(),
  description: "JSON 值，原样给出。A JSON value, given as it is.",
});
