import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ExecutionResult, GraphQLFormattedError, GraphQLSchema } from "graphql";
import { Admission } from "./access/admission.js";
import { Allowances } from "./access/allowance.js";
import { answerTooLong } from "./access/limitWords.js";
import { isOurOrigin } from "./access/origin.js";
import { asApolloWants, inHouseWords, senderOf, sentBy } from "./access/sent.js";
import type { Context, House } from "./context.js";
import { createExecutor, RAW, signInFirst } from "./executor.js";
import type { Guards } from "./guards.js";
import { KnownDocuments } from "./knownDocuments.js";
import { formatErrors } from "./shared/formatErrors.js";
import { httpHead } from "./shared/httpHead.js";
import { DATA_ONLY, refuseGraphql } from "./shared/httpRefusal.js";
import { logOperation, operationLog } from "./shared/operationLog.js";
import { TopLevel } from "./shared/topLevel.js";
import { bearerOf } from "./visits.js";

const rawOf = (data: unknown) => (data as { [RAW]?: string } | null | undefined)?.[RAW];

/** Writes a whole compiled answer as it came; anything else as JSON. */
function stringifyResult(result: {
  data?: unknown;
  errors?: readonly GraphQLFormattedError[];
  extensions?: unknown;
}): string {
  const raw = rawOf(result.data);
  if (raw === undefined) return JSON.stringify(result);
  const rest = result.extensions ? `,"extensions":${JSON.stringify(result.extensions)}` : "";
  return `{"data":${raw}${rest}}`;
}

const SHORT = 2_000;
/** The body around a compiled answer. A long text becomes bytes in one pass; as a string it would be flattened, measured and copied again on its way out. */
function bodyOf(raw: string, extensions: unknown): string | Buffer {
  const start = '{"data":';
  const end = extensions ? `,"extensions":${JSON.stringify(extensions)}}` : "}";
  if (raw.length < SHORT) return `${start}${raw}${end}`;
  // No character of the answer takes more than three bytes per unit; the cost holds figures alone.
  const bytes = Buffer.allocUnsafe(start.length + 3 * raw.length + end.length);
  bytes.write(start, "latin1");
  let length = start.length + bytes.write(raw, start.length);
  length += bytes.write(end, length, "latin1");
  return bytes.subarray(0, length);
}

const JSON_ANSWER = { ...DATA_ONLY, "content-type": "application/json; charset=utf-8" };

/** Serves the contract over HTTP. Operations run in our executor, so Apollo never resolves a field itself. */
export async function createGraphqlServer(schema: GraphQLSchema, house: House, guards: Guards) {
  const { limits } = guards;
  const run = createExecutor(schema);
  const known = new KnownDocuments();
  const server = createApollo(schema, house, guards, async (operation, text) => {
    known.remember(text, operation.document, operation.hash);
    return operation.context.answered ?? run(operation, { lane: true });
  });
  await server.start();
  const admission = new Admission(
    { limits, documents: guards.documents, onlyTrusted: !house.demonstration && guards.refusesText },
    schema,
  );
  const allowances = new Allowances(house.reads.gate);

  /** Lets a request in, with the purse of its caller; what is refused never reaches a parser or the database. */
  async function answer(request: FastifyRequest, reply: FastifyReply, contextOf: () => Promise<Context>) {
    const begun = performance.now();
    if (guards.checksOrigin && !isOurOrigin(request, house.publicUrl)) throw elsewhere();
    const sent = sentBy(request);
    const { query, isTrusted, introspection } = admission.admit(sent, senderOf(request));
    const context = await contextOf();
    context.visit.isTrusted = isTrusted;
    context.introspectionPoints = introspection;
    // A header that looks like a token's opens nothing yet.
    if (introspection > 0 && !house.demonstration && !context.viewer) throw signInFirst();
    if (context.viewer) {
      const prefix = bearerOf(request)?.split("_")[1];
      const holder = prefix ? { prefix } : { accountId: context.viewer.accountId };
      context.allowance = allowances.of(holder, isTrusted ? limits.points.trusted : limits.points.free);
    }
    const wanted = asApolloWants(request, sent, query);
    const short = known.find({ method: request.method, headers: request.headers, body: wanted.body });
    if (short && context.viewer) {
      // The same executor as below, with the same reader, limits and refusals: only parsing and validation are spared.
      const answered: ExecutionResult = await run({ ...short, context }, { lane: true });
      const raw = rawOf(answered.data);
      if (raw !== undefined) {
        logOperation(house, context, { hash: short.hash, operationName: short.operationName, begun });
        reply.headers(JSON_ANSWER);
        return bodyOf(raw, answered.extensions);
      }
      context.answered = answered;
    }
    const { body, headers, status } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: wanted,
      context: async () => context,
    });
    if (body.kind !== "complete") throw new Error("an answer in parts was not asked for");
    reply.headers(DATA_ONLY);
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
    async handle(
      request: FastifyRequest,
      reply: FastifyReply,
      contextOf: () => Promise<Context>,
    ): Promise<string | Buffer> {
      try {
        const text = await answer(request, reply, contextOf);
        if (isLongerThan(text, limits.answerBytes)) throw answerTooLong(limits.answerBytes);
        return text;
      } catch (error) {
        reply.headers(DATA_ONLY);
        return refuseGraphql(request, reply, error, house);
      }
    },
  };
}

type Run = (
  operation: Parameters<ReturnType<typeof createExecutor>>[0],
  text: string | undefined,
) => Promise<ExecutionResult>;

function createApollo(schema: GraphQLSchema, house: House, guards: Guards, run: Run) {
  return new ApolloServer<Context>({
    gateway: {
      load: async () => ({
        executor: ({ document, request, queryHash, context }) => {
          const { query, operationName = null, variables } = request;
          const operation = { document, operationName, variables, hash: queryHash, context: context as Context };
          return run(operation, query) as never;
        },
      }),
      onSchemaLoadOrUpdate: (tell) => {
        tell({ apiSchema: schema, coreSupergraphSdl: "" });
        return () => {};
      },
      stop: async () => {},
    },
    // No other site makes a browser send a token, so a question by GET with one needs no further proof.
    csrfPrevention: guards.preventsCsrf && {
      requestHeaders: ["apollo-require-preflight", "x-apollo-operation-name", "authorization"],
    },
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
}

const elsewhere = () =>
  new TopLevel(
    "FORBIDDEN",
    { zh: "请求来自其他网站，已拒绝。", en: "The request comes from another site and is refused." },
    { status: 403 },
  );

const isLongerThan = (text: string | Buffer, bytes: number) =>
  text.length > bytes || (typeof text === "string" && text.length * 3 > bytes && Buffer.byteLength(text) > bytes);
