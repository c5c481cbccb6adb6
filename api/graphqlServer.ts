import { ApolloServer, type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled, ApolloServerPluginUsageReportingDisabled } from "@apollo/server/plugin/disabled";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLFormattedError, GraphQLSchema } from "graphql";
import type { Context, House } from "./context.js";
import { createExecutor, RAW } from "./executor.js";
import { KnownDocuments } from "./knownDocuments.js";
import { formatErrors } from "./shared/formatErrors.js";

/** Writes a whole compiled answer as it came; anything else as JSON. */
function stringifyResult(result: { data?: unknown; errors?: readonly GraphQLFormattedError[]; extensions?: unknown }): string {
  const raw = (result.data as { [RAW]?: string } | null | undefined)?.[RAW];
  if (raw === undefined) return JSON.stringify(result);
  const rest = result.extensions ? `,"extensions":${JSON.stringify(result.extensions)}` : "";
  return `{"data":${raw}${rest}}`;
}

const SHORT = 2_000;
/** The body around a compiled answer. A long text becomes bytes in one pass; as a string it would be flattened, measured and copied again on its way out. */
function bodyOf(raw: string): string | Buffer {
  if (raw.length < SHORT) return `{"data":${raw}}`;
  const start = '{"data":';
  const bytes = Buffer.allocUnsafe(start.length + 3 * raw.length + 1); // no character takes more than three bytes per unit
  bytes.write(start, "latin1");
  const end = start.length + bytes.write(raw, start.length);
  bytes.write("}", end, "latin1");
  return bytes.subarray(0, end + 1);
}

/** What a browser is told about data: never to be kept, sniffed, framed, or run. */
const DATA_ONLY = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};
const JSON_ANSWER = { ...DATA_ONLY, "content-type": "application/json; charset=utf-8" };

/** Classic JSON answers 200 for a well-formed request, whatever became of it; the newer media type tells by status. */
const httpStatus: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response }) => {
      const isModern = request.http?.headers.get("accept")?.includes("application/graphql-response+json");
      if (response.http.status === 400 && request.query && !isModern) response.http.status = 200;
    },
  }),
};

/** Serves the contract over HTTP. Operations run in our executor, so Apollo never resolves a field itself. */
export async function createGraphqlServer(schema: GraphQLSchema, house: House) {
  const run = createExecutor(schema);
  const known = new KnownDocuments();
  const server = new ApolloServer<Context>({
    gateway: {
      load: async () => ({
        executor: async ({ document, request, queryHash, context }) => {
          known.remember(request.query, document, queryHash);
          const { answered } = context as Context;
          if (answered) return answered as never;
          const operation = { document, operationName: request.operationName ?? null, variables: request.variables, hash: queryHash, context: context as Context };
          return (await run(operation, { lane: true })) as never;
        },
      }),
      onSchemaLoadOrUpdate: (tell) => {
        tell({ apiSchema: schema, coreSupergraphSdl: "" });
        return () => {};
      },
      stop: async () => {},
    },
    csrfPrevention: true,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    stringifyResult: stringifyResult as never,
    plugins: [formatErrors(house), httpStatus, ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), ApolloServerPluginUsageReportingDisabled()],
    logger: { debug: () => {}, info: () => {}, warn: (text) => house.log.warn({}, String(text)), error: (text) => house.log.error({}, String(text)) },
  });
  await server.start();
  return {
    server,
    run,
    async handle(request: FastifyRequest, reply: FastifyReply, contextOf: () => Promise<Context>) {
      const query = known.find(request);
      const context = query && (await contextOf().catch(() => undefined)); // what fails here is said below
      if (query && context?.viewer) {
        // The same executor as below, with the same reader, limits and refusals: only parsing and validation are spared.
        const answered = await run({ ...query, context }, { lane: true });
        const raw = (answered.data as { [RAW]?: string } | null | undefined)?.[RAW];
        if (raw !== undefined) {
          reply.headers(JSON_ANSWER);
          return bodyOf(raw);
        }
        context.answered = answered;
      }
      const headers = new HeaderMap();
      for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
      const { body, headers: answerHeaders, status } = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: request.method, headers, search: request.url.includes("?") ? request.url.slice(request.url.indexOf("?")) : "", body: request.body },
        context: context ? async () => context : contextOf,
      });
      reply.headers(DATA_ONLY);
      for (const [name, value] of answerHeaders) reply.header(name, value);
      reply.code(status ?? 200);
      return body.kind === "complete" ? body.string : reply.send(body.asyncIterator as never);
    },
  };
}
