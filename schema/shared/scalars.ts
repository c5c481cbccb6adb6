import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { GraphQLJSON } from "graphql-scalars";
import { words } from "./bilingual.rules.js";
import { isLocalDate } from "./period.rules.js";

/** What is wrong with a value of each scalar; it is thrown in English, as all of GraphQL is, and said in the language of the reader. */
export const SCALAR_FAULTS = {
  Date: words("日期须真实存在，按“年-月-日”写，如 2025-01-31。", "A date must exist and be written YYYY-MM-DD."),
  DateTime: words(
    "时刻须带时区，如 2025-12-31T16:00:00.000Z。",
    "An instant must carry its zone, as in 2025-12-31T16:00:00.000Z.",
  ),
  Fen: words("金额须为整数分。", "Money must be a whole number of fen."),
};

function scalar<T>(
  name: keyof typeof SCALAR_FAULTS,
  description: string,
  read: (value: unknown) => T | undefined,
): GraphQLScalarType<T, unknown> {
  const parse = (value: unknown, nodes?: ValueNode): T => {
    const found = read(value);
    if (found !== undefined) return found;
    throw new GraphQLError(SCALAR_FAULTS[name].en, { nodes: nodes ?? null, extensions: { code: "BAD_USER_INPUT" } });
  };
  return new GraphQLScalarType<T, unknown>({
    name,
    description,
    serialize: (value) => value as T,
    parseValue: (value) => parse(value),
    parseLiteral: (node: ValueNode) =>
      parse(node.kind === Kind.INT ? Number(node.value) : node.kind === Kind.STRING ? node.value : undefined, node),
  });
}

export const LocalDate = scalar(
  "Date",
  "日历日期（亚洲/上海），格式 YYYY-MM-DD，不含时间与时区。A calendar date of Asia/Shanghai, YYYY-MM-DD, without clock or zone.",
  (value) => (typeof value === "string" && isLocalDate(value) ? value : undefined),
);

export const Instant = scalar("DateTime", "时刻，UTC，格式 2025-12-31T16:00:00.000Z。An instant in UTC.", (value) => {
  const at =
    typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(value)
      ? new Date(value)
      : undefined;
  return at && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined;
});

export const Fen = scalar(
  "Fen",
  "金额，整数分，以数字字符串表示（输入也可用安全整数）。Money in whole fen: a string of digits, input also a safe integer.",
  (value) => {
    if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
    if (typeof value === "string" && /^-?\d{1,18}$/.test(value)) return BigInt(value).toString();
    return undefined;
  },
);

export const Json = new GraphQLScalarType({
  ...GraphQLJSON.toConfig(),
  description: "JSON 值，原样给出。A JSON value, given as it is.",
});
