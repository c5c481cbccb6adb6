import { type Bilingual, words } from "../../schema/shared/bilingual.rules.js";
import { SCALAR_FAULTS } from "../../schema/shared/scalars.js";
import { type Kind, sayAs } from "./libraryWords.js";

const exactly = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
const WRONG = words("值不合要求。", "The value is not valid.");

/** What is wrong with a value; never the value itself, which may be anybody's number. */
const REASONS: readonly Kind[] = [
  ...Object.values(SCALAR_FAULTS).map(({ zh, en }) => ({ form: exactly(en), zh })),
  {
    form: /^Field "(?:(?<type>\w+)\.)?(?<field>\w+)" of required type "(?<wanted>.+)" was not provided\.$/,
    zh: "缺少必填字段 {field}（类型 {wanted}）。",
  },
  {
    form: /^Field "(?<field>[A-Za-z_]\w{0,60})" is not defined by type "(?<type>\w+)"\.$/,
    zh: "类型 {type} 没有字段 {field}。",
  },
  {
    form: /^Field ".*" is not defined by type "(?<type>\w+)"\.$/s,
    zh: "含有类型 {type} 没有的字段。",
    en: 'There is a field that is not defined by type "{type}".',
  },
  {
    form: /^Value "(?<value>[A-Za-z_]\w{0,60})" does not exist in "(?<type>\w+)" enum\.$/,
    zh: "{type} 没有取值 {value}。",
  },
  {
    form: /^(?:Value ".*"|The value) does not exist in "(?<type>\w+)" enum\.$/s,
    zh: "不是 {type} 的取值。",
    en: 'The value does not exist in "{type}" enum.',
  },
  {
    form: /^Enum "(?<type>\w+)" cannot represent non-(?:enum|string) value\b.*$/s,
    zh: "应为 {type} 的取值。",
    en: 'A value of enum "{type}" is expected.',
  },
  { form: /^Int cannot represent non-integer value\b.*$/s, zh: "应为整数。", en: "A whole number is expected." },
  {
    form: /^Int cannot represent non 32-bit signed integer value\b.*$/s,
    zh: "整数超出 32 位范围。",
    en: "The whole number does not fit 32 bits.",
  },
  { form: /^Float cannot represent non numeric value\b.*$/s, zh: "应为数字。", en: "A number is expected." },
  { form: /^String cannot represent a non string value\b.*$/s, zh: "应为字符串。", en: "A string is expected." },
  {
    form: /^Boolean cannot represent a non boolean value\b.*$/s,
    zh: "应为 true 或 false。",
    en: "True or false is expected.",
  },
  {
    form: /^ID cannot represent (?:a non-string and non-integer )?value\b.*$/s,
    zh: "应为标识。",
    en: "An id is expected.",
  },
  {
    form: /^Expected value of type "(?<type>[^"]+)", found .*$/s,
    zh: "应为 {type} 类型的值。",
    en: 'A value of type "{type}" is expected.',
  },
  { form: /^Expected non-nullable type "(?<type>[^"]+)" not to be null\.$/, zh: "类型 {type} 不能为空。" },
  { form: /^Expected type "(?<type>[^"]+)" to be an object\.$/, zh: "类型 {type} 的值应为对象。" },
  {
    form: /^Expected type "(?<type>[^"]+)"\..*$/s,
    zh: "应为 {type} 类型的值。",
    en: 'A value of type "{type}" is expected.',
  },
];

const sayReason = (why: string): Bilingual => sayAs(why, REASONS) ?? WRONG;

/** What graphql-js says of variables and arguments, in a document or when it runs. */
export const VALUE_KINDS: readonly Kind[] = [
  {
    form: /^Variable "(?<variable>\$\w+)" got invalid value(?: at "(?<path>[^"]+)")?; (?<why>.*)$/s,
    zh: "变量 {variable} [中 {path} ]的值有误：{why}",
    en: "Variable {variable} is not valid[ at {path}]: {why}",
    said: { why: sayReason },
  },
  {
    form: /^Variable "(?<variable>\$\w+)" of required type "(?<type>.+)" was not provided\.$/,
    zh: "缺少必填变量 {variable}（类型 {type}）。",
  },
  {
    form: /^Variable "(?<variable>\$\w+)" of non-null type "(?<type>.+)" must not be null\.$/,
    zh: "变量 {variable}（类型 {type}）不能为空。",
  },
  {
    form: /^Too many errors processing variables, error limit reached\. Execution aborted\.$/,
    zh: "变量的错误过多，其余不再列出。",
  },
  {
    form: /^Argument "(?<argument>\w+)" of required type "(?<type>.+)" was provided the variable "(?<variable>\$\w+)" which was not provided a runtime value\.$/,
    zh: "必填参数 {argument}（类型 {type}）所用的变量 {variable} 没有值。",
  },
  {
    form: /^Argument "(?<argument>\w+)" of (?:non-null|required) type "(?<type>.+)" must not be null\.$/,
    zh: "参数 {argument}（类型 {type}）不能为空。",
  },
  {
    form: /^Argument "(?<argument>\w+)" has invalid value\b.*$/s,
    zh: "参数 {argument} 的值有误。",
    en: "Argument {argument} is not valid.",
  },
  ...REASONS,
];
