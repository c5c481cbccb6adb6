import type { Kind } from "./libraryWords.js";

const kind = (form: RegExp, zh: string, en?: string): Kind => ({ form, zh, ...(en ? { en } : {}) });

/** What Apollo says of a request that is none of GraphQL over HTTP. */
export const REQUEST_KINDS: readonly Kind[] = [
  kind(
    /^This operation has been blocked as a potential Cross-Site Request Forgery /,
    "为防跨站请求伪造，此请求未予执行。请把请求头 content-type 设为 application/json，或带上非空的请求头 apollo-require-preflight。",
    "To keep other sites from asking in your name the request was not run. Set the header content-type to application/json, or send a header apollo-require-preflight that is not empty.",
  ),
  kind(
    /^GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension\.$/,
    "请求中缺少查询文本 query。",
  ),
  kind(
    /^GET requests only support query operations, not (?<what>\w+) operations$/,
    "GET 请求只能查询，变更请用 POST。",
    "GET requests only support queries; send a change by POST.",
  ),
  kind(/^The '(?<name>\w+)' search parameter may only be specified once\.$/, "地址参数 {name} 只能出现一次。"),
  kind(/^The (?<name>\w+) search parameter contains invalid JSON\.$/, "地址参数 {name} 不是有效的 JSON。"),
  kind(
    /^The (?<name>\w+) search parameter should contain a JSON-encoded object\.$/,
    "地址参数 {name} 应为 JSON 对象。",
  ),
  kind(/^GraphQL queries must be strings\./, "查询文本 query 应为字符串。", "GraphQL queries must be strings."),
  kind(
    /^POST body missing, invalid Content-Type, or JSON object has no keys\.$/,
    "请求体为空，或请求头 content-type 有误。",
  ),
  kind(
    /^`(?<name>\w+)` in a POST body should be provided as an object, not a recursively JSON-encoded string\.$/,
    "请求体中的 {name} 应为对象，不能是字符串。",
  ),
  kind(/^`(?<name>\w+)` in a POST body must be an object if provided\.$/, "请求体中的 {name} 应为对象。"),
  kind(/^`(?<name>\w+)` in a POST body must be a string if provided\.$/, "请求体中的 {name} 应为字符串。"),
  kind(
    /^GET requests may not have a content-type header other than application\/json\.$/,
    "GET 请求的请求头 content-type 只能为 application/json。",
  ),
  kind(
    /^An 'accept' header was provided for this request which does not accept /,
    "请求头 accept 须接受 application/json 或 application/graphql-response+json。",
    "The header accept must take application/json or application/graphql-response+json.",
  ),
  kind(
    /^Operation batching disabled\.$/,
    "一次只能发送一个操作，不能发送数组。",
    "Send one operation at a time, not a list of them.",
  ),
  kind(
    /^Apollo Server supports only GET\/POST requests\.$/,
    "只接受 GET 和 POST 请求。",
    "Only GET and POST requests are taken.",
  ),
];
