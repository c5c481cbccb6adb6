import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLError, GraphQLFormattedError } from "graphql";
import { withoutPersonalNumbers } from "../../schema/people/personalNumbers.rules.js";
import type { Context, House } from "../context.js";
import { ownFault } from "./httpRefusal.js";
import { TopLevel } from "./topLevel.js";

export const MALFORMED_WORDS = {
  zh: "请求不合 GraphQL over HTTP 的规定：",
  en: "The request does not follow GraphQL over HTTP: ",
};

const WORDS: Record<string, { zh: string; en: string }> = {
  GRAPHQL_PARSE_FAILED: { zh: "请求的 GraphQL 语法有误：", en: "The GraphQL syntax is wrong: " },
  GRAPHQL_VALIDATION_FAILED: { zh: "请求与接口定义不符：", en: "The request does not fit the schema: " },
  BAD_USER_INPUT: { zh: "输入有误：", en: "The input is not valid: " },
  OPERATION_RESOLUTION_FAILURE: { zh: "无法确定要执行的操作：", en: "Which operation to run is not clear: " },
  BAD_REQUEST: MALFORMED_WORDS,
};
/** Codes of the library that the contract does not have. */
const RENAMED: Record<string, string> = {
  BAD_REQUEST: "BAD_USER_INPUT",
  OPERATION_RESOLUTION_FAILURE: "BAD_USER_INPUT",
};
/** A document can be made to earn any number of errors of any length. */
const MOST_ERRORS = 20;
const LONGEST_MESSAGE = 500;

/** Says every error in the language of the request, with its code and the request's id; what is our fault is masked and logged. */
export function formatErrors(house: House): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response, errors, contextValue }) => {
        if (response.body.kind !== "single" || !response.body.singleResult.errors) return;
        const originals = errors ?? [];
        response.body.singleResult.errors = response.body.singleResult.errors
          .slice(0, MOST_ERRORS)
          .map((formatted, index) => said(formatted, originals[index], contextValue, house));
      },
    }),
  };
}

function said(
  formatted: GraphQLFormattedError,
  original: GraphQLError | undefined,
  { visit }: Context,
  house: House,
): GraphQLFormattedError {
  const { requestId, language } = visit;
  const code = String(formatted.extensions?.["code"] ?? "INTERNAL_SERVER_ERROR");
  const cause = original instanceof TopLevel ? original : original?.originalError;
  const place = {
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
  };
  if (cause instanceof TopLevel)
    return { message: cause.in(language), ...place, extensions: { ...cause.extensions, requestId } };
  const words = WORDS[code];
  if (!words) {
    house.log.error({ requestId, error: original?.originalError ?? original }, "request failed");
    return {
      message: ownFault(requestId)[language],
      ...place,
      extensions: { code: "INTERNAL_SERVER_ERROR", requestId },
    };
  }
  const message = `${words[language]}${withoutPersonalNumbers(formatted.message)}`;
  return {
    message: message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message,
    ...place,
    extensions: { code: RENAMED[code] ?? code, requestId },
  };
}
