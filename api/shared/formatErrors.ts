import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLError, GraphQLFormattedError } from "graphql";
import { withoutPersonalNumbers } from "../../schema/people/personalNumbers.rules.js";
import type { Context, House } from "../context.js";
import { TopLevel } from "./topLevel.js";

const WORDS: Record<string, { zh: string; en: string }> = {
  GRAPHQL_PARSE_FAILED: { zh: "请求的 GraphQL 语法有误：", en: "The GraphQL syntax is wrong: " },
  GRAPHQL_VALIDATION_FAILED: { zh: "请求与接口定义不符：", en: "The request does not fit the schema: " },
  BAD_USER_INPUT: { zh: "输入有误：", en: "The input is not valid: " },
  OPERATION_RESOLUTION_FAILURE: { zh: "无法确定要执行的操作：", en: "Which operation to run is not clear: " },
};

/** Says every error in the language of the request, with its code and the request's id; what is our fault is masked and logged. */
export function formatErrors(house: House): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response, errors, contextValue }) => {
        if (response.body.kind !== "single" || !response.body.singleResult.errors) return;
        const originals = errors ?? [];
        response.body.singleResult.errors = response.body.singleResult.errors.map((formatted, index) => said(formatted, originals[index], contextValue, house));
      },
    }),
  };
}

function said(formatted: GraphQLFormattedError, original: GraphQLError | undefined, { visit }: Context, house: House): GraphQLFormattedError {
  const { requestId, language } = visit;
  const code = String(formatted.extensions?.["code"] ?? "INTERNAL_SERVER_ERROR");
  const cause = original instanceof TopLevel ? original : original?.originalError;
  const place = { ...(formatted.locations ? { locations: formatted.locations } : {}), ...(formatted.path ? { path: formatted.path } : {}) };
  if (cause instanceof TopLevel) return { message: cause.in(language), ...place, extensions: { ...cause.extensions, requestId } };
  const words = WORDS[code];
  if (words) return { message: `${words[language]}${withoutPersonalNumbers(formatted.message)}`, ...place, extensions: { code, requestId } };
  if (code !== "INTERNAL_SERVER_ERROR") return { message: formatted.message, ...place, extensions: { code, requestId } };
  house.log.error({ requestId, error: reason(original) }, "request failed");
  return {
    message: language === "zh" ? `系统内部错误，请凭请求号 ${requestId} 联系管理员。` : `Internal error; quote request ${requestId} to the administrator.`,
    ...place, extensions: { code, requestId },
  };
}

const reason = (error: GraphQLError | undefined) => {
  const cause = error?.originalError ?? error;
  return { name: cause?.name, code: (cause as { code?: string } | undefined)?.code, message: cause?.message, stack: cause?.stack };
};
