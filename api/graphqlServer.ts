import { ApolloServer, type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled, ApolloServerPluginUsageReportingDisabled } from "@apollo/server/plugin/disabled";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLFormattedError, GraphQLSchema } from "graphql";
import type { Context, House } from "./context.js";
import { createExecutor, RAW } from "./executor.js";
import { formatErrors } from "./shared/formatErrors.js";

/** Writes a whole compiled answer as it came; anything else as JSON. */
function stringifyResult(result: { data?: unknown; errors?: readonly GraphQLFormattedError[]; extensions?: unknown }): string {
  const raw = (result.data as { [RAW]?: string } | null | undefined)?.[RAW];
  if (raw === undefined) return JSON.stringify(result);
  const rest = result.extensions ? `,"extensions":${JSON.stringify(result.extensions)}` : "";
  return `{"data":${raw}${rest}}`;
}

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
  const server = new ApolloServer<Context>({
    gateway: {
      load: async () => ({
        executor: ({ document, request, queryHash, context }) =>
          run({ document, operationName: request.operationName ?? null, variables: request.variables, hash: queryHash, context: context as Context }, { lane: true }) as never,
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
    async handle(request: FastifyRequest, reply: FastifyReply, context: () => Promise<Context>) {
      const headers = new HeaderMap();
      for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
      const { body, headers: answerHeaders, status } = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: request.method, headers, search: request.url.includes("?") ? request.url.slice(request.url.indexOf("?")) : "", body: request.body },
        context,
      });
      for (const [name, value] of answerHeaders) reply.header(name, value);
      reply.code(status ?? 200);
      return body.kind === "complete" ? body.string : reply.send(body.asyncIterator as never);
    },
  };
}
