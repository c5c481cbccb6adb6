import type { ApolloServerPlugin } from "@apollo/server";
import type { DocumentNode, GraphQLError, GraphQLFormattedError } from "graphql";
import { withoutPersonalNumbers } from "../../schema/people/personalNumbers.rules.js";
import type { Language } from "../../schema/shared/bilingual.rules.js";
import type { Context, House } from "../context.js";
import { argumentOf } from "./argumentOf.js";
import { DOCUMENT_KINDS } from "./documentWords.js";
import { ownFault } from "./httpRefusal.js";
import { type Kind, sayAs } from "./libraryWords.js";
import { REQUEST_KINDS } from "./requestWords.js";
import { SYNTAX_KINDS } from "./syntaxWords.js";
import { TopLevel } from "./topLevel.js";
import { VALUE_KINDS } from "./valueWords.js";

/** How each code of the libraries is opened, and what each may say. */
const WORDS: Record<string, { zh: string; en: string; kinds: readonly Kind[] }> = {
  GRAPHQL_PARSE_FAILED: { zh: "查询语法有误", en: "The GraphQL syntax is wrong", kinds: SYNTAX_KINDS },
  GRAPHQL_VALIDATION_FAILED: {
    zh: "请求与接口定义不符",
    en: "The request does not fit the schema",
    kinds: [...DOCUMENT_KINDS, ...VALUE_KINDS],
  },
  BAD_USER_INPUT: { zh: "输入有误", en: "The input is not valid", kinds: VALUE_KINDS },
  OPERATION_RESOLUTION_FAILURE: { zh: "无法确定要执行的操作", en: "Which operation to run is not clear", kinds: [] },
  BAD_REQUEST: { zh: "请求格式有误", en: "The request is malformed", kinds: REQUEST_KINDS },
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
      willSendResponse: async ({ response, errors, contextValue, document }) => {
        if (response.body.kind !== "single" || !response.body.singleResult.errors) return;
        const originals = errors ?? [];
        response.body.singleResult.errors = response.body.singleResult.errors
          .slice(0, MOST_ERRORS)
          .map((formatted, index) => said(formatted, originals[index], contextValue, house, document));
      },
    }),
  };
}

function said(
  formatted: GraphQLFormattedError,
  original: GraphQLError | undefined,
  { visit }: Context,
  house: House,
  document: DocumentNode | undefined,
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
  if (!(code in WORDS)) {
    house.log.error({ requestId, error: original?.originalError ?? original }, "request failed");
    return {
      message: ownFault(requestId)[language],
      ...place,
      extensions: { code: "INTERNAL_SERVER_ERROR", requestId },
    };
  }
  const argument = code === "GRAPHQL_VALIDATION_FAILED" ? argumentOf(document, original?.nodes?.[0]) : undefined;
  const { message, extensions } = inOurWords(code, formatted, language, argument);
  return { message, ...place, extensions: { ...extensions, requestId } };
}

/**
 * An error of a library in the language of the reader. Of one that is of no kind we know only the code is said; what the
 * library says stands in the extensions, so that a message is never half in one language and half in another.
 */
export function inOurWords(
  code: string,
  { message, locations }: GraphQLFormattedError,
  language: Language,
  argument?: string,
): { message: string; extensions: { code: string; original?: string } } {
  const opening = WORDS[code] as (typeof WORDS)[string];
  const plain = message.replace(/^Syntax Error: /, "").trim();
  const said = sayAs(plain, opening.kinds);
  const [at] = code === "GRAPHQL_PARSE_FAILED" ? (locations ?? []) : [];
  const where = at && { zh: `第 ${at.line} 行第 ${at.column} 列，`, en: `line ${at.line}, column ${at.column}: ` };
  const which = argument === undefined ? undefined : { zh: `参数 ${argument}：`, en: `argument ${argument}: ` };
  const open = { zh: `${opening.zh}：`, en: `${opening.en}: ` };
  const told = said
    ? open[language] + (where?.[language] ?? "") + (which?.[language] ?? "") + said[language]
    : `${opening[language]}${language === "zh" ? "。" : "."}`;
  return {
    message: short(withoutPersonalNumbers(told)),
    extensions: { code: RENAMED[code] ?? code, ...(said ? {} : { original: short(withoutPersonalNumbers(plain)) }) },
  };
}

const short = (text: string) => (text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}…` : text);
