import { ApolloServer, HeaderMap, type HTTPGraphQLRequest } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLFormattedError, GraphQLSchema } from "graphql";
import { Admission, type Sender, type Sent } from "./access/admission.js";
import { Allowances } from "./access/allowance.js";
import { answerTooLong } from "./access/limitWords.js";
import { isOurOrigin } from "./access/origin.js";
import type { Context, House } from "./context.js";
import { createExecutor, RAW } from "./executor.js";
import type { Guards } from "./guards.js";
import { formatErrors, MALFORMED_WORDS } from "./shared/formatErrors.js";
import { httpHead } from "./shared/httpHead.js";
import { languageOf, refuseGraphql } from "./shared/httpRefusal.js";
import { operationLog } from "./shared/operationLog.js";
import { TopLevel } from "./shared/topLevel.js";
import { bearerOf, SESSION_COOKIE } from "./visits.js";

/** Writes a whole compiled answer as it came; anything else as JSON. */
function stringifyResult(result: {
  data?: unknown;
  errors?: readonly GraphQLFormattedError[];
  extensions?: unknown;
}): string {
  const raw = (result.data as { [RAW]?: string } | null | undefined)?.[RAW];
  if (raw === undefined) return JSON.stringify(result);
  const rest = result.extensions ? `,"extensions":${JSON.stringify(result.extensions)}` : "";
  return `{"data":${raw}${rest}}`;
}

/** Serves the contract over HTTP. Operations run in our executor, so Apollo never resolves a field itself. */
export async function createGraphqlServer(schema: GraphQLSchema, house: House, guards: Guards) {
  const run = createExecutor(schema);
  const server = new ApolloServer<Context>({
    gateway: {
      load: async () => ({
        executor: ({ document, request, queryHash, context }) =>
          run(
            {
              document,
              operationName: request.operationName ?? null,
              variables: request.variables,
              hash: queryHash,
              context: context as Context,
            },
            { lane: true },
          ) as never,
      }),
      onSchemaLoadOrUpdate: (tell) => {
        tell({ apiSchema: schema, coreSupergraphSdl: "" });
        return () => {};
      },
      stop: async () => {},
    },
    csrfPrevention: guards.preventsCsrf,
    introspection: true, // who may is decided at admission
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    stringifyResult: stringifyResult as never,
    plugins: [
      formatErrors(house),
      httpHead,
      operationLog(house),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    // Apollo's own lines hold texts of requests and errors; what matters is logged by us.
    logger: {
      debug: () => {},
      info: () => {},
      warn: () => house.log.warn({ code: "APOLLO" }, "graphql server warns"),
      error: () => house.log.error({ code: "APOLLO" }, "graphql server fails"),
    },
  });
  await server.start();
  const admission = new Admission(
    { limits: guards.limits, documents: guards.documents, onlyTrusted: !house.demonstration && guards.refusesText },
    schema,
  );
  const allowances = new Allowances(house.reads.gate);

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    contextOf: () => Promise<Context>,
  ): Promise<string> {
    if (guards.checksOrigin && !isOurOrigin(request, house.publicUrl)) throw elsewhere();
    const sent = sentBy(request);
    const bearer = bearerOf(request);
    const sender: Sender = bearer ? "token" : request.cookies[SESSION_COOKIE] ? "console" : "nobody";
    const { query, isTrusted, introspection } = admission.admit(sent, sender);
    const context = await contextOf();
    const { points } = guards.limits;
    context.introspectionPoints = introspection;
    if (context.viewer) {
      const prefix = bearer?.split("_")[1];
      context.allowance = allowances.of(
        prefix ? { prefix } : { accountId: context.viewer.accountId },
        isTrusted ? points.trusted : points.free,
      );
    }
    context.visit.isTrusted = isTrusted;
    const { body, headers, status } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: asked(request, sent, query, isTrusted),
      context: async () => context,
    });
    if (body.kind !== "complete") throw new Error("an answer in parts was not asked for");
    if (isLongerThan(body.string, guards.limits.answerBytes)) throw answerTooLong(guards.limits.answerBytes);
    for (const [name, value] of headers) reply.header(name, value);
    reply.code(status ?? 200);
    return inHouseWords(body.string, request);
  }

  return {
    server,
    run,
    stop: async () => {
      await server.stop();
      await allowances.close();
    },
    handle: (request: FastifyRequest, reply: FastifyReply, contextOf: () => Promise<Context>): Promise<string> =>
      answer(request, reply, contextOf).catch((error: unknown) => refuseGraphql(request, reply, error, house)),
  };
}

const elsewhere = () =>
  new TopLevel(
    "FORBIDDEN",
    { zh: "请求来自其他网站，已拒绝。", en: "The request comes from another site and is refused." },
    { status: 403 },
  );

const record = (value: unknown): Record<string, unknown> | undefined =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;

/** What a request asks to be run: the body of a POST, the address of a GET. */
function sentBy(request: FastifyRequest): Sent {
  if (request.method !== "GET") return record(request.body) ?? {};
  const search = new URLSearchParams(searchOf(request));
  const json = (name: string) => {
    try {
      return JSON.parse(search.get(name) ?? "null") as unknown;
    } catch {
      return undefined; // refused later, in words
    }
  };
  return {
    query: search.get("query") ?? undefined,
    documentId: search.get("documentId") ?? undefined,
    variables: json("variables"),
    extensions: json("extensions"),
  };
}

const searchOf = ({ url }: FastifyRequest) => (url.includes("?") ? url.slice(url.indexOf("?")) : "");

/** The request as Apollo gets it: a document that was named by its hash stands there in full. */
function asked(request: FastifyRequest, sent: Sent, query: string | undefined, isTrusted: boolean): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  const isNamed =
    query !== undefined && (isTrusted || sent.query !== query || Boolean(record(sent.extensions)?.["persistedQuery"]));
  if (!isNamed) return { method: request.method, headers, search: searchOf(request), body: request.body };
  if (request.method !== "GET") {
    const { documentId: _, extensions, ...rest } = record(request.body) ?? {};
    return { method: request.method, headers, search: "", body: { ...rest, query, ...withoutHash(extensions) } };
  }
  const search = new URLSearchParams(searchOf(request));
  search.set("query", query);
  for (const name of ["documentId", "extensions"]) search.delete(name);
  return { method: request.method, headers, search: `?${search}`, body: request.body };
}

function withoutHash(extensions: unknown): { extensions?: object } {
  const { persistedQuery: _, ...rest } = record(extensions) ?? {};
  return Object.keys(rest).length > 0 ? { extensions: rest } : {};
}

const isLongerThan = (text: string, bytes: number) =>
  text.length > bytes || (text.length * 3 > bytes && Buffer.byteLength(text) > bytes);

/** Requests that Apollo refuses before it knows who asks: in the same form as all others. */
function inHouseWords(text: string, request: FastifyRequest): string {
  if (!text.startsWith('{"errors"') || text.length > 5_000 || !text.includes('"BAD_REQUEST"')) return text;
  const { errors } = JSON.parse(text) as { errors: GraphQLFormattedError[] };
  return JSON.stringify({
    errors: errors.map(({ message }) => ({
      message: `${MALFORMED_WORDS[languageOf(request)]}${message.trim()}`,
      extensions: { code: "BAD_USER_INPUT", requestId: request.id },
    })),
  });
}
