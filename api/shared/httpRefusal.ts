import type { FastifyReply, FastifyRequest } from "fastify";
import type { Bilingual, Language } from "../../schema/shared/bilingual.rules.js";
import type { House } from "../context.js";
import { isAway } from "./problems.js";
import { TopLevel, type TopLevelCode } from "./topLevel.js";

/** What a browser is told about data: never to be kept, sniffed, framed, or run. */
export const DATA_ONLY = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** Seconds after which a busy system is worth another try. */
export const RETRY_SECONDS = 5;

export const languageOf = (request: FastifyRequest): Language =>
  String(request.headers["accept-language"] ?? "")
    .toLowerCase()
    .startsWith("en")
    ? "en"
    : "zh";

export const isModern = (accept: string | undefined) => accept?.includes("application/graphql-response+json") ?? false;

/** The system is full or its database away: worth another try soon. */
export const busy = () =>
  new TopLevel("UNAVAILABLE", {
    zh: "系统繁忙或数据库暂不可用，请稍候重试。",
    en: "The system is busy or its database away for a moment; try again shortly.",
  });

/** Words for what is our own fault; the rest stands in the log under the same number. */
export const ownFault = (requestId: string): Bilingual => ({
  zh: `系统内部错误，请凭请求号 ${requestId} 联系管理员。`,
  en: `Internal error; quote request ${requestId} to the administrator.`,
});

/** Status and headers that a refusal has whatever the media type: who should wait is told so by HTTP too. */
export function headOf(
  code: unknown,
  retryAfter?: unknown,
): { status: number; headers: [string, string][] } | undefined {
  if (code === "RATE_LIMITED") return { status: 429, headers: [["retry-after", String(retryAfter ?? 1)]] };
  if (code === "UNAVAILABLE") return { status: 503, headers: [["retry-after", String(RETRY_SECONDS)]] };
  return undefined;
}

/** Answers a request to /graphql that was refused before GraphQL was reached, in the form of GraphQL. */
export function refuseGraphql(request: FastifyRequest, reply: FastifyReply, error: unknown, house: House): string {
  const known = error instanceof TopLevel ? error : isAway(error) ? busy() : undefined;
  const code = (known?.extensions["code"] ?? "INTERNAL_SERVER_ERROR") as TopLevelCode;
  const modern = isModern(request.headers.accept);
  const head = headOf(code, known?.extensions["retryAfter"]);
  if (!known) house.log.error({ requestId: request.id, error }, "request failed");
  else house.log.warn({ requestId: request.id, code }, "request refused");
  const own = known?.extensions["status"] as number | undefined;
  reply.code(own ?? head?.status ?? (known ? (modern ? 400 : 200) : 500));
  for (const [name, value] of head?.headers ?? []) reply.header(name, value);
  reply
    .header("content-type", `application/${modern ? "graphql-response+json" : "json"}; charset=utf-8`)
    .header("cache-control", "no-store");
  const { status: _, ...facts } = known?.extensions ?? { code };
  const language = languageOf(request);
  return JSON.stringify({
    errors: [
      {
        message: known ? known.in(language) : ownFault(request.id)[language],
        extensions: { ...facts, requestId: request.id },
      },
    ],
  });
}
