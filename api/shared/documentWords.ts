import { type Bilingual, words } from "../../schema/shared/bilingual.rules.js";
import type { Kind } from "./libraryWords.js";

const kind = (form: RegExp, zh: string, said?: Kind["said"]): Kind => ({ form, zh, ...(said ? { said } : {}) });

/** Where a directive can stand in a document. */
const PLACES: Record<string, Bilingual> = {
  QUERY: words("查询操作", "QUERY"),
  MUTATION: words("变更操作", "MUTATION"),
  SUBSCRIPTION: words("订阅操作", "SUBSCRIPTION"),
  FIELD: words("字段", "FIELD"),
  FRAGMENT_DEFINITION: words("片段定义", "FRAGMENT_DEFINITION"),
  FRAGMENT_SPREAD: words("片段引用", "FRAGMENT_SPREAD"),
  INLINE_FRAGMENT: words("内联片段", "INLINE_FRAGMENT"),
  VARIABLE_DEFINITION: words("变量定义", "VARIABLE_DEFINITION"),
};

/** Why two fields of one name cannot both be answered; the reason of a field inside follows that of its parent. */
function sayConflict(reason: string): Bilingual | undefined {
  if (reason === "they have differing arguments") return words("二者参数不同", reason);
  const fields = /^"(\w+)" and "(\w+)" are different fields$/.exec(reason);
  if (fields) return words(`${fields[1]} 与 ${fields[2]} 是不同的字段`, reason);
  const types = /^they return conflicting types "(.+)" and "(.+)"$/.exec(reason);
  if (types) return words(`二者类型 ${types[1]} 与 ${types[2]} 冲突`, reason);
  const inner = [...reason.matchAll(/subfields "(\w+)" conflict/g)].map(([, name]) => name as string);
  return inner.length > 0 ? words(`其下的字段 ${[...new Set(inner)].join("、")} 冲突`, reason) : undefined;
}

const sayVia = (names: string) => words(names.replaceAll('"', "").replaceAll(", ", "、"), names);
const ONLY_ONE: Record<string, string> = {
  argument: "参数",
  fragment: "片段",
  "input field": "输入字段",
  operation: "操作",
  variable: "变量",
};

/** What graphql-js says of a document that does not fit the schema, by its rules of validation. */
export const DOCUMENT_KINDS: readonly Kind[] = [
  kind(/^Cannot query field "(?<field>\w+)" on type "(?<type>\w+)"\.$/, "类型 {type} 没有字段 {field}。"),
  kind(/^Unknown argument "(?<argument>\w+)" on field "(?<field>[\w.]+)"\.$/, "字段 {field} 没有参数 {argument}。"),
  kind(
    /^Unknown argument "(?<argument>\w+)" on directive "(?<directive>@\w+)"\.$/,
    "指令 {directive} 没有参数 {argument}。",
  ),
  kind(/^Unknown directive "(?<directive>@\w+)"\.$/, "没有指令 {directive}。"),
  kind(/^Directive "(?<directive>@\w+)" may not be used on (?<place>\w+)\.$/, "指令 {directive} 不能用于{place}。", {
    place: (name) => PLACES[name],
  }),
  kind(
    /^The directive "(?<directive>@\w+)" can only be used once at this location\.$/,
    "指令 {directive} 在此处只能使用一次。",
  ),
  kind(/^Unknown fragment "(?<fragment>\w+)"\.$/, "没有片段 {fragment}。"),
  kind(/^Unknown type "(?<type>\w+)"\.$/, "没有类型 {type}。"),
  kind(/^This anonymous operation must be the only defined operation\.$/, "没有名称的操作须是文档中唯一的操作。"),
  kind(/^The "?(?<name>\w+)"? definition is not executable\.$/, "{name} 的定义不能执行，文档只能含操作与片段。"),
  kind(
    /^Fragment (?:"(?<fragment>\w+)" )?cannot condition on non composite type "(?<type>\w+)"\.$/,
    "片段[ {fragment} ]不能用于没有字段的类型 {type}。",
  ),
  kind(
    /^Fragment (?:"(?<fragment>\w+)" )?cannot be spread here as objects of type "(?<here>\w+)" can never be of type "(?<type>\w+)"\.$/,
    "片段[ {fragment} ]不能用在此处：{here} 类型的对象不会是 {type}。",
  ),
  kind(
    /^Cannot spread fragment "(?<fragment>\w+)" within itself(?: via (?<via>.+))?\.$/,
    "片段 {fragment} 不能[经 {via} ]引用自身。",
    { via: sayVia },
  ),
  kind(/^Fragment "(?<fragment>\w+)" is never used\.$/, "片段 {fragment} 未被使用。"),
  kind(
    /^Variable "(?<variable>\$\w+)" is not defined(?: by operation "(?<operation>\w+)")?\.$/,
    "[操作 {operation} ]没有声明变量 {variable}。",
  ),
  kind(
    /^Variable "(?<variable>\$\w+)" is never used(?: in operation "(?<operation>\w+)")?\.$/,
    "变量 {variable} [在操作 {operation} 中]未被使用。",
  ),
  kind(
    /^Variable "(?<variable>\$\w+)" cannot be non-input type "(?<type>.+)"\.$/,
    "变量 {variable} 的类型 {type} 不能用于输入。",
  ),
  kind(
    /^Variable "(?<variable>\$\w+)" of type "(?<type>.+)" used in position expecting type "(?<wanted>.+)"\.$/,
    "变量 {variable} 的类型为 {type}，此处应为 {wanted}。",
  ),
  kind(
    /^Fields "(?<field>.+?)" conflict because (?<why>.+)\. Use different aliases on the fields to fetch both if this was intentional\.$/s,
    "字段 {field} 相互冲突：{why}。如需同时取得，请使用不同的别名。",
    { why: sayConflict },
  ),
  kind(
    /^Field "(?<field>\w+)" argument "(?<argument>\w+)" of type "(?<type>.+)" is required, but it was not provided\.$/,
    "字段 {field} 缺少必填参数 {argument}（类型 {type}）。",
  ),
  kind(
    /^Directive "(?<directive>@\w+)" argument "(?<argument>\w+)" of type "(?<type>.+)" is required, but it was not provided\.$/,
    "指令 {directive} 缺少必填参数 {argument}（类型 {type}）。",
  ),
  kind(
    /^Field "(?<field>\w+)" must not have a selection since type "(?<type>.+)" has no subfields\.$/,
    "字段 {field} 的类型 {type} 没有下级字段，不能再选取。",
  ),
  kind(
    /^Field "(?<field>\w+)" of type "(?<type>.+)" must have a selection of subfields\.$/,
    "字段 {field} 的类型为 {type}，须选取其下级字段。",
  ),
  kind(
    /^There can be only one (?<what>argument|fragment|input field|operation|variable) named "(?<name>\$?\w+)"\.$/,
    "{what} {name} 重复。",
    {
      what: (name) => words(ONLY_ONE[name] ?? "", name),
    },
  ),
  kind(/^Maximum introspection depth exceeded$/, "接口定义查询嵌套过深。"),
  kind(/^Too many validation errors, error limit reached\. Validation aborted\.$/, "错误过多，其余不再列出。"),
];
