import type { Bilingual } from "../../schema/shared/bilingual.rules.js";
import { TopLevel } from "../shared/topLevel.js";
import type { DocumentRule } from "./documentLimits.js";

interface Broken {
  rule: DocumentRule | "introspection";
  found: number;
  limit: number;
}

const WORDS: Record<Broken["rule"], (found: number, limit: number) => Bilingual> = {
  depth: (found, limit) => ({
    zh: `查询嵌套 ${found} 层，至多 ${limit} 层，请拆分。`,
    en: `The query nests ${found} levels deep, the limit is ${limit}; split it.`,
  }),
  aliases: (found, limit) => ({
    zh: `别名 ${found} 个，至多 ${limit} 个。`,
    en: `The document has ${found} aliases, the limit is ${limit}.`,
  }),
  rootFields: (found, limit) => ({
    zh: `顶层字段 ${found} 个，至多 ${limit} 个，请拆分。`,
    en: `The operation has ${found} root fields, the limit is ${limit}; split it.`,
  }),
  rootMutations: (found, limit) => ({
    zh: `一次至多 ${limit} 项变更，本次为 ${found} 项。`,
    en: `An operation makes ${limit} changes at most, this one ${found}.`,
  }),
  directives: (found, limit) => ({
    zh: `指令 ${found} 处，至多 ${limit} 处。`,
    en: `The document has ${found} directives, the limit is ${limit}.`,
  }),
  introspection: (found, limit) => ({
    zh: `接口定义查询至多 ${limit} 点，本次为 ${found} 点。`,
    en: `Introspection may cost ${limit} points, this one ${found}.`,
  }),
  inputList: (found, limit) => ({
    zh: `输入列表 ${found} 项，至多 ${limit} 项。`,
    en: `A list of the input has ${found} values, the limit is ${limit}.`,
  }),
  inputDepth: (found, limit) => ({
    zh: `输入嵌套 ${found} 层，至多 ${limit} 层。`,
    en: `The input nests ${found} levels deep, the limit is ${limit}.`,
  }),
  signIns: (_, limit) => ({
    zh: `每份文档至多 ${limit} 个登录或改密字段。`,
    en: `A document may hold ${limit} field that tries a password.`,
  }),
};

const ILL_FORMED: readonly Broken["rule"][] = ["inputList", "inputDepth", "signIns"];

/** A document or its variables beyond a limit: the limit and what was found stand in the extensions. */
export const limitBroken = ({ rule, found, limit }: Broken) =>
  new TopLevel(ILL_FORMED.includes(rule) ? "BAD_USER_INPUT" : "QUERY_TOO_EXPENSIVE", WORDS[rule](found, limit), {
    rule,
    limit,
    requested: found,
  });

export const tooManyTokens = (limit: number) =>
  new TopLevel(
    "QUERY_TOO_EXPENSIVE",
    { zh: `查询文本超过 ${limit} 个词元，请拆分。`, en: `The document has over ${limit} tokens; split it.` },
    { rule: "tokens", limit },
  );

export const answerTooLong = (limit: number) =>
  new TopLevel(
    "QUERY_TOO_EXPENSIVE",
    {
      zh: `应答超过 ${limit / 1_000_000} MB，请减小 first 或少取字段；大批数据请用导出。`,
      en: `The answer is over ${limit / 1_000_000} MB; lower first or ask for fewer fields.`,
    },
    { rule: "answer", limit },
  );
