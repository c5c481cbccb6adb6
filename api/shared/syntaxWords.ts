import { type Bilingual, words } from "../../schema/shared/bilingual.rules.js";
import type { Kind } from "./libraryWords.js";

const TOKENS: Record<string, Bilingual> = {
  Name: words("名称", "a name"),
  Int: words("整数", "a whole number"),
  Float: words("小数", "a number"),
  String: words("字符串", "a string"),
  BlockString: words("块字符串", "a block string"),
  Comment: words("注释", "a comment"),
  "<SOF>": words("文本开头", "the start of the text"),
  "<EOF>": words("文本末尾", "the end of the text"),
};

/** A token of a document: names and signs as they stand there, of values only what they are. */
function sayToken(token: string): Bilingual | undefined {
  const { sort = "", text } = /^(?<sort>\w+|<\wOF>)(?: "(?<text>.*)")?$/s.exec(token)?.groups ?? {};
  if (sort === "Name" && text) return words(`“${text}”`, `"${text}"`);
  if (TOKENS[sort]) return TOKENS[sort];
  const sign = /^"(.+)"$/.exec(token)?.[1];
  return sign ? words(`“${sign}”`, `"${sign}"`) : undefined;
}

/** A character, which the library writes in quotes or by its number: `U+7ECD`. */
function sayCharacter(character: string): Bilingual | undefined {
  if (character === "<EOF>") return TOKENS[character];
  const point = /^U\+([0-9A-F]{4,6})$/.exec(character)?.[1];
  const shown = point && String.fromCodePoint(Number.parseInt(point, 16));
  if (shown) return words(/[\p{Script=Han}\p{P}]/u.test(shown) ? `“${shown}”` : ` ${character} `, character);
  const sign = /^(?:"(.)"|'"')$/.exec(character);
  return sign ? words(`“${sign[1] ?? '"'}”`, character) : undefined;
}

const kind = (form: RegExp, zh: string, en: string, said: Kind["said"] = {}): Kind => ({ form, zh, en, said });

/** What graphql-js says of a text that is no document. */
export const SYNTAX_KINDS: readonly Kind[] = [
  kind(
    /^Expected (?<wanted>.+?), found (?<found>.+)\.$/s,
    "此处应为{wanted}，实为{found}。",
    "{wanted} is expected here, not {found}.",
    {
      wanted: sayToken,
      found: sayToken,
    },
  ),
  kind(
    /^Unexpected single quote character \('\), did you mean to use a double quote \("\)\?$/,
    "字符串须用双引号，不能用单引号。",
    "A string stands in double quotes, not in single ones.",
  ),
  kind(
    /^Unexpected variable "(?<variable>\$\w+)" in constant value\.$/,
    "固定值中不能使用变量 {variable}。",
    "A constant value cannot hold the variable {variable}.",
  ),
  kind(
    /^(?:Unexpected|Invalid) character: (?<character>.+)\.$/s,
    "不能识别的字符{character}。",
    "The character {character} has no place here.",
    { character: sayCharacter },
  ),
  kind(
    /^Invalid character within String: (?<character>.+)\.$/s,
    "字符串中不能有字符{character}。",
    "A string cannot hold the character {character}.",
    { character: sayCharacter },
  ),
  kind(/^Unexpected description, .*$/, "此处不能写说明文字。", "A description has no place here."),
  kind(/^Unexpected (?<found>.+)\.$/s, "此处不应有{found}。", "{found} has no place here.", { found: sayToken }),
  kind(/^Invalid number, unexpected digit after 0: .*$/, "数字不能以 0 开头。", "A number does not begin with 0."),
  kind(
    /^Invalid number, expected digit but got: (?<found>.+)\.$/s,
    "数字不完整，其后为{found}。",
    "A digit is missing before {found}.",
    { found: sayCharacter },
  ),
  kind(/^Unterminated string\.$/, "字符串没有结束的引号。", "The string has no closing quote."),
  kind(
    /^Invalid (?:Unicode|character) escape sequence: .*$/s,
    "字符串中的转义写法有误。",
    "The string holds an escape that is none.",
  ),
];
